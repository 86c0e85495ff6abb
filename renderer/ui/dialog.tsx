import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'

/** A modal page over the page. Focus goes in, stays in, and returns to where it was. */
export const Dialog = ({
  title,
  open,
  onClose,
  wide,
  bare,
  children,
}: {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  readonly bare?: boolean
  readonly children: ReactNode
}) => (
  <ModalOverlay
    className="veil"
    isOpen={open}
    isDismissable
    onOpenChange={(next) => {
      if (!next) onClose()
    }}
  >
    <Modal className={wide ? 'modal modal-wide' : 'modal'}>
      <AriaDialog className="dialog" {...(bare ? { 'aria-label': title } : {})}>
        {!bare && (
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton icon="close" label="Close" keys="Esc" onPress={onClose} />
          </header>
        )}
        <div className={bare ? undefined : 'dialog-body'}>{children}</div>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
