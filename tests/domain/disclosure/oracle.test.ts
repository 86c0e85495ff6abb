import { describe, expect, it } from 'vitest'
import { categoriesOf, everyPlace, protect, randomTable, trueCount, type SmallTable } from './sac-tables.ts'
import type { ProtectedTable } from '../../../domain/disclosure/protect-sac.ts'

/** Secondary cells have no upper limit of their own; enumeration stops here, far above what small tables can reach. */
const ceiling = 60

type Range = { low: number; high: number }

/** Every whole number a single published cell can stand for, by trying the rule's definition on each. */
const allowed = (table: SmallTable, answer: ProtectedTable, index: number): Range => {
  const cell = answer.cells[index]
  if (cell === undefined) throw new Error('no such cell')
  if (table.known.some((at) => at.join('|') === cell.at.join('|'))) {
    const exact = trueCount(table, cell.at)
    return { low: exact, high: exact }
  }
  if (cell.status === 'primary') return { low: 0, high: 4 }
  if (cell.status === 'secondary') return { low: answer.attacker === 'knows-marks' ? 5 : 0, high: Infinity }
  const giving = Array.from({ length: 400 }, (_, n) => n).filter(
    (n) => n >= 5 && 5 * Math.floor((n + 2) / 5) === Number(cell.shown),
  )
  return { low: Math.min(...giving), high: Math.max(...giving) }
}

/** The range of every cell over all tables that are consistent with what is published, by trying them all. */
const enumerate = (table: SmallTable, answer: ProtectedTable): readonly Range[] => {
  const interior = everyPlace(categoriesOf(table.sizes))
  const bounds = answer.cells.map((_, i) => allowed(table, answer, i))
  const covers = answer.cells.map(({ at }) =>
    interior.flatMap((place, i) => (at.every((c, d) => c === 'Total' || c === place[d]) ? [i] : [])),
  )
  const own = interior.map((place) => answer.cells.findIndex(({ at }) => at.join('|') === place.join('|')))
  const ranges = answer.cells.map(() => ({ low: Infinity, high: -Infinity }))
  const sums = answer.cells.map(() => 0)
  const coveredBy = interior.map((_, i) => covers.flatMap((list, cell) => (list.includes(i) ? [cell] : [])))
  const place = (i: number): void => {
    if (i === interior.length) {
      if (sums.some((sum, cell) => sum < (bounds[cell]?.low ?? 0))) return
      sums.forEach((sum, cell) => {
        const range = ranges[cell]
        if (range === undefined) return
        range.low = Math.min(range.low, sum)
        range.high = Math.max(range.high, sum)
      })
      return
    }
    const { low, high } = bounds[own[i] ?? 0] ?? { low: 0, high: 0 }
    for (let n = low; n <= Math.min(high, ceiling); n++) {
      const list = coveredBy[i] ?? []
      for (const cell of list) sums[cell] = (sums[cell] ?? 0) + n
      if (list.every((cell) => (sums[cell] ?? 0) <= (bounds[cell]?.high ?? 0))) place(i + 1)
      for (const cell of list) sums[cell] = (sums[cell] ?? 0) - n
    }
  }
  place(0)
  return ranges
}

describe('the audit against every table that could have been published', () => {
  const seeds = Array.from({ length: 400 }, (_, i) => i + 1)
  const seen = { secondary: 0, unsafe: 0, threeWay: 0, hidden: 0 }

  it.each(Array.from({ length: 8 }, (_, part) => part))('agrees in part %i', (part) => {
    for (const seed of seeds.filter((one) => one % 8 === part)) {
      const table = randomTable(seed)
      const answer = protect(table)
      const truth = enumerate(table, answer)
      const byPlace = new Map(answer.audit.map((cell) => [cell.at.join('|'), cell]))
      answer.cells.forEach((cell, i) => {
        const audited = byPlace.get(cell.at.join('|'))
        expect(audited === undefined, `seed ${seed} ${cell.at.join()}`).toBe(cell.status === 'shown')
        if (audited === undefined) return
        seen.hidden++
        expect(audited.exact, `seed ${seed}`).toBe(true)
        const high = audited.high === null ? 'open' : audited.high
        const enumerated = (truth[i]?.high ?? 0) >= ceiling ? 'open' : truth[i]?.high
        expect([audited.low, high], `seed ${seed} ${cell.at.join()}`).toEqual([truth[i]?.low, enumerated])
      })
      const leaks = answer.audit.filter(({ low, high, known }) => low === high && known !== true)
      expect(answer.safe, `seed ${seed}`).toBe(leaks.length === 0)
      if (answer.cells.some(({ status }) => status === 'secondary')) seen.secondary++
      if (!answer.safe) seen.unsafe++
      if (table.sizes.length === 3) seen.threeWay++
    }
  })

  it('has met every kind of table', () => {
    expect(seen.hidden).toBeGreaterThan(1_000)
    expect(seen.secondary).toBeGreaterThan(20)
    expect(seen.unsafe).toBeGreaterThan(5)
    expect(seen.threeWay).toBeGreaterThan(50)
  })

  it('gives up only on cells that stay determined when everything else is hidden too', () => {
    let checked = 0
    for (const seed of seeds) {
      const table = randomTable(seed)
      if (table.counts.length > 3) continue
      const answer = protect(table)
      const isKnown = (at: readonly string[]): boolean =>
        table.known.some((k) => k.join('|') === at.join('|'))
      const nothingShown: ProtectedTable = {
        ...answer,
        attacker: 'sees-marks-alike',
        cells: answer.cells.map((cell) => ({
          ...cell,
          status: cell.status === 'shown' ? 'secondary' : cell.status,
        })),
      }
      const ranges = enumerate(table, nothingShown)
      for (const { at, low, high, known } of answer.audit) {
        if (known === true || low !== high) continue
        const range = ranges[answer.cells.findIndex((cell) => cell.at.join('|') === at.join('|'))]
        expect(isKnown(at)).toBe(false)
        expect(range, `seed ${seed} ${at.join()}`).toEqual({ low, high })
        checked++
      }
    }
    expect(checked).toBeGreaterThan(10)
  })
})
