import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { DisclosureInFull } from '../../../workspace/contract/disclosures.ts'
import { Badge } from '../../ui/notice.tsx'

const kindTitles = {
  review: 'The review itself',
  entry: 'Entry',
  contribution: 'Contribution',
  other: 'Record no longer held',
} as const

/** Records by reference and version, never by what they say; which of them have changed since is said in words. */
export const RecordsSent = ({ records }: { readonly records: DisclosureInFull['recordList'] }) => (
  <div className="table-wrap disclosure-records" tabIndex={0} role="region" aria-label="Records that left">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">Agency</th>
          <th scope="col">Reference</th>
          <th scope="col" className="number">
            Version
          </th>
          <th scope="col">Since then</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <th scope="row">{kindTitles[record.kind]}</th>
            <td>{record.agency}</td>
            <td>
              <code className="small">{fingerprintOf(record.id)}</code>
            </td>
            <td className="number">{record.version}</td>
            <td>
              {record.now === record.version ? (
                <span className="quiet">Unchanged</span>
              ) : (
                <Badge tone="warn">
                  {record.now === null ? 'No longer held' : `Now version ${record.now}`}
                </Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
