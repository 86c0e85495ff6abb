import {
  flagTitles,
  observationTitles,
  type Observation,
  type ObservedThing,
} from '../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../domain/chronology/case-wording.ts'
import type { Certainty } from '../../domain/chronology/entry-list.ts'
import { writeDay } from '../../domain/dates/calendar.ts'
import type { ValidInput } from '../contract.ts'
import type { Reading } from './show-entries.ts'

type Asked = ValidInput<'chronology.export-review'>
type Filter = Omit<Asked, 'caseId' | 'names'>

export type FilterNames = {
  readonly wording: CaseWording
  readonly agency: (agencyId: string) => string
  readonly source: (sourceId: string) => string
  readonly text: Reading
}

const anyOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`

const certainties: Readonly<Record<Certainty, string>> = {
  exact: 'dated to one day',
  uncertain: 'of an uncertain date',
  none: 'without a date that was understood',
}

const observed =
  (what: string) =>
  (wanted: readonly (Observation | 'none')[]): string =>
    `${what}: ${anyOf(wanted.map((one) => (one === 'none' ? 'nobody has said' : observationTitles[one].toLowerCase())))}`

const observedWords: Readonly<Record<ObservedThing, string>> = {
  adultSeen: 'adult seen',
  spokenAlone: 'spoken to alone',
  voiceHeard: 'voice or wishes recorded',
  capacity: 'capacity considered',
}

type Phrases = {
  readonly [Key in keyof Required<Filter>]: (
    value: NonNullable<Filter[Key]>,
    names: FilterNames,
  ) => string | null
}

/** One phrase for each thing that can be filtered for; one that has none fails the build. */
const phrases: Phrases = {
  search: (words, { text }) => (words === '' ? null : `that hold ${text(words)}`),
  agencies: (ids, { agency }) => `from ${anyOf(ids.map(agency))}`,
  from: (day) => `from ${writeDay(day)} on`,
  to: (day) => `up to ${writeDay(day)}`,
  status: (status) => (status === 'removed' ? 'that a later version of their file no longer holds' : null),
  judgements: (wanted, { wording }) =>
    `judged ${anyOf(wanted.map((one) => (one === 'none' ? 'not yet' : wording.judgements[one].toLowerCase())))}`,
  kloes: (lines, { wording }) => `of ${anyOf(lines.map((n) => wording.kloes[n] ?? `KLOE ${n}`))}`,
  adultSeen: observed(observedWords.adultSeen),
  spokenAlone: observed(observedWords.spokenAlone),
  voiceHeard: observed(observedWords.voiceHeard),
  capacity: observed(observedWords.capacity),
  flags: (flags) => `marked ${anyOf(flags.map((flag) => flagTitles[flag].toLowerCase()))}`,
  analysed: (is) => (is ? 'analysed' : 'not analysed yet'),
  accountChanged: (is) =>
    is ? 'whose account changed after it was judged' : 'whose account has not changed since it was judged',
  sensitive: (is) => (is ? 'marked as sensitive' : 'not marked as sensitive'),
  linked: (is) => (is ? 'linked with another account' : 'linked with no other account'),
  inConflict: (is) => (is ? 'in an unresolved conflict' : 'in no unresolved conflict'),
  commented: (is) => (is ? 'with comments' : 'without comments'),
  mentionsMe: (is) =>
    is
      ? 'in whose comments the person who exported this is mentioned'
      : 'in whose comments the person who exported this is not mentioned',
  contactTypes: (types, { text }) => `of the kind ${anyOf(types.map(text))}`,
  certainty: (wanted) => anyOf(wanted.map((one) => certainties[one])),
  dateQueried: (is) => (is ? 'whose date should be checked' : 'whose date needs no check'),
  hiddenRow: (is) => (is ? 'from rows hidden in their file' : 'from rows not hidden in their file'),
  declared: (is) => (is ? 'that state no contact' : 'that are contacts'),
  sources: (ids, { source }) => `from ${anyOf(ids.map(source))}`,
}

/** What was filtered for, a phrase each, in the words of the case; empty where everything was asked for. */
export const filterWords = (filter: Filter, names: FilterNames): readonly string[] =>
  (Object.keys(phrases) as (keyof Filter)[]).flatMap((key) => {
    const value = filter[key]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    const phrase = (phrases[key] as (value: unknown, names: FilterNames) => string | null)(value, names)
    return phrase === null ? [] : [phrase]
  })
