import { agencyMarks } from '../../../domain/case/agency-marks.ts'
import { stretchStates, type StretchState } from '../../../domain/chronology/account-for-silences.ts'
import { daysBetween, type Span } from '../../../domain/dates/calendar.ts'
import type { NoContactView } from '../../../workspace/contract/no-contact.ts'
import type { AgencyView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { counted } from '../../ui/words.ts'
import { spanInWords, stretchTitles } from './silence-words.ts'

const width = 1_000
const height = 16

/** One drawing for each state; hatched, dotted or plain, so that no colour is needed to tell them apart. */
const Patterns = () => (
  <svg className="nc-patterns" aria-hidden="true">
    <defs>
      <pattern id="nc-open" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="nc-line-open" x1="0" x2="0" y1="0" y2="7" />
      </pattern>
      <pattern id="nc-asked" width="9" height="9" patternUnits="userSpaceOnUse">
        <line className="nc-line-asked" x1="4.5" x2="4.5" y1="0" y2="9" />
      </pattern>
      <pattern id="nc-to-follow" width="8" height="8" patternUnits="userSpaceOnUse">
        <circle className="nc-dot" cx="4" cy="4" r="1.75" />
      </pattern>
    </defs>
  </svg>
)

const fills: Readonly<Partial<Record<StretchState, string>>> = {
  open: 'url(#nc-open)',
  asked: 'url(#nc-asked)',
  'to-follow': 'url(#nc-to-follow)',
}

const Stretch = ({
  state,
  x,
  span,
}: {
  readonly state: StretchState
  readonly x: number
  readonly span: number
}) => (
  <>
    <rect className={`nc-ground nc-ground-${state}`} x={x} y={0} width={span} height={height} />
    {fills[state] && <rect fill={fills[state]} x={x} y={0} width={span} height={height} />}
    {(state === 'stated' || state === 'stated-in-file') && (
      <line className="nc-line-stated" x1={x} x2={x + span} y1={height / 2} y2={height / 2} />
    )}
  </>
)

const yearsOf = ({ from, to }: Span): readonly string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n))
}

/** Every agency's record as a lane through the review period: contacts in its colour, silences by what is known of them. */
export const Lanes = ({
  view,
  period,
  agencies,
}: {
  readonly view: NoContactView
  readonly period: Span
  readonly agencies: readonly AgencyView[]
}) => {
  const marks = agencyMarks(agencies)
  const total = daysBetween(period.from, period.to) + 1
  const at = (day: string): number => (daysBetween(period.from, day) / total) * width
  const years = yearsOf(period)
  return (
    <figure className="nc-lanes">
      <Patterns />
      <div className="nc-lanes-grid" role="img" aria-label={drawingInWords(view, period)}>
        {view.agencies.map(({ agencyId, agency, entries, silences }) => (
          <div className="nc-lane" key={agencyId}>
            <span className="nc-lane-name">
              <AgencyBadge agencyId={agencyId} agencies={agencies} />
              <span className="nc-lane-words">{agency}</span>
            </span>
            <svg className="nc-lane-plot" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
              <rect
                className={`nc-contact ribbon-${entries === 0 ? 'none' : (marks.get(agencyId)?.colour ?? 8)}`}
                x={0}
                y={0}
                width={width}
                height={height}
              />
              {silences.flatMap(({ stretches }) =>
                stretches.map(({ from, to, days, state }) => (
                  <g key={from}>
                    <title>{`${agency}: ${spanInWords({ from, to })}, ${counted(days, 'day')}. ${stretchTitles[state]}`}</title>
                    <Stretch state={state} x={at(from)} span={(days / total) * width} />
                  </g>
                )),
              )}
              {years.slice(1).map((year) => (
                <line
                  key={year}
                  className="nc-year"
                  x1={at(`${year}-01-01`)}
                  x2={at(`${year}-01-01`)}
                  y1={0}
                  y2={height}
                />
              ))}
            </svg>
          </div>
        ))}
        <div className="nc-lane nc-years numbers" aria-hidden="true">
          <span />
          <span className="nc-years-plot">
            {years.map((year, index) => (
              <span key={year} style={{ left: `${index === 0 ? 0 : at(`${year}-01-01`) / (width / 100)}%` }}>
                {year}
              </span>
            ))}
          </span>
        </div>
      </div>
      <figcaption className="nc-key">
        <span className="nc-key-item">
          <svg viewBox={`0 0 28 ${height}`} aria-hidden="true">
            <rect className="nc-contact ribbon-1" width={28} height={height} />
          </svg>
          Contacts recorded
        </span>
        {[...stretchStates].reverse().map((state) => (
          <span className="nc-key-item" key={state}>
            <svg viewBox={`0 0 28 ${height}`} aria-hidden="true">
              <Stretch state={state} x={0} span={28} />
            </svg>
            {stretchTitles[state]}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

const drawingInWords = (view: NoContactView, period: Span): string => {
  const silent = view.agencies.filter(({ silences }) => silences.length > 0).length
  return (
    `Silences by agency, ${spanInWords(period)}: ${counted(silent, 'agency', 'agencies')} of ` +
    `${view.agencies.length.toLocaleString('en-GB')} with a silence of ${counted(view.length.days, 'day')} or more. The table below lists each.`
  )
}
