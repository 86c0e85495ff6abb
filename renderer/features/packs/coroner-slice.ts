import type { Result } from '../../../domain/result.ts'
import type { Input, Output } from '../../../workspace/contract.ts'
import { call } from '../../api.ts'
import type { Slice } from '../../store.ts'

export type CoronerSlice = {
  readonly lookForCoroner: (input: Input<'coroner.look'>) => Promise<Result<Output<'coroner.look'>>>
  readonly buildForCoroner: (input: Input<'coroner.build'>) => Promise<Result<Output<'coroner.build'>>>
}

export const coronerSlice: Slice<CoronerSlice> = (_set, get) => ({
  lookForCoroner: (input) => call('coroner.look', input),
  buildForCoroner: (input) =>
    get().during('Writing the files and opening them again', () => call('coroner.build', input)),
})
