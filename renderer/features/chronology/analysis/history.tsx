import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import type { AnalysisHistoryRow } from '../../../../workspace/contract/analysis.ts'
import { counted, instantInWords } from '../../../ui/words.ts'
import { partTitle, valueInWords } from './analysis-words.ts'

/** Who changed what, when, from what to what; nothing is lost. */
export const AnalysisHistory = ({
  history,
  wording,
}: {
  readonly history: readonly AnalysisHistoryRow[]
  readonly wording: CaseWording
}) =>
  history.length === 0 ? null : (
    <details className="analysis-history">
      <summary>{counted(history.length, 'change')} of this analysis</summary>
      <ol>
        {history.map((row) => (
          <li key={row.version}>
            <p className="small quiet">
              {instantInWords(row.changedAt)}, {row.changedBy}
            </p>
            {row.confirmed && <p>Confirmed of the account as it then stood</p>}
            <ul>
              {row.parts.map(({ part, before, after }) => {
                const [was, is] = [valueInWords(part, before, wording), valueInWords(part, after, wording)]
                return (
                  <li key={part}>
                    {partTitle(part, wording)}:{' '}
                    {was !== '' && (
                      <>
                        <del>{was}</del>{' '}
                      </>
                    )}
                    {is === '' ? <span className="quiet">taken out</span> : <ins>{is}</ins>}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
