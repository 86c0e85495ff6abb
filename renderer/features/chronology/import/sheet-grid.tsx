import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { SheetRow, SheetView } from '../../../../workspace/contract/import.ts'
import { Icon } from '../../../ui/icon.tsx'

type Shown = SheetRow['cells'][number] & { readonly index: number; readonly span: number }

/** The cells that are drawn: those covered from the left belong to the one that covers them. */
const cellsOf = (row: SheetRow, columns: number): readonly Shown[] => {
  const drawn: Shown[] = []
  for (let index = 0; index < columns; index += 1) {
    const cell = row.cells[index] ?? { text: '' }
    const last = drawn.at(-1)
    if (cell.merged === 'left' && last) drawn[drawn.length - 1] = { ...last, span: last.span + 1 }
    else drawn.push({ ...cell, index, span: 1 })
  }
  return drawn
}

const Cell = ({ cell, hidden }: { readonly cell: Shown; readonly hidden: boolean }) => (
  <td
    colSpan={cell.span}
    className={[
      'raw-cell',
      hidden ? 'raw-out' : '',
      cell.merged === 'above' ? 'raw-covered' : '',
      cell.span === 1 && cell.text.length > 80 ? 'raw-long' : '',
    ].join(' ')}
    title={cell.text.length > 80 ? `${cell.text}${cell.cut ? '…' : ''}` : undefined}
  >
    <span className="raw-text">
      {cell.merged === 'above' && cell.text !== '' && (
        <span className="visually-hidden">Merged with the cell above: </span>
      )}
      {cell.text}
      {cell.cut && '…'}
    </span>
    {cell.formula !== undefined && <span className="raw-formula">={cell.formula.replace(/^=/, '')}</span>}
  </td>
)

/**
 * A table as it stands in the file, with the numbers of its rows, hidden ones marked, merged cells as one. Where rows can be
 * taken for headings, the numbers are one stop of the Tab key: arrows move, Space or Enter decides.
 */
export const SheetGrid = ({
  sheet,
  caption,
  headingRows,
  laterHeadingRows = [],
  faded = false,
  columnHead,
  onToggleRow,
}: {
  readonly sheet: SheetView
  readonly caption: string
  readonly headingRows: readonly number[]
  readonly laterHeadingRows?: readonly number[]
  readonly faded?: boolean
  readonly columnHead?: (index: number) => ReactNode
  readonly onToggleRow?: (row: number) => void
}) => {
  const [at, setAt] = useState(0)
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.min(Math.max(0, at + step), sheet.rows.length - 1)
    setAt(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-gutter="${next}"]`)?.focus()
  }
  return (
    <div
      className={faded ? 'raw-wrap raw-faded' : 'raw-wrap'}
      tabIndex={onToggleRow ? -1 : 0}
      role="region"
      aria-label={caption}
    >
      <table className="raw" {...(onToggleRow ? { role: 'grid' } : {})}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="raw-gutter">
              <span className="visually-hidden">Row</span>
            </th>
            {sheet.columns.map((column, index) => (
              <th
                scope="col"
                className={column.hidden ? 'raw-letter raw-out' : 'raw-letter'}
                key={`${index} ${column.label}`}
              >
                <span className="raw-label">
                  {column.label}
                  {column.hidden && (
                    <>
                      {' '}
                      <Icon name="eye-off" /> hidden
                    </>
                  )}
                </span>
                {columnHead?.(index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {sheet.rows.map((row, index) => {
            const heads = headingRows.includes(row.row)
            const later = laterHeadingRows.includes(row.row)
            return (
              <tr
                key={row.row}
                className={[heads || later ? 'raw-heading' : '', row.hidden ? 'raw-out' : ''].join(' ')}
              >
                <th scope="row" className="raw-gutter">
                  {onToggleRow ? (
                    <button
                      type="button"
                      className="raw-number"
                      data-gutter={index}
                      aria-pressed={heads}
                      tabIndex={index === at ? 0 : -1}
                      aria-label={`Row ${row.row} holds headings`}
                      onFocus={() => setAt(index)}
                      onClick={() => onToggleRow(row.row)}
                    >
                      {row.row}
                    </button>
                  ) : (
                    <span className="raw-number">{row.row}</span>
                  )}
                  {(heads || later) && <span className="raw-sign">headings</span>}
                  {row.hidden && (
                    <span className="raw-sign">
                      <Icon name="eye-off" /> hidden
                    </span>
                  )}
                  {row.aside > 0 && (
                    <span className="raw-sign" title="A comment, hidden text or a deletion, kept aside">
                      +{row.aside} aside
                    </span>
                  )}
                </th>
                {cellsOf(row, sheet.columns.length).map((cell) => (
                  <Cell cell={cell} hidden={sheet.columns[cell.index]?.hidden === true} key={cell.index} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
