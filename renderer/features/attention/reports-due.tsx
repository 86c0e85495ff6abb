import { useEffect } from 'react'
import type { ReportSummary } from '../../../workspace/contract/reports.ts'
import { useMay, usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/notice.tsx'
import { Failed } from '../../ui/state-panel.tsx'
import { dayInWords } from '../../ui/words.ts'

const Due = ({ report }: { readonly report: ReportSummary }) => {
  const go = useStore((state) => state.go)
  const isNow = report.stage === 'withdraw-now'
  return (
    <tr>
      <th scope="row">{report.title}</th>
      <td>{report.caseTitle}</td>
      <td className="numbers">{dayInWords(report.withdrawOn, true)}</td>
      <td>
        <Badge tone={isNow ? 'danger' : 'warn'} icon={isNow ? 'warning' : 'clock'}>
          {isNow ? 'To be taken down' : 'Withdraw soon'}
        </Badge>
      </td>
      <td>
        <Button
          kind="quiet"
          icon="right"
          aria-label={`Open the report ${report.title}`}
          onPress={() => go({ screen: 'case', caseId: report.caseId, tab: 'reports', item: report.id })}
        >
          Open
        </Button>
      </td>
    </tr>
  )
}

/** Published reports from thirty days before their withdrawal until somebody has recorded that they were taken down. */
export const ReportsDue = () => {
  const may = useMay('report:read')
  const due = useStore((state) => state.reportsDue)
  const load = useStore((state) => state.loadReportsDue)
  const pseudonyms = usePseudonyms()
  useEffect(() => {
    if (may) void load()
  }, [may, load, pseudonyms])
  if (due.state === 'failed') return <Failed message={due.error.message} retry={() => void load()} />
  if (due.state !== 'ready' || due.value.length === 0) return null
  return (
    <section className="section" aria-label="Published reports to withdraw">
      <h2>Published reports to withdraw</h2>
      <div className="table-wrap">
        <table className="table attention-table">
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">Review</th>
              <th scope="col">To be withdrawn on</th>
              <th scope="col">State</th>
              <th scope="col">
                <span className="visually-hidden">Open</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {due.value.map((report) => (
              <Due key={report.id} report={report} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
