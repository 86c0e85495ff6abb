import { accountHasChanged, listAnalyses } from '../../db/analyses.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import type { Entry } from '../../db/entries.ts'
import {
  isAnalysed,
  writtenParts,
  type Analysis,
  type WrittenPart,
} from '../../domain/chronology/analysis.ts'
import type { AnalysisMarks } from '../contract/analysis.ts'
import type { CaseView } from '../views.ts'
import type { Reading } from './show-entries.ts'

/** The key lines of enquiry of a case, from its terms of reference. */
export const kloesOf = (db: Db, caseId: string): CaseView['kloes'] => {
  const { keyLinesOfEnquiry: lines } = getCase(db, caseId).data
  return (Array.isArray(lines) ? lines : []) as CaseView['kloes']
}

/** An analysis with its texts as a reader may see them. */
export const analysisAsRead = (analysis: Analysis, read: Reading): Analysis => ({
  ...analysis,
  ...Object.fromEntries(writtenParts.map((part) => [part, read(analysis[part])])),
})

/** Texts that stand otherwise than they were written, because a name in them is hidden from this reader. */
export const namesHiddenIn = (analysis: Analysis, read: Reading): readonly WrittenPart[] =>
  writtenParts.filter((part) => read(analysis[part]) !== analysis[part])

/** What the review says of entries, by record; entries of which nothing is said are not among them. */
export const marksOf = (
  db: Db,
  caseId: string,
  entries: readonly Entry[],
  read: Reading,
): ReadonlyMap<string, AnalysisMarks> => {
  const known = listAnalyses(
    db,
    caseId,
    entries.map(({ recordId }) => recordId),
  )
  return new Map(
    entries.flatMap(({ id, recordId }) => {
      const state = known.get(recordId)
      if (!state) return []
      const accountChanged = state.judgedEntry !== id && accountHasChanged(db, id)
      const { analysis } = state
      return [
        [recordId, { ...analysisAsRead(analysis, read), analysed: isAnalysed(analysis), accountChanged }],
      ]
    }),
  )
}

/** What an account said when it was judged and says now, by field, in the reader's words; its running number is no part of it. */
export const accountDifferences = (
  judged: Pick<Entry, 'date' | 'fields'>,
  now: Pick<Entry, 'date' | 'fields'>,
  read: Reading,
): readonly { readonly field: string; readonly before: string; readonly after: string }[] => {
  const texts = ({ date, fields }: Pick<Entry, 'date' | 'fields'>): Readonly<Record<string, string>> => ({
    ...fields,
    reference: '',
    date: date.original,
  })
  const [before, after] = [texts(judged), texts(now)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
    .filter((one) => one.before !== one.after)
    .map((one) => ({ ...one, before: read(one.before), after: read(one.after) }))
}
