import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { instantInWords } from '../../ui/words.ts'

export const SourceList = () => {
  const sources = useStore((state) => state.sources)
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
                    <td>{source.supersededBy === null ? 'Current' : 'Replaced by a later version'}</td>
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
