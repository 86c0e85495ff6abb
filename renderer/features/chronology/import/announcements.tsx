import type { AnnouncementKind } from '../../../../domain/chronology/source-table.ts'
import type { ImportReport } from '../../../../workspace/views.ts'

export const announcementTitles: Readonly<Record<AnnouncementKind, string>> = {
  'hidden-row': 'Hidden rows',
  'hidden-column': 'Hidden columns',
  'hidden-sheet': 'Hidden sheets',
  comment: 'Comments',
  'merged-cells': 'Merged cells',
  'two-row-heading': 'Headings over two rows',
  'not-an-entry': 'Rows that are not entries',
  'sheet-without-entries': 'Sheets without entries',
  'date-system-1904': '1904 date system',
  'declared-no-contact': 'Declared no contact',
  'tracked-insertion': 'Tracked insertions, taken in',
  'tracked-deletion': 'Tracked deletions, set aside',
  'hidden-text': 'Hidden text, set aside',
  'struck-text': 'Struck-out text',
  'input-prompt': 'Prompts on cells',
  'section-row': 'Section rows',
  'header-footer-text': 'Text in headers or footers',
  'text-outside-table': 'Text outside the table',
  'not-in-date-order': 'Not in date order',
  encoding: 'Encoding',
  'line-break-in-cell': 'Line breaks inside cells',
  'formula-like-text': 'Text that looks like a formula',
  formula: 'Formulas',
  'text-dates': 'Dates stored as text',
  'ambiguous-date': 'Dates that could be read two ways',
  'extra-columns': 'Columns too many',
  'cut-cell': 'Cells cut short',
  'joined-row': 'Rows over a page break, joined',
  'scanned-page': 'Scanned pages',
  macro: 'Macros',
  embedded: 'Embedded objects',
  'external-link': 'Links to other files',
  properties: 'Document properties',
}

type Announced = ImportReport['announced']

export const Announcements = ({ announced }: { readonly announced: Announced }) => {
  const groups = Map.groupBy(announced, (one) => one.kind)
  if (groups.size === 0) return <p className="quiet">Nothing hidden, tracked or out of the ordinary.</p>
  return (
    <ul className="announced">
      {[...groups].map(([kind, all]) => (
        <li key={kind}>
          <details>
            <summary>
              <span>{announcementTitles[kind]}</span> <span className="quiet numbers">{all.length}</span>
            </summary>
            <dl>
              {all.map((one, index) => (
                <div key={`${index} ${one.where}`}>
                  <dt className="numbers">{one.where}</dt>
                  <dd>{one.detail}</dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  )
}
