import type { Failure, Result } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type {
  FindingList,
  FindingOfEntry,
  FindingVersionView,
  FindingView,
} from '../../../workspace/contract/findings.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'
import { counted } from '../../ui/words.ts'

/** A finding at the version that was read. */
export type FindingAt = { readonly id: string; readonly number: number; readonly version: number }

export type FindingsSlice = {
  readonly findings: Remote<FindingList>
  readonly findingsCase: string
  readonly finding: Remote<FindingView>
  readonly findingId: string
  /** The findings of the entry beside the chronology. */
  readonly entryFindings: Remote<readonly FindingOfEntry[]>
  readonly entryFindingsOf: string
  readonly loadFindings: (caseId: string) => Promise<void>
  readonly loadFinding: (caseId: string, findingId: string) => Promise<void>
  readonly loadEntryFindings: (caseId: string, recordId: string) => Promise<void>
  readonly findingHistory: (
    caseId: string,
    findingId: string,
  ) => Promise<Result<readonly FindingVersionView[]>>
  readonly addFinding: (input: Input<'finding.add'>) => Promise<{ readonly id: string } | { error: Failure }>
  readonly saveFinding: (input: Input<'finding.save'>, done: string) => Promise<Failure | null>
  readonly addToFinding: (
    input: Omit<Input<'finding.add-entries'>, 'findingId' | 'version'> & { readonly to: FindingAt },
  ) => Promise<Failure | null>
  readonly removeFromFinding: (caseId: string, of: FindingAt, recordId: string) => Promise<void>
  readonly noteEvidence: (
    caseId: string,
    of: FindingAt,
    recordId: string,
    note: string,
  ) => Promise<Failure | null>
  readonly moveEvidence: (caseId: string, of: FindingAt, recordId: string, place: number) => Promise<void>
  readonly restoreFinding: (caseId: string, of: FindingAt, to: number) => Promise<void>
}

export const findingsSlice: Slice<FindingsSlice> = (set, get) => {
  /** Reads again whatever of findings is on the page. */
  const again = async (caseId: string): Promise<void> => {
    const { findingsCase, findingId, entryFindingsOf } = get()
    await Promise.all([
      ...(findingsCase === caseId ? [get().loadFindings(caseId)] : []),
      ...(findingId === '' ? [] : [get().loadFinding(caseId, findingId)]),
      ...(entryFindingsOf === '' ? [] : [get().loadEntryFindings(caseId, entryFindingsOf)]),
    ])
  }
  /** Tells what was done, with the way back to the version before. */
  const told = async (
    caseId: string,
    result: Result<{ readonly findingId: string; readonly number: number; readonly version: number }>,
    before: number,
    done: string,
  ): Promise<Failure | null> => {
    if (!result.ok) return result.error
    await again(caseId)
    const { findingId: id, number, version } = result.value
    if (version !== before)
      get().toast('good', done, async () => {
        const undone = await call('finding.restore', { caseId, findingId: id, version, to: before })
        await again(caseId)
        if (undone.ok) get().toast('info', `Finding ${number} is as it was.`)
        else get().toast('danger', undone.error.message)
      })
    return null
  }
  /** What was refused is most often something that changed meanwhile: it is read again. */
  const readAgain = async (caseId: string, failure: Failure | null): Promise<Failure | null> => {
    if (failure) await again(caseId)
    return failure
  }
  const toastFailure = async (caseId: string, failure: Failure | null): Promise<void> => {
    await readAgain(caseId, failure)
    if (failure) get().toast('danger', failure.message)
  }
  return {
    findings: idle,
    findingsCase: '',
    finding: idle,
    findingId: '',
    entryFindings: idle,
    entryFindingsOf: '',
    loadFindings: async (caseId) => {
      set((state) => ({
        findingsCase: caseId,
        findings:
          state.findingsCase === caseId ? loadingFrom(state.findings) : { state: 'loading', previous: null },
      }))
      const result = await call('finding.list', { caseId, pseudonyms: hidesNames(get()) })
      if (get().findingsCase === caseId) set({ findings: fromResult(result) })
    },
    loadFinding: async (caseId, findingId) => {
      set((state) => ({
        findingId,
        finding:
          state.findingId === findingId ? loadingFrom(state.finding) : { state: 'loading', previous: null },
      }))
      const result = await call('finding.show', { caseId, findingId, pseudonyms: hidesNames(get()) })
      if (get().findingId === findingId) set({ finding: fromResult(result) })
    },
    loadEntryFindings: async (caseId, recordId) => {
      set((state) => ({
        entryFindingsOf: recordId,
        entryFindings:
          state.entryFindingsOf === recordId
            ? loadingFrom(state.entryFindings)
            : { state: 'loading', previous: null },
      }))
      const result = await call('finding.of-entry', { caseId, recordId, pseudonyms: hidesNames(get()) })
      if (get().entryFindingsOf === recordId) set({ entryFindings: fromResult(result) })
    },
    findingHistory: (caseId, findingId) =>
      call('finding.history', { caseId, findingId, pseudonyms: hidesNames(get()) }),
    addFinding: async (input) => {
      const result = await call('finding.add', input)
      await again(input.caseId)
      if (!result.ok) return { error: result.error }
      const { findingId: id, number, version } = result.value
      get().toast('good', `Finding ${number} is added as a draft.`, async () => {
        const undone = await call('finding.save', {
          caseId: input.caseId,
          findingId: id,
          version,
          status: 'withdrawn',
        })
        await again(input.caseId)
        if (undone.ok) get().toast('info', `Finding ${number} is withdrawn.`)
        else get().toast('danger', undone.error.message)
      })
      return { id }
    },
    saveFinding: async (input, done) =>
      told(input.caseId, await call('finding.save', input), input.version, done),
    addToFinding: async ({ to, ...input }) => {
      const result = await call('finding.add-entries', { ...input, findingId: to.id, version: to.version })
      const added = result.ok ? result.value.added : 0
      const here = input.recordIds.length - added
      if (result.ok && added === 0)
        get().toast(
          'info',
          `Finding ${to.number} rests on ${here === 1 ? 'this entry' : 'these entries'} already.`,
        )
      return readAgain(
        input.caseId,
        await told(
          input.caseId,
          result,
          to.version,
          `${counted(added, 'entry', 'entries')} added to finding ${to.number}.` +
            (here === 0 ? '' : ` ${counted(here, 'entry was', 'entries were')} there already.`),
        ),
      )
    },
    removeFromFinding: async (caseId, { id, number, version }, recordId) =>
      toastFailure(
        caseId,
        await told(
          caseId,
          await call('finding.remove-entries', { caseId, findingId: id, version, recordIds: [recordId] }),
          version,
          `The entry is no evidence of finding ${number} any more.`,
        ),
      ),
    noteEvidence: async (caseId, { id, version }, recordId, note) =>
      readAgain(
        caseId,
        await told(
          caseId,
          await call('finding.note-entry', { caseId, findingId: id, version, recordId, note }),
          version,
          'Why it is evidence is saved.',
        ),
      ),
    moveEvidence: async (caseId, { id, version }, recordId, place) =>
      toastFailure(
        caseId,
        await told(
          caseId,
          await call('finding.move-entry', { caseId, findingId: id, version, recordId, place }),
          version,
          `The entry stands at ${place + 1} now.`,
        ),
      ),
    restoreFinding: async (caseId, { id, number, version }, to) =>
      toastFailure(
        caseId,
        await told(
          caseId,
          await call('finding.restore', { caseId, findingId: id, version, to }),
          version,
          `Finding ${number} is as it was at version ${to}.`,
        ),
      ),
  }
}
