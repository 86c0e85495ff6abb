import { useEffect } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type PackFormat, packFormats } from '../../../domain/packs/pack-document.ts'
import { profileIds, profiles } from '../../../domain/packs/profile.ts'
import { basisFor } from '../../../workspace/contract/pack-basis.ts'
import { buildPackSchema } from '../../../workspace/contract/packs.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { BasisFields } from '../../basis.tsx'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { refusal, useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField } from '../../ui/field.tsx'
import { Refused } from '../../ui/state-panel.tsx'
import { ChoicesFields, choicesToBegin, withinProfile } from './choices-fields.tsx'
import { describedProfile, markingWords } from './pack-words.ts'
import { Withheld } from './withheld.tsx'

/** What goes to a coroner or a court has a route of its own. */
const offered = profileIds.filter((id) => profiles[id].redacted)

const formatTitles: Readonly<Record<PackFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
}

export type BuildValues = z.input<typeof buildPackSchema>

const wordsFor = {
  recipient: 'Choose who this pack is for',
  'choices.person': 'Choose a person of the people key',
  'choices.agencies': 'Choose at least one agency',
  'choices.kinds': 'Choose at least one kind',
  'choices.dayZero': 'Enter the day that relative dates count from',
  formats: 'Choose at least one format',
  'basis.purpose': 'Enter the purpose',
  'basis.lawfulBasis': 'Enter the lawful basis',
  'basis.power': 'Enter the legal power',
  'basis.necessity': 'Say why this is needed and no more than is needed',
}

export const BuildForm = ({ one, onCancel }: { readonly one: CaseView; readonly onCancel: () => void }) => {
  const may = useMay('pack:build')
  const buildPack = useStore((state) => state.buildPack)
  const { form, errorOf, state } = useDraftForm<BuildValues>({
    resolver: zodResolver(buildPackSchema),
    defaults: {
      caseId: one.id,
      recipient: '',
      profile: 'partner-agency',
      formats: ['docx', 'pdf'],
      choices: choicesToBegin('partner-agency', one),
      basis: basisFor('partner-agency'),
    },
    draftKey: `pack-build/${one.id}`,
    wordsFor,
    save: (input) => buildPack({ ...input, choices: withinProfile(input.profile, input.choices ?? {}) }),
  })
  const [profile, recipient, choices] = useWatch({
    control: form.control,
    name: ['profile', 'recipient', 'choices'],
  })
  const mayRegister = useMay('recipient:read')
  const register = useStore((state) => state.register)
  const loadRegister = useStore((state) => state.loadRegister)
  useEffect(() => {
    if (may && mayRegister) void loadRegister()
  }, [may, mayRegister, loadRegister])
  const registered =
    register.state === 'ready'
      ? register.value.recipients.filter(({ caseId }) => caseId === null || caseId === one.id)
      : []
  // One for all radios: a field keeps the listener it was given last.
  const beginAnew = (): void => {
    const next = form.getValues('profile')
    form.setValue('choices', choicesToBegin(next, one))
    form.setValue('basis', basisFor(next))
  }
  if (!may)
    return (
      <Refused
        title="Building packs is not part of your role"
        message={refusal('the building of packs', 'pack:build')}
      />
    )
  return (
    <div className="page">
      <DraftForm
        state={state}
        heading={
          <header>
            <h2 data-page-title tabIndex={-1}>
              Build a pack
            </h2>
            <p className="quiet">
              Nothing leaves yet. You review what the recipient will read, and somebody else approves it.
            </p>
          </header>
        }
        send="Build the pack"
        icon="pack"
        onCancel={onCancel}
      >
        <SelectField
          id="recipient"
          label="Recipient"
          error={errorOf('recipient')}
          {...form.register('recipient')}
        >
          <option value="">Choose who this pack is for</option>
          <optgroup label="Agencies of this case">
            {one.agencyList.map((agency) => (
              <option value={agency.id} key={agency.id}>
                {agency.name}
              </option>
            ))}
          </optgroup>
          {registered.length > 0 && (
            <optgroup label="From the register">
              {registered.map(({ id, name }) => (
                <option value={id} key={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        <ChoiceGroup id="profile" legend="Profile">
          {offered.map((id) => (
            <Choice
              key={id}
              type="radio"
              value={id}
              label={profiles[id].title}
              hint={describedProfile(id)}
              {...form.register('profile', { onChange: beginAnew })}
            />
          ))}
        </ChoiceGroup>
        <ChoicesFields form={form} one={one} profile={profile} errorOf={errorOf} />
        <Withheld
          one={one}
          recipient={recipient}
          profile={profile}
          choices={withinProfile(profile, choices ?? {})}
        />
        <p className="small quiet">Printed on every page: “{markingWords(profile, choices)}”</p>
        <ChoiceGroup id="formats" legend="Formats" inline error={errorOf('formats')}>
          {packFormats.map((format) => (
            <Choice
              key={format}
              type="checkbox"
              value={format}
              label={formatTitles[format]}
              {...form.register('formats')}
            />
          ))}
        </ChoiceGroup>
        <BasisFields
          register={form.register}
          power={form.register('basis.power')}
          errorOf={errorOf}
          basisRows={2}
          necessity={{
            label: 'Why this is needed, and no more than is needed',
            hint: 'In your own words. It stands in the disclosure log.',
          }}
        />
      </DraftForm>
    </div>
  )
}
