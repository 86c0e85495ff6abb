import { setImmediate as nextTurn } from 'node:timers/promises'
import { getAgency } from '../../db/agencies.ts'
import { endMapping, getMapping, isMappingOf, resumeMapping } from '../../db/column-mappings.ts'
import type { Db } from '../../db/database.ts'
import { getEntry, versionsOfRecord } from '../../db/entries.ts'
import { getSource, readSourceBytes } from '../../db/sources.ts'
import { getUser } from '../../db/users.ts'
import { readAgencyFile } from '../../documents/read/read-file.ts'
import { guessTables, readChronology } from '../../domain/chronology/parse-chronology.ts'
import { someRows } from '../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../domain/result.ts'
import { choicesOf, guessedChoice, keptMappingFor, readMapping } from '../chronology/column-mapping.ts'
import { entryHistory } from '../chronology/entry-history.ts'
import { naming } from '../chronology/import-file.ts'
import { previewRows } from '../chronology/preview-rows.ts'
import { readDocument } from '../chronology/read-documents.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import { showRow, showTable } from '../chronology/show-tables.ts'
import type { Handlers } from '../host.ts'
import { sourceView } from './chronology.ts'

type Names =
  | 'chronology.look'
  | 'chronology.preview'
  | 'chronology.forget-mapping'
  | 'chronology.restore-mapping'
  | 'chronology.source'
  | 'chronology.history'

/** A mapping of an agency of the case. Throws `not-found`. */
const refuseOtherAgencies = (db: Db, caseId: string, agencyId: string, mappingId: string): void => {
  if (!isMappingOf(getMapping(db, mappingId), getAgency(db, caseId, agencyId).name))
    throw new ExpectedError('not-found', 'The agency has no such mapping.')
}

export const importActions: Handlers<Names> = {
  'chronology.look': async (context, { agencyId, path, pseudonyms, rows }) => {
    const { session, progress } = context
    const caseId = context.caseId ?? ''
    getAgency(session.vault.db, caseId, agencyId)
    progress({ what: 'Reading the file', done: 0, total: null })
    const { file, document } = await readDocument(session, path)
    await nextTurn()
    return () => {
      const { db } = session.vault
      const { text, fileName } = readingsFor(session, caseId, pseudonyms)
      const guesses = guessTables(document)
      const found = keptMappingFor(db, getAgency(db, caseId, agencyId).name, document)
      return {
        value: {
          file: fileName(file.name),
          format: document.format,
          sha256: file.sha256,
          tables: document.tables.flatMap((table, at) => {
            const guess = guesses[at]
            return guess === undefined
              ? []
              : [
                  {
                    ...showTable(table, text),
                    rows: someRows(table, 0, rows).map((row) => showRow(row, text)),
                    guess: guessedChoice(guess),
                    laterHeadingRows: guess.laterHeadingRows,
                  },
                ]
          }),
          kept: found && {
            id: found.kept.id,
            savedAt: found.kept.savedAt,
            savedBy: getUser(db, found.kept.savedBy)?.name ?? '',
            tables: choicesOf(found.mapping),
          },
          announced: document.announced.map(({ kind, where, detail }) => ({
            ...{ kind, where: text(where), detail: text(detail) },
          })),
        },
      }
    }
  },

  'chronology.preview': async (context, { path, mapping, show, offset, limit, pseudonyms, agencyId }) => {
    const { session, progress } = context
    const caseId = context.caseId ?? ''
    const { db } = session.vault
    const agency = getAgency(db, caseId, agencyId).name
    progress({ what: 'Reading the file', done: 0, total: null })
    const { file, document } = await readDocument(session, path)
    await nextTurn()
    const chosen = mapping ? readMapping(mapping) : keptMappingFor(db, agency, document)?.mapping
    const chronology = naming(file.name, () => readChronology(document, chosen ? { mapping: chosen } : {}))
    return () => {
      const { text } = readingsFor(session, caseId, pseudonyms)
      return { value: previewRows(chronology, show, { offset, limit }, text) }
    }
  },

  'chronology.forget-mapping':
    ({ session, env, ...context }, { agencyId, mappingId }) =>
    () => {
      const { db } = session.vault
      refuseOtherAgencies(db, context.caseId ?? '', agencyId, mappingId)
      endMapping(db, mappingId, session.user.id, env.now())
      return { value: null, record: mappingId, detail: { agencyId } }
    },

  'chronology.restore-mapping':
    ({ session, ...context }, { agencyId, mappingId }) =>
    () => {
      const { db } = session.vault
      refuseOtherAgencies(db, context.caseId ?? '', agencyId, mappingId)
      resumeMapping(db, mappingId)
      return { value: null, record: mappingId, detail: { agencyId } }
    },

  'chronology.source': async (context, { sourceId, table: at, offset, limit, pseudonyms }) => {
    const { session } = context
    const caseId = context.caseId ?? ''
    const { db } = session.vault
    const source = getSource(db, sourceId)
    if (source.caseId !== caseId) throw new ExpectedError('not-found', 'The case has no such file.')
    const document = await readAgencyFile(new Uint8Array(readSourceBytes(db, sourceId)), source.fileName)
    return () => {
      const readings = readingsFor(session, caseId, pseudonyms)
      const table = document.tables[at]
      if (!table) throw new ExpectedError('not-found', 'The file has no such table.')
      return {
        value: {
          source: sourceView(db, getSource(db, sourceId), readings),
          tables: document.tables.map((one) => showTable(one, readings.text)),
          table: at,
          rows: someRows(table, offset, limit).map((row) => showRow(row, readings.text)),
        },
        record: sourceId,
      }
    }
  },

  'chronology.history':
    ({ session, ...context }, { entryId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const entry = getEntry(db, entryId)
      if (entry.caseId !== caseId) throw new ExpectedError('not-found', 'The case has no such entry.')
      const readings = readingsFor(session, caseId, pseudonyms)
      return {
        value: {
          recordId: entry.recordId,
          versions: entryHistory(db, caseId, versionsOfRecord(db, entry.recordId), readings),
        },
        record: entry.recordId,
      }
    },
}
