import type { ReportKind, ReportState } from '../../../domain/reports/report.ts'
import type { Failure, Result } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type {
  ReportPreview,
  ReportSummary,
  ReportVersionView,
  ReportView,
} from '../../../workspace/contract/reports.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type ReportsSlice = {
  readonly reports: Remote<readonly ReportSummary[]>
  readonly reportsCase: string
  readonly report: Remote<ReportView>
  readonly reportId: string
  /** What the public would read of it. */
  readonly reportPreview: Remote<ReportPreview>
  readonly reportsDue: Remote<readonly ReportSummary[]>
  readonly loadReports: (caseId: string) => Promise<void>
  readonly loadReport: (caseId: string, reportId: string) => Promise<void>
  readonly loadReportPreview: (caseId: string, reportId: string) => Promise<void>
  readonly loadReportsDue: () => Promise<void>
  readonly reportHistory: (caseId: string, reportId: string) => Promise<Result<readonly ReportVersionView[]>>
  readonly suggestReport: (caseId: string, kind: ReportKind) => Promise<Result<ReportState>>
  readonly addReport: (caseId: string, kind: ReportKind) => Promise<{ readonly id: string } | null>
  readonly saveReport: (input: Input<'report.save'>) => Promise<Failure | null>
  readonly restoreReport: (caseId: string, report: ReportView, to: number) => Promise<void>
  readonly savePublication: (input: Input<'report.publication-save'>) => Promise<Failure | null>
}

export const reportsSlice: Slice<ReportsSlice> = (set, get) => ({
  reports: idle,
  reportsCase: '',
  report: idle,
  reportId: '',
  reportPreview: idle,
  reportsDue: idle,
  loadReports: async (caseId) => {
    set((state) => ({
      reportsCase: caseId,
      reports:
        state.reportsCase === caseId ? loadingFrom(state.reports) : { state: 'loading', previous: null },
    }))
    const result = await call('report.list', { caseId, pseudonyms: hidesNames(get()) })
    if (get().reportsCase === caseId) set({ reports: fromResult(result) })
  },
  loadReport: async (caseId, reportId) => {
    set((state) => ({
      reportId,
      report: state.reportId === reportId ? loadingFrom(state.report) : { state: 'loading', previous: null },
      reportPreview: state.reportId === reportId ? state.reportPreview : idle,
    }))
    const result = await call('report.show', { caseId, reportId, pseudonyms: hidesNames(get()) })
    if (get().reportId === reportId) set({ report: fromResult(result) })
  },
  loadReportPreview: async (caseId, reportId) => {
    set((state) => ({ reportPreview: loadingFrom(state.reportPreview) }))
    const result = await call('report.preview', { caseId, reportId })
    if (get().reportId === reportId) set({ reportPreview: fromResult(result) })
  },
  loadReportsDue: async () => {
    set((state) => ({ reportsDue: loadingFrom(state.reportsDue) }))
    set({ reportsDue: fromResult(await call('report.due', { pseudonyms: hidesNames(get()) })) })
  },
  reportHistory: (caseId, reportId) => call('report.history', { caseId, reportId }),
  suggestReport: (caseId, kind) => call('report.suggest', { caseId, kind }),
  addReport: async (caseId, kind) => {
    const result = await call('report.add', { caseId, kind })
    if (result.ok) return { id: result.value.reportId }
    get().toast('danger', result.error.message)
    return null
  },
  saveReport: async (input) => {
    const result = await call('report.save', input)
    if (!result.ok) return result.error
    const { caseId, reportId, version: before } = input
    const { version } = result.value
    await get().loadReport(caseId, reportId)
    if (version !== before)
      get().toast('good', 'The report is saved.', async () => {
        const undone = await call('report.restore', { caseId, reportId, version, to: before })
        await get().loadReport(caseId, reportId)
        if (undone.ok) get().toast('info', 'The report is as it was.')
        else get().toast('danger', undone.error.message)
      })
    return null
  },
  restoreReport: async (caseId, { id: reportId, version }, to) => {
    const result = await call('report.restore', { caseId, reportId, version, to })
    await get().loadReport(caseId, reportId)
    if (result.ok) get().toast('good', `The report is as it was at version ${to}.`)
    else get().toast('danger', result.error.message)
  },
  savePublication: async (input) => {
    const result = await call('report.publication-save', input)
    if (!result.ok) return result.error
    await get().loadReport(input.caseId, input.reportId)
    get().toast('good', 'The publication is recorded.')
    return null
  },
})
