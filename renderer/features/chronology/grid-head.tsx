import { type PointerEvent, useRef } from 'react'
import type { ColumnId } from '../../../domain/chronology/case-wording.ts'
import type { ShownColumn } from './column-widths.ts'

/** The headings. Each column is made wider by its edge; the keyboard does so among the columns to choose from. */
export const GridHead = ({
  columns,
  onWidth,
}: {
  readonly columns: readonly ShownColumn[]
  /** Null gives a column its usual width back. */
  readonly onWidth: (id: ColumnId, pixels: number | null) => void
}) => {
  const drag = useRef<{ readonly id: ColumnId; readonly from: number; readonly width: number } | null>(null)
  const begin = (event: PointerEvent<HTMLElement>, id: ColumnId): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      ...{ id, from: event.clientX },
      width: event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0,
    }
  }
  const move = (event: PointerEvent): void => {
    if (drag.current) onWidth(drag.current.id, drag.current.width + event.clientX - drag.current.from)
  }
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head">
      <div role="columnheader" aria-colindex={1} className="cell cell-tick">
        <span className="visually-hidden">Selected</span>
      </div>
      {columns.map(({ id, heading, left }, index) => (
        <div
          role="columnheader"
          aria-colindex={index + 2}
          className={left === null ? 'cell' : 'cell cell-stays'}
          style={left === null ? undefined : { left }}
          key={id}
        >
          {heading}
          <span
            className="cell-edge"
            onPointerDown={(event) => begin(event, id)}
            onPointerMove={move}
            onPointerUp={() => (drag.current = null)}
            onPointerCancel={() => (drag.current = null)}
            onDoubleClick={() => onWidth(id, null)}
          />
        </div>
      ))}
    </div>
  )
}
