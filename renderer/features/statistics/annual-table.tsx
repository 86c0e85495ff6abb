import type { AuditedCell, PublishedCell } from '../../../domain/disclosure/protect-sac.ts'
import type { PublishedTable } from '../../../workspace/views.ts'
import { Icon } from '../../ui/icon.tsx'
import { Badge } from '../../ui/notice.tsx'

const Cell = ({ cell }: { readonly cell: PublishedCell | undefined }) => {
  if (!cell) return <td className="number faint">–</td>
  if (cell.status === 'shown') return <td className="number">{cell.shown}</td>
  const why =
    cell.status === 'primary'
      ? 'hidden: the count is 0 to 4'
      : 'hidden: otherwise another hidden count could be worked out'
  return (
    <td className="number cell-suppressed">
      <abbr title={why}>{cell.shown}</abbr>
      <span className="visually-hidden"> {why}</span>
    </td>
  )
}

const rangeWords = (range: AuditedCell): string => {
  const words =
    range.high === null
      ? `${range.low} or more`
      : range.low === range.high
        ? `exactly ${range.low}`
        : `${range.low} to ${range.high}`
  return range.known ? `${words}, known anyway` : range.exact ? words : `at least ${words}`
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index])

/** One published table: one or two dimensions; more are written out line by line. */
export const AnnualTable = ({ table }: { readonly table: PublishedTable }) => {
  const [rows, columns] = table.dimensions
  const flat = table.dimensions.length !== 2 || !rows || !columns
  return (
    <section className="annual" aria-label={table.title}>
      <div className="annual-main">
        <h2>{table.title}</h2>
        <p className="small quiet">{table.note}</p>
        <div className="table-wrap">
          <table className="table">
            <caption className="visually-hidden">{table.title}</caption>
            {flat ? (
              <>
                <thead>
                  <tr>
                    {table.dimensions.map((dimension) => (
                      <th scope="col" key={dimension.name}>
                        {dimension.name}
                      </th>
                    ))}
                    <th scope="col" className="number">
                      {table.unit === 'people' ? 'People' : 'Reviews'}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {table.cells.map((cell) => (
                    <tr key={cell.at.join(' / ')} data-total={cell.at.includes('Total') || undefined}>
                      {cell.at.map((category, index) => (
                        <th scope="row" key={`${index} ${category}`}>
                          {category}
                        </th>
                      ))}
                      <Cell cell={cell} />
                    </tr>
                  ))}
                </tbody>
              </>
            ) : (
              <>
                <thead>
                  <tr>
                    <th scope="col">{rows.name}</th>
                    {columns.categories.map((column) => (
                      <th scope="col" className="number" key={column}>
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.categories.map((row) => (
                    <tr key={row} data-total={row === 'Total' || undefined}>
                      <th scope="row">{row}</th>
                      {columns.categories.map((column) => (
                        <Cell key={column} cell={table.cells.find((cell) => same(cell.at, [row, column]))} />
                      ))}
                    </tr>
                  ))}
                </tbody>
              </>
            )}
          </table>
        </div>
        <p>{table.summary}</p>
      </div>
      <aside className="annual-attacker" aria-label={`What an attacker could learn from ${table.title}`}>
        <h3>
          <Icon name="eye" /> What an attacker could learn
        </h3>
        {table.safe ? (
          <Badge tone="good">Nothing is given away</Badge>
        ) : (
          <Badge tone="danger">A hidden count can be worked out</Badge>
        )}
        {table.audit.length === 0 ? (
          <p className="small quiet">No count is hidden in this table.</p>
        ) : (
          <details>
            <summary className="small">Possible values of each hidden count</summary>
            <ul className="small numbers">
              {table.audit.map((range) => (
                <li key={range.at.join(' / ')}>
                  <span className="quiet">{range.at.join(', ')}</span> {rangeWords(range)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </aside>
    </section>
  )
}
