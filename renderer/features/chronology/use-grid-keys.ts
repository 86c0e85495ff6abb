import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useStore } from '../../store.ts'
import type { LongList } from '../../ui/long-list.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import type { ListPlaces } from './list-places.ts'
import { selectionKey } from './selection-keys.ts'
import { entryAt } from './slice.ts'

/** The keyboard of the list: moving, opening, groups and selecting. Answers the handler for keys pressed in it. */
export const useGridKeys = ({
  places,
  list,
  inHand,
  screenful,
}: {
  readonly places: ListPlaces
  readonly list: LongList
  readonly inHand: number
  readonly screenful: number
}): ((event: KeyboardEvent) => void) => {
  const current = useStore((state) => state.entriesAreCurrent)

  const go = (place: number): number => {
    const to = Math.min(Math.max(0, place), places.count - 1)
    const standing = places.at(to)
    const { moveToEntry, moveToGroup, openEntry, openRow } = useStore.getState()
    if (standing.kind === 'group') moveToGroup(standing.group.key)
    else if (openEntry.state === 'idle' || !entryAt(useStore.getState(), standing.index))
      moveToEntry(standing.index)
    else openRow(standing.index)
    list.bringIntoView(to)
    return to
  }
  // Enter pressed before a search has answered is about what it will find, not about what still stands here.
  const awaited = useRef(false)
  useEffect(() => {
    if (!current || !awaited.current) return
    awaited.current = false
    const { openRow, activeEntry } = useStore.getState()
    openRow(activeEntry)
  }, [current])

  const targetOf = (key: string): number | undefined => {
    const to: Readonly<Record<string, number>> = {
      ArrowDown: inHand + 1,
      ArrowUp: inHand - 1,
      PageDown: inHand + screenful,
      PageUp: inHand - screenful,
      Home: 0,
      End: places.count - 1,
      ...(useStore.getState().preferences.singleKeys ? { j: inHand + 1, k: inHand - 1 } : {}),
    }
    return to[key]
  }
  const select = (event: KeyboardEvent): boolean => {
    const { preferences, activeEntry, activeGroup, ...state } = useStore.getState()
    const asked = selectionKey(event, preferences.singleKeys)
    if (asked === null) return false
    event.preventDefault()
    if (asked === 'all') void state.selectMatching()
    else if (asked === 'clear') state.clearSelection()
    else if (asked === 'toggle' && activeGroup === null) state.toggleSelected(activeEntry)
    else if (asked === 'toggle') state.toggleGroup(activeGroup ?? '')
    else {
      const standing = places.at(go(targetOf(event.key) ?? inHand))
      if (standing.kind === 'entry') void state.extendSelection(activeEntry, standing.index)
    }
    return true
  }
  const turnGroup = (event: KeyboardEvent): boolean => {
    const group = places.groupAt(inHand)
    if (!group || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return false
    event.preventDefault()
    const { activeGroup, closeGroup } = useStore.getState()
    if (activeGroup !== null) closeGroup(group.key, event.key === 'ArrowLeft')
    else if (event.key === 'ArrowLeft') go(places.ofGroup(group.key))
    return true
  }
  const open = (): void => {
    const { activeEntry, activeGroup, openRow, toggleGroup } = useStore.getState()
    if (activeGroup !== null) toggleGroup(activeGroup)
    else if (current) openRow(activeEntry)
    else awaited.current = true
  }
  const step = (by: number) => (): void => {
    list.focus()
    go(inHand + by)
  }
  useShortcuts([
    { keys: 'j', run: step(1) },
    { keys: 'k', run: step(-1) },
    { keys: 'ArrowDown', run: step(1) },
    { keys: 'ArrowUp', run: step(-1) },
    { keys: 'PageDown', run: step(screenful) },
    { keys: 'PageUp', run: step(-screenful) },
  ])

  return (event) => {
    if (select(event) || event.ctrlKey || event.metaKey || event.altKey || turnGroup(event)) return
    const target = targetOf(event.key)
    if (target === undefined && event.key !== 'Enter') return
    event.preventDefault()
    const direction = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null
    // An entry longer than the view is read to its end before the next is gone to.
    if (direction !== null && list.goesOn(inHand, direction)) list.turn(direction * 0.85)
    else if (target === undefined) open()
    else go(target)
  }
}
