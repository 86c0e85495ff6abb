import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { AgencyView, EntryRow } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { useStore } from '../../store.ts'
import { Icon } from '../../ui/icon.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { isQueried, isUncertain, meaningOf } from '../../date-words.ts'
import { entryAt } from './slice.ts'

const columns = ['Date as written', 'Agency', 'Event', 'Action', 'Source'] as const

/** Height of a row in pixels, from its token, at this text size and density. */
const useRowHeight = (): number => {
  const density = useStore((state) => state.preferences.density)
  const textSize = useStore((state) => state.preferences.textSize)
  const [height, setHeight] = useState(62)
  useEffect(() => {
    const style = getComputedStyle(document.documentElement)
    const rem = Number.parseFloat(style.fontSize) || 16
    const row = Number.parseFloat(style.getPropertyValue('--row')) || 3.875
    setHeight(Math.round(rem * row))
  }, [density, textSize])
  return height
}

const Cells = ({ row, agencies }: { readonly row: EntryRow; readonly agencies: readonly AgencyView[] }) => {
  const meaning = meaningOf(row.date)
  return (
    <>
      <div role="gridcell" aria-colindex={1} className="cell cell-date numbers">
        <span
          className={`date-written${isUncertain(row.date) ? ' date-uncertain' : isQueried(row.date) ? ' date-queried' : ''}`}
          title={meaning}
        >
          {row.date.original === '' ? 'No date' : row.date.original}
        </span>
        <span className="date-meaning">{meaning === row.date.original ? '' : meaning}</span>
      </div>
      <div role="gridcell" aria-colindex={2} className="cell cell-agency" title={row.agency}>
        <AgencyBadge agencyId={row.agencyId} agencies={agencies} />
        <span className="visually-hidden">{row.agency}</span>
      </div>
      <div role="gridcell" aria-colindex={3} className="cell">
        <div className="cell-lines">
          {row.declaredNoContact && <span className="cell-flag">No contact declared</span>}
          {row.hiddenRow && <span className="cell-flag">Hidden in the file</span>}
          {row.event}
        </div>
      </div>
      <div role="gridcell" aria-colindex={4} className="cell cell-action">
        <div className="cell-lines">{row.action ?? ''}</div>
      </div>
      <div role="gridcell" aria-colindex={5} className="cell cell-source small numbers">
        {row.source.where}
      </div>
    </>
  )
}

/** The combined chronology. One tab stop; the row in hand is told to assistive technology and always drawn. */
export const Grid = ({
  ref,
  agencies,
  onOpen,
}: {
  readonly ref: Ref<HTMLDivElement | null>
  readonly agencies: readonly AgencyView[]
  readonly onOpen: (entryId: string) => void
}) => {
  const total = useStore((state) => state.entryTotal) ?? 0
  const active = useStore((state) => state.activeEntry)
  const pages = useStore((state) => state.entryPages)
  const need = useStore((state) => state.needEntries)
  const move = useStore((state) => state.moveToEntry)
  const openEntry = useStore((state) => state.openEntry)
  const current = useStore((state) => state.entriesAreCurrent)
  const box = useRef<HTMLDivElement>(null)
  const height = useRowHeight()
  const [head, setHead] = useState(0)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box.current)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    scrollMargin: head,
    scrollPaddingStart: head,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return drawn.includes(active) || active >= total ? drawn : [...drawn, active].sort((a, b) => a - b)
    },
  })
  useEffect(() => {
    setHead(box.current?.firstElementChild?.clientHeight ?? 0)
    virtual.measure()
  }, [virtual, height])
  const isOpen = openEntry.state !== 'idle'
  useEffect(() => {
    // An entry beside or below the list takes room from it, and more as the window shrinks: the row in hand stays in view.
    if (!isOpen || !box.current || typeof ResizeObserver === 'undefined') return undefined
    const watch = new ResizeObserver(() =>
      virtual.scrollToIndex(useStore.getState().activeEntry, { align: 'auto' }),
    )
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [isOpen, virtual])
  const items = virtual.getVirtualItems()
  // What is in view, and not the row in hand, which may be thousands of rows away.
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => need(first, last), [need, first, last, pages])

  const select = (index: number): void => {
    const to = Math.min(Math.max(0, index), total - 1)
    move(to)
    virtual.scrollToIndex(to, { align: 'auto' })
    if (openEntry.state === 'idle') return
    const row = entryAt(useStore.getState(), to)
    if (row) onOpen(row.id)
  }
  const open = (index: number): void => {
    const row = entryAt(useStore.getState(), index)
    if (!row) return
    move(index)
    onOpen(row.id)
  }
  // Enter pressed before a search has answered is about what it will find, not about what still stands here.
  const awaited = useRef(false)
  const latestOpen = useRef(open)
  useEffect(() => {
    latestOpen.current = open
  })
  useEffect(() => {
    if (!current || !awaited.current) return
    awaited.current = false
    latestOpen.current(useStore.getState().activeEntry)
  }, [current])
  const screenful = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / height) - 2)
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const singles = useStore.getState().preferences.singleKeys
    const to: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screenful,
      PageUp: active - screenful,
      Home: 0,
      End: total - 1,
      ...(singles ? { j: active + 1, k: active - 1 } : {}),
    }
    const target = to[event.key]
    if (target === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (target !== undefined) select(target)
    else if (current) open(active)
    else awaited.current = true
  }
  const fromAnywhere = (by: number) => (): void => {
    box.current?.focus({ preventScroll: true })
    select(active + by)
  }
  useShortcuts([
    { keys: 'j', run: fromAnywhere(1) },
    { keys: 'k', run: fromAnywhere(-1) },
    { keys: 'ArrowDown', run: fromAnywhere(1) },
    { keys: 'ArrowUp', run: fromAnywhere(-1) },
    { keys: 'PageDown', run: fromAnywhere(screenful) },
    { keys: 'PageUp', run: fromAnywhere(-screenful) },
  ])
  const openId = openEntry.state === 'ready' ? openEntry.value.id : null
  return (
    <div className="grid-frame">
      <div
        ref={box}
        className="grid"
        role="grid"
        aria-label="Combined chronology"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={total === 0 ? undefined : `entry-row-${active}`}
        tabIndex={0}
        onKeyDown={press}
      >
        <div role="row" aria-rowindex={1} className="grid-row grid-head">
          {columns.map((column, index) => (
            <div role="columnheader" aria-colindex={index + 1} className="cell" key={column}>
              {column}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = entryAt({ ...useStore.getState(), entryPages: pages }, item.index)
            return (
              <div
                key={item.index}
                id={`entry-row-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === active}
                className="grid-row"
                data-active={item.index === active || undefined}
                data-open={(row !== null && row.id === openId) || undefined}
                style={{ height: item.size, transform: `translateY(${item.start - head}px)` }}
                onClick={() => open(item.index)}
              >
                {row ? (
                  <Cells row={row} agencies={agencies} />
                ) : (
                  <div role="gridcell" className="cell cell-coming">
                    <Icon name="clock" label="Being read" />
                  </div>
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
