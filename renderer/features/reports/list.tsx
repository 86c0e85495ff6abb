import { useEffect } from 'react'
import { reportKindTitles } from '../../../domain/reports/report.ts'
import type { ReportSummary } from '../../../workspace/contract/reports.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { heldBy, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { StatePanel } from '../../ui/state-panel.tsx'
import { dayInWords } from '../../ui/words.ts'
import { StageBadge } from './stage-badge.tsx'

const Table = ({
  reports,
  onOpen,
}: {
  readonly reports: readonly ReportSummary[]
  readonly onOpen: (reportId: string) => void
}) => (
  <div className="table-wrap">
    <table className="table reports-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            No.
          </th>
          <th scope="col">Report</th>
          <th scope="col">Kind</th>
          <th scope="col" className="number">
            Words
          </th>
          <th scope="col">Publication</th>
          <th scope="col">Withdrawn on</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <td className="number">{report.number}</td>
            <th scope="row">
              <Button kind="quiet" className="button-link" onPress={() => onOpen(report.id)}>
                {report.title}
              </Button>
            </th>
            <td>{reportKindTitles[report.kind]}</td>
            <td className="number">{report.words.toLocaleString('en-GB')}</td>
            <td>
              <StageBadge stage={report.stage} />
            </td>
            <td>
              {report.withdrawOn === '' ? (
                <span className="faint">No day set</span>
              ) : (
                dayInWords(report.withdrawOn, true)
              )}
            </td>
            <td className="small quiet">
              <span className="no-break">{dayInWords(report.changedAt, true)}</span> by {report.changedBy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** What is or will be published of a case. */
export const ReportsList = ({
  one,
  onOpen,
}: {
  readonly one: CaseView
  readonly onOpen: (item: string) => void
}) => {
  const reports = useStore((state) => state.reports)
  const of = useStore((state) => state.reportsCase)
  const load = useStore((state) => state.loadReports)
  const mayWrite = useMay('report:write')
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(one.id), [load, one.id, pseudonyms])
  useListKeys('tbody th .button')
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Reports
          </h2>
          <p>
            What the public may read of this review. A report leaves as a pack does: reviewed, approved,
            logged.
          </p>
        </div>
        {mayWrite && (
          <Button kind="primary" icon="plus" onPress={() => onOpen('new')}>
            Write a report
          </Button>
        )}
      </header>
      {of === one.id && (
        <RemoteView remote={reports} waiting="Reading the reports" retry={() => void load(one.id)}>
          {(found) =>
            found.length === 0 ? (
              <StatePanel icon="file" title="No report has been begun">
                <p>
                  An overview report, a learning brief or a one-page summary begins with what the review
                  holds: its key lines of enquiry, findings and marked entries.
                </p>
                {!mayWrite && <p>Reports are written by {heldBy('report:write')}.</p>}
              </StatePanel>
            ) : (
              <Table reports={found} onOpen={onOpen} />
            )
          }
        </RemoteView>
      )}
    </div>
  )
}
