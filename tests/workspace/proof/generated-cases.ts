import { expect, it } from 'vitest'
import { packFormats } from '../../../domain/packs/pack-document.ts'
import { proveCase } from './prove-case.ts'

/** Cases in one test: enough to say which seed failed without thousands of lines. */
const together = 25

/** Half of the 500 cases each, so that two workers share them. The bench `leaks` goes on from there with other seeds. */
export const proveSeeds = (from: number, to: number): void => {
  for (let first = from; first < to; first += together)
    it(`seeds ${first} to ${first + together - 1}`, { timeout: 240_000 }, async () => {
      for (let seed = first; seed < first + together; seed++) {
        const { made, planted, leaks } = await proveCase(seed)
        expect(planted, `seed ${seed}`).toBeGreaterThan(40)
        expect(made.files.map(({ format }) => format)).toEqual(packFormats)
        expect(leaks, `seed ${seed}`).toEqual([])
        expect({ ...made.findings, undecided: made.undecided }, `seed ${seed}`).toEqual({
          ...{ leaks: [], problems: [], undecided: 0 },
        })
      }
    })
}
