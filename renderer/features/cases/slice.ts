import type { Failure } from '../../../domain/result.ts'
import type { CaseSummary } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type CasesSlice = {
  readonly cases: Remote<readonly CaseSummary[]>
  readonly loadCases: () => Promise<void>
  readonly addCase: (casePath: string, rosterPath: string) => Promise<Failure | null>
  readonly loadSample: () => Promise<Failure | null>
}

export const casesSlice: Slice<CasesSlice> = (set, get) => ({
  cases: idle,
  loadCases: async () => {
    set((state) => ({ cases: loadingFrom(state.cases) }))
    set({ cases: fromResult(await call('case.list', {})) })
  },
  addCase: async (casePath, rosterPath) => {
    const result = await call('case.add-from-files', {
      case: { path: casePath },
      roster: { path: rosterPath },
    })
    if (!result.ok) return result.error
    get().toast('good', 'The case and its people key are in the vault.')
    get().go({ screen: 'case', caseId: result.value.caseId, tab: 'overview' })
    return null
  },
  loadSample: async () => {
    const result = await get().during('Preparing the sample case', () => call('sample.load', {}))
    if (!result.ok) return result.error
    await get().loadCases()
    get().go({ screen: 'case', caseId: result.value.caseId, tab: 'overview' })
    return null
  },
})
