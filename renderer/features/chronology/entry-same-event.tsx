import type { EntryView } from '../../../workspace/views.ts'
import { Badge } from '../../ui/notice.tsx'
import { Button } from '../../ui/button.tsx'

/** Accounts by other agencies that may be of the same event. */
export const SameEvent = ({
  entry,
  onOpen,
}: {
  readonly entry: EntryView
  readonly onOpen: (id: string) => void
}) => {
  if (entry.links.length === 0)
    return <p className="quiet">No other agency’s entry looks like an account of this event.</p>
  return (
    <div className="stack">
      <p className="small quiet">
        Suggestions only. Nothing is joined or changed; two agencies on one event are two accounts.
      </p>
      {entry.links.map((link) => (
        <section className="suggestion" key={link.other.id}>
          <p className="suggestion-why">
            <Badge tone="plain" icon="help">
              Perhaps the same event
            </Badge>{' '}
            <span className="small">{link.reason}</span>
          </p>
          <div className="suggestion-pair">
            <div>
              <p className="small quiet">
                {entry.agency}, <span className="numbers">{entry.date.original}</span>
              </p>
              <p className="as-written">{entry.event}</p>
            </div>
            <div>
              <p className="small quiet">
                {link.other.agency}, <span className="numbers">{link.other.date}</span>
              </p>
              <p className="as-written">{link.other.event}</p>
            </div>
          </div>
          <Button kind="quiet" icon="right" onPress={() => onOpen(link.other.id)}>
            Open the other account
          </Button>
        </section>
      ))}
    </div>
  )
}
