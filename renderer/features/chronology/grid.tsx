import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ColumnId } from '../../../domain/chronology/case-wording.ts'
import { searchTerms } from '../../../domain/chronology/search-words.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { agencyMarks } from '../../../domain/case/agency-marks.ts'
import { useStore } from '../../store.ts'
import {
  keptWidth,
  leastWidthOf,
  nameWidth,
  shownColumns,
  templateOf,
  usualColumns,
  withWidth,
} from './column-widths.ts'
import { GridHead } from './grid-head.tsx'
import { EntryLine, GroupLine, rowId } from './grid-rows.tsx'
import { groupTitle } from './group-titles.ts'
import { listPlaces, type ListPlaces } from './list-places.ts'
import type { RowSetting } from './row-cells.tsx'
import { entryAt } from './slice.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useLongList } from './use-long-list.ts'
import { useRowHeight } from './use-row-height.ts'
import { useWording } from '../../use-wording.ts'

/** Elements a list may draw; rows beyond the view are given up first. */
const mostElements = 280
const mostSpare = 5

/** The combined chronology. One tab stop; the row in hand is told to assistive technology and always drawn. */
export const Grid = ({ ref, one }: { readonly ref: Ref<HTMLDivElement | null>; readonly one: CaseView }) => {
  const agencies = one.agencyList
  const total = useStore((state) => state.entryTotal) ?? 0
  const active = useStore((state) => state.activeEntry)
  const activeGroup = useStore((state) => state.activeGroup)
  const pages = useStore((state) => state.entryPages)
  const groups = useStore((state) => state.entryGroups)
  const closed = useStore((state) => state.closedGroups)
  const grouping = useStore((state) => state.grouping)
  const lines = useStore((state) => state.listLines)
  const chosen = useStore((state) => state.listColumns)
  const selected = useStore((state) => state.selected)
  const query = useStore((state) => state.chronologyQuery)
  const openEntry = useStore((state) => state.openEntry)
  const { needEntries, changeReading } = useStore.getState()
  const wording = useWording(one)
  const { scale, height } = useRowHeight(lines)
  const [head, setHead] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box.current)

  const columns = useMemo(() => shownColumns(chosen, wording, scale), [chosen, wording, scale])
  const template = templateOf(columns, scale)
  const terms = useMemo(() => searchTerms(query?.search ?? ''), [query?.search])
  const named = columns.some(({ id, width }) => id === 'agency' && width >= nameWidth * scale)
  const setting = useMemo<RowSetting>(
    () => ({ agencies, wording, terms, named }),
    [agencies, wording, terms, named],
  )
  const marks = useMemo(() => agencyMarks(agencies), [agencies])
  const places = useMemo(() => listPlaces(total, groups, closed), [total, groups, closed])
  const inHand = activeGroup === null ? places.ofEntry(active) : places.ofGroup(activeGroup)
  const grouped = groups.length > 0
  const spare = Math.max(
    1,
    Math.min(mostSpare, Math.floor(mostElements / (columns.length + 5) / 2 - 400 / height)),
  )
  const [view, list] = useLongList({
    count: places.count,
    guess: lines === 'whole' ? Math.round(height * 1.7) : height,
    measure: lines === 'whole' || grouped,
    spare,
    list: `${query?.caseId} ${query?.search} ${JSON.stringify(query)}`,
    start: inHand,
    shape: lines === 'whole' ? `${template} ${height}` : `${height}`,
    head,
    cover: grouped ? Math.round(32 * scale) : 0,
  })
  useLayoutEffect(() => {
    list.attachRows(rows.current)
    list.attach(box.current)
  }, [list])
  useEffect(() => {
    setHead(box.current?.firstElementChild?.clientHeight ?? 0)
  }, [height, template])
  const isOpen = openEntry.state !== 'idle'
  useEffect(() => {
    // An entry beside or below the list takes room from it, and more as the window shrinks: the row in hand stays in view.
    if (!isOpen || !box.current || typeof ResizeObserver === 'undefined') return undefined
    const watch = new ResizeObserver(() => list.bringIntoView(placeInHand(places)))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [isOpen, list, places])
  // Wherever the row in hand was moved from, it is seen.
  const brought = useRef(inHand)
  useEffect(() => {
    if (brought.current === inHand) return
    brought.current = inHand
    list.bringIntoView(inHand)
  }, [inHand, list])

  const [firstEntry, lastEntry] = entriesInView(places, view.from, view.to)
  useEffect(() => needEntries(firstEntry, lastEntry), [needEntries, firstEntry, lastEntry, query, total])

  const press = useGridKeys({ places, list, inHand, screenful: Math.max(1, view.to - view.from - 1) })

  const setWidth = (id: ColumnId, pixels: number | null): void => {
    const now = chosen.length === 0 ? usualColumns(wording) : chosen
    changeReading({ columns: withWidth(now, id, pixels === null ? null : keptWidth(id, pixels, scale)) })
  }

  const openId = openEntry.state === 'ready' ? openEntry.value.id : null
  const draw = (place: number, apart = false) => {
    const standing = places.at(place)
    const style = apart ? { transform: `translateY(${list.beginOf(place)}px)` } : undefined
    if (standing.kind === 'group') {
      const { key, count } = standing.group
      return (
        <GroupLine
          key={`group ${key}`}
          {...{ place, count, style }}
          active={place === inHand}
          title={groupTitle(grouping ?? 'agency', key, one, wording)}
          closed={closed.has(key)}
          groupKey={key}
        />
      )
    }
    const row = entryAt({ ...useStore.getState(), entryPages: pages }, standing.index)
    return (
      <EntryLine
        key={standing.index}
        {...{ row, place, columns, setting, style }}
        index={standing.index}
        active={place === inHand}
        selected={row !== null && selected.has(row.recordId)}
        open={row !== null && row.id === openId}
        level={grouped ? 2 : undefined}
        colour={row === null ? 0 : (marks.get(row.agencyId)?.colour ?? 8)}
      />
    )
  }
  const drawn = Array.from(
    { length: Math.max(0, Math.min(view.last, places.count - 1) - view.first + 1) },
    (_, n) => draw(view.first + n),
  )
  const apart = places.count > 0 && (inHand < view.first || inHand > view.last)
  const above = grouped ? places.groupAt(view.from) : null
  const covers = above !== null && places.at(view.from).kind === 'entry'
  return (
    <div className="grid-frame">
      <div
        ref={box}
        className={`grid grid-${lines}`}
        role={grouped ? 'treegrid' : 'grid'}
        aria-label="Combined chronology"
        aria-rowcount={places.count + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={total === 0 ? undefined : rowId(inHand)}
        tabIndex={0}
        style={{
          ['--columns' as string]: template,
          ['--least-width' as string]: `${leastWidthOf(columns, scale)}px`,
          ['--row-height' as string]: `${height}px`,
        }}
        onKeyDown={press}
      >
        <GridHead columns={columns} onWidth={setWidth} />
        {covers && (
          <div className="grid-group grid-group-now" aria-hidden="true" style={{ top: head }}>
            <div className="grid-group-title">
              {groupTitle(grouping ?? 'agency', above.key, one, wording)}
              <span className="grid-group-count numbers">{above.count.toLocaleString('en-GB')}</span>
            </div>
          </div>
        )}
        <div role="rowgroup" className="grid-body" style={{ height: view.page }}>
          <div
            role="presentation"
            className="grid-drawn"
            ref={rows}
            style={{ transform: `translateY(${view.begin}px)` }}
          >
            {drawn}
          </div>
          {apart && (
            <div role="presentation" className="grid-apart">
              {draw(inHand, true)}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

const placeInHand = (places: ListPlaces): number => {
  const { activeEntry, activeGroup } = useStore.getState()
  return activeGroup === null ? places.ofEntry(activeEntry) : places.ofGroup(activeGroup)
}

/** First and last entry of some places, whatever headings stand among them. */
const entriesInView = (places: ListPlaces, from: number, to: number): readonly [number, number] => {
  if (places.count === 0 || to < from) return [0, 0]
  const first = places.at(Math.min(from, places.count - 1))
  const last = places.at(Math.min(to, places.count - 1))
  return [
    first.kind === 'entry' ? first.index : first.group.from,
    last.kind === 'entry' ? last.index : last.group.from,
  ]
}
