import { type CSSProperties, memo, type MouseEvent } from 'react'
import type { EntryRow } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Icon } from '../../ui/icon.tsx'
import { counted } from '../../ui/words.ts'
import type { ShownColumn } from './column-widths.ts'
import { cellClass, cellOf, type RowSetting } from './row-cells.tsx'

export const rowId = (place: number): string => `entry-row-${place}`

/** A click opens; on the tick, or with Ctrl, it selects; with Shift, all from the row in hand. */
const pick = (index: number, event: MouseEvent): void => {
  const { activeEntry, extendSelection, moveToEntry, openRow, toggleSelected } = useStore.getState()
  const onTick = event.target instanceof Element && event.target.closest('.cell-tick') !== null
  if (!event.shiftKey && !onTick && !event.ctrlKey && !event.metaKey) return openRow(index)
  if (event.shiftKey) void extendSelection(activeEntry, index)
  else toggleSelected(index)
  moveToEntry(index)
}

type Place = {
  readonly place: number
  readonly active: boolean
  /** Where it stands by itself, because it is in hand and out of view. */
  readonly style?: CSSProperties | undefined
}

/** One entry. */
export const EntryLine = memo(
  ({
    row,
    place,
    index,
    active,
    selected,
    open,
    level,
    columns,
    setting,
    colour,
    style,
  }: Place & {
    /** Null while it is being read. */
    readonly row: EntryRow | null
    readonly index: number
    readonly selected: boolean
    readonly open: boolean
    /** Below the heading of a group: 2. */
    readonly level: 2 | undefined
    readonly columns: readonly ShownColumn[]
    readonly setting: RowSetting
    readonly colour: number
  }) => (
    <div
      id={rowId(place)}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      aria-level={level}
      className={`grid-row entry-row edge-${colour}`}
      data-place={place}
      data-active={active || undefined}
      data-open={open || undefined}
      style={style}
      onClick={(event) => pick(index, event)}
    >
      {row ? (
        <>
          <div role="gridcell" aria-colindex={1} className="cell cell-tick" />
          {columns.map(({ id, left }, at) => (
            <div
              role="gridcell"
              aria-colindex={at + 2}
              className={`cell ${cellClass[id] ?? ''}${left === null ? '' : ' cell-stays'}`}
              style={left === null ? undefined : { left }}
              title={id === 'agency' ? row.agency : undefined}
              key={id}
            >
              {cellOf(id, row, setting)}
            </div>
          ))}
        </>
      ) : (
        <div role="gridcell" className="cell cell-coming">
          <Icon name="clock" label="Being read" />
        </div>
      )}
    </div>
  ),
)
EntryLine.displayName = 'EntryLine'

/** The heading of a group. */
export const GroupLine = memo(
  ({
    place,
    active,
    style,
    title,
    count,
    closed,
    groupKey,
  }: Place & {
    readonly groupKey: string
    readonly title: string
    readonly count: number
    readonly closed: boolean
  }) => (
    <div
      id={rowId(place)}
      role="row"
      aria-rowindex={place + 2}
      aria-level={1}
      aria-expanded={!closed}
      className="grid-group"
      data-place={place}
      data-active={active || undefined}
      style={style}
      onClick={() => useStore.getState().toggleGroup(groupKey)}
    >
      <div role="gridcell" className="grid-group-title">
        <Icon name={closed ? 'right' : 'down'} />
        {title}
        <span className="grid-group-count numbers">{counted(count, 'entry', 'entries')}</span>
      </div>
    </div>
  ),
)
GroupLine.displayName = 'GroupLine'
