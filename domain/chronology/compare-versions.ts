import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import type { ParsedEntry } from './entry.ts'
import { similarity, wordsOf } from './text-similarity.ts'

/** What comparing needs of an entry: parsed just now, or stored at an earlier import. */
export type ComparableEntry = Pick<ParsedEntry, 'fields' | 'cells'> & { readonly date: ImpreciseDate }

/** How two rows were found to be the same entry. */
export type MatchedBy = 'reference' | 'content' | 'likeness'

/** A column whose text differs, by heading where it has one. */
export type FieldChange = { readonly heading: string; readonly before: string; readonly after: string }

export type VersionDifference<Before, After> = {
  readonly added: readonly After[]
  readonly changed: readonly {
    readonly before: Before
    readonly after: After
    readonly matchedBy: MatchedBy
    readonly fields: readonly FieldChange[]
  }[]
  readonly removed: readonly Before[]
  readonly unchanged: readonly { readonly before: Before; readonly after: After }[]
}

/**
 * What a new version of an agency's file changes. Rows are the same entry by the agency's own reference where that is
 * unique in both and is more than a row count; else by equal content; else by the greatest likeness on one date, of at
 * least half. Every row of both versions is in exactly one list, in file order. Requirements section 2: a re-import
 * yields added, changed and removed, never a silent overwrite or a double.
 */
export const compareVersions = <Before extends ComparableEntry, After extends ComparableEntry>(
  previous: readonly Before[],
  next: readonly After[],
): VersionDifference<Before, After> => {
  if (previous.length === 0) return { added: next, changed: [], removed: [], unchanged: [] }
  const matches = new Map<number, { readonly to: number; readonly by: MatchedBy }>()
  const taken = new Set<number>()
  const match = (from: number, to: number, by: MatchedBy): void => {
    matches.set(from, { to, by })
    taken.add(to)
  }
  matchUnique(previous, next, referencesOf(previous), referencesOf(next), (from, to) =>
    match(from, to, 'reference'),
  )
  matchContent(previous, next, matches, taken, (from, to) => match(from, to, 'content'))
  matchLikeness(previous, next, matches, taken, (from, to) => match(from, to, 'likeness'))

  const changed: { before: Before; after: After; matchedBy: MatchedBy; fields: readonly FieldChange[] }[] = []
  const unchanged: { before: Before; after: After }[] = []
  const removed: Before[] = []
  previous.forEach((before, from) => {
    const found = matches.get(from)
    const after = found && next[found.to]
    if (!found || !after) return removed.push(before)
    const fields = fieldChanges(before, after).filter(
      (change) => found.by === 'reference' || !isCount(change, before, after),
    )
    if (fields.length === 0) return unchanged.push({ before, after })
    return changed.push({ before, after, matchedBy: found.by, fields })
  })
  return { added: next.filter((_, to) => !taken.has(to)), changed, removed, unchanged }
}

export type ReturnedEntry<Before, After> = {
  readonly before: Before
  readonly after: After
  readonly fields: readonly FieldChange[]
}

/**
 * Which of a file's new rows an earlier version held and a later one left out: the same entry again, so that what was said
 * of it returns. By the agency's own reference where it is unique in both and more than a number; else by equal content;
 * else by the greatest likeness on one date, of at least half. A number alone is no proof across versions that lie apart.
 */
export const findReturned = <Before extends ComparableEntry, After extends ComparableEntry>(
  gone: readonly Before[],
  added: readonly After[],
): readonly ReturnedEntry<Before, After>[] => {
  const found = compareVersions(gone.map(withoutNumber), added.map(withoutNumber))
  return [...found.unchanged, ...found.changed].map(
    ({ before: { whole: before }, after: { whole: after } }) => ({
      before,
      after,
      fields: fieldChanges(before, after).filter((change) => !isCount(change, before, after)),
    }),
  )
}

/** An entry for comparing, its reference left out where it is a number. */
const withoutNumber = <Entry extends ComparableEntry>(entry: Entry) => {
  const { reference, ...fields } = entry.fields
  const named = reference !== undefined && !/^\d+\.?$/.test(reference.trim())
  return { date: entry.date, cells: entry.cells, fields: named ? entry.fields : fields, whole: entry }
}

/** References by entry, or none where they only count the rows: 1, 2, 3 shift as soon as a row is put in. */
const referencesOf = (entries: readonly ComparableEntry[]): readonly (string | undefined)[] => {
  const references = entries.map((entry) => entry.fields.reference?.trim() || undefined)
  const given = references.flatMap((reference) => (reference === undefined ? [] : [reference]))
  const counts = given.every(
    (reference, index) =>
      /^\d+\.?$/.test(reference) &&
      Number.parseInt(reference, 10) === index + Number.parseInt(given[0] ?? '', 10),
  )
  return counts ? references.map(() => undefined) : references
}

const matchUnique = <Before, After>(
  previous: readonly Before[],
  next: readonly After[],
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
  match: (from: number, to: number) => void,
): void => {
  const unique = (texts: readonly (string | undefined)[], length: number): Map<string, number> => {
    const places = new Map<string, number>()
    const repeated = new Set<string>()
    for (let index = 0; index < length; index++) {
      const text = texts[index]
      if (text === undefined) continue
      if (places.has(text)) repeated.add(text)
      places.set(text, index)
    }
    for (const text of repeated) places.delete(text)
    return places
  }
  const target = unique(after, next.length)
  for (const [text, from] of unique(before, previous.length)) {
    const to = target.get(text)
    if (to !== undefined) match(from, to)
  }
}

type Free = {
  readonly matches: ReadonlyMap<number, unknown>
  readonly taken: ReadonlySet<number>
}

/** Rows that read the same, in file order where several do; the reference is left out, since it may only count rows. */
const matchContent = (
  previous: readonly ComparableEntry[],
  next: readonly ComparableEntry[],
  matches: Free['matches'],
  taken: Free['taken'],
  match: (from: number, to: number) => void,
): void => {
  if (previous.every((_, from) => matches.has(from))) return
  const waiting = new Map<string, number[]>()
  next.forEach((entry, to) => {
    if (taken.has(to)) return
    const content = contentOf(entry)
    const same = waiting.get(content)
    if (same) same.push(to)
    else waiting.set(content, [to])
  })
  previous.forEach((entry, from) => {
    if (matches.has(from)) return
    const to = waiting.get(contentOf(entry))?.shift()
    if (to !== undefined) match(from, to)
  })
}

const contentOf = (entry: ComparableEntry): string => {
  const { reference: _reference, ...fields } = entry.fields
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([entry.date.original, sorted])
}

const leastLikeness = 0.5

/** How far apart in the order of their date two rows may stand and still be compared: a file may give thousands one date. */
const nearby = 100

/** The likest pairs on one date first; a row is used once. */
const matchLikeness = (
  previous: readonly ComparableEntry[],
  next: readonly ComparableEntry[],
  matches: Free['matches'],
  taken: Free['taken'],
  match: (from: number, to: number) => void,
): void => {
  const dayOf = (entry: ComparableEntry): string => `${entry.date.earliest}/${entry.date.latest}`
  const textOf = (entry: ComparableEntry): string =>
    [entry.fields.event, entry.fields.action].filter(Boolean).join(' ')
  // Only rows of a date that an unmatched row has can be like it.
  const days = new Set(previous.flatMap((entry, from) => (matches.has(from) ? [] : [dayOf(entry)])))
  const free = next.flatMap((entry, to) => {
    const day = dayOf(entry)
    return taken.has(to) || !days.has(day) ? [] : [{ to, day, words: wordsOf(textOf(entry)) }]
  })
  const byDay = Map.groupBy(free, (each) => each.day)
  const seen = new Map<string, number>()
  const pairs = previous.flatMap((entry, from) => {
    if (matches.has(from)) return []
    const day = dayOf(entry)
    const nth = seen.get(day) ?? 0
    seen.set(day, nth + 1)
    const words = wordsOf(textOf(entry))
    const near = (byDay.get(day) ?? []).slice(Math.max(0, nth - nearby), nth + nearby)
    return near.map((each) => ({ from, to: each.to, like: similarity(words, each.words) }))
  })
  pairs.sort((a, b) => b.like - a.like || a.from - b.from || a.to - b.to)
  for (const { from, to, like } of pairs)
    if (like >= leastLikeness && !matches.has(from) && !taken.has(to)) match(from, to)
}

/** A row number that moved because a row was put in or taken out above it. */
const isCount = (change: FieldChange, before: ComparableEntry, after: ComparableEntry): boolean =>
  /^\d+\.?$/.test(change.before) &&
  change.before === before.fields.reference?.trim() &&
  change.after === after.fields.reference?.trim()

/** The cells that differ. Cells are compared by heading, and by place where headings repeat or are missing. */
export const fieldChanges = (
  before: Pick<ComparableEntry, 'cells'>,
  after: Pick<ComparableEntry, 'cells'>,
): readonly FieldChange[] => {
  const left = cellsByHeading(before)
  const right = cellsByHeading(after)
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const was = left.get(key)
    const is = right.get(key)
    if ((was?.text ?? '') === (is?.text ?? '')) return []
    return [{ heading: (is ?? was)?.heading ?? '', before: was?.text ?? '', after: is?.text ?? '' }]
  })
}

const cellsByHeading = (
  entry: Pick<ComparableEntry, 'cells'>,
): Map<string, { readonly heading: string; readonly text: string }> => {
  const seen = new Map<string, number>()
  return new Map(
    entry.cells.map((cell) => {
      const count = seen.get(cell.heading) ?? 0
      seen.set(cell.heading, count + 1)
      return [`${cell.heading}\n${count}`, cell]
    }),
  )
}
