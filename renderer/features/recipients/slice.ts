import type { Failure } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type { RegisterView } from '../../../workspace/contract/recipients.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type RecipientsSlice = {
  readonly register: Remote<RegisterView>
  readonly loadRegister: () => Promise<void>
  readonly addRecipient: (input: Input<'recipient.add'>) => Promise<Failure | null>
  readonly saveRecipient: (input: Input<'recipient.save'>) => Promise<Failure | null>
  readonly linkAgency: (input: Input<'recipient.link-agency'>) => Promise<Failure | null>
  /** Adds an organisation under an agency's name and says that the agency is it. */
  readonly addAgency: (agency: {
    readonly caseId: string
    readonly agencyId: string
    readonly name: string
  }) => Promise<Failure | null>
}

export const recipientsSlice: Slice<RecipientsSlice> = (set, get) => ({
  register: idle,
  loadRegister: async () => {
    set((state) => ({ register: loadingFrom(state.register) }))
    set({ register: fromResult(await call('recipient.list', {})) })
  },
  addRecipient: async (input) => {
    const result = await call('recipient.add', input)
    if (!result.ok) return result.error
    get().toast('good', 'Added to the register.')
    await get().loadRegister()
    return null
  },
  saveRecipient: async (input) => {
    const result = await call('recipient.save', input)
    if (!result.ok) return result.error
    get().toast('good', 'The entry is saved.')
    await get().loadRegister()
    return null
  },
  linkAgency: async (input) => {
    const result = await call('recipient.link-agency', input)
    if (!result.ok) {
      get().toast('danger', result.error.message)
      return result.error
    }
    await get().loadRegister()
    return null
  },
  addAgency: async ({ caseId, agencyId, name }) => {
    const added = await call('recipient.add', { kind: 'agency', name })
    if (added.ok) return get().linkAgency({ caseId, agencyId, recipientId: added.value.recipientId })
    get().toast('danger', added.error.message)
    return added.error
  },
})
