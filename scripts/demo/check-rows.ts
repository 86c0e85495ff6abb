import type { EntryRow } from '../../workspace/views.ts'
import type { ExpectedRow } from './expected.ts'

/** For an approximate date a wider span that holds the given one is also right (the answer key's own convention). */
const spanHolds = (row: EntryRow, expected: ExpectedRow): boolean => {
  const { earliest, latest } = row.date
  if (earliest === expected.earliest && latest === expected.latest) return true
  if (expected.precision !== 'approximate') return false
  const startsInTime = earliest === null || (expected.earliest !== null && earliest <= expected.earliest)
  const endsInTime = latest === null || (expected.latest !== null && latest >= expected.latest)
  return startsInTime && endsInTime
}

const faultOf = (row: EntryRow | undefined, expected: ExpectedRow): string | null => {
  const at = `${expected.file} ${expected.where}`
  if (!row) return `${at}: no entry`
  if (row.date.original !== expected.date_as_written)
    return `${at}: written "${expected.date_as_written}", kept "${row.date.original}"`
  if (!spanHolds(row, expected)) return `${at}: ${row.date.earliest} to ${row.date.latest}`
  if (row.date.precision !== expected.precision) return `${at}: precision ${row.date.precision}`
  if ((row.date.time ?? null) !== (expected.time ?? null)) return `${at}: time ${row.date.time ?? 'none'}`
  return row.event.startsWith(expected.text_starts) ? null : `${at}: text differs`
}

/** Every expected row of a file against the combined chronology. */
export const rowFaults = (
  entries: readonly EntryRow[],
  file: string,
  expected: readonly ExpectedRow[],
): { readonly faults: readonly string[]; readonly checked: number } => {
  const rows = expected.filter((row) => row.file === file)
  const byPlace = new Map(
    entries.filter((entry) => entry.source.file === file).map((entry) => [entry.source.where, entry]),
  )
  const faults = rows.flatMap((row) => faultOf(byPlace.get(row.where), row) ?? [])
  return { faults, checked: rows.length }
}
