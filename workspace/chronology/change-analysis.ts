import { accountHasChanged, currentEntriesOf, listAnalyses, type AnalysisWrite } from '../../db/analyses.ts'
import type { Db } from '../../db/database.ts'
import {
  analysisSchema,
  changeAnalysis,
  changedParts,
  emptyAnalysis,
  isAnalysed,
  writtenParts,
  type Analysis,
  type AnalysisChange,
} from '../../domain/chronology/analysis.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { AnalysisPreview } from '../contract/analysis.ts'
import { kloesOf, namesHiddenIn } from './show-analysis.ts'
import type { Reading } from './show-entries.ts'

type Changed = {
  readonly recordId: string
  readonly version: number
  readonly before: Analysis
  readonly after: Analysis
  readonly currentEntry: string
  readonly judgedEntry: string
}

/** What a change makes of records of a case, one by one, in the order they were named. Throws `not-found` and `invalid`. */
const changedRecords = (
  db: Db,
  caseId: string,
  recordIds: readonly string[],
  change: AnalysisChange,
): readonly Changed[] => {
  const lines = new Set(kloesOf(db, caseId).map(({ n }) => n))
  const foreign = [...(change.kloes ?? []), ...(change.addKloes ?? [])].find((n) => !lines.has(n))
  if (foreign !== undefined)
    throw new ExpectedError('invalid', `The case has no key line of enquiry ${foreign}.`, [
      { path: 'change.kloes', message: 'Choose a line of enquiry of this case' },
    ])
  const entries = currentEntriesOf(db, caseId, recordIds)
  const known = listAnalyses(db, caseId, recordIds)
  return recordIds.map((recordId) => {
    const currentEntry = entries.get(recordId)
    if (currentEntry === undefined)
      throw new ExpectedError('not-found', 'There is no such entry in the chronology of this case now.')
    const state = known.get(recordId)
    const before = state?.analysis ?? emptyAnalysis
    const after = changeAnalysis(before, change)
    return {
      recordId,
      version: state?.version ?? 0,
      before,
      after,
      currentEntry,
      judgedEntry: state?.judgedEntry ?? currentEntry,
    }
  })
}

/**
 * The writes a change of analyses comes to; a record it would leave as it is is left out. Throws `conflict` where a record
 * is at another version than was read, `invalid` where what it would come to is not valid, `refused` where it would put
 * words in place of names its author cannot see.
 */
export const analysisWrites = (
  db: Db,
  caseId: string,
  asked: {
    readonly records: readonly { readonly recordId: string; readonly version: number }[]
    readonly change: AnalysisChange
    readonly confirm: boolean
    readonly read: Reading
  },
): readonly AnalysisWrite[] => {
  const { change, confirm, read } = asked
  const versions = new Map(asked.records.map(({ recordId, version }) => [recordId, version]))
  const texts = writtenParts.filter((part) => change[part] !== undefined)
  return changedRecords(db, caseId, [...versions.keys()], change).flatMap((one): readonly AnalysisWrite[] => {
    if (one.version !== versions.get(one.recordId)) throw changedSince(versions.size)
    const parts = changedParts(one.before, one.after)
    const judgedEntry = confirm || !isAnalysed(one.before) ? one.currentEntry : one.judgedEntry
    const confirms = confirm && one.version > 0 && judgedEntry !== one.judgedEntry
    if (parts.length === 0 && !confirms) return []
    const hidden = namesHiddenIn(one.before, read)
    const lost = texts.find((part) => parts.includes(part) && hidden.includes(part))
    if (lost !== undefined)
      throw new ExpectedError(
        'refused',
        'This text holds names that are hidden from you. Nothing was changed.',
        [{ path: `change.${lost}`, message: 'Show names to change this text, or add a comment' }],
      )
    const { recordId, version } = one
    return [{ recordId, version, analysis: valid(one.after), judgedEntry }]
  })
}

const changedSince = (records: number): ExpectedError =>
  new ExpectedError(
    'conflict',
    records === 1
      ? 'Somebody changed the analysis of this entry since you read it. Look at it again.'
      : 'Somebody changed the analysis of one of these entries since you looked. Nothing was changed; look at them again.',
  )

const valid = (analysis: Analysis): Analysis => {
  const checked = analysisSchema.safeParse(analysis)
  if (checked.success) return checked.data
  const fields = checked.error.issues.map(({ path, message }) => ({
    path: `change.${path.join('.')}`,
    message,
  }))
  throw new ExpectedError('invalid', fields[0]?.message ?? 'The analysis is not valid.', fields)
}

const fewValued = ['judgement', 'adultSeen', 'spokenAlone', 'voiceHeard', 'capacity'] as const

/** Whether a change takes something away that stood there. */
const replaces = (before: Analysis[keyof Analysis], after: Analysis[keyof Analysis]): boolean => {
  if (before === null || before === '') return false
  if (typeof before === 'string') return before !== after
  const kept: readonly (string | number)[] = Array.isArray(after) ? after : []
  return before.some((one) => !kept.includes(one))
}

/** What a change of many records would do, without doing it. */
export const previewChange = (
  db: Db,
  caseId: string,
  recordIds: readonly string[],
  change: AnalysisChange,
): AnalysisPreview => {
  const all = changedRecords(db, caseId, [...new Set(recordIds)], change)
  const changed = all.filter(({ before, after }) => changedParts(before, after).length > 0)
  const parts = Object.keys(emptyAnalysis) as (keyof Analysis)[]
  const replaced = parts.flatMap((part) => {
    const over = changed.filter(({ before, after }) => replaces(before[part], after[part]))
    if (over.length === 0) return []
    const few = fewValued.find((one) => one === part)
    const values = few ? Map.groupBy(over, ({ before }) => before[few] ?? '') : new Map<string, Changed[]>()
    return [
      {
        part,
        records: over.length,
        values: [...values].map(([value, of]) => ({ value, records: of.length })),
      },
    ]
  })
  return {
    records: all.map(({ recordId, version }) => ({ recordId, version })),
    total: all.length,
    unchanged: all.length - changed.length,
    replaced,
    accountChanged: all.filter(
      ({ currentEntry, judgedEntry }) => judgedEntry !== currentEntry && accountHasChanged(db, currentEntry),
    ).length,
  }
}
