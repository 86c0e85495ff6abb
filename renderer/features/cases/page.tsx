import { useEffect, useState } from 'react'
import type { CaseSummary } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'
import { counted, dayInWords } from '../../ui/words.ts'
import './cases.css'

const CaseList = ({ cases }: { readonly cases: readonly CaseSummary[] }) => {
  const go = useStore((state) => state.go)
  return (
    <ul className="case-list">
      {cases.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className="case-card"
            onClick={() => go({ screen: 'case', caseId: one.id, tab: 'overview' })}
          >
            <span className="case-card-title">
              <strong>{one.title}</strong>
              <span className="small faint">{one.ref}</span>
            </span>
            <span className="case-card-board">{one.board}</span>
            <span className="case-card-fact">
              <span className="small faint">Stage</span>
              {one.stage}
            </span>
            <span className="case-card-fact numbers">
              <span className="small faint">Chronology</span>
              {counted(one.entries, 'entry', 'entries')}, {counted(one.agencies, 'agency', 'agencies')}
            </span>
            <span className="case-card-fact numbers">
              <span className="small faint">Due</span>
              {one.dueDate === null ? 'Not set' : dayInWords(one.dueDate)}
              {one.daysOverdue > 0 && (
                <span className="case-card-overdue">
                  <Icon name="warning" />
                  {counted(one.daysOverdue, 'day')} overdue
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const NoCases = () => {
  const go = useStore((state) => state.go)
  const loadSample = useStore((state) => state.loadSample)
  const mayAdd = useMay('case:add')
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <StatePanel
      icon="cases"
      title="No case is here yet"
      actions={
        mayAdd && (
          <>
            <Button kind="primary" onPress={() => go({ screen: 'add-case' })}>
              Add a case
            </Button>
            <Button onPress={() => void loadSample().then((error) => setProblem(error?.message ?? null))}>
              Load the invented sample case
            </Button>
          </>
        )
      }
    >
      <p>
        Each Safeguarding Adult Review is a case: its dates and decision, its people key, the agencies’
        chronologies and reports, and the packs made from them.
      </p>
      {!mayAdd && <p>You see the cases whose team you are on. The business manager adds people to a team.</p>}
      {problem && <Notice tone="danger">{problem}</Notice>}
    </StatePanel>
  )
}

export const CasesPage = () => {
  const cases = useStore((state) => state.cases)
  const loadCases = useStore((state) => state.loadCases)
  const go = useStore((state) => state.go)
  const mayAdd = useMay('case:add')
  useListKeys('.case-card')
  useEffect(() => void loadCases(), [loadCases])
  return (
    <div className="page">
      <header className="page-head">
        <h1 data-page-title tabIndex={-1}>
          Cases
        </h1>
        {mayAdd && (
          <Button icon="plus" onPress={() => go({ screen: 'add-case' })}>
            Add a case
          </Button>
        )}
      </header>
      <RemoteView remote={cases} waiting="Reading the cases" retry={() => void loadCases()}>
        {(found) => (found.length === 0 ? <NoCases /> : <CaseList cases={found} />)}
      </RemoteView>
    </div>
  )
}
