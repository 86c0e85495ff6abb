import { useShortcuts } from './shortcuts.ts'

/** `j` and `k` go from one item of the page's list to the next from anywhere; arrows do so once the focus is in the list. */
export const useListKeys = (selector: string): void => {
  const items = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)]
  const step = (by: 1 | -1) => (): void => {
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
  }
  const isThere = (): boolean => items().length > 0
  const inList = (event: KeyboardEvent): boolean => items().some((item) => item === event.target)
  useShortcuts([
    { keys: 'j', run: step(1), when: isThere },
    { keys: 'k', run: step(-1), when: isThere },
    { keys: 'ArrowDown', run: step(1), when: inList },
    { keys: 'ArrowUp', run: step(-1), when: inList },
  ])
}
