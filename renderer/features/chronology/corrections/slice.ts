import type { Failure } from '../../../../domain/result.ts'
import type { Input } from '../../../../workspace/contract.ts'
import type { RecordRecipient, RectificationView } from '../../../../workspace/contract/rectifications.ts'
import { call } from '../../../api.ts'
import { hidesNames } from '../../../names.ts'
import { fromResult, idle, type Remote } from '../../../remote.ts'
import type { Slice } from '../../../store.ts'

export type CorrectionsSlice = {
  readonly corrections: Remote<readonly RectificationView[]>
  readonly correctionsOf: string | null
  readonly loadCorrections: (entryId: string) => Promise<void>
  readonly addCorrection: (input: Input<'rectification.add'>) => Promise<Failure | null>
  readonly entryRecipients: Remote<readonly RecordRecipient[]>
  readonly loadEntryRecipients: (entryId: string) => Promise<void>
}

export const correctionsSlice: Slice<CorrectionsSlice> = (set, get) => ({
  corrections: idle,
  correctionsOf: null,
  loadCorrections: async (entryId) => {
    if (get().correctionsOf !== entryId)
      set({
        correctionsOf: entryId,
        corrections: { state: 'loading', previous: null },
        entryRecipients: idle,
      })
    const result = await call('rectification.list', { entryId, pseudonyms: hidesNames(get()) })
    if (get().correctionsOf === entryId) set({ corrections: fromResult(result) })
  },
  addCorrection: async (input) => {
    const result = await call('rectification.add', input)
    if (!result.ok) return result.error
    const { notices } = result.value
    get().toast(
      'good',
      notices === 0
        ? 'The correction stands beside the entry. No pack has carried it to anybody.'
        : `The correction stands beside the entry. ${notices} ${notices === 1 ? 'notice is' : 'notices are'} due, under Attention.`,
    )
    await get().loadCorrections(input.entryId)
    return null
  },
  entryRecipients: idle,
  loadEntryRecipients: async (entryId) => {
    set({ entryRecipients: { state: 'loading', previous: null } })
    const result = await call('rectification.recipients', { entryId })
    if (get().correctionsOf === entryId) set({ entryRecipients: fromResult(result) })
  },
})
