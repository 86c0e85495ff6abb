import { describe, expect, it } from 'vitest'
import { rowHeights } from '../../renderer/ui/row-heights.ts'
import { barFor, extents, isStuck, scrolled, tallest } from '../../renderer/ui/scroll-place.ts'
import { seeded } from '../../scripts/bench/measure.ts'

describe('heights of rows', () => {
  it('are the guess until they are measured', () => {
    const heights = rowHeights(100_000, 60)
    expect(heights.total()).toBe(6_000_000)
    expect(heights.offsetOf(5_000)).toBe(300_000)
    expect([heights.rowAt(0), heights.rowAt(59), heights.rowAt(60), heights.rowAt(6_000_000)]).toEqual([
      0, 0, 1, 99_999,
    ])
    expect(rowHeights(0, 60).rowAt(10)).toBe(-1)
  })

  it('agree with adding up, whatever was measured and in which order', () => {
    const random = seeded(3)
    for (const count of [1, 2, 7, 64, 1_000]) {
      const heights = rowHeights(count, 50)
      const plain = Array.from({ length: count }, () => 50)
      for (let n = 0; n < count * 2; n += 1) {
        const row = Math.floor(random() * count)
        const height = 20 + Math.floor(random() * 400)
        expect(heights.measured(row, height)).toBe(height - (plain[row] ?? 0))
        plain[row] = height
      }
      const total = plain.reduce((sum, height) => sum + height, 0)
      expect(heights.total()).toBe(total)
      for (let n = 0; n < 50; n += 1) {
        const offset = Math.floor(random() * total)
        let row = 0
        let end = plain[0] ?? 0
        while (end <= offset) end += plain[(row += 1)] ?? 0
        expect([count, offset, heights.rowAt(offset)]).toEqual([count, offset, row])
        expect(heights.offsetOf(row)).toBe(end - (plain[row] ?? 0))
      }
    }
  })
})

describe('the place in view', () => {
  it('goes with the bar, step by step and in leaps', () => {
    const total = 1_000_000
    expect(scrolled({ top: 500, bar: 500 }, 620, total, 600)).toEqual({ top: 620, bar: 620 })
    expect(scrolled({ top: 500, bar: 500 }, 999_400, total, 600)).toEqual({ top: 999_400, bar: 999_400 })
    // Rows above turned out 80 taller: what is in view has not moved, and a step is still a step.
    expect(scrolled({ top: 580, bar: 500 }, 400, total, 600)).toEqual({ top: 480, bar: 400 })
  })

  it('reaches both ends of a list taller than a page can be', () => {
    const total = tallest * 4
    const { mostBar, mostTop } = extents(total, 600)
    expect(scrolled({ top: 0, bar: 0 }, mostBar, total, 600)).toEqual({ top: mostTop, bar: mostBar })
    expect(scrolled({ top: mostTop, bar: mostBar }, 0, total, 600)).toEqual({ top: 0, bar: 0 })
    expect(barFor(mostTop / 2, total, 600)).toBeCloseTo(mostBar / 2, 6)
    expect(isStuck({ top: 300, bar: 0 }, total, 600)).toBe(true)
    expect(isStuck({ top: mostTop - 300, bar: mostBar }, total, 600)).toBe(true)
    expect(isStuck({ top: 0, bar: 0 }, total, 600)).toBe(false)
  })
})
