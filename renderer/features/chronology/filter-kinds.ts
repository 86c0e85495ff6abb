import {
  flagTitles,
  judgements,
  type ObservedThing,
  observations,
  observationTitles,
  sensitivityFlags,
} from '../../../domain/chronology/analysis.ts'
import { columnRules, type CaseWording } from '../../../domain/chronology/case-wording.ts'
import type { CaseView, EntryChoices } from '../../../workspace/views.ts'
import { dayInWords, listed } from '../../ui/words.ts'
import type { ChronologyFilter } from './reading.ts'

/** What a case offers to filter for. */
export type FilterSetting = {
  readonly one: CaseView
  readonly wording: CaseWording
  /** Null until it is here. */
  readonly choices: EntryChoices | null
}

export type FilterOption = { readonly id: string; readonly label: string; readonly detail?: string }

/** One thing a list can be narrowed by: what there is to choose, what is chosen, and how that is said. */
export type FilterKind = {
  readonly id: string
  readonly title: string
  /** Empty for the period, whose days are typed. */
  readonly options: (setting: FilterSetting) => readonly FilterOption[]
  /** Whether only one may be chosen. */
  readonly single?: true
  readonly chosen: (filter: ChronologyFilter) => readonly string[]
  readonly choose: (ids: readonly string[]) => Partial<ChronologyFilter>
  readonly says: (labels: readonly string[], filter: ChronologyFilter) => string
}

/** Filters whose value is a list of words. */
type ListKey = 'agencies' | 'contactTypes' | 'certainty' | 'sources' | 'judgements' | 'flags' | ObservedThing

const choosing = (
  id: ListKey,
  title: string,
  says: (labels: string) => string,
  options: FilterKind['options'],
): FilterKind => ({
  ...{ id, title, options },
  chosen: (filter) => filter[id] ?? [],
  // The door checks every word against those it knows.
  choose: (ids) => ({ [id]: ids }),
  says: (labels) => says(listed(labels, 'or')),
})

type FlagKey =
  | 'dateQueried'
  | 'hiddenRow'
  | 'declared'
  | 'accountChanged'
  | 'analysed'
  | 'linked'
  | 'inConflict'
  | 'commented'
  | 'mentionsMe'
  | 'sensitive'

/** Something an entry is or is not. */
const being = (id: FlagKey, title: string, yes: string, no?: string): FilterKind => ({
  ...{ id, title, single: true },
  options: () => [{ id: 'yes', label: yes }, ...(no === undefined ? [] : [{ id: 'no', label: no }])],
  chosen: (filter) => (filter[id] === undefined ? [] : [filter[id] ? 'yes' : 'no']),
  choose: ([chosen]) => ({ [id]: chosen === undefined ? undefined : chosen === 'yes' }),
  says: ([label = '']) => label.toLowerCase(),
})

const observing = (id: ObservedThing): FilterKind => {
  const { heading } = columnRules[id]
  return choosing(
    id,
    heading,
    (labels) => `“${heading.toLowerCase()}” is ${labels.toLowerCase()}`,
    () => [
      ...observations.map((one) => ({ id: one, label: observationTitles[one] })),
      { id: 'none', label: 'Not said' },
    ],
  )
}

const period: FilterKind = {
  id: 'period',
  title: 'Period',
  options: () => [],
  chosen: ({ from, to }) => (from === '' && to === '' ? [] : ['period']),
  choose: (ids) => (ids.length === 0 ? { from: '', to: '' } : {}),
  says: (_, { from, to }) => {
    if (from === '') return `on or before ${dayInWords(to, true)}`
    return to === ''
      ? `on or after ${dayInWords(from, true)}`
      : `between ${dayInWords(from, true)} and ${dayInWords(to, true)}`
  },
}

const kloe: FilterKind = {
  id: 'kloes',
  title: 'Key line of enquiry',
  options: ({ one, wording }) =>
    one.kloes.map(({ n, text }) => ({
      id: String(n),
      label: wording.kloes[String(n)] ?? `KLOE ${n}`,
      detail: text,
    })),
  chosen: ({ kloes = [] }) => kloes.map(String),
  choose: (ids) => ({ kloes: ids.map(Number) }),
  says: (labels) => `about ${listed(labels, 'or')}`,
}

const removed: FilterKind = {
  id: 'status',
  title: 'Removed in a later version',
  single: true,
  options: () => [{ id: 'removed', label: 'Removed in a later version of its file' }],
  chosen: ({ status }) => (status === 'removed' ? ['removed'] : []),
  choose: ([chosen]) => ({ status: chosen === 'removed' ? 'removed' : undefined }),
  says: () => 'removed in a later version of their file',
}

/** Everything a list can be narrowed by, in the order it is offered. A new kind is a line here. */
export const filterKinds: readonly FilterKind[] = [
  choosing(
    'agencies',
    'Agency',
    (labels) => `from ${labels}`,
    ({ one }) => one.agencyList.map(({ id, name }) => ({ id, label: name })),
  ),
  period,
  choosing(
    'contactTypes',
    'Kind of contact',
    (labels) => `whose kind of contact is ${labels}`,
    ({ choices }) =>
      (choices?.contactTypes ?? []).map(({ text, entries }) => ({
        ...{ id: text, label: text, detail: entries.toLocaleString('en-GB') },
      })),
  ),
  choosing(
    'certainty',
    'How sure the date is',
    (labels) => `whose date is ${labels.toLowerCase()}`,
    () => [
      { id: 'exact', label: 'One day' },
      { id: 'uncertain', label: 'Uncertain' },
      { id: 'none', label: 'Missing or not understood' },
    ],
  ),
  being('dateQueried', 'Date to check', 'Whose date should be checked'),
  choosing(
    'judgements',
    'Judgement',
    (labels) => `judged ${labels.toLowerCase()}`,
    ({ wording }) => [
      ...judgements.map((one) => ({ id: one, label: wording.judgements[one] })),
      { id: 'none', label: 'Not judged' },
    ],
  ),
  kloe,
  observing('adultSeen'),
  observing('spokenAlone'),
  observing('voiceHeard'),
  observing('capacity'),
  choosing(
    'flags',
    'Sensitivity',
    (labels) => `marked as ${labels.toLowerCase()}`,
    () => sensitivityFlags.map((flag) => ({ id: flag, label: flagTitles[flag] })),
  ),
  being('sensitive', 'Sensitive or not', 'Marked as sensitive', 'Not marked as sensitive'),
  being('analysed', 'Analysed or not', 'That have been analysed', 'That nobody has analysed'),
  being('accountChanged', 'Changed since judged', 'Whose account changed after it was judged'),
  being('linked', 'Same event', 'Linked with another account', 'Linked with no other account'),
  being('inConflict', 'Conflict', 'In an unresolved conflict', 'In no unresolved conflict'),
  being('commented', 'Comments', 'With comments', 'Without comments'),
  being('mentionsMe', 'Mentions', 'Where a comment mentions you'),
  being('declared', 'No contact declared', 'That declare no contact', 'That declare no gap'),
  being('hiddenRow', 'Hidden row', 'Hidden in the agency’s file', 'Not hidden in the agency’s file'),
  choosing(
    'sources',
    'File',
    (labels) => `from the file ${labels}`,
    ({ choices }) =>
      (choices?.sources ?? [])
        .filter(({ superseded }) => !superseded)
        .map(({ id, fileName }) => ({ id, label: fileName })),
  ),
  removed,
]

/** The sentence of one kind, as it stands on its chip. */
export const sayFilter = (kind: FilterKind, filter: ChronologyFilter, setting: FilterSetting): string => {
  const chosen = kind.chosen(filter)
  const labels = new Map(kind.options(setting).map(({ id, label }) => [id, label]))
  return kind.says(
    chosen.map((id) => labels.get(id) ?? '…'),
    filter,
  )
}

export const clearing = (kind: FilterKind): Partial<ChronologyFilter> => kind.choose([])
