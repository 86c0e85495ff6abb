import { Button } from './ui/button.tsx'
import { Notice } from './ui/notice.tsx'
import { timeInWords } from './ui/words.ts'

export const DraftNotice = ({
  restoredAt,
  onDiscard,
}: {
  readonly restoredAt: string | null
  readonly onDiscard: () => void
}) =>
  restoredAt === null ? null : (
    <Notice
      tone="info"
      live
      actions={
        <Button kind="quiet" onPress={onDiscard}>
          Discard it
        </Button>
      }
    >
      <p>Your unsaved text from {timeInWords(restoredAt)} has been restored.</p>
    </Notice>
  )
