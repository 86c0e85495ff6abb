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

/** Where what had the focus is gone after `change` (or, with `atFirst`, before), it goes to `target`, not nowhere. */
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
    if (activeElement === null || activeElement === document.body) target.current?.focus()
  }, [target, change])
}
