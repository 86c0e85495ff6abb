import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, looseLanesOf } from '../../../../domain/chronology/timeline/lay-out.ts'
import { minuteOf } from '../../../../domain/chronology/timeline/moments.ts'
import { across, along, edge, stopOf, stopsOf } from '../../../../domain/chronology/timeline/move.ts'
import { countSeen, entriesSeen } from '../../../../domain/chronology/timeline/seen.ts'
import { timelineEntriesOf } from '../../../../domain/chronology/timeline/timeline-entries.ts'
import {
  fit,
  keepNear,
  show,
  stretchOf,
  zoomAt,
  zoomLimits,
} from '../../../../domain/chronology/timeline/view.ts'
import { stretchWords, summaryWords } from '../../../../domain/chronology/timeline/words.ts'
import { anyRows, aRow } from './timelines.ts'

const rows = { points: 3, spans: 3, heap: 30 }
const days = (from: string, to: string) => ({ from: minuteOf(from), to: minuteOf(to) })

describe('moving by keyboard', () => {
  const anyZoom = fc.double({ min: 0, max: 14, noNaN: true }).map((power) => 2 ** power)

  it('comes by every entry of a lane, from the first to the last and back', () => {
    fc.assert(
      fc.property(anyRows, anyZoom, (all, zoom) => {
        const layout = layOut(looseLanesOf(timelineEntriesOf(all), 3), zoom, rows)
        for (const lane of [0, 1, 2]) {
          const stops = stopsOf(layout, lane)
          const [first] = stops
          if (!first) continue
          const met: number[] = []
          let at = edge(layout, along(layout, first, 1), 'first')
          for (let step = 0; step < stops.length; step += 1) {
            met.push(...at.entries)
            at = along(layout, at, 1)
          }
          expect(met.toSorted((a, b) => a - b)).toEqual(
            all.flatMap((row, entry) => (row.lane === lane ? [entry] : [])),
          )
          expect(along(layout, at, 1).entries).toEqual(edge(layout, at, 'last').entries)
          for (const entry of met) expect(stopOf(layout, lane, entry).entries).toContain(entry)
        }
      }),
    )
  })

  it('goes to what is nearest in time in the next lane that holds anything', () => {
    const all = [
      aRow({ id: 'a', lane: 0, earliest: '2019-03-05', latest: '2019-03-05' }),
      aRow({ id: 'b', lane: 2, earliest: '2019-01-05', latest: '2019-01-05' }),
      aRow({ id: 'c', lane: 2, earliest: '2019-03-20', latest: '2019-03-20' }),
      aRow({ id: 'd', lane: 2, earliest: null, latest: null, precision: 'unknown' }),
    ]
    const layout = layOut(looseLanesOf(timelineEntriesOf(all), 3), 30, rows)
    const from = stopOf(layout, 0, 0)
    expect(across(layout, from, 1).entries).toEqual([2])
    expect(across(layout, from, -1)).toBe(from)
    expect(across(layout, stopOf(layout, 2, 3), -1).entries).toEqual([0])
  })
})

describe('the view', () => {
  const anyView = fc.record({
    from: fc.integer({ min: -1e7, max: 5e7 }),
    perPixel: fc.double({ min: zoomLimits.finest, max: zoomLimits.coarsest, noNaN: true }),
  })

  it('keeps the time under the pointer while it zooms', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.nat(1_200),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (view, x, factor) => {
          const next = zoomAt(view, x, factor)
          const at = (one: typeof view): number => one.from + x * one.perPixel
          expect(Math.abs(at(next) - at(view))).toBeLessThan(1e-6 * Math.max(1, Math.abs(at(view))))
          expect(next.perPixel).toBeGreaterThanOrEqual(zoomLimits.finest)
          expect(next.perPixel).toBeLessThanOrEqual(zoomLimits.coarsest)
        },
      ),
    )
  })

  it('shows a stretch whole, and brings what is asked for into sight', () => {
    const stretch = days('2021-04-01', '2023-11-10')
    const seen = stretchOf(fit(stretch, 1_000), 1_000)
    expect(seen.from).toBeLessThanOrEqual(stretch.from)
    expect(seen.to).toBeGreaterThanOrEqual(stretch.to)
    fc.assert(
      fc.property(anyView, fc.integer({ min: -1e7, max: 5e7 }), (view, at) => {
        const moved = stretchOf(show(view, 1_000, { from: at, to: at }), 1_000)
        expect(at).toBeGreaterThanOrEqual(moved.from)
        expect(at).toBeLessThanOrEqual(moved.to)
      }),
    )
  })

  it('never loses the record out of sight', () => {
    const record = days('2018-01-01', '2023-12-31')
    fc.assert(
      fc.property(anyView, (view) => {
        const { from, to } = stretchOf(keepNear(view, 1_000, record), 1_000)
        expect(from).toBeLessThanOrEqual(record.to)
        expect(to).toBeGreaterThanOrEqual(record.from)
      }),
    )
  })
})

describe('what is in view, in words', () => {
  it('is said as people say it', () => {
    expect(stretchWords(days('2016-01-01', '2025-01-01'))).toBe('2016 to 2024')
    expect(stretchWords(days('2019-03-01', '2019-07-01'))).toBe('March 2019 to June 2019')
    expect(stretchWords(days('2019-03-04', '2019-03-10'))).toBe('4 March 2019 to 9 March 2019')
    expect(stretchWords({ from: minuteOf('2019-03-05', '09:00'), to: minuteOf('2019-03-05', '17:00') })).toBe(
      '5 March 2019, 09:00 to 17:00',
    )
  })

  it('counts entries, agencies, conflicts and silences', () => {
    const all = [
      aRow({ id: 'a', lane: 0 }),
      aRow({ id: 'b', lane: 1, earliest: '2019-01-01', latest: '2019-12-31', precision: 'year' }),
      aRow({ id: 'c', lane: 1, earliest: '2020-01-01', latest: '2020-01-01' }),
      aRow({ id: 'd', lane: 2, earliest: null, latest: '2019-02-01', precision: 'before' }),
    ]
    const entries = timelineEntriesOf(all)
    const stretch = days('2019-03-01', '2019-07-01')
    const seen = entriesSeen(entries, stretch)
    expect(seen).toEqual([0, 1])
    const links = [
      { a: 0, b: 1, kind: 'conflict', matters: 2 },
      { a: 2, b: 3, kind: 'conflict', matters: 1 },
      { a: 0, b: 2, kind: 'suggested', matters: 0 },
    ] as const
    const silence = { lane: 0, declared: 'none', state: 'open' } as const
    const silences = [
      { ...silence, from: '2018-12-01', to: '2019-03-01', days: 91 },
      { ...silence, from: '2019-07-01', to: '2019-12-01', days: 154 },
    ]
    const found = countSeen(entries, seen, links, silences, stretch)
    expect(found).toEqual({ entries: 2, agencies: 2, conflicts: 2, silences: [91] })
    expect(summaryWords({ entries: 42, agencies: 3, conflicts: 2, silences: [94] }, stretch)).toBe(
      '42 entries from 3 agencies, March 2019 to June 2019, 2 conflicts, 1 silence of 94 days',
    )
    expect(summaryWords({ entries: 1, agencies: 1, conflicts: 0, silences: [] }, stretch)).toBe(
      '1 entry from 1 agency, March 2019 to June 2019, 0 conflicts, no silence',
    )
  })
})
