import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef } from 'react'
import { reportKindTitles, reportStateSchema, type ReportState } from '../../../domain/reports/report.ts'
import type { ReportView } from '../../../workspace/contract/reports.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Outline } from './outline.tsx'
import { SectionFields } from './section-fields.tsx'

/** Where a form's field stands on the page, by its path. */
const idOf = (path: string): string => path.replace(/^state\./, '')

export const EditReport = ({
  one,
  report,
  onDone,
}: {
  readonly one: CaseView
  readonly report: ReportView
  readonly onDone: () => void
}) => {
  const { saveReport, loadReport } = useStore.getState()
  const { form, errorOf, state, forgetFailure } = useDraftForm<ReportState>({
    resolver: zodResolver(reportStateSchema),
    defaults: report.state,
    draftKey: `report/${one.id}/${report.id}`,
    keepsChangesOnly: true,
    idOf,
    save: (values) =>
      saveReport({ caseId: one.id, reportId: report.id, version: report.version, state: values }),
    onDone,
    reload: { what: 'this report', load: () => void loadReport(one.id, report.id) },
  })
  const { reset } = form
  const version = useRef(report.version)
  useEffect(() => {
    if (version.current === report.version) return
    version.current = report.version
    // Somebody else's version: what was changed here stays, the rest is theirs.
    reset(report.state, { keepDirtyValues: true })
    forgetFailure()
  }, [report, reset, forgetFailure])
  return (
    <div className="page report-edit">
      <DraftForm
        state={state}
        heading={
          <header>
            <h2 data-page-title tabIndex={-1}>
              Edit the {reportKindTitles[report.kind].toLowerCase()}
            </h2>
            <p className="quiet">
              Write the working codes or the names, as you like: what leaves has neither. An empty line ends a
              paragraph; “- ” begins an item of a list, “## ” a heading.
            </p>
          </header>
        }
        send="Save the report"
        onCancel={onDone}
      >
        <TextField
          id="title"
          label="Title"
          autoComplete="off"
          error={errorOf('title')}
          {...form.register('title')}
        />
        {report.state.adults.map(({ code }, at) => (
          <div className="form-pair" key={code}>
            <TextField
              id={`adults.${at}.name`}
              label={`Name for ${code}`}
              optional
              hint="In the report. Without one it gives a pseudonym."
              autoComplete="off"
              error={errorOf(`adults.${at}.name`)}
              {...form.register(`adults.${at}.name`)}
            />
            <TextField
              id={`adults.${at}.agreedWith`}
              label="Agreed with"
              optional
              autoComplete="off"
              error={errorOf(`adults.${at}.agreedWith`)}
              {...form.register(`adults.${at}.agreedWith`)}
            />
          </div>
        ))}
        <SectionFields caseId={one.id} kind={report.kind} form={form} errorOf={errorOf} />
        <TextAreaField
          id="contact"
          label="Contact"
          optional
          rows={2}
          hint="Printed at the end: whom to ask about the report."
          error={errorOf('contact')}
          {...form.register('contact')}
        />
      </DraftForm>
      <Outline form={form} />
    </div>
  )
}
