import { useState } from 'react'
import type { RecipientView, RegisterView } from '../../../workspace/contract/recipients.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { counted } from '../../ui/words.ts'

type Unlinked = RegisterView['unlinked'][number]

const UnlinkedAgency = ({
  agency,
  organisations,
}: {
  readonly agency: Unlinked
  readonly organisations: readonly RecipientView[]
}) => {
  const link = useStore((state) => state.linkAgency)
  const add = useStore((state) => state.addAgency)
  const [chosen, setChosen] = useState(agency.proposal ?? '')
  const [busy, setBusy] = useState(false)
  const { caseId, agencyId, name, caseTitle } = agency
  const send = async (): Promise<void> => {
    setBusy(true)
    await (chosen === '' ? add({ caseId, agencyId, name }) : link({ caseId, agencyId, recipientId: chosen }))
    setBusy(false)
  }
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="recipient-note">{caseTitle}</span>
      </th>
      <td>
        <span className="select">
          <select
            className="input"
            aria-label={`Which organisation is ${name}?`}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">A new organisation of this name</option>
            {organisations.map(({ id, name: known }) => (
              <option key={id} value={id}>
                {known}
                {id === agency.proposal ? ' (same name)' : ''}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      </td>
      <td>
        <Button
          busy={busy}
          icon={chosen === '' ? 'plus' : 'link'}
          aria-label={chosen === '' ? `Add ${name} to the register` : `Link ${name}`}
          onPress={() => void send()}
        >
          {chosen === '' ? 'Add' : 'Link'}
        </Button>
      </td>
    </tr>
  )
}

/** Agencies of reviews that the register does not know yet: a notice to one of them has no address. */
export const UnlinkedAgencies = ({
  unlinked,
  organisations,
}: {
  readonly unlinked: RegisterView['unlinked']
  readonly organisations: readonly RecipientView[]
}) => (
  <section className="section" aria-labelledby="unlinked-title">
    <h2 id="unlinked-title">{counted(unlinked.length, 'agency', 'agencies')} not in the register yet</h2>
    <p className="quiet">
      Say which organisation each is. Until then nothing sent to it carries an address, and a merger is not
      followed.
    </p>
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Agency of a review</th>
            <th scope="col">Organisation</th>
            <th scope="col">
              <span className="visually-hidden">Link</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {unlinked.map((agency) => (
            <UnlinkedAgency
              key={`${agency.caseId} ${agency.agencyId} ${agency.proposal ?? ''}`}
              agency={agency}
              organisations={organisations}
            />
          ))}
        </tbody>
      </table>
    </div>
  </section>
)
