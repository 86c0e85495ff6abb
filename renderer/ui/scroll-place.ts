/**
 * What part of a long list is in view. `top` is the place in the list at the upper edge of the view; `drift` is how far that is
 * from the scroll bar's own place. They differ while rows above the view are still being measured, so that nothing in view
 * moves, and in lists taller than a page can be, where the bar stands for more than it is long.
 */
export type ScrollPlace = { readonly top: number; readonly bar: number }

/** Taller than this a browser does not lay out reliably. */
export const tallest = 15_000_000

const within = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most))

/** How tall the page is made for a list, and how far the bar and the list can go. */
export const extents = (total: number, view: number) => {
  const page = Math.min(total, tallest)
  return { page, mostBar: Math.max(0, page - view), mostTop: Math.max(0, total - view) }
}

/** After the bar has moved to `bar`: by as much where that is a step, in proportion where it is a leap. */
export const scrolled = (place: ScrollPlace, bar: number, total: number, view: number): ScrollPlace => {
  const { mostBar, mostTop } = extents(total, view)
  const moved = bar - place.bar
  if (Math.abs(moved) > 2 * view)
    return { bar, top: mostBar === 0 ? 0 : within((bar / mostBar) * mostTop, mostTop) }
  return { bar, top: within(place.top + moved, mostTop) }
}

/** The bar's own place for a place in the list. */
export const barFor = (top: number, total: number, view: number): number => {
  const { mostBar, mostTop } = extents(total, view)
  if (mostTop === mostBar) return within(top, mostBar)
  return mostTop === 0 ? 0 : (top / mostTop) * mostBar
}

/** Whether the bar is at an end that the list has not reached: it must be put right now, or the end cannot be reached. */
export const isStuck = ({ top, bar }: ScrollPlace, total: number, view: number): boolean => {
  const { mostBar, mostTop } = extents(total, view)
  return (bar <= 0 && top > 0.5) || (bar >= mostBar - 0.5 && top < mostTop - 0.5)
}
