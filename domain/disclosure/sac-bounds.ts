import { noLimit, type Bounds } from './linear-system.ts'
import { countsRoundedTo, hiddenMark, largestSmallCount, roundSac } from './round-sac.ts'

/** `primary`: hidden because the count is 0 to 4. `secondary`: hidden so that another hidden cell cannot be worked out. */
export type CellStatus = 'shown' | 'primary' | 'secondary'

/**
 * How much a reader is taken to know of the two kinds of hidden cell, which the published table marks alike. Both readers
 * know which cells are small, 0 to 4. `knows-marks` also knows which are secondary, and so 5 or more; `sees-marks-alike`
 * knows of a secondary cell only that it is a count.
 */
export type Attacker = 'knows-marks' | 'sees-marks-alike'

/** The status of every cell under the published rule alone. */
export const primaryStatus = (truth: readonly number[]): readonly CellStatus[] =>
  truth.map((count) => (roundSac(count) === hiddenMark ? 'primary' : 'shown'))

/** What a reader knows of every cell on its own: rounding intervals, 0 to 4 where small, exact where known anyway. */
export const publishedBounds = (
  truth: readonly number[],
  known: readonly boolean[],
  status: readonly CellStatus[],
  attacker: Attacker,
): Bounds => {
  const low = new Float64Array(truth.length)
  const high = new Float64Array(truth.length)
  truth.forEach((count, cell) => {
    if (known[cell]) {
      low[cell] = count
      high[cell] = count
    } else if (status[cell] === 'shown') {
      const interval = countsRoundedTo(Number(roundSac(count)))
      low[cell] = interval.low
      high[cell] = interval.high
    } else if (status[cell] === 'primary') {
      high[cell] = largestSmallCount
    } else {
      low[cell] = attacker === 'knows-marks' ? largestSmallCount + 1 : 0
      high[cell] = noLimit
    }
  })
  return { low, high }
}
