import { useEffect, useRef } from 'react'
import { reportKindTitles } from '../../../domain/reports/report.ts'
import type { ReportPreview, ReportView } from '../../../workspace/contract/reports.ts'
import { Paper } from '../../paper.tsx'
import { useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useKeptFocus } from '../../ui/return-focus.ts'
import { counted, timeInWords } from '../../ui/words.ts'
import { History } from './history.tsx'
import { PublicationFacts } from './publication-facts.tsx'
import { StageBadge } from './stage-badge.tsx'

const Draft = ({ report, preview }: { readonly report: ReportView; readonly preview: ReportPreview }) => (
  <>
    <p className="row quiet numbers">
      <span>{counted(report.words, 'word')}</span>
      <span>{counted(preview.pages, 'A4 page')}</span>
      <span>{counted(preview.replaced, 'name or number', 'names and numbers')} replaced</span>
      <span>
        {preview.undecided === 0
          ? 'Nothing to decide'
          : `${counted(preview.undecided, 'question')} will be asked when a pack is built`}
      </span>
    </p>
    {report.kind === 'one-page-summary' && preview.pages > 1 && (
      <Notice tone="warn" title={`This summary takes ${preview.pages} pages`}>
        <p>A one-page summary is held to one A4 page. Shorten it; until then its pack is not ready.</p>
      </Notice>
    )}
    <Paper
      paper={{ ...preview.document, marking: `Draft, not approved. ${preview.document.marking}` }}
      label="The report as the public would read it"
    />
  </>
)

export const ReportPage = ({
  report,
  onOpen,
}: {
  readonly report: ReportView
  readonly onOpen: (item?: string) => void
}) => {
  const preview = useStore((state) => state.reportPreview)
  const loadPreview = useStore((state) => state.loadReportPreview)
  const kept = useStore((state) => state.drafts[`report/${report.caseId}/${report.id}`])
  const mayWrite = useMay('report:write')
  const mayPublish = useMay('report:publish')
  const mayBuild = useMay('pack:build')
  const title = useRef<HTMLHeadingElement>(null)
  useKeptFocus(title, report.version, true)
  const { id, caseId, version, publicationVersion } = report
  useEffect(() => void loadPreview(caseId, id), [loadPreview, caseId, id, version, publicationVersion])
  return (
    <article className="page" aria-labelledby="report-title">
      <header className="finding-head">
        <Button kind="quiet" icon="back" onPress={() => onOpen()}>
          Back to the reports
        </Button>
        <p className="row finding-number">
          <span className="quiet numbers">
            {reportKindTitles[report.kind]}, version {version}
          </span>
          <StageBadge stage={report.stage} />
        </p>
        <h2 id="report-title" data-page-title tabIndex={-1} ref={title}>
          {report.title}
        </h2>
        <div className="row">
          {mayWrite && (
            <Button icon="edit" onPress={() => onOpen(`${id} edit`)}>
              Edit
            </Button>
          )}
          {mayPublish && (
            <Button icon="check" onPress={() => onOpen(`${id} publication`)}>
              Record the publication
            </Button>
          )}
          {mayBuild && (
            <Button icon="pack" onPress={() => onOpen(`${id} build`)}>
              Build a pack of it
            </Button>
          )}
        </div>
      </header>
      {mayWrite && kept && kept.text !== '' && (
        <Notice
          tone="info"
          actions={
            <Button kind="quiet" onPress={() => onOpen(`${id} edit`)}>
              Go on writing
            </Button>
          }
        >
          <p>You began to change this report at {timeInWords(kept.updatedAt)}. What you wrote is kept.</p>
        </Notice>
      )}
      <div className="finding-columns report-columns">
        <div className="finding-main">
          <section className="section" aria-labelledby="draft-title">
            <h3 id="draft-title">As the public would read it</h3>
            <RemoteView
              remote={preview}
              waiting="Writing the draft"
              retry={() => void loadPreview(caseId, id)}
            >
              {(found) => <Draft report={report} preview={found} />}
            </RemoteView>
          </section>
        </div>
        <div className="finding-side">
          <section className="section" aria-labelledby="publication-title">
            <h3 id="publication-title">Publication</h3>
            <PublicationFacts report={report} />
          </section>
          <section className="section" aria-labelledby="report-history-title">
            <h3 id="report-history-title">History</h3>
            <History report={report} />
          </section>
        </div>
      </div>
    </article>
  )
}
