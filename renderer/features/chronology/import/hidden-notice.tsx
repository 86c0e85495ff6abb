import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'

export const HiddenNotice = () => {
  const showNames = useStore((state) => state.showNames)
  const mayRead = useMay('people-key:read')
  return (
    <Notice
      tone="plain"
      actions={
        mayRead && (
          <Button kind="quiet" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
            Show names
          </Button>
        )
      }
    >
      Names hidden: the file’s own words are shown with everybody of the people key as their pseudonym. A name
      that is not in the key yet is not hidden.
    </Notice>
  )
}
