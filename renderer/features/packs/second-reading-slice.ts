import type { Failure, Result } from '../../../domain/result.ts'
import type { Input, Output } from '../../../workspace/contract.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

type Reading = Output<'pack.second-reading'>

export type SecondReadingSlice = {
  /** A second reading of the pack, as this person may see it. */
  readonly secondReading: Remote<Reading>
  readonly loadSecondReading: (packId: string) => Promise<void>
  readonly askSecondReading: (packId: string) => Promise<Failure | null>
  readonly readSecond: (answer: Input<'pack.read-second'>) => Promise<Failure | null>
  readonly settleReading: (settled: Input<'pack.settle-reading'>) => Promise<Failure | null>
}

export const secondReadingSlice: Slice<SecondReadingSlice> = (set, get) => {
  /** The pack moves with its second reading. */
  const kept = async (packId: string, result: Result<Reading>): Promise<Failure | null> => {
    if (!result.ok) return result.error
    set({ secondReading: fromResult(result) })
    set((state) => ({ pack: loadingFrom(state.pack) }))
    set({ pack: fromResult(await call('pack.show', { packId })) })
    return null
  }
  return {
    secondReading: idle,
    loadSecondReading: async (packId) => {
      set((state) => ({ secondReading: loadingFrom(state.secondReading) }))
      set({ secondReading: fromResult(await call('pack.second-reading', { packId })) })
    },
    askSecondReading: async (packId) => kept(packId, await call('pack.ask-second-reading', { packId })),
    readSecond: async (answer) => kept(answer.packId, await call('pack.read-second', answer)),
    settleReading: async (settled) =>
      kept(
        settled.packId,
        await get().during('Settling the difference and opening every file again', () =>
          call('pack.settle-reading', settled),
        ),
      ),
  }
}
