import { useEffect, useState } from 'react'
import { analysisDomainTitles, findingKindTitles } from '../../../domain/findings/finding.ts'
import type { FindingList, FindingSummary } from '../../../workspace/contract/findings.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { FindingStatusBadge } from '../../finding-badges.tsx'
import { heldBy, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { StatePanel } from '../../ui/state-panel.tsx'
import { counted, dayInWords } from '../../ui/words.ts'
import { Gaps } from './gaps.tsx'

const Table = ({
  findings,
  onOpen,
}: {
  readonly findings: readonly FindingSummary[]
  readonly onOpen: (findingId: string) => void
}) => (
  <div className="table-wrap">
    <table className="table findings-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            No.
          </th>
          <th scope="col">Finding</th>
          <th scope="col">Kind</th>
          <th scope="col">Domain</th>
          <th scope="col">Answers</th>
          <th scope="col" className="number">
            Entries
          </th>
          <th scope="col">Status</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <td className="number">{finding.number}</td>
            <th scope="row">
              <Button kind="quiet" className="button-link" onPress={() => onOpen(finding.id)}>
                {finding.title}
              </Button>
            </th>
            <td>{findingKindTitles[finding.kind]}</td>
            <td>
              {finding.domain === null ? (
                <span className="faint">None yet</span>
              ) : (
                analysisDomainTitles[finding.domain]
              )}
            </td>
            <td className="numbers">
              {finding.kloes.length === 0 ? (
                <span className="faint">None yet</span>
              ) : (
                <span className={finding.kloes.length > 4 ? undefined : 'no-break'}>
                  {finding.kloes.length === 1 ? 'Line' : 'Lines'} {finding.kloes.join(', ')}
                </span>
              )}
            </td>
            <td className="number">
              {finding.entries === 0 ? <span className="faint">None yet</span> : finding.entries}
            </td>
            <td>
              <FindingStatusBadge status={finding.status} />
            </td>
            <td className="small quiet">
              <span className="no-break">{dayInWords(finding.changedAt, true)}</span> by {finding.changedBy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Found = ({
  one,
  list,
  onOpen,
}: {
  readonly one: CaseView
  readonly list: FindingList
  readonly onOpen: (findingId: string) => void
}) => {
  const [all, setAll] = useState(false)
  const standing = list.findings.filter(({ status }) => status !== 'withdrawn')
  const withdrawn = list.findings.length - standing.length
  return (
    <>
      {standing.length > 0 || all ? (
        <Table findings={all ? list.findings : standing} onOpen={onOpen} />
      ) : (
        <p className="quiet">Every finding of this case is withdrawn.</p>
      )}
      {withdrawn > 0 && (
        <p>
          <Button kind="quiet" aria-pressed={all} onPress={() => setAll(!all)}>
            {all ? 'Hide' : 'Show'} {counted(withdrawn, 'withdrawn finding')}
          </Button>
        </p>
      )}
      <Gaps one={one} gaps={list.gaps} />
    </>
  )
}

/** The findings of a case, and what none of them covers yet. */
export const FindingsList = ({
  one,
  onOpen,
}: {
  readonly one: CaseView
  readonly onOpen: (findingId: string) => void
}) => {
  const findings = useStore((state) => state.findings)
  const of = useStore((state) => state.findingsCase)
  const load = useStore((state) => state.loadFindings)
  const mayWrite = useMay('chronology:analyse')
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(one.id), [load, one.id, pseudonyms])
  useListKeys('tbody th .button')
  const add = mayWrite && (
    <Button kind="primary" icon="plus" onPress={() => onOpen('new')}>
      Add a finding
    </Button>
  )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Analysis
          </h2>
          <p>
            What the review has found so far, each finding with the entries it rests on. Findings are in no
            pack.
          </p>
        </div>
        {add}
      </header>
      {of === one.id && (
        <RemoteView remote={findings} waiting="Reading the findings" retry={() => void load(one.id)}>
          {(list) =>
            list.findings.length === 0 ? (
              <>
                <StatePanel icon="chart" title="Nothing has been found yet">
                  <p>
                    A finding says what the review concludes and which entries show it. Begin with a title, an
                    emerging theme or a question; add entries from the chronology as you read.
                  </p>
                  {!mayWrite && <p>Findings are made by {heldBy('chronology:analyse')}.</p>}
                </StatePanel>
                <Gaps one={one} gaps={list.gaps} />
              </>
            ) : (
              <Found one={one} list={list} onOpen={onOpen} />
            )
          }
        </RemoteView>
      )}
    </div>
  )
}
