import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { idle } from '../../remote.ts'
import type { Slice } from '../../store.ts'
import type { ChronologyFilter } from './reading.ts'
import { filterInput, noFilter } from './slice.ts'

/** An entry by its record and the version of it that stands. */
export type WantedEntry = { readonly caseId: string; readonly recordId: string; readonly entryId: string }

export type ReachSlice = {
  /** An entry asked for from elsewhere, until the list is here and it has been opened in it. */
  readonly wantedEntry: WantedEntry | null
  /** Goes to the chronology with this entry open in it, at one of its tabs where one is named. */
  readonly goToEntry: (entry: WantedEntry, tab?: string) => void
  /** The same for an entry of which only the record is known. */
  readonly goToRecord: (caseId: string, recordId: string, tab?: string) => Promise<void>
  readonly reachEntry: () => Promise<void>
  /** Goes to the chronology narrowed to this and nothing else. */
  readonly goToFiltered: (caseId: string, filter: Partial<ChronologyFilter>) => Promise<void>
}

export const reachSlice: Slice<ReachSlice> = (set, get) => ({
  wantedEntry: null,
  goToEntry: (wantedEntry, tab) => {
    // Whatever was searched for might leave it out.
    get().filterChronology(noFilter)
    set({ wantedEntry, ...(tab === undefined ? {} : { entryTab: tab }) })
    get().go({ screen: 'case', caseId: wantedEntry.caseId, tab: 'chronology' })
  },
  goToRecord: async (caseId, recordId, tab) => {
    const result = await call('comment.list', {
      caseId,
      subject: { recordId },
      pseudonyms: hidesNames(get()),
    })
    if (!result.ok) return get().toast('danger', result.error.message)
    const { subject } = result.value
    if (subject?.kind === 'entry') get().goToEntry({ caseId, recordId, entryId: subject.entryId }, tab)
  },
  goToFiltered: async (caseId, filter) => {
    // How the case was read last would come after, and over, what is asked for here.
    await get().startReading(caseId)
    get().filterChronology(noFilter)
    get().filterChronology(filter)
    get().go({ screen: 'case', caseId, tab: 'chronology' })
  },
  reachEntry: async () => {
    const { wantedEntry: wanted, chronologyQuery: query } = get()
    if (!wanted || !query) return
    // An entry that is opened anew brings its row into view.
    set({ wantedEntry: null, openEntry: idle })
    const result = await call('chronology.record-ids', filterInput(query))
    const at = result.ok ? result.value.recordIds.indexOf(wanted.recordId) : -1
    if (at !== -1) get().moveToEntry(at)
    await get().showEntry(wanted.entryId, query.pseudonyms)
  },
})
