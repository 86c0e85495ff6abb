import { type RefObject, useEffect, useRef } from 'react'

/** For the button that opens something in its own place: it has the focus again once that is closed. */
export const useReturnFocus = (open: boolean): RefObject<HTMLButtonElement | null> => {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus()
    wasOpen.current = open
  }, [open])
  return button
}

/**
 * Where what had the focus is gone after `change` (or, with `atFirst`, before), it goes to `target`, not nowhere. A title
 * that was given it for want of anything better is nowhere too.
 */
export const useKeptFocus = (
  target: RefObject<HTMLElement | null>,
  change: unknown,
  atFirst = false,
): void => {
  const before = useRef(atFirst ? undefined : change)
  useEffect(() => {
    if (before.current === change) return
    before.current = change
    const { activeElement } = document
    if (activeElement === null || activeElement.matches('body, [data-page-title]')) target.current?.focus()
  }, [target, change])
}

/** Where the button in hand of a list is gone after `change`, with its line, the one that stands there now has the focus. */
export const useKeptPlace = (box: RefObject<HTMLElement | null>, change: unknown): void => {
  const place = useRef(-1)
  useEffect(() => {
    const list = box.current
    const buttons = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])]
    if (place.current !== -1 && document.activeElement === document.body)
      buttons[Math.min(place.current, buttons.length - 1)]?.focus()
    place.current = buttons.findIndex((button) => button === document.activeElement)
    const note = (event: FocusEvent): void => {
      place.current = buttons.findIndex((button) => button === event.target)
    }
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) place.current = -1
    }
    list?.addEventListener('focusin', note)
    list?.addEventListener('focusout', leave)
    return () => {
      list?.removeEventListener('focusin', note)
      list?.removeEventListener('focusout', leave)
    }
  }, [box, change])
}
