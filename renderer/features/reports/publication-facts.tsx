import { publicationDecisionTitles, type Publication } from '../../../domain/reports/publication.ts'
import type { ReportView } from '../../../workspace/contract/reports.ts'
import { Notice } from '../../ui/notice.tsx'
import { dayInWords, instantInWords } from '../../ui/words.ts'

const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

const factsOf = (one: Publication): readonly (readonly [string, string])[] => [
  [
    'Decision',
    words(
      publicationDecisionTitles[one.decision],
      one.decidedBy,
      dayInWords(one.decidedOn),
      one.decidedVersion === null ? '' : `version ${one.decidedVersion}`,
    ),
  ],
  ['Reason', one.reason],
  ['Family told', words(dayInWords(one.familyToldOn), one.familyToldBy)],
  ['Family wishes', one.familyWishes],
  ['Embargo until', dayInWords(one.embargoUntil)],
  ['Published', words(dayInWords(one.publishedOn), one.publishedWhere)],
  ['To be withdrawn', dayInWords(one.withdrawOn)],
  ['SAR Library', dayInWords(one.librarySentOn)],
  ['Taken down', words(dayInWords(one.takenDownOn), one.takenDownNote)],
]

/** What the Board decided and did about a report, and what still keeps it from leaving. */
export const PublicationFacts = ({ report }: { readonly report: ReportView }) => {
  const { holds, publication, publicationAt, publicationBy, stage } = report
  const toTakeDown = stage === 'withdraw-now' || stage === 'withdraw-soon'
  return (
    <>
      {toTakeDown && (
        <Notice
          tone={stage === 'withdraw-now' ? 'danger' : 'warn'}
          title={
            stage === 'withdraw-now'
              ? 'This report is to be taken down'
              : `This report is withdrawn on ${dayInWords(publication.withdrawOn)}`
          }
        >
          <p>Take it down wherever it is published, and record the day here.</p>
        </Notice>
      )}
      <dl className="finding-facts report-facts">
        {factsOf(publication)
          .filter(([, text]) => text !== '')
          .map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="as-written">{text}</dd>
            </div>
          ))}
      </dl>
      {publicationAt !== null && (
        <p className="small quiet">
          Recorded {instantInWords(publicationAt)} by {publicationBy}
        </p>
      )}
      {holds.length > 0 && publication.takenDownOn === '' && !toTakeDown && (
        <Notice tone="plain" title="It may not leave yet">
          <ul className="report-holds">
            {holds.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
