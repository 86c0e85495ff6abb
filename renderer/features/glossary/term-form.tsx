import { zodResolver } from '@hookform/resolvers/zod'
import { type GlossaryTerm, glossaryTermSchema } from '../../../domain/chronology/glossary.ts'
import type { Failure } from '../../../domain/result.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'

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
  const { form, errorOf, state } = useDraftForm<GlossaryTerm>({
    resolver: zodResolver(glossaryTermSchema),
    defaults: { ...term, state: 'explained' },
    idOf: (path) => (path === 'terms' ? 'abbreviation' : path.replace(/^terms\.\d+\./, '')),
    ...{ draftKey, save, onDone },
  })
  return (
    <DraftForm state={state} send="Save" icon="check" onCancel={onDone}>
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
    </DraftForm>
  )
}
