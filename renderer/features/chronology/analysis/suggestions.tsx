import { type Analysis, changedParts } from '../../../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import type { AnalysisSuggestion } from '../../../../domain/chronology/suggest-analysis.ts'
import { Button } from '../../../ui/button.tsx'
import { partTitle, valueInWords } from './analysis-words.ts'

/** What the agency's own columns could mean, offered: nothing is taken over until somebody takes it. */
export const Suggestions = ({
  suggestions,
  values,
  wording,
  take,
}: {
  readonly suggestions: readonly AnalysisSuggestion[]
  readonly values: Analysis
  readonly wording: CaseWording
  readonly take: (suggestion: AnalysisSuggestion) => void
}) => {
  const open = suggestions.filter(
    ({ part, value }) => changedParts(values, { ...values, [part]: value }).length > 0,
  )
  if (open.length === 0) return null
  return (
    <section className="analysis-suggestions" aria-label="Offered from the agency’s file">
      <p className="small quiet">The agency’s own columns say this. Take what the review agrees with.</p>
      <ul>
        {open.map((suggestion) => (
          <li key={suggestion.part}>
            <span className="grow">
              {partTitle(suggestion.part, wording)}:{' '}
              <strong>{valueInWords(suggestion.part, suggestion.value, wording)}</strong>
              {suggestion.part !== 'comment' && (
                <span className="quiet">, where the file says “{suggestion.said}”</span>
              )}
            </span>
            <Button
              kind="quiet"
              icon="plus"
              aria-label={`Take ${partTitle(suggestion.part, wording)}`}
              onPress={() => take(suggestion)}
            >
              Take
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
