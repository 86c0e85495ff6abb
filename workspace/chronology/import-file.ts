import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import {
  insertEntries,
  markRemoved,
  markReturned,
  moveEntriesToSource,
  type EntryInFull,
  type NewEntry,
} from '../../db/entries.ts'
import { keepStatedAbbreviations } from '../../db/glossary.ts'
import { insertSource, type Source } from '../../db/sources.ts'
import { readSource } from '../../documents/read/read-source.ts'
import type { FieldChange } from '../../domain/chronology/compare-versions.ts'
import type { ColumnMapping, ParsedChronology, ParsedEntry } from '../../domain/chronology/entry.ts'
import { readChronology } from '../../domain/chronology/parse-chronology.ts'
import type { SourceDocument } from '../../domain/chronology/source-table.ts'
import { statedAbbreviations } from '../../domain/chronology/stated-abbreviations.ts'
import { sortKey } from '../../domain/dates/compare-dates.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Environment, Session } from '../host.ts'
import type { ReadFile } from '../read-file.ts'
import { sha256 } from '../sha256.ts'
import type { ImportReport } from '../views.ts'
import { compareWithCase, isStoredAs, type Difference } from './compare-with-case.ts'

/** A file read and understood, not yet kept. */
export type PreparedImport = {
  readonly parsed: ParsedChronology
  /** Keeps it, inside a transaction, and tells what it changed. */
  readonly into: (caseId: string, agencyId: string) => ImportReport
  /** Tells what keeping it would change. */
  readonly wouldChange: (caseId: string, agencyId: string) => ImportReport
}

type Parts = { readonly session: Session; readonly env: Environment }

/** `document` is the file as read, where it was read before: a PDF cannot be read at once. */
export const prepareImport = (
  parts: Parts,
  file: ReadFile,
  mapping?: ColumnMapping,
  document: SourceDocument = readSource(file.bytes, file.name),
): PreparedImport => {
  const { parsed } = naming(file.name, () =>
    readChronology(document, mapping === undefined ? {} : { mapping }),
  )
  const { db } = parts.session.vault
  const { name } = file
  const compare = (caseId: string, agencyId: string) =>
    compareWithCase(db, caseId, agencyId, { sha256: file.sha256, parsed })
  return {
    parsed,
    wouldChange: (caseId, agencyId) => reportOf(parsed, compare(caseId, agencyId).difference, null),
    into: (caseId, agencyId) => {
      const { difference, earlier, sameFile } = compare(caseId, agencyId)
      const { added, changed, removed } = difference
      if (sameFile && earlier && added.length + changed.length + removed.length === 0)
        return reportOf(parsed, difference, { id: earlier.id, file: name, sha256: file.sha256 })
      const source = keepSource(parts, { caseId, agencyId, file, document, parsed, earlier })
      keepEntries(parts, source, difference, agencyOrder(db, caseId, agencyId))
      return reportOf(parsed, difference, { id: source.id, file: name, sha256: file.sha256 })
    },
  }
}

/** What is wrong inside a file, with the file's name before it. */
export const naming = <T>(name: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    const { code, message, fields } = error.failure
    throw new ExpectedError(code, `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, fields)
  }
}

const agencyOrder = (db: Db, caseId: string, agencyId: string): number =>
  listAgencies(db, caseId).findIndex((agency) => agency.agencyId === agencyId)

const keepSource = (
  { session, env }: Parts,
  given: {
    readonly caseId: string
    readonly agencyId: string
    readonly file: ReadFile
    readonly document: SourceDocument
    readonly parsed: ParsedChronology
    readonly earlier: Source | null
  },
): Omit<Source, 'supersededBy'> => {
  const source = {
    id: env.newId(),
    caseId: given.caseId,
    agencyId: given.agencyId,
    fileName: given.file.name,
    sha256: given.file.sha256,
    format: given.document.format,
    importedBy: session.user.id,
    importedAt: env.now(),
    supersedes: given.earlier?.id ?? null,
    rows: given.parsed.rows,
    announced: given.parsed.announced,
    mapping: given.parsed.mapping,
    needsAttention: given.parsed.needsAttention,
  }
  insertSource(session.vault.db, { ...source, bytes: given.file.bytes })
  keepStatedAbbreviations(session.vault.db, source.id, statedAbbreviations(given.document))
  return source
}

const entriesPerAgency = 1_000_000

/** Equal dates stand in the order of the agencies, then of their files. */
const keyOf = (entry: ParsedEntry, order: number): string =>
  sortKey(entry.date, order * entriesPerAgency + entry.n)

const hashOf = (entry: ParsedEntry): string =>
  sha256(JSON.stringify(entry.cells.map(({ heading, text }) => [heading, text])))

const newEntry = (
  env: Environment,
  source: Omit<Source, 'supersededBy'>,
  entry: ParsedEntry,
  order: number,
): NewEntry => ({
  id: env.newId(),
  caseId: source.caseId,
  agencyId: source.agencyId,
  sourceId: source.id,
  n: entry.n,
  sheet: entry.sheet,
  row: entry.row,
  where: entry.where,
  date: entry.date,
  stored: entry.stored,
  sortKey: keyOf(entry, order),
  hiddenRow: entry.hiddenRow,
  declaredNoContact: entry.declaredNoContact,
  fields: entry.fields,
  cells: entry.cells,
  aside: entry.aside,
  rowHash: hashOf(entry),
  createdAt: env.now(),
})

const keepEntries = (
  { session, env }: Parts,
  source: Omit<Source, 'supersededBy'>,
  difference: Difference,
  order: number,
): void => {
  const { db } = session.vault
  const earlier = new Map(difference.returned.map(({ before, after }) => [after, before]))
  const asNextOf = (before: EntryInFull, entry: ParsedEntry): NewEntry => ({
    ...newEntry(env, source, entry, order),
    recordId: before.recordId,
    version: before.version + 1,
  })
  // What is the same entry by its content may stand under another number, or with another note beside it.
  const standing = Map.groupBy(difference.unchanged, ({ before, after }) => isStoredAs(before, after))
  const changed = [...difference.changed, ...(standing.get(false) ?? [])]
  const returned: { readonly id: string; readonly replacedBy: string }[] = []
  const replaced: { readonly id: string; readonly replacedBy: string }[] = []
  // One at a time: of a large file, the rows to be stored are never all held beside the rows read.
  const toStore = function* (): Generator<NewEntry> {
    for (const entry of difference.added) {
      const before = earlier.get(entry)
      const next = before ? asNextOf(before, entry) : newEntry(env, source, entry, order)
      if (before) returned.push({ id: before.id, replacedBy: next.id })
      yield next
    }
    for (const { before, after } of changed) {
      const next = asNextOf(before, after)
      replaced.push({ id: before.id, replacedBy: next.id })
      yield next
    }
  }
  insertEntries(db, toStore())
  markReturned(db, returned)
  markRemoved(db, [...replaced, ...difference.removed.map(({ id }) => ({ id, replacedBy: null }))])
  moveEntriesToSource(
    db,
    (standing.get(true) ?? []).map(({ before, after }) => ({
      id: before.id,
      sourceId: source.id,
      n: after.n,
      sheet: after.sheet,
      row: after.row,
      where: after.where,
      sortKey: keyOf(after, order),
    })),
  )
}

type Shown = {
  readonly where: string
  readonly date: { readonly original: string }
  readonly fields: { readonly reference?: string; readonly event?: string }
}

const shown = (entry: Shown) => ({
  reference: entry.fields.reference ?? null,
  where: entry.where,
  date: entry.date.original,
  text: entry.fields.event ?? '',
})

const fieldsOf = (changes: readonly FieldChange[]) =>
  changes.map(({ heading, before, after }) => ({ field: heading, before, after }))

const addedOf = ({ added, returned }: Difference) => {
  const again = new Map(returned.map(({ after, fields }) => [after, fields]))
  return [...added].map((entry) => {
    const fields = again.get(entry)
    return {
      kind: 'added' as const,
      ...shown(entry),
      fields: fieldsOf(fields ?? []),
      ...(fields ? { returned: true as const } : {}),
    }
  })
}

const reportOf = (
  parsed: ParsedChronology,
  difference: Difference,
  source: ImportReport['source'],
): ImportReport => ({
  source,
  rows: parsed.rows,
  added: difference.added.length,
  changed: difference.changed.length,
  removed: difference.removed.length,
  unchanged: difference.unchanged.length,
  returned: difference.returned.length,
  differences: [
    ...difference.changed.map(({ after, fields }) => ({
      kind: 'changed' as const,
      ...shown(after),
      fields: fieldsOf(fields),
    })),
    ...difference.removed.map((entry) => ({ kind: 'removed' as const, ...shown(entry), fields: [] })),
    ...(difference.unchanged.length + difference.changed.length + difference.removed.length === 0
      ? []
      : addedOf(difference)),
  ],
  announced: parsed.announced,
  needsAttention: parsed.needsAttention,
  mapping: parsed.mapping,
})
