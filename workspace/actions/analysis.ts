import {
  accountHasChanged,
  analysisAt,
  analysisHistory,
  latestEntryOf,
  recordsOfChange,
  saveAnalyses,
  type AnalysisState,
} from '../../db/analyses.ts'
import type { Db } from '../../db/database.ts'
import { getEntry } from '../../db/entries.ts'
import { getUser } from '../../db/users.ts'
import { changedParts, emptyAnalysis } from '../../domain/chronology/analysis.ts'
import { suggestAnalysis } from '../../domain/chronology/suggest-analysis.ts'
import { ExpectedError } from '../../domain/result.ts'
import { analysisWrites, previewChange } from '../chronology/change-analysis.ts'
import { accountDifferences, analysisAsRead, kloesOf, namesHiddenIn } from '../chronology/show-analysis.ts'
import { readingsFor, type Reading } from '../chronology/show-entries.ts'
import type { AnalysisHistoryRow, AnalysisView } from '../contract/analysis.ts'
import type { Handlers } from '../host.ts'

type Names = 'analysis.show' | 'analysis.preview' | 'analysis.save' | 'analysis.undo'

const historyRows = (
  db: Db,
  states: readonly AnalysisState[],
  read: Reading,
): readonly AnalysisHistoryRow[] =>
  states.map((state, at) => {
    const before = states[at + 1]
    const [was, is] = [before?.analysis ?? emptyAnalysis, state.analysis].map((one) =>
      analysisAsRead(one, read),
    )
    return {
      version: state.version,
      changedBy: getUser(db, state.changedBy ?? '')?.name ?? '',
      changedAt: state.changedAt ?? '',
      parts: changedParts(before?.analysis ?? emptyAnalysis, state.analysis).map((part) => ({
        part,
        before: was?.[part] ?? null,
        after: is?.[part] ?? null,
      })),
      confirmed: before !== undefined && before.judgedEntry !== state.judgedEntry,
    }
  })

export const analysisActions: Handlers<Names> = {
  'analysis.show':
    ({ session, ...context }, { recordId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const entry = getEntry(db, latestEntryOf(db, caseId, recordId))
      const { text: read } = readingsFor(session, caseId, pseudonyms)
      const states = analysisHistory(db, recordId)
      const [now] = states
      const analysis = now?.analysis ?? emptyAnalysis
      const changed = now !== undefined && now.judgedEntry !== entry.id && accountHasChanged(db, entry.id)
      const lines = kloesOf(db, caseId).map(({ n }) => n)
      const value: AnalysisView = {
        recordId,
        version: now?.version ?? 0,
        analysis: analysisAsRead(analysis, read),
        namesHiddenIn: namesHiddenIn(analysis, read),
        changedBy: now?.changedBy ? (getUser(db, now.changedBy)?.name ?? '') : null,
        changedAt: now?.changedAt ?? null,
        accountChanged: changed ? accountDifferences(getEntry(db, now.judgedEntry), entry, read) : null,
        withdrawn: entry.status === 'removed',
        suggestions: suggestAnalysis(entry.fields, lines).map((one) =>
          one.part === 'comment'
            ? { ...one, value: read(one.value), said: read(one.said) }
            : { ...one, said: read(one.said) },
        ),
        history: historyRows(db, states, read),
      }
      return { value, record: recordId, version: value.version }
    },

  'analysis.preview':
    ({ session, ...context }, { recordIds, change }) =>
    () => {
      const value = previewChange(session.vault.db, context.caseId ?? '', recordIds, change)
      return { value, detail: { records: value.total } }
    },

  'analysis.save':
    ({ session, env, ...context }, { records, change, confirm, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const { text: read } = readingsFor(session, caseId, pseudonyms)
      const writes = analysisWrites(db, caseId, { records, change, confirm, read })
      const changeId = env.newId()
      saveAnalyses(db, { id: changeId, caseId, by: session.user.id, at: env.now() }, writes)
      const [only] = writes.length === 1 ? writes : []
      return {
        value: { changeId, changed: writes.length },
        ...(only ? { record: only.recordId, version: only.version + 1 } : {}),
        detail: { changeId, records: writes.length, parts: Object.keys(change).join(' '), confirm },
      }
    },

  'analysis.undo':
    ({ session, env, ...context }, { changeId }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const touched = recordsOfChange(db, caseId, changeId)
      if (touched.length === 0)
        throw new ExpectedError('not-found', 'There is no such change of an analysis in this case.')
      const latest = touched.filter(({ isLatest }) => isLatest)
      if (latest.length === 0)
        throw new ExpectedError(
          'conflict',
          'What this change made has been changed again since. Nothing was undone.',
        )
      const undoId = env.newId()
      saveAnalyses(
        db,
        { id: undoId, caseId, by: session.user.id, at: env.now() },
        latest.map(({ recordId, version, judgedEntry }) => {
          const before = analysisAt(db, recordId, version - 1)
          return {
            recordId,
            version,
            analysis: before?.analysis ?? emptyAnalysis,
            judgedEntry: before?.judgedEntry ?? judgedEntry,
          }
        }),
      )
      const left = touched.length - latest.length
      return {
        value: { changeId: undoId, changed: latest.length, left },
        detail: { changeId: undoId, undoes: changeId, records: latest.length, left },
      }
    },
}
