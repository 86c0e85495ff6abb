import { rowHeights } from './row-heights.ts'
import { barFor, extents, isStuck, scrolled, type ScrollPlace } from './scroll-place.ts'

export type LongListOptions = {
  readonly count: number
  /** Height of a row not yet measured; where `measure` is false, of every row. */
  readonly guess: number
  readonly measure: boolean
  /** Rows drawn beyond the view on either side. */
  readonly spare: number
  /** Changes with what the rows are: the list then begins at the row `start`. Otherwise what is at the top stays there. */
  readonly list: string
  readonly start: number
  /** Changes with how rows are shown: what was measured then counts no more. */
  readonly shape: string
  /** Height of what stands over the rows inside the box, and of what covers the first of them. */
  readonly head: number
  readonly cover: number
}

/** Which rows to draw and where. */
export type LongListView = {
  /** First and last row drawn; `last` is before `first` where there is none. */
  readonly first: number
  readonly last: number
  /** First and last row in view. */
  readonly from: number
  readonly to: number
  /** How tall the page is, and where on it the first row drawn begins. */
  readonly page: number
  readonly begin: number
}

export type LongList = {
  readonly subscribe: (listener: () => void) => () => void
  readonly view: () => LongListView
  readonly set: (options: LongListOptions) => void
  /** The box that scrolls, and the element whose children are the rows drawn, each with its number in `data-place`. */
  readonly attach: (box: HTMLElement | null) => void
  readonly attachRows: (rows: HTMLElement | null) => void
  /** To be told of each drawing: measures the rows drawn, while what is in view stays where it is. */
  readonly drawn: () => void
  readonly bringIntoView: (row: number) => void
  /** Goes on by so much of what is in view. */
  readonly turn: (views: number) => void
  readonly focus: () => void
  /** Whether a row goes on below the view, or above it for -1. */
  readonly goesOn: (row: number, direction: 1 | -1) => boolean
  /** Where on the page a row begins, drawn or not. */
  readonly beginOf: (row: number) => number
}

const restMilliseconds = 140

const nothing: LongListOptions = {
  ...{ count: 0, guess: 1, measure: false, spare: 0, list: '', start: 0, shape: '', head: 0, cover: 0 },
}

/**
 * Draws few rows of a list of any length. Rows stand one under another in the page's own order, so that they may be of any
 * height; each is measured once it is drawn, and the row at the top of the view stays where it is meanwhile.
 */
export const longList = (): LongList => {
  const listeners = new Set<() => void>()
  let options = nothing
  let heights = rowHeights(0, 1)
  let place: ScrollPlace = { top: 0, bar: 0 }
  let size = { height: 0, width: 0 }
  let box: HTMLElement | null = null
  let rows: HTMLElement | null = null
  let wanted: number | null = null
  /** The page was not yet tall enough for the bar to go where it belongs. */
  let short = false
  let view: LongListView = { first: 0, last: -1, from: 0, to: -1, page: 0, begin: 0 }

  const seen = (): number => Math.max(0, size.height - options.head)
  const beginOf = (row: number): number => heights.offsetOf(row) - place.top + place.bar

  const look = (): void => {
    const { count, spare } = options
    const from = Math.max(0, heights.rowAt(place.top))
    const to = count === 0 ? -1 : heights.rowAt(place.top + Math.max(0, seen() - 1))
    const first = Math.max(0, from - spare)
    const last = Math.min(count - 1, to + spare)
    const next = { first, last, from, to, page: extents(heights.total(), seen()).page, begin: beginOf(first) }
    const names = ['first', 'last', 'from', 'to', 'page', 'begin'] as const
    if (names.every((name) => next[name] === view[name])) return
    view = next
    for (const listener of listeners) listener()
  }

  /** Goes to a place, the bar too, whatever they were before. */
  const put = (top: number): void => {
    const total = heights.total()
    const to = Math.min(Math.max(0, top), extents(total, seen()).mostTop)
    const bar = barFor(to, total, seen())
    place = { top: to, bar }
    if (box && Math.abs(box.scrollTop - bar) >= 0.5) {
      box.scrollTop = bar
      place = { top: to, bar: box.scrollTop }
    }
    short = Math.abs(place.bar - bar) >= 1
    look()
  }

  /** Makes the heights anew, with the row at the top where it was. */
  const begin = (next: LongListOptions): void => {
    const same = next.list === options.list
    const row = same ? heights.rowAt(place.top) : next.start
    const into = same && row >= 0 ? place.top - heights.offsetOf(row) : 0
    options = next
    heights = rowHeights(next.count, next.guess)
    const at = Math.min(Math.max(0, row), Math.max(0, next.count - 1))
    put(heights.offsetOf(at) + Math.min(Math.max(0, into), Math.max(0, heights.heightOf(at) - 1)))
  }

  let resting: ReturnType<typeof setTimeout> | undefined
  const rest = (): void => {
    if (Math.abs(barFor(place.top, heights.total(), seen()) - place.bar) >= 1) put(place.top)
  }
  const scroll = (): void => {
    if (!box || box.scrollTop === place.bar) return
    place = scrolled(place, box.scrollTop, heights.total(), seen())
    wanted = null
    if (isStuck(place, heights.total(), seen())) put(place.top)
    else look()
    clearTimeout(resting)
    resting = setTimeout(rest, restMilliseconds)
  }
  const resize = (): void => {
    if (!box) return
    const next = { height: box.clientHeight, width: box.clientWidth }
    const widthChanged = next.width !== size.width
    size = next
    if (options.measure && widthChanged) begin(options)
    else put(place.top)
  }
  let watch: ResizeObserver | undefined

  const bringIntoView = (row: number): void => {
    const { cover, measure } = options
    const begins = heights.offsetOf(row)
    const height = heights.heightOf(row)
    wanted = measure ? row : null
    if (begins < place.top + cover || height > seen() - cover) put(begins - cover)
    else if (begins + height > place.top + seen()) put(begins + height - seen())
    else look()
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    view: () => view,
    set: (next) => {
      const names = ['count', 'guess', 'measure', 'list', 'shape'] as const
      if (names.some((name) => next[name] !== options[name])) return begin(next)
      options = next
      look()
    },
    attach: (element) => {
      watch?.disconnect()
      box?.removeEventListener('scroll', scroll)
      clearTimeout(resting)
      box = element
      if (!box) return
      box.addEventListener('scroll', scroll, { passive: true })
      resize()
      if (typeof ResizeObserver === 'undefined') return
      watch = new ResizeObserver(resize)
      watch.observe(box)
    },
    attachRows: (element) => {
      rows = element
    },
    drawn: () => {
      if (short) put(place.top)
      if (!options.measure || !rows) return
      const held = heights.rowAt(place.top)
      let above = 0
      let any = false
      for (const row of rows.children) {
        if (!(row instanceof HTMLElement) || row.offsetHeight === 0) continue
        const at = Number(row.dataset['place'])
        const change = heights.measured(at, row.offsetHeight)
        if (change === 0) continue
        any = true
        if (at < held) above += change
      }
      if (!any) return
      place = { ...place, top: place.top + above }
      if (wanted !== null) bringIntoView(wanted)
      else look()
    },
    turn: (views) => put(place.top + views * seen()),
    focus: () => box?.focus({ preventScroll: true }),
    goesOn: (row, direction) => {
      const begins = heights.offsetOf(row)
      return direction === 1
        ? begins + heights.heightOf(row) > place.top + seen() + 1
        : begins < place.top + options.cover - 1
    },
    bringIntoView,
    beginOf,
  }
}
