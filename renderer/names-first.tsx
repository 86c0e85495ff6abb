import { useStore } from './store.ts'
import { Button } from './ui/button.tsx'
import { Notice } from './ui/notice.tsx'

/** Before somebody changes words that hold names: they are typed and read again only where they may be seen. */
export const NamesFirst = ({ what, onClose }: { readonly what: string; readonly onClose: () => void }) => {
  const showNames = useStore((state) => state.showNames)
  return (
    <Notice
      tone="plain"
      title="Names are hidden"
      live
      actions={
        <>
          <Button autoFocus icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
            Show names
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p>{what} holds names. Show them to change it.</p>
    </Notice>
  )
}
