import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOf, rightOf, type Item } from '../../../../domain/chronology/timeline/item.ts'
import { layOut, layoutZoom, looseLanesOf } from '../../../../domain/chronology/timeline/lay-out.ts'
import { dayMinutes, minuteOf } from '../../../../domain/chronology/timeline/moments.ts'
import {
  timelineEntriesOf,
  type TimelineRow,
} from '../../../../domain/chronology/timeline/timeline-entries.ts'
import { anyRows, aRow } from './timelines.ts'

const rows = { points: 3, spans: 3, heap: 30 }
const laid = (all: readonly TimelineRow[], zoom: number, lanes = 3) =>
  layOut(looseLanesOf(timelineEntriesOf(all), lanes), zoom, rows)

/** Minutes a pixel, from a minute and a half to a month. */
const anyZoom = fc.double({ min: 0, max: 15, noNaN: true }).map((power) => 2 ** power)

const rowsOf = (item: Item): readonly number[] =>
  item.zone === 'points' && item.shape === 'heap'
    ? [0, 1, 2]
    : [item.zone === 'points' ? item.row : 10 + item.row]

describe('the lanes of a timeline', () => {
  it('hold every entry exactly once', () => {
    fc.assert(
      fc.property(anyRows, anyZoom, (all, zoom) => {
        const { lanes, itemOf } = laid(all, zoom)
        const held = lanes.flatMap((lane) => [
          ...lane.undated,
          ...lane.ordered.flatMap(({ entries }) => entries),
        ])
        expect(held.toSorted((a, b) => a - b)).toEqual(all.map((_, entry) => entry))
        lanes.forEach((lane, n) => {
          for (const item of lane.ordered)
            for (const entry of item.entries) {
              expect(all[entry]?.lane).toBe(n)
              expect(itemOf[entry]).toBe(item)
            }
        })
      }),
    )
  })

  it('let nothing overlap in a row, at any zoom their layout is for', () => {
    fc.assert(
      fc.property(anyRows, anyZoom, fc.double({ min: 0.7072, max: 1, noNaN: true }), (all, zoom, finer) => {
        const { lanes, perPixel } = laid(all, zoom)
        for (const lane of lanes) {
          const byRow = new Map<number, (readonly [number, number])[]>()
          for (const item of lane.ordered)
            for (const row of rowsOf(item)) {
              const edges = [leftOf(item, perPixel * finer), rightOf(item, perPixel * finer)] as const
              byRow.set(row, [...(byRow.get(row) ?? []), edges])
            }
          for (const inRow of byRow.values()) {
            const sorted = inRow.toSorted((a, b) => a[0] - b[0])
            sorted.slice(1).forEach(([left], n) => {
              expect(left).toBeGreaterThanOrEqual((sorted[n]?.[1] ?? 0) - 1e-6)
            })
          }
        }
      }),
    )
  })

  it('stay within their rows, and call nothing a heap that is one entry', () => {
    fc.assert(
      fc.property(anyRows, anyZoom, (all, zoom) => {
        for (const lane of laid(all, zoom).lanes)
          for (const item of lane.ordered) {
            expect(item.row).toBeGreaterThanOrEqual(0)
            expect(item.row).toBeLessThan(3)
            expect(item.shape === 'heap').toBe(item.entries.length > 1)
          }
      }),
    )
  })

  it('do not depend on what else is on the timeline than their own agency’s entries', () => {
    fc.assert(
      fc.property(anyRows, anyZoom, (all, zoom) => {
        const own = all.filter(({ lane }) => lane === 1)
        const places = (from: readonly TimelineRow[]) =>
          laid(from, zoom).lanes[1]?.ordered.map(({ entries, row, zone, shape }) => ({
            row,
            zone,
            shape,
            ids: entries.map((entry) => from[entry]?.id),
          }))
        expect(places(own)).toEqual(places(all))
      }),
    )
  })

  it('stand an instant at its minute, a day over its whole width, and an open date with an open end', () => {
    const all = [
      aRow({ id: 'instant', time: '14:30' }),
      aRow({ id: 'day' }),
      aRow({ id: 'before', earliest: null, latest: '2019-03-01', precision: 'before' }),
      aRow({ id: 'none', earliest: null, latest: null, precision: 'unknown' }),
    ]
    // One minute a pixel: a day is 1,440 pixels wide.
    const { itemOf, lanes } = laid(all, 1, 1)
    const [instant, day, before] = itemOf
    expect(instant).toMatchObject({ zone: 'points', from: minuteOf('2019-03-05', '14:30'), shape: 'moment' })
    expect(day).toMatchObject({ zone: 'spans', from: minuteOf('2019-03-05'), to: minuteOf('2019-03-06') })
    expect(before).toMatchObject({ shape: 'before', to: minuteOf('2019-03-02') })
    expect(before?.before).toBeGreaterThan(0)
    expect(lanes[0]?.undated).toEqual([3])
  })

  it('makes one heap of what cannot be told apart, and parts it again where there is room', () => {
    const all = Array.from({ length: 12 }, (_, n) =>
      aRow({ id: `e${n}`, earliest: `2019-03-${10 + n}`, latest: `2019-03-${10 + n}` }),
    )
    const far = laid(all, dayMinutes * 20, 1)
    expect(far.lanes[0]?.ordered.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(12)
    expect(far.highest).toBeGreaterThan(5)
    const near = laid(all, dayMinutes / 20, 1)
    expect(near.lanes[0]?.ordered.map(({ entries }) => entries)).toEqual(all.map((_, n) => [n]))
  })

  it('keeps a layout while the zoom glides, and never takes one made for a finer zoom', () => {
    fc.assert(
      fc.property(anyZoom, (zoom) => {
        expect(layoutZoom(zoom)).toBeGreaterThanOrEqual(zoom * (1 - 1e-6))
        expect(layoutZoom(zoom)).toBeLessThan(zoom * 1.4143)
      }),
    )
  })
})
