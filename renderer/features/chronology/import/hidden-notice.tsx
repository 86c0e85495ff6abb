import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'

export const HiddenNotice = () => {
  const showNames = useStore((state) => state.showNames)
  const mayRead = useMay('people-key:read')
  return (
    <p className="small import-hidden">
      <Icon name="eye-off" /> Names hidden: the file’s own words are shown with everybody of the people key as
      their pseudonym. A name that is not in the key yet is not hidden.
      {mayRead && (
        <Button kind="quiet" keys="Ctrl Shift H" onPress={() => showNames(true)}>
          Show names
        </Button>
      )}
    </p>
  )
}
