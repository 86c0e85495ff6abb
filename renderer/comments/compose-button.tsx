import { type ComponentProps, useEffect, useState } from 'react'
import { useStore } from '../store.ts'
import { Button } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'
import { useReturnFocus } from '../ui/return-focus.ts'
import { timeInWords } from '../ui/words.ts'
import { Composer } from './composer.tsx'

/**
 * A button that makes room for writing, and has the focus again afterwards. Text kept from before stays out of sight until
 * somebody goes on with it, because it may hold names.
 */
export const ComposeButton = ({
  title,
  icon,
  keys,
  kind = 'quiet',
  asked = false,
  onAsked,
  ...composer
}: Omit<ComponentProps<typeof Composer>, 'onClose'> & {
  readonly title: string
  readonly icon?: IconName
  readonly keys?: string
  readonly kind?: 'plain' | 'quiet'
  /** True where it is to open by itself. */
  readonly asked?: boolean
  readonly onAsked?: () => void
}) => {
  const [open, setOpen] = useState(false)
  const kept = useStore((state) => state.drafts[composer.draftKey])
  const button = useReturnFocus(open)
  useEffect(() => {
    if (!asked) return
    setOpen(true)
    onAsked?.()
  }, [asked, onAsked])
  if (open) return <Composer key={composer.draftKey} {...composer} onClose={() => setOpen(false)} />
  const waiting = kept !== undefined && kept.text.trim() !== ''
  return (
    <Button
      ref={button}
      kind={kind}
      {...(icon === undefined ? {} : { icon })}
      {...(keys === undefined ? {} : { keys })}
      onPress={() => setOpen(true)}
    >
      {waiting ? `${title}: go on with your text of ${timeInWords(kept.updatedAt)}` : title}
    </Button>
  )
}
