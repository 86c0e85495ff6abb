import type { Failure } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type { PeopleKeyEntry } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type PeopleKeySlice = {
  readonly peopleKey: Remote<readonly PeopleKeyEntry[]>
  readonly peopleKeyCase: string | null
  readonly loadPeopleKey: (caseId: string) => Promise<void>
  readonly savePerson: (input: Input<'people-key.save'>) => Promise<Failure | null>
}

export const peopleKeySlice: Slice<PeopleKeySlice> = (set, get) => ({
  peopleKey: idle,
  peopleKeyCase: null,
  loadPeopleKey: async (caseId) => {
    set((state) => ({
      peopleKeyCase: caseId,
      peopleKey:
        state.peopleKeyCase === caseId ? loadingFrom(state.peopleKey) : { state: 'loading', previous: null },
    }))
    const result = await call('people-key.list', { caseId })
    if (get().peopleKeyCase === caseId) set({ peopleKey: fromResult(result) })
  },
  savePerson: async (input) => {
    const result = await call('people-key.save', input)
    if (!result.ok) return result.error
    get().toast('good', `${result.value.pseudonym} is saved in the people key.`)
    set({ chronologyQuery: null })
    await get().loadPeopleKey(input.caseId)
    return null
  },
})
