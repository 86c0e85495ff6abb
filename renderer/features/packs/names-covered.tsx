import type { ReactNode } from 'react'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'

/** In the place of what quotes a case, until names are shown. */
export const NamesCovered = ({
  then,
  children,
}: {
  /** What is done once they are. */
  readonly then: 'read' | 'review'
  readonly children: ReactNode
}) => {
  const showNames = useStore((state) => state.showNames)
  return (
    <StatePanel
      icon="eye-off"
      title="Names are hidden"
      actions={
        <Button kind="primary" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
          Show names and {then}
        </Button>
      }
    >
      <p>{children}</p>
    </StatePanel>
  )
}
