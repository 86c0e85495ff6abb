import { useEffect } from 'react'
import { useMay, usePseudonyms } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { entryAt } from './slice.ts'

/** Opens the entry that was asked for from elsewhere, once the list is here; `c` comments on the entry in hand. */
export const useWaysIn = (): void => {
  const wanted = useStore((state) => state.wantedEntry)
  const query = useStore((state) => state.chronologyQuery)
  const current = useStore((state) => state.entriesAreCurrent)
  const reachEntry = useStore((state) => state.reachEntry)
  const may = useMay('chronology:comment')
  const pseudonyms = usePseudonyms()
  useEffect(() => {
    if (current && wanted !== null && wanted.caseId === query?.caseId) void reachEntry()
  }, [current, wanted, query, reachEntry])
  const comment = (): void => {
    const state = useStore.getState()
    const open = valueOf(state.openEntry)
    const entry = open ?? entryAt(state, state.activeEntry)
    if (!entry) return
    state.showEntryTab('comments')
    state.compose(`entry.${entry.recordId}`)
    if (open === null) void state.showEntry(entry.id, pseudonyms)
  }
  useShortcuts(may ? [{ keys: 'c', run: comment }] : [])
}
