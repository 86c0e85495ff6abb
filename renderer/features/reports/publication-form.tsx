import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import {
  publicationDecisions,
  publicationDecisionTitles,
  publicationSchema,
  usualMonths,
  usualWithdrawal,
  type Publication,
} from '../../../domain/reports/publication.ts'
import type { ReportView } from '../../../workspace/contract/reports.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { dayInWords } from '../../ui/words.ts'

/** As it is typed: days in words, the version as a select gives it. */
type Typed = Omit<Publication, 'decidedVersion'> & { readonly decidedVersion: string }

const days = [
  'decidedOn',
  'embargoUntil',
  'familyToldOn',
  'publishedOn',
  'withdrawOn',
  'librarySentOn',
  'takenDownOn',
] as const satisfies readonly (keyof Publication)[]

/** A day as typed; what is no single day stays as it is, so that it is refused beside its field. */
const isoOf = (text: string): string => {
  const { earliest, latest } = parseDate(text)
  return earliest !== null && earliest === latest ? earliest : text.trim()
}

const withDays = <One extends Pick<Publication, (typeof days)[number]>>(
  one: One,
  change: (day: string) => string,
): One => ({ ...one, ...Object.fromEntries(days.map((day) => [day, change(one[day])])) })

const formSchema = z
  .custom<Typed>()
  .transform((typed) => ({
    ...withDays(typed, (text) => (text.trim() === '' ? '' : isoOf(text))),
    decidedVersion: typed.decidedVersion === '' ? null : Number(typed.decidedVersion),
  }))
  .pipe(publicationSchema)

const typedOf = (publication: Publication): Typed => ({
  ...withDays(publication, (day) => (day === '' ? '' : dayInWords(day))),
  decidedVersion: publication.decidedVersion === null ? '' : String(publication.decidedVersion),
})

export const PublicationForm = ({
  one,
  report,
  onDone,
}: {
  readonly one: CaseView
  readonly report: ReportView
  readonly onDone: () => void
}) => {
  const { savePublication, loadReport } = useStore.getState()
  const { form, errorOf, state } = useDraftForm<Typed, Publication>({
    resolver: zodResolver(formSchema),
    defaults: typedOf(report.publication),
    draftKey: `publication/${one.id}/${report.id}`,
    idOf: (path) => path.replace(/^publication\./, ''),
    save: (publication) =>
      savePublication({
        ...{ caseId: one.id, reportId: report.id, version: report.publicationVersion, publication },
      }),
    onDone,
    reload: { what: 'the publication of this report', load: () => void loadReport(one.id, report.id) },
  })
  const text = (field: keyof Typed, label: string, hint?: string) => (
    <TextField
      id={field}
      label={label}
      optional
      {...(hint === undefined ? {} : { hint })}
      autoComplete="off"
      error={errorOf(field)}
      {...form.register(field)}
    />
  )
  const area = (field: keyof Typed, label: string) => (
    <TextAreaField
      id={field}
      label={label}
      optional
      rows={2}
      error={errorOf(field)}
      {...form.register(field)}
    />
  )
  const proposeWithdrawal = (): void => {
    const from = isoOf(form.getValues('publishedOn'))
    const day = /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : new Date().toISOString().slice(0, 10)
    form.setValue('withdrawOn', dayInWords(usualWithdrawal(day)), { shouldDirty: true })
  }
  return (
    <div className="page">
      <DraftForm
        state={state}
        heading={
          <header>
            <h2 data-page-title tabIndex={-1}>
              Publication of report {report.number}
            </h2>
            <p className="quiet">
              What the Board decided and what has happened. The report leaves only when all of this allows it.
            </p>
          </header>
        }
        send="Record it"
        onCancel={onDone}
      >
        <ChoiceGroup id="decision" legend="Decision of the Board" error={errorOf('decision')}>
          {publicationDecisions.map((decision) => (
            <Choice
              key={decision}
              type="radio"
              value={decision}
              label={publicationDecisionTitles[decision]}
              {...form.register('decision')}
            />
          ))}
        </ChoiceGroup>
        <div className="form-pair">
          {text('decidedOn', 'Decided on')}
          {text('decidedBy', 'Decided by')}
        </div>
        <SelectField
          id="decidedVersion"
          label="Version the Board decided on"
          optional
          hint="A later version of the report asks for the Board’s decision again."
          error={errorOf('decidedVersion')}
          {...form.register('decidedVersion')}
        >
          <option value="">None yet</option>
          {Array.from({ length: report.version }, (_, at) => report.version - at).map((version) => (
            <option key={version} value={String(version)}>
              {version === report.version ? `${version}, as it stands` : version}
            </option>
          ))}
        </SelectField>
        {area('reason', 'Reason')}
        <h3>Before it leaves</h3>
        <div className="form-pair">
          {text('familyToldOn', 'Family told on')}
          {text('familyToldBy', 'Told by')}
        </div>
        {area('familyWishes', 'What the family wishes')}
        {text('embargoUntil', 'Embargo until', 'Nothing leaves before this day.')}
        <h3>Published</h3>
        {text('withdrawOn', 'To be withdrawn on', 'Printed in the report.')}
        <div>
          <Button kind="quiet" icon="clock" onPress={proposeWithdrawal}>
            {usualMonths} months from publication
          </Button>
        </div>
        {text('publishedOn', 'Published on')}
        {area('publishedWhere', 'Where')}
        {text('librarySentOn', 'Sent to the National SAR Library on')}
        <h3>Afterwards</h3>
        {text('takenDownOn', 'Taken down on')}
        {area('takenDownNote', 'Where it was taken down, and by whom')}
      </DraftForm>
    </div>
  )
}
