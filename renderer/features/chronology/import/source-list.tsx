import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge } from '../../../ui/notice.tsx'
import { instantInWords } from '../../../ui/words.ts'

/** The files of a case, each to be looked at as it was imported, those that a later version replaced too. */
export const SourceList = ({ caseId }: { readonly caseId: string }) => {
  const sources = useStore((state) => state.sources)
  const go = useStore((state) => state.go)
  return (
    <RemoteView remote={sources} waiting="Reading the list of files">
      {(found) =>
        found.length === 0 ? (
          <p className="quiet">No file has been imported yet.</p>
        ) : (
          <div className="table-wrap">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">Agency</th>
                  <th scope="col" className="number">
                    Entries
                  </th>
                  <th scope="col">Imported</th>
                  <th scope="col">State</th>
                  <th scope="col">
                    <span className="visually-hidden">Look at it</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map((source) => (
                  <tr key={source.id}>
                    <th scope="row">{source.fileName}</th>
                    <td>{source.agencyName}</td>
                    <td className="number">{source.rows.entries}</td>
                    <td>
                      {instantInWords(source.importedAt)} by {source.importedBy}
                    </td>
                    <td>
                      {source.supersededBy === null ? (
                        'Current'
                      ) : (
                        <Badge tone="plain" icon="clock">
                          Replaced by a later version
                        </Badge>
                      )}
                    </td>
                    <td className="number">
                      <Button
                        kind="quiet"
                        aria-label={`Rows as imported: ${source.fileName}`}
                        onPress={() =>
                          go({
                            screen: 'case',
                            caseId,
                            tab: 'chronology',
                            item: `source ${source.id}`,
                          })
                        }
                      >
                        Rows as imported
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </RemoteView>
  )
}
