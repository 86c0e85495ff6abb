import { useRef } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { valueOf } from '../../../remote.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Choice, ChoiceGroup } from '../../../ui/field.tsx'
import { useKeptFocus } from '../../../ui/return-focus.ts'
import { StatePanel } from '../../../ui/state-panel.tsx'
import { Conflict } from './conflict.tsx'
import { Pages } from './pages.tsx'

/** What confirmed accounts of one event differ in: the unresolved, or those that were settled. */
export const Conflicts = ({ one, retry }: { readonly one: CaseView; readonly retry: () => void }) => {
  const conflicts = useStore((state) => state.conflicts)
  const shown = useStore((state) => state.conflictState)
  const show = useStore((state) => state.showConflicts)
  const list = useRef<HTMLDivElement>(null)
  // A conflict that is settled leaves the list, and the form with the focus leaves with it.
  useKeptFocus(list, valueOf(conflicts))
  return (
    <RemoteView remote={conflicts} waiting="Comparing the accounts" retry={retry}>
      {({ conflicts: page, open, resolved, total, offset }) =>
        open + resolved === 0 ? (
          <StatePanel icon="check" title="No linked accounts differ">
            <p>What confirmed accounts of one event differ in is listed here until it is settled.</p>
          </StatePanel>
        ) : (
          <div className="link-list" ref={list} tabIndex={-1} role="region" aria-label="Conflicts">
            <ChoiceGroup id="conflict-state" legend="Which conflicts" inline>
              {(
                [
                  ['open', `Unresolved ${open.toLocaleString('en-GB')}`],
                  ['resolved', `Resolved ${resolved.toLocaleString('en-GB')}`],
                ] as const
              ).map(([state, label]) => (
                <Choice
                  key={state}
                  type="radio"
                  name="conflict-state"
                  label={label}
                  checked={shown === state}
                  onChange={() => void show(one.id, state)}
                />
              ))}
            </ChoiceGroup>
            {page.length === 0 && (
              <p className="quiet">
                {shown === 'open' ? 'Every conflict is resolved.' : 'No conflict is resolved yet.'}
              </p>
            )}
            {page.map((conflict) => (
              <Conflict
                key={`${conflict.eventId} ${conflict.aspect} ${conflict.subject}`}
                one={one}
                conflict={conflict}
                heading="h2"
              />
            ))}
            <Pages caseId={one.id} list="conflicts" offset={offset} total={total} />
          </div>
        )
      }
    </RemoteView>
  )
}
