import { entryFields } from '../../../domain/chronology/entry.ts'
import type { ImportReport } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/notice.tsx'
import { counted } from '../../ui/words.ts'
import { fieldTitles } from '../../field-titles.ts'
import type { ImportFile } from './import-slice.ts'

const ignored = 'Kept as imported, not used'

/** The file's columns and what each was understood as, to be put right before anything is written. */
export const ColumnMappingTable = ({
  caseId,
  file,
  mapping,
}: {
  readonly caseId: string
  readonly file: ImportFile
  readonly mapping: ImportReport['mapping']
}) => {
  const correct = useStore((state) => state.correctColumn)
  const reread = useStore((state) => state.rereadImport)
  const working = useStore((state) => state.work !== null)
  const changed = Object.keys(file.corrected).length
  return (
    <details className="mapping">
      <summary>How its columns were understood</summary>
      <p className="small quiet">
        {mapping.table}. If a column was taken for the wrong thing, say what it holds and read the file again.
      </p>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Column of the file</th>
              <th scope="col">Understood as</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((column) => {
              const heading =
                column.heading.trim() === '' ? `Column ${column.index + 1}, no heading` : column.heading
              const chosen = file.corrected[column.index] ?? column.field
              return (
                <tr key={column.index}>
                  <th scope="row" className="as-written">
                    {heading}
                  </th>
                  <td>
                    {file.done ? (
                      chosen === 'ignore' ? (
                        ignored
                      ) : (
                        fieldTitles[chosen]
                      )
                    ) : (
                      <span className="row">
                        <select
                          className="input mapping-select"
                          aria-label={`What ${heading} holds`}
                          value={chosen}
                          onChange={(event) => {
                            const field = entryFields.find((one) => one === event.target.value)
                            if (field) correct(file.path, column.index, field)
                          }}
                        >
                          {entryFields.map((field) => (
                            <option key={field} value={field}>
                              {field === 'ignore' ? ignored : fieldTitles[field]}
                            </option>
                          ))}
                        </select>
                        {file.corrected[column.index] !== undefined && (
                          <Badge tone="info" icon="edit">
                            Put right by you
                          </Badge>
                        )}
                      </span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {!file.done && (
        <div className="row">
          <Button
            kind={file.reread ? 'plain' : 'primary'}
            isDisabled={file.reread || working}
            onPress={() => void reread(caseId, file.path)}
          >
            Read the file again
          </Button>
          <span className="small quiet" role="status">
            {changed === 0
              ? ''
              : `${counted(changed, 'column')} put right${file.reread ? ', and read so' : '; the counts above are from before'}.`}
          </span>
        </div>
      )}
    </details>
  )
}
