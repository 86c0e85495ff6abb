import type { ImportReport } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Badge, Notice } from '../../ui/notice.tsx'
import { counted, sentence } from '../../ui/words.ts'
import { Announcements, Covered } from './announcements.tsx'
import type { ImportFile } from './import-slice.ts'

const CoveredNotice = () => {
  const showNames = useStore((state) => state.showNames)
  return (
    <Notice
      tone="plain"
      actions={
        <Button kind="quiet" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
          Show names
        </Button>
      }
    >
      The file’s own words are covered while names are hidden. Counts and places are shown.
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

const Differences = ({ report, covered }: { readonly report: ImportReport; readonly covered: boolean }) => {
  if (report.differences.length === 0 && report.unchanged === 0) return null
  return (
    <section className="section">
      <h3>Compared with the version before</h3>
      <p className="numbers">
        {report.added} added, {report.changed} changed, {report.removed} removed, {report.unchanged}{' '}
        unchanged.
      </p>
      {report.differences.length > 0 && (
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
              {report.differences.flatMap((difference) =>
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
                    <td className="as-written">
                      {covered && field.before !== '' ? <Covered /> : field.before}
                    </td>
                    <td className="as-written">
                      {covered && field.after !== '' ? <Covered /> : field.after}
                    </td>
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

const Attention = ({
  needs,
  covered,
}: {
  readonly needs: ImportReport['needsAttention']
  readonly covered: boolean
}) =>
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
                <td>{need.field}</td>
                <td className="as-written">{covered && need.field !== 'date' ? <Covered /> : need.value}</td>
                <td>{need.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )

/** What one file holds and what importing it does, before anything is written. */
export const ImportReview = ({ file }: { readonly file: ImportFile }) => {
  const { report } = file
  const covered = usePseudonyms()
  return (
    <section className="import-file" aria-label={file.name}>
      <header className="row">
        <h3 className="grow">{file.name}</h3>
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
          <p>{file.failure.message}</p>
        </Notice>
      )}
      {report && (
        <>
          <Accounting rows={report.rows} />
          {covered && <CoveredNotice />}
          <Differences report={report} covered={covered} />
          <Attention needs={report.needsAttention} covered={covered} />
          <section className="section">
            <h3>What the file holds besides</h3>
            <Announcements announced={report.announced} covered={covered} />
          </section>
          <details className="mapping">
            <summary>How its columns were understood</summary>
            <dl className="facts small">
              {report.mapping.columns.map((column) => (
                <div className="facts-row" key={column.index}>
                  <dt>{column.heading === '' ? `Column ${column.index + 1}` : column.heading}</dt>
                  <dd>{column.field === 'ignore' ? 'kept as imported, not used' : column.field}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </section>
  )
}
