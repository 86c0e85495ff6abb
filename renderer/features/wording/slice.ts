import type { CaseWording } from '../../../domain/chronology/case-wording.ts'
import type { Failure } from '../../../domain/result.ts'
import type { WordingView } from '../../../workspace/contract/wording.ts'
import { call } from '../../api.ts'
import { fromResult, idle, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type WordingSlice = {
  readonly wording: Remote<WordingView>
  readonly wordingCase: string | null
  readonly loadWording: (caseId: string) => Promise<void>
  readonly saveWording: (caseId: string, version: number, wording: CaseWording) => Promise<Failure | null>
}

/** As the contract takes it: lists it may change. */
const sent = ({ columns, judgements, kloes }: CaseWording) => ({
  columns: columns.map((column) => ({ ...column, places: [...column.places] })),
  judgements,
  kloes,
})

export const wordingSlice: Slice<WordingSlice> = (set, get) => ({
  wording: idle,
  wordingCase: null,
  loadWording: async (caseId) => {
    if (get().wordingCase !== caseId)
      set({ wordingCase: caseId, wording: { state: 'loading', previous: null } })
    const result = await call('wording.show', { caseId })
    if (get().wordingCase === caseId) set({ wording: fromResult(result) })
  },
  saveWording: async (caseId, version, wording) => {
    const before = get().wording
    const result = await call('wording.save', { caseId, version, wording: sent(wording) })
    if (!result.ok) return result.error
    set({ wordingCase: caseId, wording: { state: 'ready', value: result.value } })
    get().toast(
      'good',
      'The columns and wording of this case are saved.',
      before.state === 'ready'
        ? async () => {
            const error = await get().saveWording(caseId, result.value.version, before.value.wording)
            if (error) get().toast('danger', error.message)
          }
        : undefined,
    )
    return null
  },
})
