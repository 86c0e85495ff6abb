import { useEffect } from 'react'
import type { PairView } from '../../../../workspace/contract/same-events.ts'
import { usePseudonyms } from '../../../permit.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge } from '../../../ui/notice.tsx'

const Suggestion = ({
  pair,
  entryId,
  onOpen,
}: {
  readonly pair: PairView
  readonly entryId: string
  readonly onOpen: (id: string) => void
}) => {
  const other = pair.a.entryId === entryId ? pair.b : pair.a
  return (
    <section className="suggestion">
      <p className="suggestion-why">
        <Badge tone="plain" icon="help">
          Perhaps the same event
        </Badge>{' '}
        <span className="small">{pair.reason}</span>
      </p>
      <div className="suggestion-pair">
        {[pair.a, pair.b].map((account) => (
          <div key={account.entryId}>
            <p className="small quiet">
              {account.agency}, <span className="numbers">{account.date}</span>
            </p>
            <p className="as-written">{account.event}</p>
          </div>
        ))}
      </div>
      <Button kind="quiet" icon="right" onPress={() => onOpen(other.entryId)}>
        Open the other account
      </Button>
    </section>
  )
}

/** What the open entry is linked with, or may be. */
export const LinksTab = ({
  caseId,
  entryId,
  onOpen,
}: {
  readonly caseId: string
  readonly entryId: string
  readonly onOpen: (id: string) => void
}) => {
  const links = useStore((state) => state.entryLinks)
  const load = useStore((state) => state.loadEntryLinks)
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(caseId, entryId, pseudonyms), [load, caseId, entryId, pseudonyms])
  return (
    <RemoteView
      remote={links}
      waiting="Looking for other accounts"
      retry={() => void load(caseId, entryId, pseudonyms)}
    >
      {({ proposals }) =>
        proposals.length === 0 ? (
          <p className="quiet">No other agency’s entry looks like an account of this event.</p>
        ) : (
          <div className="stack">
            <p className="small quiet">
              Suggestions only. Nothing is joined or changed; two agencies on one event are two accounts.
            </p>
            {proposals.map((pair) => (
              <Suggestion
                key={`${pair.a.entryId} ${pair.b.entryId}`}
                pair={pair}
                entryId={entryId}
                onOpen={onOpen}
              />
            ))}
          </div>
        )
      }
    </RemoteView>
  )
}
