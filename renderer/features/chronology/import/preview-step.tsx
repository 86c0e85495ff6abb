import { useEffect } from 'react'
import type { PreviewGroup, PreviewRow } from '../../../../workspace/contract/import.ts'
import { isUncertain, meaningOf } from '../../../date-words.ts'
import { usePseudonyms } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge } from '../../../ui/notice.tsx'
import { Waiting } from '../../../ui/state-panel.tsx'
import { fieldTitle } from '../../../../domain/chronology/field-titles.ts'
import { Announcements } from './announcements.tsx'
import { isRehearsed, previewPageSize, type ImportFile } from './slice.ts'

const groupTitles: Readonly<Record<PreviewGroup, readonly [one: string, many: string]>> = {
  all: ['row read', 'rows read'],
  entries: ['entry', 'entries'],
  headings: ['heading', 'headings'],
  blank: ['blank', 'blank'],
  declared: ['declared', 'declared'],
  attention: ['needs attention', 'need attention'],
}

const whatTitles: Readonly<Record<string, string>> = {
  heading: 'Heading',
  title: 'Title above the headings',
  section: 'Heading of a section',
  blank: 'Blank',
  total: 'Total, not an entry',
  note: 'Note after the entries',
  example: 'Example of how to fill it in',
  fragment: 'No event or no date, not an entry',
  'no-contact': 'Declares no contact, without a date',
  'left-out': 'In a table that is left out',
  'not-read': 'In a table without dates',
}

const shownApart = new Set(['event', 'date', 'time'])

const Counts = ({ file }: { readonly file: ImportFile }) => {
  const showPreview = useStore((state) => state.showPreview)
  const { page } = file
  if (!page) return null
  const chip = (group: PreviewGroup) => {
    const n = page.counts[group]
    return (
      <button
        type="button"
        className="count-chip numbers"
        aria-pressed={file.show === group}
        onClick={() => void showPreview(file.path, group, 0)}
      >
        <strong>{n.toLocaleString('en-GB')}</strong> {groupTitles[group][n === 1 ? 0 : 1]}
      </button>
    )
  }
  const sign = (text: string) => (
    <span aria-hidden="true" className="count-sign">
      {text}
    </span>
  )
  return (
    <div className="counts" role="group" aria-label="Rows of the file, by what becomes of them">
      {chip('all')}
      {sign('=')}
      {chip('entries')}
      {sign('+')}
      {chip('headings')}
      {sign('+')}
      {chip('blank')}
      {sign('+')}
      {chip('declared')}
      <span className="grow" />
      {page.counts.attention > 0 ? chip('attention') : <Badge tone="good">Nothing needs attention</Badge>}
    </div>
  )
}

const EntryCells = ({
  entry,
  row,
}: {
  readonly entry: NonNullable<PreviewRow['entry']>
  readonly row: PreviewRow
}) => (
  <>
    <td className="as-written preview-date">
      {entry.date.original === '' ? <span className="faint">blank</span> : entry.date.original}
    </td>
    <td className={isUncertain(entry.date) ? 'preview-date date-uncertain' : 'preview-date'}>
      {meaningOf(entry.date)}
    </td>
    <td>
      <p className="as-written preview-event">{entry.fields.event}</p>
      <dl className="preview-fields small">
        {Object.entries(entry.fields)
          .filter(([field, text]) => !shownApart.has(field) && text !== undefined)
          .map(([field, text]) => (
            <div key={field}>
              <dt>{fieldTitle(field)}</dt>
              <dd className="as-written">{text}</dd>
            </div>
          ))}
      </dl>
      <Signs row={row} declared={entry.declaredNoContact} />
    </td>
  </>
)

const Signs = ({ row, declared }: { readonly row: PreviewRow; readonly declared: boolean }) => (
  <ul className="preview-signs">
    {declared && (
      <li>
        <Badge tone="info">Declares no contact</Badge>
      </li>
    )}
    {row.hidden && (
      <li>
        <Badge tone="warn" icon="eye-off">
          Row hidden in the file
        </Badge>
      </li>
    )}
    {row.attention.map(({ field, why }) => (
      <li key={`${field} ${why}`}>
        <Badge tone="warn">{fieldTitle(field)}</Badge> <span className="small">{why}</span>
      </li>
    ))}
  </ul>
)

const Row = ({ row }: { readonly row: PreviewRow }) => (
  <tr className={row.entry ? undefined : 'preview-other'}>
    <th scope="row" className="numbers preview-row">
      {row.where}
      {row.entry && <span className="small quiet preview-n">entry {row.entry.n}</span>}
    </th>
    {row.entry ? (
      <EntryCells entry={row.entry} row={row} />
    ) : (
      <td colSpan={3}>
        <Badge tone="plain">{whatTitles[row.what] ?? row.what}</Badge>{' '}
        <span className="as-written preview-other-text">{row.text}</span>
        <Signs row={row} declared={false} />
      </td>
    )}
  </tr>
)

const Pager = ({ file, total }: { readonly file: ImportFile; readonly total: number }) => {
  const showPreview = useStore((state) => state.showPreview)
  if (total <= previewPageSize) return null
  const go = (offset: number): void => void showPreview(file.path, file.show, offset)
  const last = Math.min(file.offset + previewPageSize, total)
  return (
    <nav className="row" aria-label="Pages of rows">
      <Button icon="left" isDisabled={file.offset === 0} onPress={() => go(file.offset - previewPageSize)}>
        Earlier rows
      </Button>
      <span className="numbers" role="status">
        {(file.offset + 1).toLocaleString('en-GB')} to {last.toLocaleString('en-GB')} of{' '}
        {total.toLocaleString('en-GB')}
      </span>
      <Button icon="right" isDisabled={last >= total} onPress={() => go(file.offset + previewPageSize)}>
        Later rows
      </Button>
    </nav>
  )
}

/** Row by row what becomes of the file: each date as written beside what it is understood to mean, and counts that add up. */
export const PreviewStep = ({ file }: { readonly file: ImportFile }) => {
  const rehearse = useStore((state) => state.rehearseImport)
  const pseudonyms = usePseudonyms()
  const ready = isRehearsed(file)
  useEffect(() => {
    if (!ready && file.failure === null) void rehearse(file.path)
  }, [ready, file.failure, file.path, rehearse])
  const { page, report } = file
  if (file.failure) return null
  if (!ready || !page || !report) return <Waiting label="Working out what becomes of each row" />
  const announced = pseudonyms ? report.asPseudonyms?.announced : report.announced
  return (
    <>
      <Counts file={file} />
      <div className="table-wrap">
        <table className="table preview">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Date as written</th>
              <th scope="col">Understood as</th>
              <th scope="col">Entry</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <Row row={row} key={`${row.table} ${row.row} ${row.where}`} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager file={file} total={page.total} />
      <section className="section">
        <h3>What an import of this file tells you</h3>
        <Announcements announced={announced ?? []} />
      </section>
    </>
  )
}
