import { useForm } from 'react-hook-form'
import { useState } from 'react'
import type { Aspect, EventView } from '../../../../workspace/contract/same-events.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { DraftNotice } from '../../../draft-notice.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextAreaField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useDraft } from '../../../use-draft.ts'
import { aspects, aspectTitles } from './link-words.ts'

type Values = { readonly aspect: Aspect; readonly says: Readonly<Record<string, string>> }

/** A difference that a person saw and the comparison did not: of what sort, and what each account says. */
export const NoteConflict = ({
  one,
  event,
  onDone,
}: {
  readonly one: CaseView
  readonly event: EventView
  readonly onDone: () => void
}) => {
  const form = useForm<Values>({ defaultValues: { aspect: 'content', says: {} } })
  const draft = useDraft(form, `note-conflict/${one.id}/${event.id}`)
  const [problem, setProblem] = useState<{ readonly field: string; readonly message: string } | null>(null)
  const note = useStore((state) => state.noteConflict)
  const send = async ({ aspect, says }: Values): Promise<void> => {
    const positions = event.accounts.flatMap(({ entryId, recordId }) => {
      const words = says[recordId]?.trim() ?? ''
      return words === '' ? [] : [{ entryId, says: words }]
    })
    const empty = event.accounts.find(({ recordId }) => (says[recordId]?.trim() ?? '') === '')
    if (positions.length < 2)
      return setProblem({
        field: empty?.recordId ?? '',
        message: 'Enter what at least two of the accounts say',
      })
    const failure = await note(one.id, { aspect, positions })
    if (failure !== null) return setProblem({ field: 'whole', message: failure.message })
    draft.discard()
    onDone()
  }
  return (
    <form
      className="form note-conflict"
      aria-label="Note a difference"
      noValidate
      onSubmit={(submitted) => void form.handleSubmit(send)(submitted)}
    >
      {problem?.field === 'whole' && (
        <Notice tone="danger" live>
          <p>{problem.message}</p>
        </Notice>
      )}
      <DraftNotice
        restoredAt={draft.restoredAt}
        onDiscard={() => {
          form.reset({ aspect: 'content', says: {} })
          draft.discard()
        }}
      />
      <SelectField
        id={`aspect-${event.id}`}
        label="What do the accounts differ in?"
        autoFocus
        {...form.register('aspect')}
      >
        {aspects.map((aspect) => (
          <option value={aspect} key={aspect}>
            {aspectTitles[aspect]}
          </option>
        ))}
      </SelectField>
      {event.accounts.map(({ recordId, agency, date }) => (
        <TextAreaField
          key={recordId}
          id={`says-${recordId}`}
          label={`What ${agency}, ${date}, says`}
          rows={2}
          error={problem?.field === recordId ? problem.message : undefined}
          {...form.register(`says.${recordId}`)}
        />
      ))}
      <p className="small quiet">
        Leave an account empty where it says nothing of it. The accounts themselves stay as they are.
      </p>
      <div className="row">
        <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
          Note the difference
        </Button>
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
