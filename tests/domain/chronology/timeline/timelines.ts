import fc from 'fast-check'
import type { Precision } from '../../../../domain/dates/imprecise-date.ts'
import { isoDayOf, minuteAt, dayMinutes } from '../../../../domain/chronology/timeline/moments.ts'
import type { TimelineRow } from '../../../../domain/chronology/timeline/timeline-entries.ts'

/** A row of a timeline: an exact day in March 2019 unless said otherwise. */
export const aRow = (change: Partial<TimelineRow> = {}): TimelineRow => ({
  id: 'e1',
  lane: 0,
  earliest: '2019-03-05',
  latest: '2019-03-05',
  precision: 'exact',
  time: null,
  timeEnd: null,
  declaredNoContact: false,
  ...change,
})

const day = (offset: number): string => isoDayOf(minuteAt(2016, 1) + offset * dayMinutes)
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

/** Any date an entry can have: crowded into a few years, so that much of it lies on one another. */
const anyDate = fc.oneof(
  { weight: 6, arbitrary: fc.nat(900).map((at) => [day(at), day(at), 'exact', null] as const) },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(900), clock).map(([at, time]) => [day(at), day(at), 'exact', time] as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(900), fc.nat(400), fc.constantFrom<Precision>('month', 'range', 'approximate', 'year'))
      .map(([at, long, precision]) => [day(at), day(at + long), precision, null] as const),
  },
  { weight: 1, arbitrary: fc.nat(900).map((at) => [null, day(at), 'before', null] as const) },
  { weight: 1, arbitrary: fc.nat(900).map((at) => [day(at), null, 'after', null] as const) },
  { weight: 1, arbitrary: fc.constant([null, null, 'unknown', null] as const) },
)

export const anyRows = fc.array(fc.tuple(anyDate, fc.nat(2)), { maxLength: 120 }).map((all) =>
  all.map(([[earliest, latest, precision, time], lane], n): TimelineRow => {
    return aRow({ id: `e${n}`, lane, earliest, latest, precision, time })
  }),
)
