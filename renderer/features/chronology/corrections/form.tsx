import { zodResolver } from '@hookform/resolvers/zod'
import type { z } from 'zod'
import { fieldTitle } from '../../../../domain/chronology/field-titles.ts'
import { correctionKinds, correctionTitles } from '../../../../domain/rights/correction.ts'
import { correctableFields, rectificationSchema } from '../../../../workspace/contract/rectifications.ts'
import { DraftForm, useDraftForm } from '../../../draft-form.tsx'
import { useStore } from '../../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../../ui/field.tsx'

const schema = rectificationSchema.omit({ entryId: true })
type Values = z.input<typeof schema>

const hints = {
  correction: 'The words that are right stand beside those that are wrong.',
  statement: 'The opinion stays; the person’s own words stand beside it.',
} as const

const wordsFor = {
  stands: 'Enter the words that are right, or the statement',
  reason: 'Say why',
  evidence: 'Say what it rests on',
  askedBy: 'Say who asked for it',
}

export const CorrectionForm = ({
  entryId,
  onDone,
}: {
  readonly entryId: string
  readonly onDone: () => void
}) => {
  const add = useStore((state) => state.addCorrection)
  const { form, errorOf, state } = useDraftForm<Values>({
    resolver: zodResolver(schema),
    defaults: { kind: 'correction', field: 'event', stands: '', reason: '', evidence: '', askedBy: '' },
    draftKey: `correction/${entryId}`,
    wordsFor,
    save: (values) => add({ entryId, ...values }),
    onDone,
  })
  return (
    <DraftForm
      state={state}
      heading={<h3>Record a correction</h3>}
      send="Record the correction"
      onCancel={onDone}
    >
      <ul className="consequences">
        <li>What the agency sent stays as it is. The correction stands beside it, and is not taken back.</li>
        <li>Everybody who was sent this entry in a pack is owed a notice, within four weeks.</li>
        <li>Packs built from now on carry it; those waiting for release are built again.</li>
      </ul>
      <ChoiceGroup id="kind" legend="What is it?">
        {correctionKinds.map((kind) => (
          <Choice
            key={kind}
            type="radio"
            value={kind}
            label={correctionTitles[kind]}
            hint={hints[kind]}
            {...form.register('kind')}
          />
        ))}
      </ChoiceGroup>
      <SelectField id="field" label="Part of the entry" error={errorOf('field')} {...form.register('field')}>
        {correctableFields.map((field) => (
          <option key={field} value={field}>
            {fieldTitle(field)}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        id="stands"
        label="The words that are right, or the statement"
        hint="Recipients of packs read this, with names as pseudonyms."
        error={errorOf('stands')}
        {...form.register('stands')}
      />
      <TextField id="reason" label="Why" error={errorOf('reason')} {...form.register('reason')} />
      <TextField
        id="evidence"
        label="Evidence"
        hint="What it rests on, for example: incident log of that day"
        error={errorOf('evidence')}
        {...form.register('evidence')}
      />
      <TextField
        id="askedBy"
        label="Asked for by"
        hint="A role, for example: the person’s sister"
        error={errorOf('askedBy')}
        {...form.register('askedBy')}
      />
    </DraftForm>
  )
}
