import { type RefObject, useEffect } from 'react'
import { useShortcuts } from '../../ui/shortcuts.ts'

/**
 * A list of which one item is open: `j` and `k` open the next and the one before, and the open one, marked `aria-current`, is
 * kept in sight, and in focus where nothing else is. Gives back the step itself.
 */
export const useSteps = <Item extends { readonly id: string }>(
  list: RefObject<HTMLElement | null>,
  items: readonly Item[],
  openId: string | undefined,
  open: (id: string) => void,
): ((by: number) => void) => {
  const step = (by: number): void => {
    const at = items.findIndex(({ id }) => id === openId)
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))]
    if (next) open(next.id)
  }
  useShortcuts([
    { keys: 'j', run: () => step(1) },
    { keys: 'k', run: () => step(-1) },
  ])
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    here?.scrollIntoView?.({ block: 'nearest' })
    if (here && document.activeElement === document.body) here.focus()
  }, [list, openId])
  return step
}
