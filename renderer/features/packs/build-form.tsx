import { zodResolver } from '@hookform/resolvers/zod'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type PackFormat, packFormats } from '../../../domain/packs/pack-document.ts'
import { type Profile, type ProfileId, profiles } from '../../../domain/packs/profile.ts'
import { settleChoices } from '../../../domain/packs/choices.ts'
import { markingOf } from '../../../domain/packs/pack-words.ts'
import { buildPackSchema, defaultPackBasis } from '../../../workspace/contract/packs.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { refusal, useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Refused } from '../../ui/state-panel.tsx'
import { listed } from '../../ui/words.ts'
import { Withheld } from './withheld.tsx'

const offered: readonly ProfileId[] = ['partner-agency', 'publication']

const formatTitles: Readonly<Record<PackFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
}

const fieldWords: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  source: 'source of information',
  contactType: 'kind of contact',
  event: 'event',
  action: 'action',
  outcome: 'outcome',
  adultSeen: 'whether the adult was seen',
  wishes: 'recorded wishes',
}

/** What a profile lets through and what it keeps back, in a sentence or two. */
const described = (profile: Profile): string => {
  const fields = listed(profile.fields.map((field) => fieldWords[field] ?? field))
  const reports = profile.kinds.includes('contribution') ? ' and the agencies’ reports' : ''
  const dates = profile.dates[0] === 'month' ? ' Dates are given by month only.' : ''
  const reach =
    profile.audience === 'public'
      ? ' Organisations are replaced too.'
      : ' Names of the review’s own agencies stay readable.'
  return `Lets through the ${fields} of each entry${reports}.${dates}${reach} Everything else is withheld: comments, internal notes, entries marked as sensitive, sensitive information and the people key.`
}

type Values = z.input<typeof buildPackSchema>

const wordsFor = {
  recipient: 'Choose the agency this pack is for',
  formats: 'Choose at least one format',
  'basis.purpose': 'Enter the purpose',
  'basis.lawfulBasis': 'Enter the lawful basis',
  'basis.power': 'Enter the legal power',
  'basis.necessity': 'Say why this is needed and no more than is needed',
}

export const BuildForm = ({ one, onCancel }: { readonly one: CaseView; readonly onCancel: () => void }) => {
  const may = useMay('pack:build')
  const buildPack = useStore((state) => state.buildPack)
  const { form, errorOf, state } = useDraftForm<Values>({
    resolver: zodResolver(buildPackSchema),
    defaults: {
      caseId: one.id,
      recipient: '',
      profile: 'partner-agency',
      formats: ['docx', 'pdf'],
      basis: defaultPackBasis,
    },
    draftKey: `pack-build/${one.id}`,
    wordsFor,
    save: buildPack,
  })
  const profile = useWatch({ control: form.control, name: 'profile' })
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
          <option value="">Choose an agency of this case</option>
          {one.agencyList.map((agency) => (
            <option value={agency.id} key={agency.id}>
              {agency.name}
            </option>
          ))}
        </SelectField>
        <ChoiceGroup id="profile" legend="Profile">
          {offered.map((id) => (
            <Choice
              key={id}
              type="radio"
              value={id}
              label={profiles[id].title}
              hint={described(profiles[id])}
              {...form.register('profile')}
            />
          ))}
        </ChoiceGroup>
        <Withheld one={one} profile={profile} />
        <p className="small quiet">
          Printed on every page: “{markingOf(profiles[profile], settleChoices(profiles[profile]), false)}”
        </p>
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
        <TextAreaField
          rows={2}
          id="basis.purpose"
          label="Purpose"
          error={errorOf('basis.purpose')}
          {...form.register('basis.purpose')}
        />
        <TextAreaField
          id="basis.lawfulBasis"
          label="Lawful basis"
          rows={2}
          error={errorOf('basis.lawfulBasis')}
          {...form.register('basis.lawfulBasis')}
        />
        <TextField
          id="basis.power"
          label="Legal power"
          error={errorOf('basis.power')}
          {...form.register('basis.power')}
        />
        <TextAreaField
          id="basis.necessity"
          label="Why this is needed, and no more than is needed"
          hint="In your own words. It stands in the disclosure log."
          error={errorOf('basis.necessity')}
          {...form.register('basis.necessity')}
        />
      </DraftForm>
    </div>
  )
}
