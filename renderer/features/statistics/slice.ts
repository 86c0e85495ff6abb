import type { Failure } from '../../../domain/result.ts'
import type { PackFormat } from '../../../domain/packs/pack-document.ts'
import type { StatisticsView } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'
import { counted } from '../../ui/words.ts'

export type StatisticsSlice = {
  readonly statistics: Remote<StatisticsView>
  readonly loadStatistics: (year?: string) => Promise<void>
  readonly importHistory: (path: string) => Promise<Failure | null>
  readonly publishStatistics: (
    year: string,
    formats: readonly PackFormat[],
    out: string,
  ) => Promise<{ releaseId: string; files: readonly { name: string; bytes: number }[] } | { error: Failure }>
}

export const statisticsSlice: Slice<StatisticsSlice> = (set, get) => ({
  statistics: idle,
  loadStatistics: async (year) => {
    set((state) => ({ statistics: loadingFrom(state.statistics) }))
    set({ statistics: fromResult(await call('statistics.show', year === undefined ? {} : { year })) })
  },
  importHistory: async (path) => {
    const result = await get().during('Importing earlier years', () => call('history.import', { path }))
    if (!result.ok) return result.error
    const { added, changed, unchanged, years } = result.value
    get().toast(
      'good',
      `${counted(years.length, 'year')}: ${added} reviews added, ${changed} changed, ${unchanged} unchanged.`,
    )
    await get().loadStatistics()
    return null
  },
  publishStatistics: async (year, formats, out) => {
    const result = await get().during('Writing the tables', () =>
      call('statistics.publish', { year, rule: 'sac', formats: [...formats], out }),
    )
    return result.ok ? result.value : { error: result.error }
  },
})
