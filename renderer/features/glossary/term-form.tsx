import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { type GlossaryTerm, glossaryTermSchema } from '../../../domain/chronology/glossary.ts'
import type { Failure } from '../../../domain/result.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { problemsOf } from '../../form-problems.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { useDraft } from '../../use-draft.ts'

/** One abbreviation, what it means, and to whom. */
export const TermForm = ({
  one,
  term,
  draftKey,
  save,
  onDone,
}: {
  readonly one: CaseView
  readonly term: GlossaryTerm
  readonly draftKey: string
  readonly save: (term: GlossaryTerm) => Promise<Failure | null>
  readonly onDone: () => void
}) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm<GlossaryTerm, unknown, GlossaryTerm>({
    resolver: zodResolver(glossaryTermSchema),
    shouldFocusError: false,
    defaultValues: { ...term, state: 'explained' },
  })
  const draft = useDraft(form, draftKey)
  const { errors, isSubmitting, submitCount } = form.formState
  const problems = problemsOf(errors, failure, (path) =>
    path === 'terms' ? 'abbreviation' : path.replace(/^terms\.\d+\./, ''),
  )
  const errorOf = (path: string): string | undefined => problems.find((one) => one.field === path)?.message
  const submit = form.handleSubmit(async (typed) => {
    const error = await save(typed)
    setFailure(error)
    if (error) return
    draft.discard()
    onDone()
  })
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        setFailure(null)
        void submit(event)
      }}
    >
      <ErrorSummary problems={problems} attempt={submitCount} />
      <DraftNotice
        restoredAt={draft.restoredAt}
        onDiscard={() => {
          draft.discard()
          form.reset({ ...term, state: 'explained' })
        }}
      />
      <TextField
        id="abbreviation"
        label="Abbreviation"
        hint="As it stands in the entries: capitals count."
        autoComplete="off"
        error={errorOf('abbreviation')}
        {...form.register('abbreviation')}
      />
      <TextField
        id="meaning"
        label="Meaning"
        autoComplete="off"
        error={errorOf('meaning')}
        {...form.register('meaning')}
      />
      <SelectField
        id="agencyId"
        label="Who uses it so"
        {...form.register('agencyId', { setValueAs: (value: string | null) => value || null })}
      >
        <option value="">Everybody</option>
        {one.agencyList.map(({ id, name }) => (
          <option value={id} key={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="form-actions">
        <Button kind="primary" type="submit" icon="check" busy={isSubmitting}>
          Save
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            draft.discard()
            onDone()
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}
