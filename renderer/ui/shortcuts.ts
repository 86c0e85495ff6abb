import { useEffect, useRef } from 'react'

export type Shortcut = {
  /** "Control+Shift+H", "/", "?", "j". */
  readonly keys: string
  readonly run: (event: KeyboardEvent) => void
  /** Where the key is not for this, it is left to whoever has the focus. */
  readonly when?: (event: KeyboardEvent) => boolean
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))

/** What moves by arrows itself: rows of tabs, choices, dividers, and whatever scrolls beside the list. */
const keepsArrows = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    '[type=radio], [role=tablist], [role=separator], [role=menu], .split-side, .panel-tab-body',
  ) !== null

const written = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 && (event.ctrlKey || event.metaKey) ? event.key.toUpperCase() : event.key
  return [
    event.ctrlKey || event.metaKey ? 'Control' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.metaKey) ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}

let singleKeys = true
/** Single letters can be turned off by people whose speech or switch software sends stray keys. */
export const allowSingleKeys = (allowed: boolean): void => {
  singleKeys = allowed
}

/** Keys that work anywhere on the page; plain characters rest while somebody types or a dialog is open. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const keys = written(event)
      const arrows = event.key.startsWith('Arrow') || event.key.startsWith('Page')
      if (arrows && keepsArrows(event.target)) return
      const plain = !keys.startsWith('Control+') && !keys.startsWith('Alt+')
      if (plain && (!singleKeys || isTyping(event.target) || document.querySelector('[role=dialog]'))) return
      const found = latest.current.find(
        (shortcut) => shortcut.keys === keys && (shortcut.when?.(event) ?? true),
      )
      if (!found) return
      event.preventDefault()
      found.run(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
