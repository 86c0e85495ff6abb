import type { PeopleKeyEntry } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/notice.tsx'
import { counted, listed, sentence } from '../../ui/words.ts'

const few = 6

const Aliases = ({ names }: { readonly names: readonly string[] }) =>
  names.length <= few + 1 ? (
    <span className="small">{listed(names)}</span>
  ) : (
    <details className="small">
      <summary>
        {names.slice(0, few).join(', ')} and {names.length - few} more
      </summary>
      {names.slice(few).join(', ')}
    </details>
  )

const Hidden = () => (
  <span className="faint" aria-label="Hidden">
    ●●●●●
  </span>
)

export const PeopleKeyTable = ({
  entries,
  pseudonyms,
  mayEdit,
  onOpen,
}: {
  readonly entries: readonly PeopleKeyEntry[]
  readonly pseudonyms: boolean
  readonly mayEdit: boolean
  readonly onOpen: (id: string) => void
}) => (
  <div className="table-wrap">
    <table className="table people-table">
      <thead>
        <tr>
          <th scope="col">Pseudonym</th>
          <th scope="col">Name</th>
          <th scope="col">Kind and role</th>
          <th scope="col">Other names</th>
          <th scope="col">Identifiers</th>
          <th scope="col">Replaced in</th>
          {mayEdit && (
            <th scope="col">
              <span className="visually-hidden">Edit</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const care = Object.keys(entry.aliasesNeedingCare).length
          return (
            <tr key={entry.id}>
              <th scope="row">{entry.pseudonym}</th>
              <td>{pseudonyms ? <Hidden /> : entry.name}</td>
              <td>
                {sentence(entry.kind)}
                {entry.role && <span className="quiet">, {entry.role}</span>}
              </td>
              <td>
                {pseudonyms ? counted(entry.aliases.length, 'name') : <Aliases names={entry.aliases} />}
                {care > 0 && (
                  <span className="people-flag">
                    <Badge tone="warn">{counted(care, 'needs', 'need')} care</Badge>
                  </span>
                )}
                {entry.doNotDisclose.length > 0 && (
                  <span className="people-flag">
                    <Badge tone="danger">Not to be told to some</Badge>
                  </span>
                )}
              </td>
              <td>{entry.identifiers.length === 0 ? '' : counted(entry.identifiers.length, 'identifier')}</td>
              <td>{entry.replaceIn === 'every' ? 'Every pack' : 'Public packs'}</td>
              {mayEdit && (
                <td>
                  <Button
                    kind="quiet"
                    icon="edit"
                    aria-label={`Edit ${entry.pseudonym}`}
                    onPress={() => onOpen(entry.id)}
                  >
                    Edit
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)
