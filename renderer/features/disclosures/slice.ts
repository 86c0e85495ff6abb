import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type DisclosuresSlice = {
  readonly disclosures: Remote<readonly DisclosureView[]>
  readonly loadDisclosures: () => Promise<void>
}

export const disclosuresSlice: Slice<DisclosuresSlice> = (set) => ({
  disclosures: idle,
  loadDisclosures: async () => {
    set((state) => ({ disclosures: loadingFrom(state.disclosures) }))
    set({ disclosures: fromResult(await call('disclosure.list', {})) })
  },
})
