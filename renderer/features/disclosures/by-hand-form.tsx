import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { z } from 'zod'
import { methodTitles } from '../../../domain/packs/disclosure-words.ts'
import { byHandSchema, handMeans } from '../../../workspace/contract/disclosures.ts'
import { BasisFields } from '../../basis.tsx'
import { dayFrom } from '../../date-words.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { usePseudonyms } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'

const schema = byHandSchema.extend({
  on: z
    .string()
    .transform((text) => dayFrom(text, 'earliest'))
    .refine((day) => day !== '', 'Enter the day, such as 4 March 2026'),
})
type Values = z.input<typeof schema>

const wordsFor = {
  caseId: 'Choose the review',
  recipient: 'Choose who was told or given it',
  on: 'Enter the day',
  means: 'Choose how it was told or given',
  what: 'Say what was told or given, without a name',
  'basis.purpose': 'Say what it was for',
  'basis.lawfulBasis': 'Name the lawful basis',
  'basis.power': 'Name the legal power',
  'basis.necessity': 'Say why it was needed, and no more than was needed',
}

/** Everybody something of a review can be told to: its agencies, then the register. */
const useRecipientsOf = (caseId: string) => {
  const register = useStore((state) => valueOf(state.register))
  const pseudonyms = usePseudonyms()
  if (!register || caseId === '') return []
  const linked = register.recipients.flatMap(({ agencies }) => agencies)
  const agencies = [...linked, ...register.unlinked]
    .filter((agency) => agency.caseId === caseId)
    .map(({ agencyId, name }) => ({ id: agencyId, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const others = register.recipients
    .filter((one) => (one.caseId === null || one.caseId === caseId) && one.agencies.length === 0)
    .map(({ id, name, isNamed, contactRole }) => ({
      id,
      name: isNamed && pseudonyms ? `Person: ${contactRole || 'name hidden'}` : name,
    }))
  return [...agencies, ...others]
}

/** A disclosure that did not come from a pack: by telephone, on paper, in a meeting. */
export const ByHandForm = ({ onDone }: { readonly onDone: () => void }) => {
  const record = useStore((state) => state.recordDisclosure)
  const loadRegister = useStore((state) => state.loadRegister)
  const loadCases = useStore((state) => state.loadCases)
  const cases = useStore((state) => valueOf(state.cases)) ?? []
  useEffect(() => {
    void loadRegister()
    void loadCases()
  }, [loadRegister, loadCases])
  const { form, errorOf, state } = useDraftForm<Values, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaults: {
      ...{ caseId: '', recipient: '', on: '', means: 'telephone', what: '' },
      basis: { purpose: '', lawfulBasis: '', power: '', necessity: '' },
    },
    draftKey: 'disclosure/by-hand',
    wordsFor,
    save: (values) => record(values),
    onDone,
  })
  const recipients = useRecipientsOf(form.watch('caseId'))
  return (
    <div className="page">
      <DraftForm
        state={state}
        heading={
          <h1 data-page-title tabIndex={-1}>
            Record a disclosure by hand
          </h1>
        }
        send="Record it"
        onCancel={onDone}
      >
        <p className="quiet">
          For what was told or given outside the app. What is released as a pack or saved as a letter is here
          already. Use pseudonyms and roles: the log is read by others.
        </p>
        <div className="form-pair">
          <SelectField
            id="caseId"
            label="Review"
            error={errorOf('caseId')}
            {...form.register('caseId', { onChange: () => form.setValue('recipient', '') })}
          >
            <option value="">Choose a review</option>
            {cases.map(({ id, title, ref }) => (
              <option key={id} value={id}>
                {title}, {ref}
              </option>
            ))}
          </SelectField>
          <SelectField
            id="recipient"
            label="Who was told or given it"
            hint="Agencies of the review, and the register"
            error={errorOf('recipient')}
            {...form.register('recipient')}
          >
            <option value="">Choose a recipient</option>
            {recipients.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField
          id="on"
          label="Day"
          hint="For example: 4 March 2026"
          autoComplete="off"
          error={errorOf('on')}
          {...form.register('on')}
        />
        <ChoiceGroup id="means" legend="How" inline error={errorOf('means')}>
          {handMeans.map((means) => (
            <Choice
              key={means}
              type="radio"
              value={means}
              label={methodTitles[means]}
              {...form.register('means')}
            />
          ))}
        </ChoiceGroup>
        <TextAreaField
          id="what"
          label="What was told or given"
          error={errorOf('what')}
          {...form.register('what')}
        />
        <BasisFields register={form.register} power={form.register('basis.power')} errorOf={errorOf} />
      </DraftForm>
    </div>
  )
}
