import { useMemo, useRef, useState, type PointerEvent } from 'react'
import { agencyMarks } from '../../../domain/case/agency-marks.ts'
import type { AgencyView, CaseView } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { counted, dayInWords } from '../../ui/words.ts'
import { countBefore, gapInWords, lastDay, monthsOf, placeOf } from './ribbon-data.ts'

const lane = 7
const width = 1_000

/** How busy each agency's record is, month by month; dragging across it sets the period. The dates beside the search do the same. */
export const Ribbon = ({
  agencies,
  period,
}: {
  readonly agencies: readonly AgencyView[]
  readonly period: CaseView['reviewPeriod']
}) => {
  const density = useStore((state) => state.density)
  const filter = useStore((state) => state.chronologyFilter)
  const change = useStore((state) => state.filterChronology)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const plot = useRef<SVGSVGElement>(null)
  const months = useMemo(() => monthsOf(density?.months ?? [], period), [density, period])
  const marks = agencyMarks(agencies)
  if (density === null || months.length < 2) return <div className="ribbon ribbon-empty" aria-hidden="true" />
  const step = width / months.length
  const counts = Map.groupBy(density.months, ({ agencyId }) => agencyId)
  const gaps = Map.groupBy(density.gaps, ({ agencyId }) => agencyId)
  const most = density.months.reduce((found, { entries }) => Math.max(found, entries), 1)
  const ordered = agencies.filter((agency) => counts.has(agency.id))
  const height = ordered.length * (lane + 2)
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  const at = (event: PointerEvent): number => {
    const area = plot.current?.getBoundingClientRect()
    const share = area && area.width > 0 ? (event.clientX - area.left) / area.width : 0
    return Math.min(months.length - 1, Math.max(0, Math.floor(share * months.length)))
  }
  const finish = (): void => {
    if (!drag) return
    const from = months[Math.min(drag.from, drag.to)]
    const to = months[Math.max(drag.from, drag.to)]
    setDrag(null)
    if (from && to) change({ from: `${from}-01`, to: lastDay(to) })
  }
  const shadeFrom = drag
    ? Math.min(drag.from, drag.to)
    : months.findIndex((month) => month >= filter.from.slice(0, 7))
  const endMonth =
    filter.to === '' ? months.length - 1 : months.findLastIndex((month) => month <= filter.to.slice(0, 7))
  const shadeTo = drag ? Math.max(drag.from, drag.to) : endMonth
  const shaded = drag !== null || filter.from !== '' || filter.to !== ''
  const busiest = [...ordered].sort((a, b) => b.entries - a.entries)[0]
  const first = months[0] ?? ''
  const final = months.at(-1) ?? ''
  const before = countBefore(density.months, first)
  return (
    <figure className="ribbon">
      <svg
        ref={plot}
        className="ribbon-plot"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Entries by month, ${dayInWords(`${first}-01`).slice(2)} to ${dayInWords(`${final}-01`).slice(2)}. ${counted(ordered.length, 'agency', 'agencies')}; most from ${busiest?.name ?? ''}.`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag({ from: at(event), to: at(event) })
        }}
        onPointerMove={(event) => {
          if (drag) setDrag({ ...drag, to: at(event) })
        }}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(null)}
      >
        {years.map((year) => (
          <line
            key={year}
            className="ribbon-year"
            x1={months.findIndex((month) => month.startsWith(year)) * step}
            x2={months.findIndex((month) => month.startsWith(year)) * step}
            y1={0}
            y2={height}
          />
        ))}
        <defs>
          <pattern
            id="ribbon-gap"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className="ribbon-hatch" x1="0" x2="0" y1="0" y2="6" />
          </pattern>
        </defs>
        {ordered.map((agency, index) => (
          <g key={agency.id} className={`ribbon-lane ribbon-${marks.get(agency.id)?.colour ?? 8}`}>
            {(gaps.get(agency.id) ?? []).map((gap) => {
              const from = placeOf(gap.from, months) * step
              const to = placeOf(gap.to, months) * step
              return (
                <rect
                  key={gap.from}
                  className="ribbon-gap"
                  fill="url(#ribbon-gap)"
                  x={from}
                  y={index * (lane + 2) + 1}
                  width={Math.max(0, to - from)}
                  height={lane}
                >
                  <title>{`${agency.name}, no contact recorded: ${gapInWords(gap)}`}</title>
                </rect>
              )
            })}
            {(counts.get(agency.id) ?? []).map(({ month, entries }) => {
              const column = months.indexOf(month)
              return column === -1 ? null : (
                <rect
                  key={month}
                  x={column * step}
                  y={index * (lane + 2) + 1}
                  width={Math.max(1, step - 1)}
                  height={lane}
                  opacity={0.28 + 0.72 * Math.sqrt(entries / most)}
                >
                  <title>{agency.name}</title>
                </rect>
              )
            })}
          </g>
        ))}
        {shaded && shadeFrom >= 0 && shadeTo >= shadeFrom && (
          <rect
            className="ribbon-brush"
            x={shadeFrom * step}
            y={0}
            width={(shadeTo - shadeFrom + 1) * step}
            height={height}
          />
        )}
      </svg>
      <figcaption className="ribbon-years numbers">
        {before > 0 && <p className="ribbon-before">{before.toLocaleString('en-GB')} earlier</p>}
        {years.map((year) => (
          <span
            key={year}
            aria-hidden="true"
            style={{ flexGrow: months.filter((month) => month.startsWith(year)).length }}
          >
            {year}
          </span>
        ))}
      </figcaption>
      {density.gaps.length > 0 && (
        <div className="visually-hidden">
          <p>Gaps of at least {density.gapDays} days in the period under review</p>
          <ul>
            {ordered.map((agency) => {
              const own = gaps.get(agency.id) ?? []
              return (
                <li key={agency.id}>
                  {agency.name}: {own.length === 0 ? 'no gap' : own.map(gapInWords).join('; ')}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </figure>
  )
}
