import type { EntryField } from '../../../domain/chronology/entry.ts'
import type { EntryView } from '../../../workspace/views.ts'
import { GlossedText } from '../../glossed-text.tsx'
import { Badge } from '../../ui/notice.tsx'
import { fieldTitles } from '../../field-titles.ts'

const shownApart: ReadonlySet<string> = new Set(['event', 'date', 'time', 'ignore'])

/** What the agency wrote, in its own words. */
export const Recorded = ({ entry }: { readonly entry: EntryView }) => (
  <div className="stack">
    {entry.hiddenRow && (
      <Badge tone="warn" icon="eye-off">
        This row is hidden in the agency’s file
      </Badge>
    )}
    <p className="reading as-written">
      <GlossedText text={entry.event} agencyId={entry.agencyId} />
    </p>
    <dl className="facts">
      {Object.entries(entry.fields)
        .filter(([field, text]) => !shownApart.has(field) && text !== undefined && text.trim() !== '')
        .map(([field, text]) => (
          <div className="facts-row" key={field}>
            <dt>{fieldTitles[field as EntryField]}</dt>
            <dd className="as-written">
              <GlossedText text={text} agencyId={entry.agencyId} />
            </dd>
          </div>
        ))}
    </dl>
    {entry.date.warnings.length > 0 && (
      <ul className="entry-warnings">
        {entry.date.warnings.map((warning) => (
          <li key={warning}>
            <Badge tone="warn">Date</Badge> {warning}
          </li>
        ))}
      </ul>
    )}
  </div>
)
