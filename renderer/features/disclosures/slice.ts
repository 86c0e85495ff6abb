import type { Failure, Result } from '../../../domain/result.ts'
import type { Input, Output } from '../../../workspace/contract.ts'
import type { DisclosureInFull, DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type DisclosuresSlice = {
  readonly disclosures: Remote<readonly DisclosureView[]>
  readonly loadDisclosures: () => Promise<void>
  readonly openDisclosure: Remote<DisclosureInFull>
  readonly loadDisclosure: (disclosureId: string) => Promise<void>
  readonly recordDisclosure: (input: Input<'disclosure.record'>) => Promise<Failure | null>
  readonly recordReceipt: (input: Input<'disclosure.receipt'>) => Promise<Failure | null>
  readonly withdrawDisclosure: (input: Input<'disclosure.withdraw'>) => Promise<Failure | null>
  readonly exportDisclosures: (
    input: Input<'disclosure.export'>,
  ) => Promise<Result<Output<'disclosure.export'>>>
}

export const disclosuresSlice: Slice<DisclosuresSlice> = (set, get) => {
  /** What is shown afterwards is what stands in the vault. */
  const afterwards = async (
    disclosureId: string | null,
    result: Result<unknown>,
    told: string,
  ): Promise<Failure | null> => {
    if (!result.ok) return result.error
    get().toast('good', told)
    await (disclosureId === null ? get().loadDisclosures() : get().loadDisclosure(disclosureId))
    return null
  }
  return {
    disclosures: idle,
    loadDisclosures: async () => {
      set((state) => ({ disclosures: loadingFrom(state.disclosures) }))
      set({ disclosures: fromResult(await call('disclosure.list', {})) })
    },
    openDisclosure: idle,
    loadDisclosure: async (disclosureId) => {
      set(({ openDisclosure: before }) => ({
        openDisclosure:
          before.state === 'ready' && before.value.id === disclosureId
            ? loadingFrom(before)
            : { state: 'loading', previous: null },
      }))
      set({ openDisclosure: fromResult(await call('disclosure.show', { disclosureId })) })
    },
    recordDisclosure: async (input) =>
      afterwards(null, await call('disclosure.record', input), 'It is in the disclosure log.'),
    recordReceipt: async (input) =>
      afterwards(input.disclosureId, await call('disclosure.receipt', input), 'The receipt is recorded.'),
    withdrawDisclosure: async (input) =>
      afterwards(
        input.disclosureId,
        await call('disclosure.withdraw', input),
        'Withdrawn. A notice to its recipient stands under Attention.',
      ),
    exportDisclosures: (input) =>
      get().during('Writing the log and opening its files again', () => call('disclosure.export', input)),
  }
}
