import { useState } from 'react'
import type { ContributionText } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { instantInWords } from '../../ui/words.ts'
import { WriteOutForm } from './write-out-form.tsx'

type Block = ContributionText['blocks'][number]

const ReportTable = ({
  table,
  name,
}: {
  readonly table: Extract<Block, { style: 'table' }>
  readonly name: string
}) => (
  <div className="table-wrap report-table" tabIndex={0} role="region" aria-label={name}>
    <table className="table">
      <tbody>
        {table.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((text, column) =>
              row < table.headingRows ? (
                <th scope="col" key={column}>
                  {text}
                </th>
              ) : (
                <td className="as-written" key={column}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** A page that is a picture: what somebody wrote out of it, or the means to do so. */
const UnreadPage = ({
  contributionId,
  page,
  written,
}: {
  readonly contributionId: string
} & Pick<Extract<Block, { style: 'page' }>, 'page' | 'written'>) => {
  const mayWrite = useMay('contribution:add')
  const [writing, setWriting] = useState(false)
  if (writing)
    return (
      <WriteOutForm
        contributionId={contributionId}
        page={page}
        before={written?.text ?? ''}
        onDone={() => setWriting(false)}
      />
    )
  const change = mayWrite && (
    <Button kind="plain" icon="edit" onPress={() => setWriting(true)}>
      {written ? `Change what page ${page} says` : `Write out page ${page}`}
    </Button>
  )
  if (written)
    return (
      <section className="report-page" aria-label={`Page ${page}, written out`}>
        <p className="small quiet">
          Page {page} is a picture. {written.by} wrote it out on {instantInWords(written.at)}.
        </p>
        <p className="as-written">{written.text}</p>
        {change}
      </section>
    )
  return (
    <Notice tone="warn" title={`Nothing could be read on page ${page}`} actions={change}>
      <p>
        The page is a picture. Until it is written out, no pack can hold this report. Or ask the agency for
        the file it was made from.
      </p>
    </Notice>
  )
}

/** One piece of a report: heading, paragraph, list item, note, table, or a page that is a picture. */
export const ReportBlock = ({
  block,
  contributionId,
  index,
}: {
  readonly block: Block
  readonly contributionId: string
  readonly index: number
}) => {
  switch (block.style) {
    case 'heading':
      return block.level <= 1 ? (
        <h3 className="report-heading">{block.text}</h3>
      ) : (
        <h4 className="report-heading">{block.text}</h4>
      )
    case 'list':
      return <p className="report-list as-written">{block.text}</p>
    case 'note':
      return <p className="report-note small as-written">{block.text}</p>
    case 'table':
      return <ReportTable table={block} name={`Table, piece ${index + 1} of the report`} />
    case 'page':
      return <UnreadPage contributionId={contributionId} {...block} />
    default:
      return <p className="as-written">{block.text}</p>
  }
}
