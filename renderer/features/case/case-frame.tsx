import { type ReactNode, useEffect } from 'react'
import { roleTitles } from '../../../domain/permissions/permissions.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { type CaseTab, caseTabs, tabPermissions, tabTitles } from '../../routes.ts'
import { useStore } from '../../store.ts'
import { Icon } from '../../ui/icon.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted, sentence } from '../../ui/words.ts'
import './case.css'

const Team = ({ team }: { readonly team: CaseView['team'] }) =>
  team.length === 0 ? (
    <span>No team yet</span>
  ) : (
    <details className="case-team">
      <summary>
        <Icon name="people" />
        {counted(team.length, 'person', 'people')} on the team
      </summary>
      <ul>
        {team.map((one) => (
          <li key={one.id}>
            {one.name} <span className="faint small">{roleTitles[one.role]}</span>
          </li>
        ))}
      </ul>
    </details>
  )

/** Who and when, and the ways into the case that this person has. */
export const CaseFrame = ({
  caseId,
  tab,
  children,
}: {
  readonly caseId: string
  readonly tab: CaseTab
  readonly children: (one: CaseView) => ReactNode
}) => {
  const openCase = useStore((state) => state.openCase)
  const loadCase = useStore((state) => state.loadCase)
  const session = useStore((state) => state.session)
  const go = useStore((state) => state.go)
  const pseudonyms = usePseudonyms()
  useEffect(() => void loadCase(caseId), [loadCase, caseId, pseudonyms])
  const tabs = caseTabs.filter((one) => session?.permissions.includes(tabPermissions[one]))
  useShortcuts(
    caseTabs.flatMap((one, index) =>
      tabs.includes(one)
        ? [{ keys: `Alt+${index + 1}`, run: () => go({ screen: 'case', caseId, tab: one }) }]
        : [],
    ),
  )
  return (
    <RemoteView remote={openCase} waiting="Opening the case" retry={() => void loadCase(caseId)}>
      {(one) => (
        <div className="case">
          <header className="case-head">
            <div className="case-title">
              <h1 data-page-title tabIndex={-1}>
                {one.title}
              </h1>
              <div className="case-facts">
                <span className="numbers">{one.ref}</span>
                <span>{one.stage}</span>
                {one.clock && (
                  <span
                    className={`case-clock numbers${one.clock.includes('overdue') ? ' case-overdue' : ''}`}
                  >
                    <Icon name="clock" />
                    {sentence(one.clock)}
                  </span>
                )}
                <Team team={one.team} />
              </div>
            </div>
            <nav className="case-tabs" aria-label={`Parts of ${one.title}`}>
              {tabs.map((part) => (
                <button
                  type="button"
                  key={part}
                  className="case-tab"
                  aria-current={part === tab ? 'page' : undefined}
                  onClick={() => go({ screen: 'case', caseId, tab: part })}
                >
                  {tabTitles[part]}
                </button>
              ))}
            </nav>
          </header>
          {/* An overview may hold nothing to stop at, and must scroll by keyboard all the same. */}
          <div
            className="case-body"
            {...(tab === 'overview' ? { tabIndex: 0, role: 'region', 'aria-label': tabTitles[tab] } : {})}
          >
            {children(one)}
          </div>
        </div>
      )}
    </RemoteView>
  )
}
