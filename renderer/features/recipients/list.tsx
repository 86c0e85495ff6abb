import { recipientKindTitles } from '../../../domain/recipients/recipient.ts'
import type { RecipientView } from '../../../workspace/contract/recipients.ts'
import { Button } from '../../ui/button.tsx'
import { dayInWords } from '../../ui/words.ts'

/** What stands for a person while names are hidden. */
export const shownName = ({ name, isNamed, kind }: RecipientView, pseudonyms: boolean): string =>
  isNamed && pseudonyms ? recipientKindTitles[kind] : name

const Where = ({ one, pseudonyms }: { readonly one: RecipientView; readonly pseudonyms: boolean }) => {
  if (one.isNamed && pseudonyms) return <span className="faint">Hidden with the name</span>
  if (one.address === '' && one.email === '') return <span className="quiet">No address yet</span>
  return (
    <>
      {one.address !== '' && <span className="recipient-address">{one.address}</span>}
      {one.email !== '' && <span className="recipient-address">{one.email}</span>}
    </>
  )
}

export const RecipientTable = ({
  recipients,
  pseudonyms,
  mayEdit,
  onOpen,
}: {
  readonly recipients: readonly RecipientView[]
  readonly pseudonyms: boolean
  readonly mayEdit: boolean
  readonly onOpen: (id: string) => void
}) => (
  <div className="table-wrap">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          <th scope="col">Where it is reached</th>
          <th scope="col">Agency of</th>
          {mayEdit && (
            <th scope="col">
              <span className="visually-hidden">Edit</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {recipients.map((one) => {
          const name = shownName(one, pseudonyms)
          return (
            <tr key={one.id}>
              <th scope="row">
                {name}
                {one.contactRole !== '' && <span className="recipient-note">{one.contactRole}</span>}
                {one.successor && (
                  <span className="recipient-note">
                    Since {dayInWords(one.successor.on)}: {one.successor.name}
                  </span>
                )}
                {one.predecessors.length > 0 && (
                  <span className="recipient-note">In the place of {one.predecessors.join(', ')}</span>
                )}
              </th>
              <td>
                {recipientKindTitles[one.kind]}
                {one.caseTitle !== null && <span className="recipient-note">{one.caseTitle}</span>}
              </td>
              <td>
                <Where one={one} pseudonyms={pseudonyms} />
              </td>
              <td>
                {one.agencies.map(
                  ({ caseId, caseTitle, agencyId }) =>
                    caseTitle && (
                      <span key={`${caseId} ${agencyId}`} className="recipient-address">
                        {caseTitle}
                      </span>
                    ),
                )}
              </td>
              {mayEdit && (
                <td>
                  <Button
                    kind="quiet"
                    icon="edit"
                    aria-label={`Edit ${name}`}
                    isDisabled={one.isNamed && pseudonyms}
                    onPress={() => onOpen(one.id)}
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
