import { useEffect, useState } from 'react'
import type { Stretch } from '../../../domain/chronology/account-for-silences.ts'
import type { NoContactView, LetterView } from '../../../workspace/contract/no-contact.ts'
import { fromResult, idle, type Remote } from '../../remote.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { LetterForm } from './letter-form.tsx'

const partsOf = (view: NoContactView, agencyId: string): readonly Stretch[] =>
  view.agencies
    .filter((agency) => agency.agencyId === agencyId)
    .flatMap(({ silences }) => silences)
    .flatMap(({ stretches }) => stretches)
    .filter(({ state }) => !state.startsWith('stated'))

/** A query to one agency: about everything not accounted for, or, where all of it has been asked about, about that again. */
export const LetterPage = ({
  caseId,
  agencyId,
  view,
  onBack,
}: {
  readonly caseId: string
  readonly agencyId: string
  readonly view: NoContactView
  readonly onBack: () => void
}) => {
  const draftLetter = useStore((state) => state.draftLetter)
  const [first, setFirst] = useState<Remote<LetterView>>(idle)
  const parts = partsOf(view, agencyId)
  const open = parts.filter(({ state }) => state === 'open')
  const chosen = open.length > 0 ? open : parts
  const agency = view.agencies.find((one) => one.agencyId === agencyId)?.agency ?? agencyId
  const asked = JSON.stringify(chosen.map(({ from, to }) => ({ from, to })))
  useEffect(() => {
    let current = true
    const stretches = JSON.parse(asked) as { from: string; to: string }[]
    void draftLetter({ caseId, agencyId, stretches }).then((result) => {
      if (current) setFirst((known) => (known.state === 'ready' ? known : fromResult(result)))
    })
    return () => {
      current = false
    }
  }, [draftLetter, caseId, agencyId, asked])
  return (
    <div className="page nc-letter-page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Query to {agency}
          </h2>
          <p>Asks the agency to state that there was no contact, or to send the entries.</p>
        </div>
        <Button kind="quiet" icon="back" onPress={onBack}>
          Back to no contact
        </Button>
      </header>
      <RemoteView remote={first} waiting="Drafting the letter">
        {(letter) => (
          <LetterForm
            caseId={caseId}
            agencyId={agencyId}
            agency={agency}
            parts={parts}
            chosen={chosen}
            first={letter}
            onDone={onBack}
          />
        )}
      </RemoteView>
    </div>
  )
}
