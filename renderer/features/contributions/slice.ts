import type { Failure } from '../../../domain/result.ts'
import type { ContributionText, ContributionView } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import { hidesNames } from '../../names.ts'
import type { Slice } from '../../store.ts'

export type ContributionsSlice = {
  readonly contributions: Remote<readonly ContributionView[]>
  readonly contribution: Remote<ContributionText>
  readonly loadContributions: (caseId: string) => Promise<void>
  readonly loadContribution: (contributionId: string) => Promise<void>
  readonly writeOutPage: (contributionId: string, page: number, text: string) => Promise<Failure | null>
  readonly addContribution: (caseId: string, agencyId: string, path: string) => Promise<Failure | null>
}

export const contributionsSlice: Slice<ContributionsSlice> = (set, get) => ({
  contributions: idle,
  contribution: idle,
  loadContributions: async (caseId) => {
    set({ contributions: { state: 'loading', previous: null } })
    set({
      contributions: fromResult(await call('contribution.list', { caseId, pseudonyms: hidesNames(get()) })),
    })
  },
  loadContribution: async (contributionId) => {
    set({ contribution: { state: 'loading', previous: null } })
    set({
      contribution: fromResult(
        await call('contribution.show', { contributionId, pseudonyms: hidesNames(get()) }),
      ),
    })
  },
  writeOutPage: async (contributionId, page, text) => {
    const result = await call('contribution.write-out', { contributionId, page, text })
    if (!result.ok) return result.error
    get().toast('good', `Page ${page} is written out.`)
    const again = await call('contribution.show', { contributionId, pseudonyms: hidesNames(get()) })
    set({ contribution: fromResult(again) })
    return null
  },
  addContribution: async (caseId, agencyId, path) => {
    const result = await get().during('Reading the report', () =>
      call('contribution.add', { caseId, agencyId, path, pseudonyms: hidesNames(get()) }),
    )
    if (!result.ok) return result.error
    get().toast(
      'good',
      `${result.value.fileName} is in the vault, ${result.value.words.toLocaleString('en-GB')} words read.`,
    )
    set((state) => ({ contributions: loadingFrom(state.contributions) }))
    set({
      contributions: fromResult(await call('contribution.list', { caseId, pseudonyms: hidesNames(get()) })),
    })
    await get().loadCase(caseId)
    return null
  },
})
