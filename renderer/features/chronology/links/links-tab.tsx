import { useEffect, useRef, useState } from 'react'
import type { PairView } from '../../../../workspace/contract/same-events.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { useMay, usePseudonyms } from '../../../permit.ts'
import { valueOf } from '../../../remote.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge } from '../../../ui/notice.tsx'
import { useKeptFocus, useReturnFocus } from '../../../ui/return-focus.ts'
import { counted } from '../../../ui/words.ts'
import { PairAccounts } from './account.tsx'
import { LinkedEvent } from './event.tsx'
import { LinkOther } from './link-other.tsx'
import './links.css'

const Suggestion = ({
  one,
  pair,
  entryId,
  isWeak = false,
  onOpen,
}: {
  readonly one: CaseView
  readonly pair: PairView
  readonly entryId: string
  readonly isWeak?: boolean
  readonly onOpen: (id: string) => void
}) => {
  const [problem, setProblem] = useState<string | null>(null)
  const decide = useStore((state) => state.decideLink)
  const may = useMay('chronology:analyse')
  const other = pair.a.entryId === entryId ? pair.b : pair.a
  const say = (decision: 'confirmed' | 'rejected') => (): void =>
    void decide(one.id, pair, decision).then((failure) => setProblem(failure?.message ?? null))
  return (
    <div className="suggestion stack" role="group" aria-label={`Suggestion: ${other.agency}, ${other.date}`}>
      <p className="suggestion-why">
        <Badge tone="plain" icon="help">
          {isWeak ? 'Weak sign of the same event' : 'Perhaps the same event'}
        </Badge>{' '}
        <span className="small">{pair.reason}</span>
      </p>
      <PairAccounts pair={pair} agencies={one.agencyList} problem={problem} />
      <div className="row">
        {may && (
          <>
            <Button icon="check" onPress={say('confirmed')}>
              One event
            </Button>
            <Button icon="close" onPress={say('rejected')}>
              Different events
            </Button>
          </>
        )}
        <Button kind="quiet" icon="right" onPress={() => onOpen(other.entryId)}>
          Open the other account
        </Button>
      </div>
    </div>
  )
}

/** What the open entry is linked with, confirmed accounts first, and what it may be. */
export const LinksTab = ({
  one,
  entryId,
  agencyId,
  onOpen,
}: {
  readonly one: CaseView
  readonly entryId: string
  readonly agencyId: string
  readonly onOpen: (id: string) => void
}) => {
  const [linking, setLinking] = useState(false)
  const may = useMay('chronology:analyse')
  useEffect(() => setLinking(false), [entryId])
  const links = useStore((state) => state.entryLinks)
  const load = useStore((state) => state.loadEntryLinks)
  const pseudonyms = usePseudonyms()
  const opener = useReturnFocus(linking)
  const whole = useRef<HTMLDivElement>(null)
  // What was decided leaves the tab, and the button that decided it with it.
  useKeptFocus(whole, valueOf(links))
  useEffect(() => void load(one.id, entryId, pseudonyms), [load, one.id, entryId, pseudonyms])
  return (
    <RemoteView
      remote={links}
      waiting="Looking for other accounts"
      retry={() => void load(one.id, entryId, pseudonyms)}
    >
      {({ event, recordId, proposals, perhaps }) => (
        <div className="stack" ref={whole} tabIndex={-1} role="region" aria-label="Links of this entry">
          {event && <LinkedEvent one={one} event={event} entryId={entryId} onOpen={onOpen} />}
          {event === null && proposals.length === 0 && perhaps.length === 0 && (
            <p className="quiet">No other agency’s entry looks like an account of this event.</p>
          )}
          {proposals.length > 0 && (
            <p className="small quiet">
              Suggestions only. Nothing is joined or changed; two agencies on one event are two accounts.
            </p>
          )}
          {proposals.map((pair) => (
            <Suggestion
              key={`${pair.a.recordId} ${pair.b.recordId}`}
              one={one}
              pair={pair}
              entryId={entryId}
              onOpen={onOpen}
            />
          ))}
          {perhaps.length > 0 && (
            <details className="perhaps">
              <summary>{counted(perhaps.length, 'weaker possibility', 'weaker possibilities')}</summary>
              <div className="stack">
                {perhaps.map((pair) => (
                  <Suggestion
                    key={`${pair.a.recordId} ${pair.b.recordId}`}
                    one={one}
                    pair={pair}
                    entryId={entryId}
                    isWeak
                    onOpen={onOpen}
                  />
                ))}
              </div>
            </details>
          )}
          {may && !linking && (
            <div>
              <Button ref={opener} icon="link" onPress={() => setLinking(true)}>
                Link to another entry
              </Button>
            </div>
          )}
          {linking && (
            <LinkOther
              one={one}
              entryId={entryId}
              recordId={recordId}
              agencyId={agencyId}
              onDone={() => setLinking(false)}
            />
          )}
        </div>
      )}
    </RemoteView>
  )
}
