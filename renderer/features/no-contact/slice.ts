import type { Failure, Result } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type {
  LetterView,
  NoContactView,
  SentLetterReport,
  SentLetterView,
} from '../../../workspace/contract/no-contact.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type NoContactSlice = {
  readonly noContact: Remote<NoContactView>
  readonly loadNoContact: (caseId: string) => Promise<void>
  readonly setSilenceLength: (input: Input<'no-contact.set-length'>) => Promise<Failure | null>
  readonly recordStatement: (input: Input<'no-contact.state'>) => Promise<Failure | null>
  readonly recordAnswer: (input: Input<'no-contact.answer'>) => Promise<Failure | null>
  readonly withdrawStatement: (caseId: string, statementId: string) => Promise<Failure | null>
  readonly draftLetter: (input: Input<'no-contact.letter'>) => Promise<Result<LetterView>>
  readonly sendLetter: (input: Input<'no-contact.send'>) => Promise<Result<SentLetterReport>>
  readonly readLetter: (caseId: string, letterId: string) => Promise<Result<SentLetterView>>
}

export const noContactSlice: Slice<NoContactSlice> = (set, get) => {
  const load = async (caseId: string): Promise<void> => {
    set((state) => ({ noContact: loadingFrom(state.noContact) }))
    set({ noContact: fromResult(await call('no-contact.show', { caseId, pseudonyms: hidesNames(get()) })) })
  }
  /** Whatever came of a change, what is shown afterwards is what stands in the vault. */
  const afterwards = async (caseId: string, result: Result<unknown>): Promise<Failure | null> => {
    await load(caseId)
    return result.ok ? null : result.error
  }
  return {
    noContact: idle,
    loadNoContact: load,
    setSilenceLength: async (input) => afterwards(input.caseId, await call('no-contact.set-length', input)),
    recordStatement: async (input) => afterwards(input.caseId, await call('no-contact.state', input)),
    recordAnswer: async (input) => afterwards(input.caseId, await call('no-contact.answer', input)),
    withdrawStatement: async (caseId, statementId) =>
      afterwards(caseId, await call('no-contact.withdraw', { caseId, statementId })),
    draftLetter: (input) => call('no-contact.letter', input),
    sendLetter: async (input) => {
      const result = await get().during('Writing the letter and opening its files again', () =>
        call('no-contact.send', input),
      )
      await load(input.caseId)
      return result
    },
    readLetter: (caseId, letterId) =>
      call('no-contact.sent', { caseId, letterId, pseudonyms: hidesNames(get()) }),
  }
}
