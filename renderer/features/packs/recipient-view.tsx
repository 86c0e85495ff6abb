import { useEffect } from 'react'
import type { PackBlock } from '../../../domain/packs/pack-document.ts'
import type { PackView } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'

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

/** The pack as its reader will have it. Opening it is what lets a second person approve. */
export const RecipientView = ({ pack }: { readonly pack: PackView }) => {
  const noteRead = useStore((state) => state.noteRead)
  useEffect(() => noteRead(pack.id), [noteRead, pack.id])
  const { document: paper } = pack
  return (
    <article className="sheet" aria-label="What the recipient will read">
      <p className="sheet-marking">{paper.marking}</p>
      <h2>{paper.title}</h2>
      <p className="quiet">{paper.subtitle}</p>
      {paper.blocks.map((block, index) => (
        <Block block={block} key={index} />
      ))}
    </article>
  )
}
