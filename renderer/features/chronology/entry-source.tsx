import type { EntryView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { Badge } from '../../ui/notice.tsx'
import { instantInWords } from '../../ui/words.ts'

const asideTitles: Readonly<Record<string, string>> = {
  'tracked-deletion': 'Deleted by tracked change: not part of the record',
  'tracked-insertion': 'Inserted by tracked change',
  'hidden-text': 'Hidden text in the file: not part of the record',
  comment: 'Comment in the file: not part of the record',
}

/** The row exactly as imported, cell by cell, and where it came from. */
export const Imported = ({ entry }: { readonly entry: EntryView }) => {
  const pseudonyms = usePseudonyms()
  return (
    <div className="stack">
      <div className="table-wrap">
        <table className="table source-cells">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">
                {pseudonyms ? 'As imported, with names hidden on screen' : 'As imported, never altered'}
              </th>
            </tr>
          </thead>
          <tbody>
            {entry.cells.map((cell, index) => (
              <tr key={`${index} ${cell.heading}`}>
                <th scope="row">
                  {cell.heading === '' ? <span className="faint">No heading</span> : cell.heading}
                  {cell.hidden && (
                    <span className="cell-hidden">
                      <Badge tone="warn" icon="eye-off">
                        Hidden column
                      </Badge>
                    </span>
                  )}
                </th>
                <td className="as-written">
                  {cell.text === '' ? <span className="faint">Blank</span> : cell.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entry.aside.map((one, index) => (
        <blockquote className="aside" key={`${index} ${one.kind}`}>
          <p className="aside-kind">
            {asideTitles[one.kind] ?? `Set aside: ${one.kind.replaceAll('-', ' ')}`}
            {one.author ? `, by ${one.author}` : ''}
          </p>
          <p className={one.kind === 'tracked-deletion' ? 'as-written aside-deleted' : 'as-written'}>
            {one.text}
          </p>
        </blockquote>
      ))}
      <dl className="facts small">
        <dt>File</dt>
        <dd>{entry.source.file}</dd>
        <dt>Place</dt>
        <dd>{entry.source.where}</dd>
        <dt>Imported</dt>
        <dd>
          {instantInWords(entry.importedAt)} by {entry.importedBy}
        </dd>
        <dt>SHA-256 of the file</dt>
        <dd className="numbers">{entry.sourceSha256}</dd>
      </dl>
    </div>
  )
}
