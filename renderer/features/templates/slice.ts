import type { Result } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type { TemplateReport, TemplateReview } from '../../../workspace/contract/template.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type TemplatesSlice = {
  readonly templateReview: Remote<TemplateReview>
  readonly reviewTemplate: (input: Input<'template.review'>) => Promise<void>
  readonly makeTemplates: (input: Input<'template.make'>) => Promise<Result<TemplateReport>>
}

export const templatesSlice: Slice<TemplatesSlice> = (set, get) => {
  let latest: object | null = null
  return {
    templateReview: idle,
    reviewTemplate: async (input) => {
      latest = input
      set((state) => ({ templateReview: loadingFrom(state.templateReview) }))
      const result = await call('template.review', input)
      // An answer about earlier words must not stand under later ones.
      if (latest === input) set({ templateReview: fromResult(result) })
    },
    makeTemplates: (input) =>
      get().during('Making templates and opening every file again', () => call('template.make', input)),
  }
}
