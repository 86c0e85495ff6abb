import type { Failure, Result } from '../../../../domain/result.ts'
import type { LinkDecision } from '../../../../domain/chronology/same-event-groups.ts'
import type { Input, Output } from '../../../../workspace/contract.ts'
import type { EntryLinksView, PairView } from '../../../../workspace/contract/same-events.ts'
import type { EntryRow } from '../../../../workspace/views.ts'
import { call } from '../../../api.ts'
import { hidesNames } from '../../../names.ts'
import { fromResult, idle, loadingFrom, valueOf, type Remote } from '../../../remote.ts'
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
export type Noting = Omit<Input<'chronology.note-conflict'>, 'caseId'>

/** The lists of the page, each shown a page at a time. */
export type LinkList = 'proposals' | 'linkedEvents' | 'conflicts' | 'rejectedLinks'
export const linkPageSizes = {
  proposals: 50,
  linkedEvents: 20,
  conflicts: 50,
  rejectedLinks: 20,
} as const satisfies Readonly<Record<LinkList, number>>

export const sameEventsTabs = ['queue', 'events', 'conflicts', 'rejected'] as const
export type SameEventsTab = (typeof sameEventsTabs)[number]
/** What can be done with the pair in hand, by whoever shows it: for the command palette. */
export type PairActions = {
  readonly confirm: () => void
  readonly reject: () => void
  readonly next: () => void
}
export type ConflictState = 'open' | 'resolved'

/** One page of a list and how far from its beginning it starts. */
type Paged<Value> = Remote<Value & { readonly offset: number }>

export type LinksSlice = {
  /** What the entry beside the list is linked with. */
  readonly entryLinks: Remote<EntryLinksView>
  readonly proposals: Paged<Output<'chronology.proposals'>>
  readonly rejectedLinks: Paged<Output<'chronology.rejected-links'>>
  readonly linkedEvents: Paged<Output<'chronology.events'>>
  readonly conflicts: Paged<Output<'chronology.conflicts'>>
  readonly linksDecided: readonly Decided[]
  readonly sameEventsTab: SameEventsTab
  readonly conflictState: ConflictState
  /** Which of all proposals is in hand, from 0. */
  readonly proposalAt: number
  readonly pairActions: PairActions | null
  readonly offerPairActions: (actions: PairActions | null) => void
  readonly showSameEvents: (tab: SameEventsTab) => void
  readonly showConflicts: (caseId: string, state: ConflictState) => Promise<void>
  readonly loadEntryLinks: (caseId: string, entryId: string, pseudonyms: boolean) => Promise<void>
  readonly loadSameEvents: (caseId: string, pseudonyms: boolean) => Promise<void>
  readonly turnLinkPage: (caseId: string, list: LinkList, offset: number) => Promise<void>
  /** The next proposal, or with -1 the one before; after the last comes the first. */
  readonly stepProposal: (caseId: string, by: number) => Promise<void>
  readonly decideLink: (
    caseId: string,
    pair: Pick<PairView, 'version'> & { readonly a: { entryId: string }; readonly b: { entryId: string } },
    decision: LinkDecision,
    reason?: string,
  ) => Promise<Failure | null>
  /** Takes back the latest decision of this session on a case. */
  readonly undoLink: (caseId: string) => Promise<Failure | null>
  /** The first entries of some agencies that have all these words, and how many there are. */
  readonly findEntries: (
    caseId: string,
    search: string,
    agencies: readonly string[],
    pseudonyms: boolean,
  ) => Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }>
  readonly comparePair: (
    caseId: string,
    a: string,
    b: string,
    pseudonyms: boolean,
  ) => Promise<Result<PairView>>
  readonly settleConflict: (caseId: string, settling: Settling) => Promise<Failure | null>
  readonly noteConflict: (caseId: string, noting: Noting) => Promise<Failure | null>
}

/** The proposal in hand, where its page is the one that was read. */
export const proposalInHand = ({
  proposals,
  proposalAt,
}: Pick<LinksSlice, 'proposals' | 'proposalAt'>): PairView | null => {
  const known = valueOf(proposals)
  return known?.pairs[proposalAt - known.offset] ?? null
}

const decidedWords: Readonly<Record<LinkDecision, string>> = {
  confirmed: 'Linked as one event. Both accounts stay.',
  rejected: 'Kept apart as different events.',
  undecided: 'The decision is taken back. Both accounts stay.',
}

const settledWords: Readonly<Record<Settling['outcome'], string>> = {
  preferred: 'The resolution is recorded. Both accounts stay.',
  neither: 'The resolution is recorded. Both accounts stay.',
  both: 'The resolution is recorded. Both accounts stay.',
  open: 'The conflict is open again.',
  withdrawn: 'The difference that was written down is withdrawn.',
}

export const linksSlice: Slice<LinksSlice> = (set, get) => {
  const offsets: Record<LinkList, number> = { proposals: 0, linkedEvents: 0, conflicts: 0, rejectedLinks: 0 }
  /** The proposal to have in hand once its page is read. */
  let wantedAt: number | null = null
  /** Of which case the lists are; what was read of another is never shown. */
  let entryLinksAsked = 0
  let listed = ''

  /** The page that was asked for, or the last one where the list has become shorter. */
  const pageOf = async <Value extends { readonly total: number }>(
    list: LinkList,
    read: (page: { offset: number; limit: number }) => Promise<Result<Value>>,
  ): Promise<Result<Value & { readonly offset: number }>> => {
    const limit = linkPageSizes[list]
    const result = await read({ offset: offsets[list], limit })
    if (!result.ok) return result
    const last = Math.max(0, Math.ceil(result.value.total / limit) - 1) * limit
    if (offsets[list] <= last) return { ok: true, value: { ...result.value, offset: offsets[list] } }
    offsets[list] = last
    return pageOf(list, read)
  }
  const readers: Readonly<Record<LinkList, (caseId: string, pseudonyms: boolean) => Promise<void>>> = {
    proposals: async (caseId, pseudonyms) => {
      const read = await pageOf('proposals', (page) =>
        call('chronology.proposals', { caseId, pseudonyms, ...page }),
      )
      if (listed !== caseId) return
      const most = read.ok ? Math.max(0, read.value.total - 1) : 0
      const at = wantedAt
      wantedAt = null
      set((state) => ({ proposals: fromResult(read), proposalAt: Math.min(at ?? state.proposalAt, most) }))
    },
    linkedEvents: async (caseId, pseudonyms) => {
      const read = await pageOf('linkedEvents', (page) =>
        call('chronology.events', { caseId, pseudonyms, ...page }),
      )
      if (listed === caseId) set({ linkedEvents: fromResult(read) })
    },
    conflicts: async (caseId, pseudonyms) => {
      const { conflictState: state } = get()
      const read = await pageOf('conflicts', (page) =>
        call('chronology.conflicts', { caseId, pseudonyms, state, ...page }),
      )
      if (listed === caseId && get().conflictState === state) set({ conflicts: fromResult(read) })
    },
    rejectedLinks: async (caseId, pseudonyms) => {
      const read = await pageOf('rejectedLinks', (page) =>
        call('chronology.rejected-links', { caseId, pseudonyms, ...page }),
      )
      if (listed === caseId) set({ rejectedLinks: fromResult(read) })
    },
  }

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
  /** One message, of the latest: deciding on fifty pairs in a row is not fifty messages. */
  const forget = (): void => {
    const told: readonly string[] = Object.values(decidedWords)
    for (const { id, message } of get().toasts) if (told.includes(message)) get().dropToast(id)
  }
  const takeBack = async (decided: Decided): Promise<Failure | null> => {
    const { caseId, a, b, version, before } = decided
    const result = await call('chronology.decide-links', {
      caseId,
      pairs: [{ a, b, version }],
      decision: before,
      reason: 'Taken back',
    })
    forget()
    set((state) => ({ linksDecided: state.linksDecided.filter((one) => one !== decided) }))
    if (result.ok) get().toast('info', 'The last decision is taken back.')
    return after(caseId, result)
  }
  const settleAgain = async (caseId: string, settling: Settling): Promise<void> => {
    const failure = await get().settleConflict(caseId, settling)
    if (failure !== null) get().toast('danger', failure.message)
  }
  return {
    entryLinks: idle,
    proposals: idle,
    rejectedLinks: idle,
    linkedEvents: idle,
    conflicts: idle,
    linksDecided: [],
    sameEventsTab: 'queue',
    conflictState: 'open',
    proposalAt: 0,
    pairActions: null,
    offerPairActions: (pairActions) => set({ pairActions }),
    showSameEvents: (sameEventsTab) => set({ sameEventsTab }),
    showConflicts: async (caseId, conflictState) => {
      set({ conflictState })
      await get().turnLinkPage(caseId, 'conflicts', 0)
    },
    loadEntryLinks: async (caseId, entryId, pseudonyms) => {
      const { entryLinks } = get()
      const same = entryLinks.state === 'ready' && entryLinks.value.entryId === entryId
      set({ entryLinks: same ? loadingFrom(entryLinks) : { state: 'loading', previous: null } })
      const asked = (entryLinksAsked += 1)
      const result = await call('chronology.entry-links', { caseId, entryId, pseudonyms })
      if (asked === entryLinksAsked) set({ entryLinks: fromResult(result) })
    },
    loadSameEvents: async (caseId, pseudonyms) => {
      const isNew = listed !== caseId
      listed = caseId
      if (isNew) {
        Object.assign(offsets, { proposals: 0, linkedEvents: 0, conflicts: 0, rejectedLinks: 0 })
        set({ proposalAt: 0 })
      }
      const waiting = <Value>(remote: Remote<Value>): Remote<Value> =>
        isNew ? { state: 'loading', previous: null } : loadingFrom(remote)
      set((state) => ({
        proposals: waiting(state.proposals),
        rejectedLinks: waiting(state.rejectedLinks),
        linkedEvents: waiting(state.linkedEvents),
        conflicts: waiting(state.conflicts),
      }))
      await Promise.all(Object.values(readers).map((read) => read(caseId, pseudonyms)))
    },
    turnLinkPage: async (caseId, list, offset) => {
      offsets[list] = offset
      await readers[list](caseId, hidesNames(get()))
    },
    stepProposal: async (caseId, by) => {
      const known = valueOf(get().proposals)
      if (!known || known.total === 0) return
      const at = (get().proposalAt + by + known.total) % known.total
      const size = linkPageSizes.proposals
      const offset = Math.floor(at / size) * size
      if (offset === known.offset) return set({ proposalAt: at })
      wantedAt = at
      await get().turnLinkPage(caseId, 'proposals', offset)
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
        if (done) {
          const decided = { caseId, ...done }
          set((state) => ({ linksDecided: [...state.linksDecided.slice(-50), decided] }))
          forget()
          get().toast('good', decidedWords[decision], async () => {
            const failure = await takeBack(decided)
            if (failure !== null) get().toast('danger', failure.message)
          })
        }
      }
      return after(caseId, result)
    },
    undoLink: async (caseId) => {
      const last = get().linksDecided.findLast((one) => one.caseId === caseId)
      return last ? takeBack(last) : null
    },
    findEntries: async (caseId, search, agencies, pseudonyms) => {
      const input = { caseId, search, agencies: [...agencies], pseudonyms, limit: 20 }
      const result = await call('chronology.list', input)
      return result.ok ? { rows: result.value.entries, total: result.value.total } : { rows: [], total: 0 }
    },
    comparePair: (caseId, a, b, pseudonyms) => call('chronology.pair', { caseId, a, b, pseudonyms }),
    settleConflict: async (caseId, settling) => {
      const result = await call('chronology.settle-conflict', { caseId, ...settling })
      if (result.ok) {
        const { aspect, subject, accounts } = settling
        const undo = (): Promise<void> =>
          settleAgain(caseId, { aspect, subject, accounts, version: result.value.version, outcome: 'open' })
        get().toast('good', settledWords[settling.outcome], settling.outcome === 'open' ? undefined : undo)
      }
      return after(caseId, result)
    },
    noteConflict: async (caseId, noting) => {
      const result = await call('chronology.note-conflict', { caseId, ...noting })
      if (result.ok) {
        const { subject, version } = result.value
        get().toast('good', 'The difference is written down.', () =>
          settleAgain(caseId, {
            aspect: noting.aspect,
            subject,
            accounts: noting.positions.map(({ entryId }) => entryId),
            version,
            outcome: 'withdrawn',
          }),
        )
      }
      return after(caseId, result)
    },
  }
}
