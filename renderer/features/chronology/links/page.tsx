import { useEffect } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { useMay, usePseudonyms } from '../../../permit.ts'
import { valueOf } from '../../../remote.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { PanelTabs } from '../../../ui/panel-tabs.tsx'
import { StatePanel } from '../../../ui/state-panel.tsx'
import { Account } from './account.tsx'
import { Conflicts } from './conflicts.tsx'
import { LinkedEvent } from './event.tsx'
import { Pages } from './pages.tsx'
import { Queue } from './queue.tsx'
import { sameEventsTabs } from './slice.ts'
import './links.css'

const Rejected = ({ one }: { readonly one: CaseView }) => {
  const rejected = useStore((state) => state.rejectedLinks)
  const decide = useStore((state) => state.decideLink)
  const may = useMay('chronology:analyse')
  return (
    <RemoteView remote={rejected} waiting="Reading what was rejected">
      {({ pairs, total, offset }) =>
        pairs.length === 0 ? (
          <StatePanel icon="link" title="No pair has been rejected">
            <p>Pairs that somebody said are different events stay here, and can be taken up again.</p>
          </StatePanel>
        ) : (
          <>
            {pairs.map((pair) => (
              <section className="linked-event" key={`${pair.a.recordId} ${pair.b.recordId}`}>
                <p className="small">
                  Different events, says {pair.decided?.by}
                  {pair.decided?.reason ? `: ${pair.decided.reason}` : ''}
                </p>
                <div className="accounts">
                  {[pair.a, pair.b].map((account) => (
                    <Account
                      key={account.recordId}
                      account={account}
                      agencies={one.agencyList}
                      differences={pair.differences}
                    />
                  ))}
                </div>
                {may && (
                  <div>
                    <Button
                      kind="quiet"
                      icon="back"
                      onPress={() => void decide(one.id, pair, 'undecided', 'Taken up again')}
                    >
                      Take it up again
                    </Button>
                  </div>
                )}
              </section>
            ))}
            <Pages caseId={one.id} list="rejectedLinks" offset={offset} total={total} />
          </>
        )
      }
    </RemoteView>
  )
}

/** Which accounts are one event: what is to be decided, what was, and what the accounts differ in. */
export const SameEventsPage = ({ one }: { readonly one: CaseView }) => {
  const proposals = useStore((state) => state.proposals)
  const events = useStore((state) => state.linkedEvents)
  const conflicts = useStore((state) => state.conflicts)
  const rejected = useStore((state) => state.rejectedLinks)
  const load = useStore((state) => state.loadSameEvents)
  const tab = useStore((state) => state.sameEventsTab)
  const show = useStore((state) => state.showSameEvents)
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(one.id, pseudonyms), [load, one.id, pseudonyms])
  const retry = (): void => void load(one.id, pseudonyms)
  const titled = (title: string, count: number | undefined): string =>
    count === undefined ? title : `${title} ${count.toLocaleString('en-GB')}`
  return (
    <div className="same-events">
      <PanelTabs
        label="Same events"
        selected={tab}
        onSelect={(id) => show(sameEventsTabs.find((known) => known === id) ?? 'queue')}
        tabs={[
          {
            id: 'queue',
            title: titled('To decide', valueOf(proposals)?.total),
            body: (
              <RemoteView remote={proposals} waiting="Comparing the accounts" retry={retry}>
                {({ total }) => <Queue one={one} total={total} />}
              </RemoteView>
            ),
          },
          {
            id: 'events',
            title: titled('Confirmed events', valueOf(events)?.total),
            body: (
              <RemoteView remote={events} waiting="Reading the linked accounts" retry={retry}>
                {({ events: all, total, offset }) =>
                  all.length === 0 ? (
                    <StatePanel icon="link" title="No accounts are linked yet">
                      <p>Accounts that are confirmed to be one event stand here side by side.</p>
                    </StatePanel>
                  ) : (
                    <>
                      {all.map((event) => (
                        <LinkedEvent key={event.id} one={one} event={event} />
                      ))}
                      <Pages caseId={one.id} list="linkedEvents" offset={offset} total={total} />
                    </>
                  )
                }
              </RemoteView>
            ),
          },
          {
            id: 'conflicts',
            title: titled('Unresolved conflicts', valueOf(conflicts)?.open),
            body: <Conflicts one={one} retry={retry} />,
          },
          {
            id: 'rejected',
            title: titled('Rejected', valueOf(rejected)?.total),
            body: <Rejected one={one} />,
          },
        ]}
      />
    </div>
  )
}
