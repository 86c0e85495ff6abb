import type { Result } from '../../../../domain/result.ts'
import type { Input } from '../../../../workspace/contract.ts'
import type { ExportReport, ExportReview } from '../../../../workspace/contract/chronology-export.ts'
import { call } from '../../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../../remote.ts'
import type { Slice } from '../../../store.ts'

export type ExportSlice = {
  readonly exportReview: Remote<ExportReview>
  readonly reviewExport: (input: Input<'chronology.export-review'>) => Promise<void>
  readonly exportChronology: (input: Input<'chronology.export'>) => Promise<Result<ExportReport>>
}

export const exportSlice: Slice<ExportSlice> = (set, get) => {
  let latest: object | null = null
  return {
    exportReview: idle,
    reviewExport: async (input) => {
      latest = input
      set((state) => ({ exportReview: loadingFrom(state.exportReview) }))
      const result = await call('chronology.export-review', input)
      // An answer to an earlier choice must not stand under a later one.
      if (latest === input) set({ exportReview: fromResult(result) })
    },
    exportChronology: (input) =>
      get().during('Writing the chronology and opening every file again', () =>
        call('chronology.export', input),
      ),
  }
}
