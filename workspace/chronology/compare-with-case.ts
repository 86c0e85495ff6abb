import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../db/database.ts'
import { currentEntriesOfSource, removedEntriesOfSources, type EntryInFull } from '../../db/entries.ts'
import { countAlike, entriesOfDays } from '../../db/entry-likeness.ts'
import { listSources, type Source } from '../../db/sources.ts'
import {
  compareVersions,
  findReturned,
  type FieldChange,
  type ReturnedEntry,
  type VersionDifference,
} from '../../domain/chronology/compare-versions.ts'
import type { ParsedChronology, ParsedEntries, ParsedEntry } from '../../domain/chronology/entry.ts'
import { sha256 } from '../sha256.ts'

export type Difference = Omit<VersionDifference<EntryInFull, ParsedEntry>, 'added'> & {
  readonly added: ParsedEntries
  /** Which of `added` an earlier version held: the same entry again, not a new one. */
  readonly returned: readonly ReturnedEntry<EntryInFull, ParsedEntry>[]
}

/** What a file changes in a case, against which of the agency's files, and whether that is the very same file. */
export type Comparison = {
  readonly difference: Difference
  readonly earlier: Source | null
  readonly sameFile: boolean
}

/** At least this share of the shorter version must be the same entries for a file to count as a new version of another. */
const leastOverlap = 0.3

/**
 * Against the very same file where the agency has it already, else against the one it most looks like a new version of;
 * against nothing where it looks like none.
 */
export const compareWithCase = (
  db: Db,
  caseId: string,
  agencyId: string,
  file: { readonly sha256: string; readonly parsed: ParsedChronology },
): Comparison => {
  const sources = listSources(db, caseId).filter((source) => source.agencyId === agencyId)
  const current = sources.filter(({ supersededBy }) => supersededBy === null)
  const after = (earlier: Source, difference: VersionDifference<EntryInFull, ParsedEntry>): Difference => {
    const { added } = difference
    const gone = added.length === 0 ? [] : removedEntriesOfSources(db, versionsOf(sources, earlier))
    return { ...difference, returned: findReturned(gone, added) }
  }
  const nothing = { added: file.parsed.entries, changed: [], removed: [], unchanged: [], returned: [] }
  if (current.length === 0) return { difference: nothing, earlier: null, sameFile: false }
  const same = current.find((source) => source.sha256 === file.sha256)
  if (same)
    return {
      difference: after(same, compareReadings(currentEntriesOfSource(db, same.id), [...file.parsed.entries])),
      earlier: same,
      sameFile: true,
    }
  const likeliest = likeliestEarlier(db, current, file.parsed.entries)
  if (likeliest) {
    const before = currentEntriesOfSource(db, likeliest.id)
    const entries = [...file.parsed.entries]
    const difference = compareVersions(before, entries)
    if (shareFound(difference, before.length, entries.length) >= leastOverlap)
      return { difference: after(likeliest, difference), earlier: likeliest, sameFile: false }
  }
  return { difference: nothing, earlier: null, sameFile: false }
}

/** A file and all it took the place of, one after another, by their ids. */
const versionsOf = (sources: readonly Source[], latest: Source): readonly string[] => {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const ids: string[] = []
  for (let source: Source | undefined = latest; source; source = byId.get(source.supersedes ?? ''))
    ids.push(source.id)
  return ids
}

const shareFound = (
  { unchanged, changed }: VersionDifference<unknown, unknown>,
  before: number,
  after: number,
): number => (unchanged.length + changed.length) / Math.max(1, Math.min(before, after))

const sampleSize = 200

/** A text as a number: of all texts of a case, no two have the same but by a chance nobody will see. */
const markOf = (text: string): number => Number.parseInt(sha256(text).slice(0, 13), 16)

/**
 * The one of an agency's files that most looks like an earlier version: by equal references and events where there are
 * enough of them, else by a sample of the new rows beside what the file holds of the same days. Reading every file whole
 * would make each import dearer than the last, and holding the new one whole would take memory with its size.
 */
const likeliestEarlier = (db: Db, sources: readonly Source[], entries: ParsedEntries): Source | null => {
  if (sources.length === 0) return null
  const [references, events] = [new Set<number>(), new Set<number>()]
  const every = Math.max(1, Math.floor(entries.length / sampleSize))
  const sample: ParsedEntry[] = []
  let index = 0
  for (const entry of entries) {
    const { reference, event } = entry.fields
    if (reference?.trim()) references.add(markOf(reference.trim()))
    if (event) events.add(markOf(event))
    if (index % every === 0) sample.push({ ...entry, cells: [] })
    index += 1
  }
  const held = countAlike(
    db,
    sources,
    ({ reference, event }) => references.has(markOf(reference)) || events.has(markOf(event)),
  )
  const days = sample.map(({ date }) => date)
  const scored = sources.map((source) => {
    const { all, alike } = held.get(source.id) ?? { all: 0, alike: 0 }
    const share = alike / Math.max(1, Math.min(all, entries.length))
    if (share >= leastOverlap) return { source, share }
    const before = entriesOfDays(db, source.id, days)
    return { source, share: shareFound(compareVersions(before, sample), all, sample.length) }
  })
  const [best] = scored.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  return best?.source ?? null
}

/** Of one file read twice, by another mapping perhaps: a row is the same entry as before, and may be understood otherwise. */
const compareReadings = (
  previous: readonly EntryInFull[],
  next: readonly ParsedEntry[],
): VersionDifference<EntryInFull, ParsedEntry> => {
  const placeOf = ({ sheet, row }: ParsedEntry | EntryInFull): string => JSON.stringify([sheet, row])
  const waiting = new Map(next.map((entry) => [placeOf(entry), entry]))
  const changed: Difference['changed'][number][] = []
  const unchanged: Difference['unchanged'][number][] = []
  const removed: EntryInFull[] = []
  for (const before of previous) {
    const after = waiting.get(placeOf(before))
    waiting.delete(placeOf(before))
    if (!after) removed.push(before)
    else if (isStoredAs(before, after)) unchanged.push({ before, after })
    else changed.push({ before, after, matchedBy: 'reference', fields: otherReadings(before, after) })
  }
  return { added: next.filter((entry) => waiting.get(placeOf(entry)) === entry), changed, removed, unchanged }
}

const otherReadings = (before: EntryInFull, after: ParsedEntry): readonly FieldChange[] => {
  const texts = (entry: EntryInFull | ParsedEntry): Readonly<Record<string, string>> => ({
    ...entry.fields,
    date: entry.date.original,
  })
  const [was, is] = [texts(before), texts(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((heading) => {
    const change = { heading, before: was[heading] ?? '', after: is[heading] ?? '' }
    return change.before === change.after ? [] : [change]
  })
}

/** Whether the vault holds a row exactly as it was just read, its number and what stands beside it included. */
export const isStoredAs = (before: EntryInFull, after: ParsedEntry): boolean => {
  const parts = ({ date, stored, declaredNoContact, hiddenRow, fields, cells, aside }: ParsedEntry) => ({
    ...{ date, stored, declaredNoContact, hiddenRow, fields, cells, aside },
  })
  return isDeepStrictEqual(plain(parts(before)), plain(parts(after)))
}

/** As it comes back from storage: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
