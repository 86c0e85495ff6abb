import { useEffect, useMemo, useState } from 'react'
import { dayMinutes, dayWords, minuteOf } from '../../../../domain/chronology/timeline/moments.ts'
import { daysMarked } from '../../../../domain/chronology/timeline/draw-axis.ts'
import { silenceWords } from '../../../../domain/chronology/timeline/draw-silences.ts'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { entriesSeen } from '../../../../domain/chronology/timeline/seen.ts'
import { stretchOf } from '../../../../domain/chronology/timeline/view.ts'
import { stretchWords } from '../../../../domain/chronology/timeline/words.ts'
import type { TimelineView } from '../../../../workspace/contract/timeline.ts'
import type { AgencyView } from '../../../../workspace/views.ts'
import { AgencyBadge } from '../../../agency-badge.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { counted } from '../../../ui/words.ts'
import { dateWords, joinWords } from './place-words.ts'

const rowsAtOnce = 100

/** The stretch in view for whoever reads rather than looks: its entries, then its silences and named days. */
export const ReadingTable = ({
  picture,
  shown,
  agencies,
  onOpen,
}: {
  readonly picture: Picture
  readonly shown: TimelineView
  readonly agencies: readonly AgencyView[]
  readonly onOpen: (entry: number) => void
}) => {
  const words = useStore((state) => state.timelineWords)
  const need = useStore((state) => state.needWords)
  const [page, setPage] = useState(0)
  const { entries, view, width } = picture
  const { from, perPixel } = view
  const stretch = useMemo(() => stretchOf({ from, perPixel }, width), [from, perPixel, width])
  const seen = useMemo(() => entriesSeen(entries, stretch), [entries, stretch])
  useEffect(() => setPage(0), [entries, stretch])
  const rows = useMemo(() => seen.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce), [seen, page])
  useEffect(() => {
    const timer = setTimeout(() => void need(rows.map((entry) => entries.ids[entry] ?? '')), 150)
    return () => clearTimeout(timer)
  }, [rows, entries, need])
  const first = page * rowsAtOnce
  return (
    <section className="timeline-reading" aria-label="What is in view" tabIndex={0}>
      <table className="table">
        <caption>
          {stretchWords(stretch)}:{' '}
          {seen.length > rows.length
            ? `entries ${(first + 1).toLocaleString('en-GB')} to ${(first + rows.length).toLocaleString('en-GB')} of ${seen.length.toLocaleString('en-GB')}`
            : counted(seen.length, 'entry', 'entries')}
        </caption>
        <thead>
          <tr>
            <th scope="col">Date as written</th>
            <th scope="col">Agency</th>
            <th scope="col">Event</th>
            <th scope="col">Joined to</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => {
            const row = words.get(entries.ids[entry] ?? '')
            const lane = entries.lanes[entry] ?? 0
            return (
              <tr key={entry}>
                <th scope="row" className="numbers">
                  <button type="button" className="timeline-link" onClick={() => onOpen(entry)}>
                    {row ? dateWords(row) : 'Being read'}
                  </button>
                </th>
                <td>
                  <AgencyBadge agencyId={shown.lanes[lane]?.agencyId ?? ''} agencies={agencies} />{' '}
                  {picture.lanes[lane]?.name}
                </td>
                <td>{row?.event}</td>
                <td>{joinWords(picture, entry)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {seen.length > rowsAtOnce && (
        <div className="row">
          <Button icon="left" isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            Earlier
          </Button>
          <Button
            icon="right"
            isDisabled={first + rows.length >= seen.length}
            onPress={() => setPage(page + 1)}
          >
            Later
          </Button>
        </div>
      )}
      <Marked picture={picture} from={stretch.from} to={stretch.to} />
    </section>
  )
}

const Marked = ({
  picture,
  from,
  to,
}: {
  readonly picture: Picture
  readonly from: number
  readonly to: number
}) => {
  const silences = picture.silences.filter(
    (gap) => minuteOf(gap.from) < to && minuteOf(gap.to) + dayMinutes > from,
  )
  const days = daysMarked(picture).filter(({ at }) => at >= from && at < to)
  return (
    <>
      {silences.length > 0 && (
        <>
          <h2>Silences</h2>
          <ul className="timeline-marked">
            {silences.map((gap) => (
              <li key={`${gap.lane} ${gap.from}`}>
                {picture.lanes[gap.lane]?.name}, {dayWords(minuteOf(gap.from))} to{' '}
                {dayWords(minuteOf(gap.to))}: {silenceWords(gap).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
      {days.length > 0 && (
        <>
          <h2>Days of the case</h2>
          <ul className="timeline-marked">
            {days.map(({ what, at }) => (
              <li key={`${what} ${at}`}>
                {dayWords(at)}: {what}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
