import { setImmediate as nextTurn } from 'node:timers/promises'
import { getAgency } from '../../db/agencies.ts'
import { countComments } from '../../db/comments.ts'
import type { Db } from '../../db/database.ts'
import { getEntry } from '../../db/entries.ts'
import { listContactTypes } from '../../db/entry-filter.ts'
import { countContactsByMonth } from '../../db/entry-list.ts'
import { entriesOfRows, recordIdsOfRows } from '../../db/entry-order.ts'
import { findingsOfRecord } from '../../db/findings.ts'
import { getSilenceLength } from '../../db/no-contact.ts'
import { getSource, listSources, type Source } from '../../db/sources.ts'
import { getUser } from '../../db/users.ts'
import { ExpectedError } from '../../domain/result.ts'
import { keepMapping, keptMappingFor, readMapping } from '../chronology/column-mapping.ts'
import { prepareImport } from '../chronology/import-file.ts'
import { forgetDocument, readDocument } from '../chronology/read-documents.ts'
import { readNoContact, silencesOf } from '../chronology/no-contact.ts'
import { askedOrder, prepareOrder } from '../chronology/order-entries.ts'
import { entryRows, readingsFor, type Readings } from '../chronology/show-entries.ts'
import type { Handlers } from '../host.ts'
import type { EntryView, ImportReport, ImportWords, SourceView } from '../views.ts'

type Names =
  | 'chronology.import'
  | 'chronology.sources'
  | 'chronology.list'
  | 'chronology.choices'
  | 'chronology.record-ids'
  | 'chronology.density'
  | 'chronology.entry'

export const sourceView = (
  db: Db,
  source: Source,
  { text: read, fileName: readFileName, agency }: Readings,
): SourceView => ({
  id: source.id,
  agencyId: source.agencyId,
  agencyName: agency(getAgency(db, source.caseId, source.agencyId).name),
  fileName: readFileName(source.fileName),
  sha256: source.sha256,
  importedAt: source.importedAt,
  importedBy: getUser(db, source.importedBy)?.name ?? '',
  supersededBy: source.supersededBy,
  rows: source.rows,
  announced: source.announced.map(({ kind, where, detail }) => ({
    kind,
    where: read(where),
    detail: read(detail),
  })),
  needsAttention: source.needsAttention.map(({ where, field, value, why }) => ({
    ...{ where: read(where), field, value: read(value), why: read(why) },
  })),
})

const wordsAsRead = (report: ImportReport, file: string, { text, fileName }: Readings): ImportWords => ({
  file: fileName(file),
  differences: report.differences.map((one) => ({
    ...one,
    reference: one.reference === null ? null : text(one.reference),
    where: text(one.where),
    date: text(one.date),
    text: text(one.text),
    fields: one.fields.map(({ field, before, after }) => ({
      field: text(field),
      before: text(before),
      after: text(after),
    })),
  })),
  announced: report.announced.map(({ kind, where, detail }) => ({
    kind,
    where: text(where),
    detail: text(detail),
  })),
  needsAttention: report.needsAttention.map(({ where, field, value, why }) => ({
    where: text(where),
    field,
    value: text(value),
    why: text(why),
  })),
  mapping: {
    ...report.mapping,
    table: text(report.mapping.table),
    columns: report.mapping.columns.map((column) => ({ ...column, heading: text(column.heading) })),
  },
})

export const chronologyActions: Handlers<Names> = {
  'chronology.import': async (context, { agencyId, path, mapping, dryRun, alsoAsPseudonyms }) => {
    const { session, progress, env } = context
    const caseId = context.caseId ?? ''
    getAgency(session.vault.db, caseId, agencyId)
    progress({ what: 'Reading the file', done: 0, total: null })
    const { file, document } = await readDocument(session, path)
    await nextTurn()
    const { db } = session.vault
    const agencyName = getAgency(db, caseId, agencyId).name
    const chosen = mapping && readMapping(mapping)
    const known = chosen ? null : keptMappingFor(db, agencyName, document)
    const prepared = prepareImport(context, file, chosen ?? known?.mapping, document)
    progress({ what: 'Keeping the entries', done: 0, total: prepared.parsed.entries.length })
    // Lets a request to stop arrive before anything is kept.
    await nextTurn()
    return () => {
      const report = dryRun ? prepared.wouldChange(caseId, agencyId) : prepared.into(caseId, agencyId)
      if (chosen && !dryRun)
        keepMapping(db, document, chosen, {
          id: env.newId(),
          agencyName,
          savedBy: session.user.id,
          savedAt: env.now(),
        })
      const { added, changed, removed, unchanged, source } = report
      return {
        value: alsoAsPseudonyms
          ? { ...report, asPseudonyms: wordsAsRead(report, file.name, readingsFor(session, caseId, true)) }
          : report,
        ...(source === null ? {} : { record: source.id }),
        version: 1,
        detail: { agencyId, dryRun, sha256: file.sha256, added, changed, removed, unchanged },
        after: () => (dryRun ? undefined : forgetDocument(session, path)),
      }
    }
  },

  'chronology.sources':
    ({ session, ...context }, { pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const read = readingsFor(session, caseId, pseudonyms)
      return { value: listSources(db, caseId).map((source) => sourceView(db, source, read)) }
    },

  'chronology.list': async ({ session, ...context }, { offset, limit, ...asked }) => {
    const order = await prepareOrder({ ...context, session }, askedOrder(session, asked))
    return () => {
      const { db } = session.vault
      const { id, rows, groups, found } = order()
      const read = readingsFor(session, asked.caseId, asked.pseudonyms)
      const entries = entryRows(db, asked.caseId, entriesOfRows(db, rows.slice(offset, offset + limit)), read)
      return { value: { order: id, total: rows.length, found, groups, entries } }
    }
  },

  'chronology.choices':
    ({ session }, { caseId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const { text, fileName } = readingsFor(session, caseId, pseudonyms)
      return {
        value: {
          contactTypes: listContactTypes(db, caseId).map((type) => ({
            text: text(type.text),
            entries: type.entries,
          })),
          sources: listSources(db, caseId).map((source) => ({
            id: source.id,
            agencyId: source.agencyId,
            fileName: fileName(source.fileName),
            superseded: source.supersededBy !== null,
          })),
        },
      }
    },

  'chronology.record-ids': async ({ session, ...context }, { offset, limit, ...asked }) => {
    const order = await prepareOrder({ ...context, session }, askedOrder(session, asked))
    return () => {
      const rows = order().rows.slice(offset, limit === undefined ? undefined : offset + limit)
      const recordIds = recordIdsOfRows(session.vault.db, rows)
      return { value: { recordIds }, detail: { records: recordIds.length } }
    }
  },

  'chronology.density':
    ({ session, ...context }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const { days: gapDays } = getSilenceLength(db, caseId)
      const gaps = silencesOf(readNoContact(db, caseId, gapDays), gapDays).flatMap(({ agencyId, silences }) =>
        silences.map(({ state: _, stretches: __, ...gap }) => ({ agencyId, ...gap })),
      )
      return { value: { months: countContactsByMonth(db, caseId), gaps, gapDays } }
    },

  'chronology.entry':
    ({ session }, { entryId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const entry = getEntry(db, entryId)
      const readings = readingsFor(session, entry.caseId, pseudonyms)
      const read = readings.text
      const source = getSource(db, entry.sourceId)
      const [row] = entryRows(db, entry.caseId, [entry], readings)
      if (!row) throw new ExpectedError('not-found', 'There is no such entry in this vault.')
      const value: EntryView = {
        ...row,
        fields: Object.fromEntries(Object.entries(entry.fields).map(([field, text]) => [field, read(text)])),
        cells: entry.cells.map(({ heading, text, hidden }) => ({
          heading: read(heading),
          text: read(text),
          hidden,
        })),
        aside: entry.aside.map(({ kind, text, author }) => ({
          kind,
          text: read(text),
          ...(author === undefined ? {} : { author: read(author) }),
        })),
        sourceSha256: source.sha256,
        importedAt: source.importedAt,
        importedBy: getUser(db, source.importedBy)?.name ?? '',
        version: entry.version,
        comments: countComments(db, entry.caseId, { kind: 'entry', id: entry.recordId }),
        findings: findingsOfRecord(db, entry.caseId, entry.recordId).length,
      }
      return { value, record: entryId, version: entry.version }
    },
}
