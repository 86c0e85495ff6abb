import type { CaseView, EntryRow } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { isUncertain, meaningOf } from '../../date-words.ts'
import { Button } from '../../ui/button.tsx'
import { useWording } from '../../use-wording.ts'

/** One entry in a line or two: when, who, what was recorded, how it was judged; its date leads to it. */
export const EntryLine = ({
  one,
  entry,
  judged = true,
  onOpen,
}: {
  readonly one: CaseView
  readonly entry: EntryRow
  /** False where all stand together because they are judged alike. */
  readonly judged?: boolean
  readonly onOpen: () => void
}) => {
  const { judgements } = useWording(one)
  const judgement = entry.marks?.judgement ?? null
  return (
    <div className="entry-line">
      <AgencyBadge agencyId={entry.agencyId} agencies={one.agencyList} />
      <div className="grow">
        <p className="entry-line-head">
          <Button kind="quiet" className="button-link entry-line-open" onPress={onOpen}>
            <span className={isUncertain(entry.date) ? 'date-uncertain' : undefined}>
              {entry.date.original === '' ? 'No date' : entry.date.original}
            </span>
          </Button>
          <span className="small quiet">
            {meaningOf(entry.date)} · {entry.agency}
          </span>
          {judged && judgement !== null && (
            <span className="small entry-line-judged">{judgements[judgement]}</span>
          )}
        </p>
        <p className="as-written entry-line-text">{entry.event}</p>
      </div>
    </div>
  )
}
