import type { ImportReport, ImportWords } from '../../../workspace/views.ts'
import { withoutFileName } from '../../names.ts'
import { useMay, usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Badge, Notice } from '../../ui/notice.tsx'
import { counted, sentence } from '../../ui/words.ts'
import { Announcements } from './announcements.tsx'
import { ColumnMappingTable } from './column-mapping.tsx'
import { fieldTitle } from '../../field-titles.ts'
import type { ImportFile } from './import-slice.ts'

type Words = Omit<ImportWords, 'file'>

const HiddenNotice = () => {
  const showNames = useStore((state) => state.showNames)
  const mayRead = useMay('people-key:read')
  return (
    <Notice
      tone="plain"
      actions={
        mayRead && (
          <Button kind="quiet" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
            Show names
          </Button>
        )
      }
    >
      Names hidden: the file’s own words are shown with everybody of the people key as their pseudonym. A name
      that is not in the key yet is not hidden.
    </Notice>
  )
}

const Accounting = ({ rows }: { readonly rows: ImportReport['rows'] }) => {
  const parts = [
    [rows.entries === 1 ? 'entry' : 'entries', rows.entries],
    [rows.headings === 1 ? 'heading' : 'headings', rows.headings],
    ['blank', rows.blank],
    ['declared no contact', rows.declared],
  ] as const
  const other = rows.read - parts.reduce((sum, [, n]) => sum + n, 0)
  return (
    <p className="accounting numbers">
      <span className="accounting-part">
        <strong>{rows.read}</strong> rows read
      </span>
      <span aria-hidden="true">=</span>
      {parts.map(([what, n], index) => (
        <span className="accounting-part" key={what}>
          {index > 0 && <span aria-hidden="true">+ </span>}
          <strong>{n}</strong> {what}
        </span>
      ))}
      {other > 0 && (
        <span className="accounting-part">
          <span aria-hidden="true">+ </span>
          <strong>{other}</strong> other, announced below
        </span>
      )}
    </p>
  )
}

const Differences = ({ report, words }: { readonly report: ImportReport; readonly words: Words }) => {
  if (report.differences.length === 0 && report.unchanged === 0) return null
  return (
    <section className="section">
      <h3>Compared with the version before</h3>
      <p className="numbers">
        {report.added} added, {report.changed} changed, {report.removed} removed, {report.unchanged}{' '}
        unchanged.
      </p>
      {words.differences.length > 0 && (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Where</th>
                <th scope="col">Date</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {words.differences.flatMap((difference) =>
                (difference.fields.length === 0
                  ? [{ field: '', before: '', after: '' }]
                  : difference.fields
                ).map((field) => (
                  <tr key={`${difference.kind} ${difference.where} ${field.field}`}>
                    <th scope="row">
                      {sentence(difference.kind)}
                      {field.field === '' ? '' : `: ${field.field}`}
                    </th>
                    <td>{difference.where}</td>
                    <td>{difference.date}</td>
                    <td className="as-written">{field.before}</td>
                    <td className="as-written">{field.after}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const Attention = ({ needs }: { readonly needs: Words['needsAttention'] }) =>
  needs.length === 0 ? null : (
    <section className="section">
      <h3>
        <Badge tone="warn">Needs attention</Badge> {counted(needs.length, 'place')}
      </h3>
      <div className="table-wrap import-attention">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Field</th>
              <th scope="col">As written</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {needs.map((need, index) => (
              <tr key={`${index} ${need.where}`}>
                <td>{need.where}</td>
                <td>{fieldTitle(need.field)}</td>
                <td className="as-written">{need.value}</td>
                <td>{need.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )

/** What one file holds and what importing it does, before anything is written. */
export const ImportReview = ({
  caseId,
  file,
  name,
}: {
  readonly caseId: string
  readonly file: ImportFile
  /** As it may be shown. */
  readonly name: string
}) => {
  const { report } = file
  const pseudonyms = usePseudonyms()
  const words: Words | null = report && (pseudonyms ? (report.asPseudonyms ?? null) : report)
  return (
    <section className="import-file" aria-label={name}>
      <header className="row">
        <h3 className="grow">{name}</h3>
        {file.done ? (
          <Badge tone="good">Imported</Badge>
        ) : report ? (
          <Badge tone="info">Read, nothing written yet</Badge>
        ) : file.failure ? (
          <Badge tone="danger">Not readable</Badge>
        ) : (
          <Badge tone="plain" icon="clock">
            Being read
          </Badge>
        )}
      </header>
      {file.failure && (
        <Notice tone="danger" title="Nothing from this file was imported" live>
          <p>{pseudonyms ? withoutFileName(file.failure.message, file.name) : file.failure.message}</p>
          {report && <p>What is below is how it was read before. Your choices are kept.</p>}
        </Notice>
      )}
      {report && words && (
        <>
          <Accounting rows={report.rows} />
          {pseudonyms && <HiddenNotice />}
          <Differences report={report} words={words} />
          <Attention needs={words.needsAttention} />
          <section className="section">
            <h3>What the file holds besides</h3>
            <Announcements announced={words.announced} />
          </section>
          <ColumnMappingTable caseId={caseId} file={file} mapping={words.mapping} />
        </>
      )}
    </section>
  )
}
