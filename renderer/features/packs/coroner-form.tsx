import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { legalPowerKinds, legalPowerTitles } from '../../../domain/packs/legal-power.ts'
import { coronerSchema, type DisclosureWarning } from '../../../workspace/contract/coroner.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { BasisFields } from '../../basis.tsx'
import { dayFrom } from '../../date-words.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

const schema = coronerSchema.safeExtend({
  contributions: z.array(z.string()),
  power: z.object({
    kind: z.enum(legalPowerKinds),
    reference: z.string().trim().min(1).max(500),
    dated: z
      .string()
      .transform((text) => dayFrom(text, 'earliest'))
      .refine((day) => day !== '', 'Enter the day, such as 4 March 2026'),
  }),
})
type Values = z.input<typeof schema>

const wordsFor = {
  recipient: 'Choose a coroner or a court of the register',
  'power.reference': 'Enter the reference of the notice or order',
  'power.dated': 'Enter the day it bears',
  contributions: 'Choose at least one contribution, or the chronology',
  'basis.purpose': 'Say what it is for',
  'basis.lawfulBasis': 'Name the lawful basis',
  'basis.necessity': 'Say why this is needed and no more than is needed',
  formats: 'Choose at least one format',
}

const defaultBasis = {
  purpose: 'To give the coroner or court what its notice or order requires.',
  lawfulBasis: 'UK GDPR Article 6(1)(c) and Article 9(2)(f); Data Protection Act 2018 Schedule 2 paragraph 5',
  necessity: '',
}

/** Whom of those that must not be disclosed to some the chosen records name. */
const useWarnings = (
  caseId: string,
  contributions: readonly string[],
  chronology: boolean,
): readonly DisclosureWarning[] => {
  const look = useStore((state) => state.lookForCoroner)
  const [warnings, setWarnings] = useState<readonly DisclosureWarning[]>([])
  const chosen = JSON.stringify(contributions)
  useEffect(() => {
    let current = true
    void look({ caseId, contributions: JSON.parse(chosen) as string[], chronology }).then((result) => {
      if (current && result.ok) setWarnings(result.value.warnings)
    })
    return () => {
      current = false
    }
  }, [look, caseId, chosen, chronology])
  return warnings
}

/** Records as they were recorded, for a coroner or a court that may require them. */
export const CoronerForm = ({
  one,
  onBuilt,
  onCancel,
}: {
  readonly one: CaseView
  readonly onBuilt: (packId: string) => void
  readonly onCancel: () => void
}) => {
  const build = useStore((state) => state.buildForCoroner)
  const loadRegister = useStore((state) => state.loadRegister)
  const loadContributions = useStore((state) => state.loadContributions)
  const register = useStore((state) => valueOf(state.register))
  const contributions = useStore((state) => valueOf(state.contributions)) ?? []
  useEffect(() => {
    void loadRegister()
    void loadContributions(one.id)
  }, [loadRegister, loadContributions, one.id])
  const { form, errorOf, state } = useDraftForm<Values, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaults: {
      ...{ caseId: one.id, recipient: '', contributions: [], chronology: false, formats: ['pdf'] },
      power: { kind: 'coroner-notice', reference: '', dated: '' },
      basis: defaultBasis,
      answers: {},
    },
    draftKey: `coroner/${one.id}`,
    wordsFor,
    save: async (values) => {
      const result = await build(values)
      if (!result.ok) return result.error
      onBuilt(result.value.packId)
      return null
    },
  })
  const chosen = form.watch('contributions')
  const warnings = useWarnings(one.id, chosen, form.watch('chronology'))
  const recipients = (register?.recipients ?? []).filter(({ kind }) => kind === 'coroner' || kind === 'court')
  return (
    <div className="page">
      <DraftForm
        state={state}
        heading={
          <h2 data-page-title tabIndex={-1}>
            Records for a coroner or court
          </h2>
        }
        send="Build the pack"
        icon="pack"
        onCancel={onCancel}
      >
        <ul className="consequences">
          <li>
            What you choose leaves as it was recorded: no name in it is replaced, and nothing marked as
            sensitive is withheld.
          </li>
          <li>
            Rows an agency had hidden in its file stay withheld from the chronology. The pack says how many.
          </li>
          <li>Every page says “Coroner, not public”.</li>
          <li>
            Somebody else must open a sample of it, approve it and release it. The log keeps the legal power.
          </li>
        </ul>
        <SelectField
          id="recipient"
          label="Recipient"
          hint="Coroners and courts of the register, under People and organisations"
          error={errorOf('recipient')}
          {...form.register('recipient')}
        >
          <option value="">Choose a coroner or court</option>
          {recipients.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <ChoiceGroup id="power.kind" legend="Legal power">
          {legalPowerKinds.map((kind) => (
            <Choice
              key={kind}
              type="radio"
              value={kind}
              label={legalPowerTitles[kind]}
              {...form.register('power.kind')}
            />
          ))}
        </ChoiceGroup>
        <div className="form-pair">
          <TextField
            id="power.reference"
            label="Its reference"
            autoComplete="off"
            error={errorOf('power.reference')}
            {...form.register('power.reference')}
          />
          <TextField
            id="power.dated"
            label="Dated"
            hint="For example: 4 March 2026"
            autoComplete="off"
            error={errorOf('power.dated')}
            {...form.register('power.dated')}
          />
        </div>
        <ChoiceGroup id="contributions" legend="What is required" error={errorOf('contributions')}>
          {contributions.map(({ id, agencyName }, n) => (
            <Choice
              key={id}
              type="checkbox"
              value={id}
              label={`Contribution ${n + 1}, ${agencyName}`}
              {...form.register('contributions')}
            />
          ))}
          <Choice type="checkbox" label="The combined chronology" {...form.register('chronology')} />
        </ChoiceGroup>
        {warnings.length > 0 && (
          <Notice tone="warn" title="The people key warns of somebody in what you chose" live>
            <p>
              Say for each, by its pseudonym, why the recipient is told nevertheless, or what it is told to
              keep back.
            </p>
          </Notice>
        )}
        {warnings.map(({ id, about, what, reason }) => (
          <TextAreaField
            key={id}
            id={`answers.${id}`}
            label={`${about}: ${what}`}
            hint={reason}
            rows={2}
            error={errorOf(`answers.${id}`)}
            {...form.register(`answers.${id}`)}
          />
        ))}
        <BasisFields register={form.register} errorOf={errorOf} />
        <ChoiceGroup id="formats" legend="Formats" inline error={errorOf('formats')}>
          <Choice type="checkbox" value="pdf" label="PDF" {...form.register('formats')} />
          <Choice type="checkbox" value="docx" label="Word file" {...form.register('formats')} />
        </ChoiceGroup>
      </DraftForm>
    </div>
  )
}
