import type { EntryField } from '../../../domain/chronology/entry.ts'
import { findMatches } from '../../../domain/chronology/search-words.ts'
import type { EntryView } from '../../../workspace/views.ts'
import { GlossedText } from '../../glossed-text.tsx'
import { Badge } from '../../ui/notice.tsx'
import { fieldTitles } from '../../../domain/chronology/field-titles.ts'
import { Corrections } from './corrections/section.tsx'
import { useFoundTerms } from './use-found.ts'

const shownApart: ReadonlySet<string> = new Set(['event', 'date', 'time', 'ignore'])

/** What the agency wrote, in its own words. */
export const Recorded = ({ entry }: { readonly entry: EntryView }) => {
  const terms = useFoundTerms()
  return (
    <div className="stack">
      {entry.hiddenRow && (
        <Badge tone="warn" icon="eye-off">
          This row is hidden in the agency’s file
        </Badge>
      )}
      <p className="reading as-written">
        <GlossedText text={entry.event} agencyId={entry.agencyId} marks={findMatches(entry.event, terms)} />
      </p>
      <dl className="facts">
        {Object.entries(entry.fields)
          .filter(([field, text]) => !shownApart.has(field) && text !== undefined && text.trim() !== '')
          .map(([field, text]) => (
            <div className="facts-row" key={field}>
              <dt>{fieldTitles[field as EntryField]}</dt>
              <dd className="as-written">
                <GlossedText text={text} agencyId={entry.agencyId} marks={findMatches(text, terms)} />
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
      <Corrections entryId={entry.id} />
    </div>
  )
}
