import path from 'node:path'
import { importHistoryCases } from '../../db/history.ts'
import { splitCaseFacts } from '../../domain/case/case-facts.ts'
import { parseCaseFile } from '../../domain/case/case-file.ts'
import { parseHistoryFile } from '../../domain/case/history-file.ts'
import { parseRoster } from '../../domain/people/roster.ts'
import { prepareImport } from '../chronology/import-file.ts'
import type { Context, Handlers } from '../host.ts'
import { readChosenFile, readJsonFile, type ReadFile } from '../read-file.ts'
import { toStoredHistory } from '../statistics/history-records.ts'
import { addCase } from './cases.ts'
import { readReport, type Report } from '../../documents/read/read-report.ts'
import { addContribution } from './contributions.ts'

type SampleFile = { readonly id: string; readonly name: string; readonly kind: 'chronology' | 'contribution' }

const readCase = async (folder: string) => {
  const json = async (name: string): Promise<unknown> => (await readJsonFile(path.join(folder, name))).json
  return {
    facts: splitCaseFacts(parseCaseFile(await json('case.json'), 'case.json')),
    roster: parseRoster(await json('roster.json'), 'roster.json'),
    history: parseHistoryFile(await json('history.json'), 'history.json'),
  }
}

/** The invented case that comes with the app: whole, or not at all. */
export const sampleActions: Handlers<'sample.load'> = {
  'sample.load': async (context: Context<'sample.load'>) => {
    const { session, env, progress } = context
    const folder = env.sampleCaseFolder
    const { facts, roster, history } = await readCase(folder)
    const withFiles = facts.agencies.flatMap(({ id, chronology, imr }) => {
      const named: readonly (SampleFile | null)[] = [
        chronology === null ? null : { id, name: chronology, kind: 'chronology' },
        imr === null ? null : { id, name: imr, kind: 'contribution' },
      ]
      return named.filter((file) => file !== null)
    })
    const files: (SampleFile & { readonly read: ReadFile; readonly report: Report | null })[] = []
    for (const [index, file] of withFiles.entries()) {
      progress({ what: `Reading ${file.name}`, done: index, total: withFiles.length })
      const read = await readChosenFile(path.join(folder, file.name))
      const report = file.kind === 'contribution' ? await readReport(read.bytes, read.name) : null
      files.push({ ...file, read, report })
    }
    return () => {
      const { caseId } = addCase(session, env, facts, roster, [])
      for (const { id, read, report } of files)
        if (report === null) prepareImport(context, read).into(caseId, id)
        else addContribution(context, caseId, id, read, report)()
      const by = { userId: session.user.id, at: env.now() }
      importHistoryCases(session.vault.db, history.cases.map(toStoredHistory), by)
      return { value: { caseId }, caseId, record: caseId, version: 1, detail: { files: files.length } }
    }
  },
}
