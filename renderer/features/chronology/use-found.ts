import { useEffect, useMemo, useRef } from 'react'
import { searchTerms, type SearchTerm } from '../../../domain/chronology/search-words.ts'
import { useStore } from '../../store.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'

/** What the list was searched for. Marked in text as it is shown, so that no mark tells what a pseudonym stands for. */
export const useFoundTerms = (): readonly SearchTerm[] => {
  const search = useStore((state) => state.chronologyQuery?.search ?? '')
  return useMemo(() => searchTerms(search), [search])
}

/**
 * `n` and `N` go from one marked word of the open entry to the next and the one before; past its last, to the next entry and
 * its first.
 */
export const useFoundKeys = (): void => {
  const searching = useFoundTerms().length > 0
  const openEntry = useStore((state) => state.openEntry)
  const openId = openEntry.state === 'ready' ? openEntry.value.id : ''
  const at = useRef(-1)
  /** Where to begin in the entry being opened: at its first marked word, its last, or nowhere. */
  const coming = useRef<1 | -1 | null>(null)
  const show = (by: 1 | -1): boolean => {
    const marks = [...document.querySelectorAll<HTMLElement>('.entry .found')]
    const next = at.current === -1 && by === -1 ? marks.length - 1 : at.current + by
    const mark = marks[next]
    if (!mark) return false
    marks.forEach((one) => one.classList.remove('found-now'))
    mark.classList.add('found-now')
    mark.scrollIntoView?.({ block: 'nearest' })
    at.current = next
    return true
  }
  useEffect(() => {
    at.current = -1
    if (openId === '') return
    const by = coming.current
    coming.current = null
    if (by !== null) show(by)
  }, [openId])
  const go = (by: 1 | -1): void => {
    if (!searching || show(by)) return
    const { activeEntry, entryTotal, stepEntry } = useStore.getState()
    const next = activeEntry + by
    if (next < 0 || next >= (entryTotal ?? 0)) return
    coming.current = by
    void stepEntry(by)
  }
  useShortcuts([
    { keys: 'n', run: () => go(1) },
    { keys: 'N', run: () => go(-1) },
  ])
}
