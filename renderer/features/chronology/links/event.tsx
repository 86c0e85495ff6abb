import { useState } from 'react'
import type { ConflictView, DifferenceView, EventView } from '../../../../workspace/contract/same-events.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge, Notice } from '../../../ui/notice.tsx'
import { useReturnFocus } from '../../../ui/return-focus.ts'
import { counted, instantInWords } from '../../../ui/words.ts'
import { Account } from './account.tsx'
import { Conflict } from './conflict.tsx'
import { NoteConflict } from './note-conflict.tsx'

const differencesOf = (conflicts: readonly ConflictView[]): readonly DifferenceView[] =>
  conflicts.map(({ aspect, subject, sentence, accounts }) => ({
    aspect,
    subject,
    sentence,
    says: accounts.map(({ recordId, says }) => ({ recordId, words: says })),
  }))

/** Accounts that were confirmed to be one event, side by side, with what they differ in and who linked them. */
export const LinkedEvent = ({
  one,
  event,
  entryId,
  onOpen,
}: {
  readonly one: CaseView
  readonly event: EventView
  /** The entry that is open already, where one is. */
  readonly entryId?: string
  readonly onOpen?: (entryId: string) => void
}) => {
  const [problem, setProblem] = useState<string | null>(null)
  const [noting, setNoting] = useState(false)
  const opener = useReturnFocus(noting)
  const decide = useStore((state) => state.decideLink)
  const may = useMay('chronology:analyse')
  const open = event.conflicts.filter(({ state }) => state === 'open').length
  return (
    <div className="linked-event" role="group" aria-label={`Event of ${event.accounts[0]?.date ?? ''}`}>
      <header className="row">
        <h2 className="numbers">{event.accounts[0]?.date}</h2>
        <span className="small quiet">{counted(event.accounts.length, 'account')}</span>
        {open > 0 && <Badge tone="warn">{counted(open, 'unresolved difference')}</Badge>}
      </header>
      {problem !== null && (
        <Notice tone="danger" live>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="accounts">
        {event.accounts.map((account) => (
          <Account
            key={account.recordId}
            account={account}
            agencies={one.agencyList}
            differences={differencesOf(event.conflicts)}
            actions={
              onOpen &&
              account.entryId !== entryId && (
                <div>
                  <Button kind="quiet" icon="right" onPress={() => onOpen(account.entryId)}>
                    Open this account
                  </Button>
                </div>
              )
            }
          />
        ))}
      </div>
      {event.conflicts.map((conflict, index) => (
        <Conflict
          key={`${conflict.aspect} ${conflict.subject}`}
          one={one}
          conflict={conflict}
          number={index + 1}
          heading="h3"
        />
      ))}
      {may && !noting && (
        <div>
          <Button ref={opener} icon="plus" onPress={() => setNoting(true)}>
            Note a difference
          </Button>
        </div>
      )}
      {noting && <NoteConflict one={one} event={event} onDone={() => setNoting(false)} />}
      <ul className="links-made small">
        {event.links.map((link) => (
          <li key={`${link.a.recordId} ${link.b.recordId}`}>
            {link.a.agency}, {link.a.date} and {link.b.agency}, {link.b.date}: linked by {link.decided?.by},{' '}
            {instantInWords(link.decided?.at ?? '')}
            {link.decided?.reason ? `. ${link.decided.reason}` : ''}
            {link.changedSince.length > 0 && (
              <>
                {' '}
                <Badge tone="warn">
                  {link.changedSince.length === 2
                    ? 'Both accounts have changed since'
                    : 'An account has changed since'}
                </Badge>
              </>
            )}
            {may && link.changedSince.length > 0 && (
              <Button kind="quiet" onPress={() => void decide(one.id, link, 'confirmed', 'Still one event')}>
                Still one event
              </Button>
            )}
            {may && (
              <Button
                kind="quiet"
                onPress={() =>
                  void decide(one.id, link, 'undecided', 'Unlinked').then((failure) =>
                    setProblem(failure?.message ?? null),
                  )
                }
              >
                Unlink
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
