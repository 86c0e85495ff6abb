import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { flagTitles } from '../../../domain/chronology/analysis.ts'
import { ageTitles, dateTitles, kindTitles, nameTitles } from '../../../domain/packs/choice-words.ts'
import { type GivenChoices, settleChoices, type PackChoices } from '../../../domain/packs/choices.ts'
import { type ProfileId, profiles } from '../../../domain/packs/profile.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextField } from '../../ui/field.tsx'
import type { BuildValues } from './build-form.tsx'
import { DayChoice } from './day-choice.tsx'
import { usualBasis } from './pack-words.ts'

/** What a form begins with for a profile: every agency is ticked, so that leaving one out is a decision. */
export const choicesToBegin = (profile: ProfileId, one: CaseView): PackChoices => ({
  ...settleChoices(profiles[profile]),
  agencies: one.agencyList.map(({ id }) => id),
})

/** What of a form's choices the profile allows: a field that is not shown keeps what was chosen for another profile. */
export const withinProfile = (id: ProfileId, choices: GivenChoices): GivenChoices => {
  const { kinds, dates, ages, places, professionals } = profiles[id]
  const allowed = <Way,>(way: Way | undefined, ways: readonly Way[]): Way | undefined =>
    way !== undefined && ways.includes(way) ? way : undefined
  return {
    ...choices,
    kinds: kinds.length === 1 ? [...kinds] : choices.kinds?.filter((kind) => kinds.includes(kind)),
    dates: allowed(choices.dates, dates),
    ages: allowed(choices.ages, ages),
    places: allowed(choices.places, places),
    professionals: allowed(choices.professionals, professionals),
  }
}

const emptyIsNull = { setValueAs: (value: string | null) => (value === '' ? null : value) }

/** A list of ways to write something, which is only shown where there is more than one. */
const Ways = <Way extends string>({
  form,
  name,
  label,
  ways,
  titles,
}: {
  readonly form: UseFormReturn<BuildValues>
  readonly name: 'dates' | 'ages' | 'places' | 'professionals'
  readonly label: string
  readonly ways: readonly Way[]
  readonly titles: Readonly<Record<Way, string>>
}) =>
  ways.length < 2 ? null : (
    <SelectField id={`choices.${name}`} label={label} {...form.register(`choices.${name}`)}>
      {ways.map((way) => (
        <option key={way} value={way}>
          {titles[way]}
        </option>
      ))}
    </SelectField>
  )

/** Marks whose entries may be let in, each with the law by which it is. */
const OpenedMarks = ({
  form,
  profile,
}: {
  readonly form: UseFormReturn<BuildValues>
  readonly profile: ProfileId
}) => {
  const opened = useWatch({ control: form.control, name: 'choices.sensitive' }) ?? []
  const { mayOpen } = profiles[profile]
  if (mayOpen.length === 0)
    return <p className="small quiet">This profile lets in no entry that is marked as sensitive.</p>
  const set = (next: PackChoices['sensitive']): void =>
    form.setValue('choices.sensitive', next, { shouldDirty: true })
  return (
    <ChoiceGroup
      id="choices.sensitive"
      legend="Sensitive entries let in"
      hint="None goes in unless you state the law that allows it. The basis stands in the manifest and in the disclosure log."
    >
      {mayOpen.map((flag) => (
        <Choice
          key={flag}
          type="checkbox"
          label={flagTitles[flag]}
          checked={opened.some((mark) => mark.flag === flag)}
          onChange={({ target }) =>
            set(
              target.checked
                ? [...opened, { flag, basis: usualBasis(flag, profile) }]
                : opened.filter((mark) => mark.flag !== flag),
            )
          }
        />
      ))}
      {opened.map(({ flag, basis }) => (
        <TextField
          key={flag}
          id={`choices.sensitive.${flag}`}
          label={`Basis for ${flagTitles[flag].toLowerCase()}`}
          value={basis}
          onChange={({ target }) =>
            set(opened.map((mark) => (mark.flag === flag ? { flag, basis: target.value } : mark)))
          }
        />
      ))}
    </ChoiceGroup>
  )
}

const Person = ({
  form,
  one,
  profile,
  error,
}: {
  readonly form: UseFormReturn<BuildValues>
  readonly one: CaseView
  readonly profile: ProfileId
  readonly error: string | undefined
}) => {
  const people = useStore((state) => state.packPeople)
  const load = useStore((state) => state.loadPackPeople)
  useEffect(() => void load(one.id), [load, one.id])
  return (
    <SelectField
      id="choices.person"
      label={profiles[profile].person === 'about' ? 'Whose data it is' : 'Who receives it'}
      hint="Somebody of the people key, so that what must not be told to them is left out."
      error={error}
      {...form.register('choices.person', emptyIsNull)}
    >
      <option value="">Choose a person</option>
      {people
        .filter(({ kind }) => kind === 'person')
        .map(({ id, pseudonym }) => (
          <option key={id} value={id}>
            {pseudonym}
          </option>
        ))}
    </SelectField>
  )
}

/** What a builder may choose within a profile. */
export const ChoicesFields = ({
  form,
  one,
  profile: id,
  errorOf,
}: {
  readonly form: UseFormReturn<BuildValues>
  readonly one: CaseView
  readonly profile: ProfileId
  readonly errorOf: (path: string) => string | undefined
}) => {
  const profile = profiles[id]
  const dates = useWatch({ control: form.control, name: 'choices.dates' })
  return (
    <>
      {profile.person !== 'none' && (
        <Person form={form} one={one} profile={id} error={errorOf('choices.person')} />
      )}
      {profile.kinds.length > 1 && (
        <ChoiceGroup id="choices.kinds" legend="What goes in" inline error={errorOf('choices.kinds')}>
          {profile.kinds.map((kind) => (
            <Choice
              key={kind}
              type="checkbox"
              value={kind}
              label={kindTitles[kind]}
              {...form.register('choices.kinds')}
            />
          ))}
        </ChoiceGroup>
      )}
      <ChoiceGroup id="choices.agencies" legend="Accounts of" inline error={errorOf('choices.agencies')}>
        {one.agencyList.map((agency) => (
          <Choice
            key={agency.id}
            type="checkbox"
            value={agency.id}
            label={agency.name}
            {...form.register('choices.agencies')}
          />
        ))}
      </ChoiceGroup>
      <div className="pack-choices">
        <DayChoice
          form={form}
          name="from"
          label="From"
          side="earliest"
          hint="For example: 4 March 2023"
          optional
          error={errorOf('choices.from')}
        />
        <DayChoice
          form={form}
          name="to"
          label="To"
          side="latest"
          hint="For example: June 2024"
          optional
          error={errorOf('choices.to')}
        />
        <Ways form={form} name="dates" label="Dates" ways={profile.dates} titles={dateTitles} />
        {dates === 'relative' && (
          <DayChoice
            form={form}
            name="dayZero"
            label="Day 0"
            side="earliest"
            hint="Such as the day of death. It stands nowhere in the pack."
            error={errorOf('choices.dayZero')}
          />
        )}
        <Ways form={form} name="ages" label="Ages" ways={profile.ages} titles={ageTitles} />
        <Ways
          form={form}
          name="professionals"
          label="Professionals"
          ways={profile.professionals}
          titles={nameTitles}
        />
        <Ways form={form} name="places" label="Places" ways={profile.places} titles={nameTitles} />
      </div>
      <OpenedMarks form={form} profile={id} />
    </>
  )
}
