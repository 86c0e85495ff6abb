import type { EntryLinksView } from '../../../../workspace/contract/same-events.ts'
import { call } from '../../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../../remote.ts'
import type { Slice } from '../../../store.ts'

export type LinksSlice = {
  /** What the entry beside the list is linked with. */
  readonly entryLinks: Remote<EntryLinksView>
  readonly loadEntryLinks: (caseId: string, entryId: string, pseudonyms: boolean) => Promise<void>
}

export const linksSlice: Slice<LinksSlice> = (set, get) => ({
  entryLinks: idle,
  loadEntryLinks: async (caseId, entryId, pseudonyms) => {
    const { entryLinks } = get()
    const same = entryLinks.state === 'ready' && entryLinks.value.entryId === entryId
    set({ entryLinks: same ? loadingFrom(entryLinks) : { state: 'loading', previous: null } })
    const result = await call('chronology.entry-links', { caseId, entryId, pseudonyms })
    set({ entryLinks: fromResult(result) })
  },
})
