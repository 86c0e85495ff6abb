import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import type { AnalysisPreview } from '../../../../workspace/contract/analysis.ts'
import { counted, listed } from '../../../ui/words.ts'
import { partTitle, valueInWords } from './analysis-words.ts'

/** What a change of many will do, in numbers, before it does it. */
export const ManyReview = ({
  preview,
  wording,
}: {
  readonly preview: AnalysisPreview
  readonly wording: CaseWording
}) => {
  const changing = preview.total - preview.unchanged
  return (
    <section aria-label="What will change" className="stack">
      <p>
        <strong>{counted(changing, 'entry', 'entries')}</strong> of {preview.total.toLocaleString('en-GB')}{' '}
        selected will change.
      </p>
      <ul className="consequences">
        {preview.replaced.map(({ part, records, values }) => (
          <li key={part}>
            {counted(records, 'entry already holds', 'entries already hold')} another{' '}
            {partTitle(part, wording).toLowerCase()}, which will be replaced
            {values.length === 0
              ? ''
              : `: ${listed(
                  values.map(
                    (one) =>
                      `${one.records.toLocaleString('en-GB')} ${valueInWords(part, one.value, wording)}`,
                  ),
                )}`}
          </li>
        ))}
        {preview.replaced.length === 0 && <li>Nothing that somebody has said is replaced</li>}
        {preview.unchanged > 0 && (
          <li>{counted(preview.unchanged, 'entry says', 'entries say')} this already and will not change</li>
        )}
        {preview.accountChanged > 0 && (
          <li>
            {counted(preview.accountChanged, 'account has', 'accounts have')} changed since being judged; this
            does not confirm {preview.accountChanged === 1 ? 'it' : 'them'}
          </li>
        )}
        <li>Each keeps its earlier values, and one Undo restores them all</li>
      </ul>
    </section>
  )
}
