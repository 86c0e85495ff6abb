import type { Failure, Result } from '../../../../domain/result.ts'
import type { LinkDecision } from '../../../../domain/chronology/same-event-groups.ts'
import type { Input, Output } from '../../../../workspace/contract.ts'
import type { EntryLinksView, PairView } from '../../../../workspace/contract/same-events.ts'
import type { EntryRow } from '../../../../workspace/views.ts'
import { call } from '../../../api.ts'
import { hidesNames } from '../../../names.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../../remote.ts'
import type { Slice } from '../../../store.ts'

/** A decision that can be taken back: the entries, and what stood before. */
type Decided = {
  readonly caseId: string
  readonly a: string
  readonly b: string
  readonly version: number
  readonly before: LinkDecision
}

export type Settling = Omit<Input<'chronology.settle-conflict'>, 'caseId'>

export type LinksSlice = {
  /** What the entry beside the list is linked with. */
  readonly entryLinks: Remote<EntryLinksView>
  readonly proposals: Remote<Output<'chronology.proposals'>>
  readonly rejectedLinks: Remote<Output<'chronology.rejected-links'>>
  readonly linkedEvents: Remote<Output<'chronology.events'>>
  readonly conflicts: Remote<Output<'chronology.conflicts'>>
  readonly linksDecided: readonly Decided[]
  readonly loadEntryLinks: (caseId: string, entryId: string, pseudonyms: boolean) => Promise<void>
  readonly loadSameEvents: (caseId: string, pseudonyms: boolean) => Promise<void>
  readonly decideLink: (
    caseId: string,
    pair: Pick<PairView, 'version'> & { readonly a: { entryId: string }; readonly b: { entryId: string } },
    decision: LinkDecision,
    reason?: string,
  ) => Promise<Failure | null>
  /** Takes back the latest decision of this session on a case. */
  readonly undoLink: (caseId: string) => Promise<Failure | null>
  /** The first entries of some agencies that have all these words. */
  readonly findEntries: (
    caseId: string,
    search: string,
    agencies: readonly string[],
    pseudonyms: boolean,
  ) => Promise<readonly EntryRow[]>
  readonly comparePair: (
    caseId: string,
    a: string,
    b: string,
    pseudonyms: boolean,
  ) => Promise<Result<PairView>>
  readonly settleConflict: (caseId: string, settling: Settling) => Promise<Failure | null>
}

export const linksSlice: Slice<LinksSlice> = (set, get) => {
  /** Shows what a decision changed wherever it shows. */
  const refresh = async (caseId: string): Promise<void> => {
    const pseudonyms = hidesNames(get())
    const { entryLinks, chronologyQuery } = get()
    const open = entryLinks.state === 'ready' ? entryLinks.value.entryId : null
    await Promise.all([
      get().loadSameEvents(caseId, pseudonyms),
      ...(open === null ? [] : [get().loadEntryLinks(caseId, open, pseudonyms)]),
      ...(chronologyQuery?.caseId === caseId ? [get().beginChronology({ ...chronologyQuery })] : []),
    ])
  }
  const after = async (caseId: string, result: Result<unknown>): Promise<Failure | null> => {
    if (!result.ok && result.error.code !== 'conflict') return result.error
    await refresh(caseId)
    return result.ok ? null : result.error
  }
  return {
    entryLinks: idle,
    proposals: idle,
    rejectedLinks: idle,
    linkedEvents: idle,
    conflicts: idle,
    linksDecided: [],
    loadEntryLinks: async (caseId, entryId, pseudonyms) => {
      const { entryLinks } = get()
      const same = entryLinks.state === 'ready' && entryLinks.value.entryId === entryId
      set({ entryLinks: same ? loadingFrom(entryLinks) : { state: 'loading', previous: null } })
      const result = await call('chronology.entry-links', { caseId, entryId, pseudonyms })
      set({ entryLinks: fromResult(result) })
    },
    loadSameEvents: async (caseId, pseudonyms) => {
      set((state) => ({
        proposals: loadingFrom(state.proposals),
        rejectedLinks: loadingFrom(state.rejectedLinks),
        linkedEvents: loadingFrom(state.linkedEvents),
        conflicts: loadingFrom(state.conflicts),
      }))
      const [proposals, rejected, events, conflicts] = await Promise.all([
        call('chronology.proposals', { caseId, pseudonyms }),
        call('chronology.rejected-links', { caseId, pseudonyms }),
        call('chronology.events', { caseId, pseudonyms }),
        call('chronology.conflicts', { caseId, pseudonyms, state: 'all', limit: 1_000 }),
      ])
      set({
        proposals: fromResult(proposals),
        rejectedLinks: fromResult(rejected),
        linkedEvents: fromResult(events),
        conflicts: fromResult(conflicts),
      })
    },
    decideLink: async (caseId, pair, decision, reason = '') => {
      const { version } = pair
      const [a, b] = [pair.a.entryId, pair.b.entryId]
      const result = await call('chronology.decide-links', {
        caseId,
        pairs: [{ a, b, version }],
        decision,
        reason,
      })
      if (result.ok) {
        const [done] = result.value.decided
        if (done) set((state) => ({ linksDecided: [...state.linksDecided.slice(-50), { caseId, ...done }] }))
      }
      return after(caseId, result)
    },
    undoLink: async (caseId) => {
      const last = get().linksDecided.findLast((one) => one.caseId === caseId)
      if (!last) return null
      const { a, b, version, before } = last
      const result = await call('chronology.decide-links', {
        caseId,
        pairs: [{ a, b, version }],
        decision: before,
        reason: 'Taken back',
      })
      set((state) => ({ linksDecided: state.linksDecided.filter((one) => one !== last) }))
      if (result.ok) get().toast('info', 'The last decision is taken back.')
      return after(caseId, result)
    },
    findEntries: async (caseId, search, agencies, pseudonyms) => {
      const input = { caseId, search, agencies: [...agencies], pseudonyms, limit: 20 }
      const result = await call('chronology.list', input)
      return result.ok ? result.value.entries : []
    },
    comparePair: (caseId, a, b, pseudonyms) => call('chronology.pair', { caseId, a, b, pseudonyms }),
    settleConflict: async (caseId, settling) =>
      after(caseId, await call('chronology.settle-conflict', { caseId, ...settling })),
  }
}
