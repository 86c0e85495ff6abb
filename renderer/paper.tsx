import type { PackBlock, PackDocument } from '../domain/packs/pack-document.ts'
import './paper.css'

const Block = ({ block }: { readonly block: PackBlock }) => {
  if (block.type === 'heading')
    return block.level === 1 ? (
      <h3 className="sheet-heading">{block.text}</h3>
    ) : (
      <h4 className="sheet-heading">{block.text}</h4>
    )
  if (block.type === 'paragraph') return <p className="as-written">{block.text}</p>
  if (block.type === 'list')
    return (
      <ul className="sheet-list">
        {block.items.map((item, index) => (
          <li key={`${index} ${item}`}>{item}</li>
        ))}
      </ul>
    )
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={block.caption}>
      <table className="table sheet-table">
        <caption>{block.caption}</caption>
        <colgroup>
          {block.columns.map((column, index) => (
            <col
              key={`${index} ${column.heading}`}
              style={{
                width: `${(100 * column.weight) / block.columns.reduce((sum, one) => sum + one.weight, 0)}%`,
              }}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {block.columns.map((column, index) => (
              <th scope="col" key={`${index} ${column.heading}`}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className="as-written">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A document as whoever gets it will read it. */
export const Paper = ({ paper, label }: { readonly paper: PackDocument; readonly label: string }) => (
  <article className="sheet" aria-label={label}>
    <p className="sheet-marking">{paper.marking}</p>
    <h2>{paper.title}</h2>
    <p className="quiet">{paper.subtitle}</p>
    {paper.blocks.map((block, index) => (
      <Block block={block} key={index} />
    ))}
  </article>
)
