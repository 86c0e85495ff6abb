import { type AnalysisChange, isAnalysed } from '../../../../domain/chronology/analysis.ts'
import type { Failure, Result } from '../../../../domain/result.ts'
import type { AnalysisPreview, AnalysisView } from '../../../../workspace/contract/analysis.ts'
import { call } from '../../../api.ts'
import { hidesNames } from '../../../names.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../../remote.ts'
import type { Slice } from '../../../store.ts'
import { counted } from '../../../ui/words.ts'

export type AnalysisSave = {
  readonly caseId: string
  readonly recordId: string
  /** The version that was read. */
  readonly version: number
  readonly change: AnalysisChange
  /** Whether names were hidden while it was written. */
  readonly pseudonyms: boolean
  /** The judgement holds of the account as it is now. */
  readonly confirm?: boolean
}

export type AnalysisSlice = {
  /** Of the entry whose analysis was opened last. */
  readonly analysis: Remote<AnalysisView>
  readonly loadAnalysis: (caseId: string, recordId: string) => Promise<void>
  readonly saveAnalysis: (save: AnalysisSave) => Promise<Failure | null>
  readonly previewAnalyses: (
    caseId: string,
    recordIds: readonly string[],
    change: AnalysisChange,
  ) => Promise<Result<AnalysisPreview>>
  readonly saveAnalyses: (
    caseId: string,
    records: AnalysisPreview['records'],
    change: AnalysisChange,
  ) => Promise<Failure | null>
}

const saved = 'The analysis is saved.'

/** As the contract takes it: lists it may change. */
const sent = (change: AnalysisChange) => structuredClone(change) as never

export const analysisSlice: Slice<AnalysisSlice> = (set, get) => {
  const wanted = { recordId: '' }
  const show = (caseId: string, recordId: string) =>
    call('analysis.show', { caseId, recordId, pseudonyms: hidesNames(get()) })
  /** Puts what is said of an entry now into the rows that are here; the list does not move. */
  const putInRows = ({ recordId, analysis, accountChanged }: AnalysisView): void => {
    const marks = { ...analysis, analysed: isAnalysed(analysis), accountChanged: accountChanged !== null }
    set((state) => ({
      entryPages: Object.fromEntries(
        Object.entries(state.entryPages).map(([page, rows]) => [
          page,
          rows.map((row) => (row.recordId === recordId ? { ...row, marks } : row)),
        ]),
      ),
    }))
  }
  const refresh = async (caseId: string, recordId: string): Promise<void> => {
    const result = await show(caseId, recordId)
    if (!result.ok) return
    putInRows(result.value)
    if (wanted.recordId === recordId) set({ analysis: fromResult(result) })
  }
  /** The rows again as they are now: the entry in hand, what is open and what is selected stay. */
  const rereadList = async (): Promise<void> => {
    const { chronologyQuery: query } = get()
    if (query) await get().beginChronology({ ...query })
  }
  const undo = (caseId: string, changeId: string) => async (): Promise<void> => {
    const result = await call('analysis.undo', { caseId, changeId })
    if (!result.ok) return get().toast('danger', result.error.message)
    const { changed, left } = result.value
    get().toast(
      'good',
      left === 0
        ? `The change is undone in ${counted(changed, 'entry', 'entries')}.`
        : `The change is undone in ${counted(changed, 'entry', 'entries')}. ${counted(left, 'was', 'were')} changed again since and left as they are.`,
    )
    await rereadList()
    if (wanted.recordId !== '') await refresh(caseId, wanted.recordId)
  }
  return {
    analysis: idle,
    loadAnalysis: async (caseId, recordId) => {
      const isSame = wanted.recordId === recordId
      wanted.recordId = recordId
      set((state) => ({
        analysis: isSame ? loadingFrom(state.analysis) : { state: 'loading', previous: null },
      }))
      const result = await show(caseId, recordId)
      if (wanted.recordId === recordId) set({ analysis: fromResult(result) })
    },
    saveAnalysis: async ({ caseId, recordId, version, change, pseudonyms, confirm = false }) => {
      const result = await call('analysis.save', {
        ...{ caseId, records: [{ recordId, version }], confirm, pseudonyms },
        change: sent(change),
      })
      if (!result.ok) return result.error
      // One message, of the latest: judging a hundred entries in a row is not a hundred messages.
      for (const { id, message } of get().toasts) if (message === saved) get().dropToast(id)
      get().toast('good', saved, undo(caseId, result.value.changeId))
      await refresh(caseId, recordId)
      return null
    },
    previewAnalyses: (caseId, recordIds, change) =>
      call('analysis.preview', { caseId, recordIds: [...recordIds], change: sent(change) }),
    saveAnalyses: async (caseId, records, change) => {
      const result = await call('analysis.save', {
        caseId,
        records: [...records],
        change: sent(change),
        pseudonyms: hidesNames(get()),
      })
      if (!result.ok) return result.error
      const { changed, changeId } = result.value
      get().toast(
        'good',
        `The analysis of ${counted(changed, 'entry', 'entries')} is changed.`,
        undo(caseId, changeId),
      )
      await rereadList()
      if (records.some(({ recordId }) => recordId === wanted.recordId)) await refresh(caseId, wanted.recordId)
      return null
    },
  }
}
