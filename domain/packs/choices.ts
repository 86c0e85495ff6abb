import { z } from 'zod'
import { isCalendarDate } from '../case/plain-date.ts'
import { sensitivityFlags, type SensitivityFlag } from '../chronology/analysis.ts'
import { ageWays, dateWays, nameWays, packKinds, type Profile } from './profile.ts'

const id = z.string().min(1).max(100)
const day = z.string().refine(isCalendarDate, 'Enter a day that exists')

/** A mark let in, and by what law: UK GDPR Article 9(2) with a Schedule 1 condition, or Article 10 with one. */
export const openedMarkSchema = z.object({
  flag: z.enum(sensitivityFlags),
  basis: z.string().trim().min(1, 'State the basis').max(500),
})

/** What a builder chose within a profile. Nothing in it lets through what the profile does not name. */
export const packChoicesSchema = z.object({
  /** Agencies whose entries and contributions go in; null is every agency of the case. */
  agencies: z.array(id).min(1, 'Choose at least one agency').max(200).nullable(),
  kinds: z.array(z.enum(packKinds)).min(1, 'Choose at least one kind'),
  /** Entries whose date lies wholly in between; null is open. */
  from: day.nullable(),
  to: day.nullable(),
  dates: z.enum(dateWays),
  /** The day from which relative dates count, such as the day of death. It stands nowhere in the pack. */
  dayZero: day.nullable(),
  ages: z.enum(ageWays),
  places: z.enum(nameWays),
  professionals: z.enum(nameWays),
  sensitive: z.array(openedMarkSchema).max(sensitivityFlags.length),
  /** Id in the people key of who receives a family's pack, or whose data a data subject's copy holds. */
  person: id.nullable(),
})
export type PackChoices = z.output<typeof packChoicesSchema>

/** Some of the choices, the others being left to the profile. */
export type GivenChoices = { readonly [Choice in keyof PackChoices]?: PackChoices[Choice] | undefined }

/** What is chosen where nothing else is said; what is given wins. */
export const settleChoices = (profile: Profile, given: GivenChoices = {}): PackChoices => ({
  agencies: null,
  kinds: [...profile.kinds],
  from: null,
  to: null,
  dates: first(profile.dates),
  dayZero: null,
  ages: first(profile.ages),
  places: first(profile.places),
  professionals: first(profile.professionals),
  sensitive: [],
  person: null,
  ...withoutUndefined(given),
})

const withoutUndefined = (given: GivenChoices): Partial<PackChoices> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('a profile offers no way of writing something')
  return one
}

/** Marks whose entries go in: those the profile lets through, and those a builder opened with a basis. */
export const openMarks = (profile: Profile, choices: PackChoices): readonly SensitivityFlag[] => [
  ...profile.flags,
  ...choices.sensitive.map(({ flag }) => flag).filter((flag) => profile.mayOpen.includes(flag)),
]

/** Why a profile does not allow these choices, field by field; empty where it does. */
export const choiceProblems = (
  profile: Profile,
  choices: PackChoices,
): readonly { readonly path: string; readonly message: string }[] => {
  const problems: { path: string; message: string }[] = []
  const say = (path: string, message: string): void => {
    problems.push({ path: `choices.${path}`, message })
  }
  const offered = (path: keyof Profile & keyof PackChoices, value: string, list: readonly string[]): void => {
    if (!list.includes(value)) say(path, `This profile does not allow “${value}” here.`)
  }
  for (const kind of choices.kinds) offered('kinds', kind, profile.kinds)
  offered('dates', choices.dates, profile.dates)
  offered('ages', choices.ages, profile.ages)
  offered('places', choices.places, profile.places)
  offered('professionals', choices.professionals, profile.professionals)
  for (const { flag } of choices.sensitive)
    if (!profile.mayOpen.includes(flag))
      say('sensitive', `This profile does not let in entries marked “${flag}”.`)
  if (new Set(choices.sensitive.map(({ flag }) => flag)).size < choices.sensitive.length)
    say('sensitive', 'A mark is let in once, with one basis.')
  if (choices.dates === 'relative' && choices.dayZero === null)
    say('dayZero', 'Enter the day that relative dates count from')
  if (choices.from !== null && choices.to !== null && choices.to < choices.from)
    say('to', 'The end must not be before the beginning')
  if (profile.person !== 'none' && choices.person === null)
    say('person', profile.person === 'about' ? 'Choose whose data this is' : 'Choose who receives it')
  return problems
}
