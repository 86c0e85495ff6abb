import type { ReactNode } from 'react'
import type { AccountView, DifferenceView, PairView } from '../../../../workspace/contract/same-events.ts'
import type { AgencyView } from '../../../../workspace/views.ts'
import { AgencyBadge } from '../../../agency-badge.tsx'
import { Badge, Notice } from '../../../ui/notice.tsx'
import { matterInWords } from './link-words.ts'

/** A passage that differs, with the number of the difference, so that colour is not the only sign. */
type Place = { readonly start: number; readonly end: number; readonly number: number }

/** Where the words of the differences stand in a text. What was said in several places is looked for piece by piece. */
const placesIn = (
  text: string,
  recordId: string,
  differences: readonly DifferenceView[],
): readonly Place[] => {
  const places: Place[] = []
  differences.forEach(({ says }, index) => {
    const said = says.filter((one) => one.recordId === recordId).flatMap(({ words }) => words.split('; '))
    for (const whole of said)
      for (const piece of text.includes(whole) ? [whole] : whole.split(/, |\. /)) {
        const start = piece.length < 2 ? -1 : text.indexOf(piece)
        if (start >= 0) places.push({ start, end: start + piece.length, number: index + 1 })
      }
  })
  return places.sort((x, y) => x.start - y.start || y.end - x.end)
}

const Marked = ({
  text,
  recordId,
  differences,
}: {
  readonly text: string
  readonly recordId: string
  readonly differences: readonly DifferenceView[]
}) => {
  const shown: ReactNode[] = []
  let at = 0
  for (const { start, end, number } of placesIn(text, recordId, differences)) {
    if (start < at) continue
    shown.push(
      text.slice(at, start),
      <mark className="differs" key={start}>
        {text.slice(start, end)}
        <sup>
          <span className="visually-hidden"> differs, </span>
          {number}
        </sup>
      </mark>,
    )
    at = end
  }
  return (
    <p className="as-written">
      {shown}
      {text.slice(at)}
    </p>
  )
}

/** One account as its agency wrote it, with what differs marked and numbered. */
export const Account = ({
  account,
  agencies,
  differences,
  actions,
}: {
  readonly account: AccountView
  readonly agencies: readonly AgencyView[]
  readonly differences: readonly DifferenceView[]
  readonly actions?: ReactNode
}) => {
  const ofDate = differences.findIndex(
    ({ aspect, says }) =>
      (aspect === 'date' || aspect === 'time') && says.some(({ recordId }) => recordId === account.recordId),
  )
  return (
    <div className="account" role="group" aria-label={`Account by ${account.agency}`}>
      <header className="account-head">
        <AgencyBadge agencyId={account.agencyId} agencies={agencies} />
        <div className="grow">
          <p className="account-date numbers">
            {ofDate < 0 ? (
              account.date
            ) : (
              <mark className="differs">
                {account.date}
                <sup>
                  <span className="visually-hidden"> differs, </span>
                  {ofDate + 1}
                </sup>
              </mark>
            )}
          </p>
          <p className="small quiet">
            {[account.agency, account.author, account.contactType].filter(Boolean).join(' · ')}
          </p>
        </div>
      </header>
      {account.removed && (
        <Badge tone="warn" icon="warning">
          Left out of the agency’s latest file
        </Badge>
      )}
      <Marked text={account.event} recordId={account.recordId} differences={differences} />
      {account.action !== null && (
        <div className="account-more">
          <p className="small quiet">Action</p>
          <Marked text={account.action} recordId={account.recordId} differences={differences} />
        </div>
      )}
      {account.outcome !== null && (
        <div className="account-more">
          <p className="small quiet">Outcome</p>
          <Marked text={account.outcome} recordId={account.recordId} differences={differences} />
        </div>
      )}
      {actions}
    </div>
  )
}

/** What accounts differ in, by the numbers that stand beside the words. */
export const Differences = ({ differences }: { readonly differences: readonly DifferenceView[] }) =>
  differences.length === 0 ? (
    <p className="small quiet">
      No difference in date, attendance, content or action was found. Read both; not everything is found.
    </p>
  ) : (
    <ol className="differences" aria-label="What differs">
      {differences.map((difference) => (
        <li key={`${difference.aspect} ${difference.subject}`}>
          <strong>{matterInWords(difference)}.</strong> {difference.sentence}
        </li>
      ))}
    </ol>
  )
/** Two accounts side by side, with what they differ in, and above them why the last decision on them failed. */
export const PairAccounts = ({
  pair,
  agencies,
  problem,
}: {
  readonly pair: PairView
  readonly agencies: readonly AgencyView[]
  readonly problem: string | null
}) => (
  <>
    {problem !== null && (
      <Notice tone="danger" live>
        <p>{problem}</p>
      </Notice>
    )}
    <div className="accounts">
      {[pair.a, pair.b].map((account) => (
        <Account
          key={account.recordId}
          account={account}
          agencies={agencies}
          differences={pair.differences}
        />
      ))}
    </div>
    <Differences differences={pair.differences} />
  </>
)
