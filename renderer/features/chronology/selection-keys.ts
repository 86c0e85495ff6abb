import type { KeyboardEvent } from 'react'

/** What a key asks of the selection; null where it asks nothing of it. */
export type SelectionKey = 'toggle' | 'extend' | 'all' | 'clear' | null

const moving: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'])

/**
 * The keyboard rules of selecting rows in the list: Space selects the row in hand or lets it go, and so does x where single
 * letters are allowed; Shift with a key that moves selects from the row in hand to where the key leads; Ctrl+A selects
 * everything that matches; Ctrl+Shift+A lets everything go. Asked before the list's own keys, which `extend` then follows.
 */
export const selectionKey = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  singleKeys: boolean,
): SelectionKey => {
  const { key, shiftKey } = event
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== 'a') return null
    return shiftKey ? 'clear' : 'all'
  }
  if (shiftKey) return moving.has(key) ? 'extend' : null
  return key === ' ' || (singleKeys && key === 'x') ? 'toggle' : null
}
