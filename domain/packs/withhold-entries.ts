import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import { openMarks, settleChoices, type PackChoices } from './choices.ts'
import type { Profile } from './profile.ts'

/** Why an entry is not in a pack, in the order in which it is asked; the first that applies is the one. */
export const withheldReasons = [
  'other-agency',
  'outside-period',
  'hidden-row',
  'sensitive',
  'not-to-be-told',
  'not-about-them',
] as const
export type WithheldReason = (typeof withheldReasons)[number]

export type Withholding<Entry> = {
  /** What a pack holds. */
  readonly open: readonly Entry[]
  readonly withheld: Readonly<Record<WithheldReason, readonly Entry[]>>
}

type Weighed = {
  readonly agencyId: string
  readonly date: ImpreciseDate
  /** It stood in a row its agency had hidden. */
  readonly hiddenRow: boolean
  /** How the review has marked it as sensitive. */
  readonly flags: readonly string[]
}

/**
 * Which entries of a chronology a profile and a builder's choices let through, and why the others are withheld. An entry is
 * in the period only where its whole date is; a mark that nobody knows withholds. Each entry stands in one list, in the
 * order given. `mustNotRead` and `concerns` say of an entry whether it holds what the recipient must not be told, and
 * whether it is about the person whose data are asked for.
 */
export const withholdEntries = <Entry extends Weighed>(
  entries: readonly Entry[],
  profile: Profile,
  choices: PackChoices = settleChoices(profile),
  reader: {
    readonly mustNotRead: (entry: Entry) => boolean
    readonly concerns: (entry: Entry) => boolean
  } = { mustNotRead: () => false, concerns: () => true },
): Withholding<Entry> => {
  const allowed: ReadonlySet<string> = new Set(openMarks(profile, choices))
  const reasonOf = (entry: Entry): WithheldReason | null => {
    if (choices.agencies !== null && !choices.agencies.includes(entry.agencyId)) return 'other-agency'
    if (!isWithin(entry.date, choices)) return 'outside-period'
    if (entry.hiddenRow) return 'hidden-row'
    if (!entry.flags.every((flag) => allowed.has(flag))) return 'sensitive'
    if (reader.mustNotRead(entry)) return 'not-to-be-told'
    return reader.concerns(entry) ? null : 'not-about-them'
  }
  const open: Entry[] = []
  const withheld: Record<WithheldReason, Entry[]> = {
    'other-agency': [],
    'outside-period': [],
    'hidden-row': [],
    sensitive: [],
    'not-to-be-told': [],
    'not-about-them': [],
  }
  for (const entry of entries) {
    const reason = reasonOf(entry)
    if (reason === null) open.push(entry)
    else withheld[reason].push(entry)
  }
  return { open, withheld }
}

const isWithin = ({ earliest, latest }: ImpreciseDate, { from, to }: PackChoices): boolean =>
  (from === null || (earliest !== null && earliest >= from)) &&
  (to === null || (latest !== null && latest <= to))
