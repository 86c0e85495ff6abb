import { zodResolver } from '@hookform/resolvers/zod'
import { writtenOutSchema } from '../../../workspace/contract/cases.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { TextAreaField } from '../../ui/field.tsx'

/** What a page that is a picture says, typed or pasted. */
export const WriteOutForm = ({
  contributionId,
  page,
  before,
  onDone,
}: {
  readonly contributionId: string
  readonly page: number
  readonly before: string
  readonly onDone: () => void
}) => {
  const writeOut = useStore((state) => state.writeOutPage)
  const { form, errorOf, state } = useDraftForm<{ text: string }>({
    resolver: zodResolver(writtenOutSchema),
    defaults: { text: before },
    draftKey: `write-out ${contributionId} ${page}`,
    save: ({ text }) => writeOut(contributionId, page, text),
    onDone,
  })
  return (
    <DraftForm state={state} send={`Keep page ${page}`} icon="check" onCancel={onDone}>
      <TextAreaField
        id="text"
        label={`What page ${page} says`}
        hint="Type it or paste it, a paragraph a line. Where the page holds no words, say so: “A photograph of a kitchen.” Your name and the time are kept with it."
        rows={10}
        error={errorOf('text')}
        {...form.register('text')}
      />
    </DraftForm>
  )
}
