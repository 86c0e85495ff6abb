import { useEffect } from 'react'
import type { ReportView } from '../../../workspace/contract/reports.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { NamesFirst } from '../../names-first.tsx'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Refused } from '../../ui/state-panel.tsx'
import { BuildReport } from './build-form.tsx'
import { EditReport } from './edit-form.tsx'
import { ReportsList } from './list.tsx'
import { NewReport } from './new-report.tsx'
import { PublicationForm } from './publication-form.tsx'
import { ReportPage } from './report-page.tsx'
import './reports.css'

type Part = 'edit' | 'publication' | 'build' | undefined

const Shown = ({
  one,
  report,
  part,
  open,
}: {
  readonly one: CaseView
  readonly report: ReportView
  readonly part: Part
  readonly open: (item?: string) => void
}) => {
  const mayWrite = useMay('report:write')
  const mayPublish = useMay('report:publish')
  const back = (): void => open(report.id)
  if (part === undefined) return <ReportPage report={report} onOpen={open} />
  if (part === 'build') return <BuildReport one={one} report={report} onCancel={back} />
  if (part === 'edit' ? !mayWrite : !mayPublish)
    return (
      <Refused
        title="This is done by others"
        message={
          part === 'edit'
            ? refusal('the writing of reports', 'report:write')
            : refusal('the record of a publication', 'report:publish')
        }
      />
    )
  // What is read here in pseudonyms must not be kept in them.
  if (part === 'edit' && report.projected)
    return (
      <div className="page">
        <NamesFirst what="This report" onClose={back} />
      </div>
    )
  return part === 'edit' ? (
    <EditReport one={one} report={report} onDone={back} />
  ) : (
    <PublicationForm one={one} report={report} onDone={back} />
  )
}

const OneReport = ({
  one,
  reportId,
  part,
  open,
}: {
  readonly one: CaseView
  readonly reportId: string
  readonly part: Part
  readonly open: (item?: string) => void
}) => {
  const report = useStore((state) => state.report)
  const of = useStore((state) => state.reportId)
  const load = useStore((state) => state.loadReport)
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(one.id, reportId), [load, one.id, reportId, pseudonyms])
  useShortcuts(part === undefined ? [{ keys: 'Escape', run: () => open() }] : [])
  if (of !== reportId) return null
  return (
    <RemoteView remote={report} waiting="Opening the report" retry={() => void load(one.id, reportId)}>
      {(found) => <Shown one={one} report={found} part={part} open={open} />}
    </RemoteView>
  )
}

/** Public reports of a case: the list, one of them, its editing, its publication, a pack of it. */
export const ReportsPage = ({ one, item }: { readonly one: CaseView; readonly item: string | undefined }) => {
  const mayRead = useMay('report:read')
  const mayWrite = useMay('report:write')
  const go = useStore((state) => state.go)
  const open = (next?: string): void =>
    go({
      ...{ screen: 'case', caseId: one.id, tab: 'reports' },
      ...(next === undefined ? {} : { item: next }),
    })
  if (!mayRead)
    return <Refused title="Reports are not shown to you" message={refusal('reports', 'report:read')} />
  if (item === undefined) return <ReportsList one={one} onOpen={open} />
  if (item === 'new')
    return mayWrite ? (
      <NewReport one={one} onDone={open} />
    ) : (
      <Refused
        title="Reports are written by others"
        message={refusal('the writing of reports', 'report:write')}
      />
    )
  const [reportId = '', part] = item.split(' ')
  return (
    <OneReport
      key={item}
      one={one}
      reportId={reportId}
      part={part === 'edit' || part === 'publication' || part === 'build' ? part : undefined}
      open={open}
    />
  )
}
