import type { Failure } from '../../../domain/result.ts'
import type { CaseView, SensitiveCategory } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import { hidesNames } from '../../names.ts'
import type { Slice } from '../../store.ts'

export type CaseSlice = {
  readonly openCase: Remote<CaseView>
  readonly loadCase: (caseId: string) => Promise<void>
  /** Asks for one hidden category; the values go to the caller and are kept nowhere. */
  readonly reveal: (
    adultId: string,
    category: SensitiveCategory,
    reason: string,
  ) => Promise<{ values: readonly string[] } | { error: Failure }>
  readonly addToTeam: (userId: string) => Promise<Failure | null>
}

export const caseSlice: Slice<CaseSlice> = (set, get) => {
  const idOfOpen = (): string => {
    const { route } = get()
    return route.screen === 'case' ? route.caseId : ''
  }
  return {
    openCase: idle,
    loadCase: async (caseId) => {
      const { openCase } = get()
      const same = openCase.state === 'ready' && openCase.value.id === caseId
      set({ openCase: same ? loadingFrom(openCase) : { state: 'loading', previous: null } })
      const result = await call('case.show', { caseId, pseudonyms: hidesNames(get()) })
      if (idOfOpen() === caseId) set({ openCase: fromResult(result) })
    },
    reveal: async (adultId, category, reason) => {
      const result = await call('sensitive.reveal', { caseId: idOfOpen(), adultId, category, reason })
      return result.ok ? result.value : { error: result.error }
    },
    addToTeam: async (userId) => {
      const caseId = idOfOpen()
      const result = await call('case.team-add', { caseId, userId })
      if (!result.ok) return result.error
      await get().loadCase(caseId)
      return null
    },
  }
}
