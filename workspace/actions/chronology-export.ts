import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Disclosure } from '../../db/disclosures.ts'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { missingWords } from '../../documents/write/missing-words.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import { boardColumns } from '../../domain/chronology/board-columns.ts'
import { markings, workingChronology } from '../../domain/chronology/working-chronology.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import { ExpectedError } from '../../domain/result.ts'
import { chosenRows, eachChosen, gatherChronology, mostExported } from '../chronology/gather-chronology.ts'
import type { ExportFormat } from '../contract/chronology-export.ts'
import type { Call, Handlers } from '../host.ts'
import { forOwnUse, ownUseBasis } from '../disclosures/leaving.ts'
import { leaveOnRecord } from '../leave-on-record.ts'
import { leaveWithoutGate, type LeavingFile } from '../packs/leaving-files.ts'
import { caseKey, refuseAtGate } from '../packs/refuse-at-gate.ts'
import { sha256 } from '../sha256.ts'
import { refuseInsideVault } from '../write-files.ts'

type Names = 'chronology.export-review' | 'chronology.export'

type Made = {
  readonly name: string
  readonly format: ExportFormat
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly document: PackDocument
}

const formatWords: Readonly<Record<ExportFormat, string>> = { docx: 'Word file', xlsx: 'Excel file' }

const write = async (
  { progress, signal }: Call,
  document: PackDocument,
  format: ExportFormat,
): Promise<Made> => {
  const what = `Writing the ${formatWords[format]}`
  progress({ what, done: 0, total: null })
  const bytes = await writeDocument(document, format, async (done, total) => {
    progress({ what, done, total })
    await nextTurn()
    signal.throwIfAborted()
  })
  await nextTurn()
  signal.throwIfAborted()
  return { name: `working-chronology.${format}`, format, bytes, sha256: sha256(bytes), document }
}

/** Words in, words out: the file is opened again by other code and must hold everything the document does. */
const withNames = async (made: Made): Promise<readonly LeavingFile[]> => {
  const { name, bytes, document } = made
  const inspection = await inspectFile(bytes, name)
  const [finding] = inspection.findings
  if (finding)
    throw new ExpectedError('refused', `${name}: ${finding.kind} at ${finding.where}. Nothing left.`)
  const lost = missingWords(document, inspection)
  if (lost.length > 0)
    throw new ExpectedError(
      'refused',
      `${name}: ${lost.length} words of the chronology are missing from the file, the first in ${lost[0]}. Nothing left.`,
    )
  return leaveWithoutGate([made], 'working-copy-with-names')
}

export const chronologyExportActions: Handlers<Names> = {
  'chronology.export-review': async (context, asked) => {
    const chosen = await chosenRows(context, asked)
    const counts = new Map<string, number>()
    let hiddenRows = 0
    for await (const entries of eachChosen(context, chosen))
      for (const { agencyId, hiddenRow } of entries) {
        counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1)
        if (hiddenRow) hiddenRows += 1
      }
    return () => ({
      value: {
        entries: chosen.rows.length,
        total: chosen.total,
        filter: chosen.filter,
        reviewPeriod: chosen.reviewPeriod,
        agencies: chosen.agencies.flatMap(({ id, shown }) => {
          const entries = counts.get(id)
          return entries === undefined ? [] : [{ agencyId: id, agency: shown, entries }]
        }),
        hiddenRows,
        columns: boardColumns(chosen.wording).map(({ heading }) => heading),
        names: chosen.named,
        marking: markings[chosen.named ? 'as-recorded' : 'pseudonyms'],
        most: mostExported,
      },
    })
  },

  'chronology.export': async (context, { formats, out, necessity, ...asked }) => {
    const { session, env, progress, signal } = context
    refuseInsideVault(session.vault.dir, out)
    const { chronology, chosen } = await gatherChronology(context, asked)
    const files: Made[] = []
    for (const format of new Set(formats)) {
      const document = workingChronology(chronology, format === 'docx' ? 'paper' : 'workbook')
      files.push(await write(context, document, format))
    }
    const key = caseKey(session.vault.db, asked.caseId)
    const leaving: LeavingFile[] = []
    for (const [done, file] of files.entries()) {
      progress({ what: 'Opening every file again', done, total: files.length })
      await nextTurn()
      signal.throwIfAborted()
      // What stands in pseudonyms goes through the gate as a pack does: nothing of the key, no word lost.
      leaving.push(...(await (chosen.named ? withNames(file) : refuseAtGate([file], key, file.document))))
    }
    const records: Disclosure['records'][number][] = []
    for await (const entries of eachChosen(context, chosen))
      records.push(...entries.map(({ id, version }) => ({ id, version })))
    const detail = await leaveOnRecord(context, {
      ...{ action: 'chronology.export', caseId: asked.caseId, out, files: leaving },
      disclosures: [
        forOwnUse(session, {
          ...{ id: env.newId(), caseId: asked.caseId, kind: 'working-chronology', at: env.now(), files },
          profile: chosen.named ? 'as recorded' : 'under pseudonyms',
          basis: ownUseBasis('To work on the combined chronology of the review.', necessity),
          records,
        }),
      ],
      detail: {
        entries: chronology.rows.length,
        filtered: chosen.filter.length > 0,
        names: chosen.named,
        formats: files.map(({ format }) => format).join(', '),
        to: 'a folder outside the vault',
      },
    })
    return () => ({
      value: {
        entries: chronology.rows.length,
        names: chosen.named,
        files: files.map(({ name, format, sha256: hash, bytes }) => ({
          ...{ name, format, sha256: hash, bytes: bytes.length },
        })),
      },
      record: asked.caseId,
      detail,
    })
  },
}
