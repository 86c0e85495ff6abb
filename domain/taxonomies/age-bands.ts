import { ExpectedError } from '../result.ts'
import type { CodeList } from './code-list.ts'

/** Age bands of the collection (SAC table SG1a). */
export const ageBands = {
  name: 'SAC age band (SG1a)',
  version: 'SAC 2024-25 guidance SG1',
  date: '2025',
  labels: ['18-64', '65-74', '75-84', '85-94', '95+', 'Not Known'],
} as const satisfies CodeList

export type AgeBand = (typeof ageBands.labels)[number]

/**
 * The SAC age band of an age in whole years, taken on the last day of the reporting period or at death; null is `Not Known`.
 * Throws `invalid` for an age that is not whole, under 18 or over 130.
 */
export const ageBand = (age: number | null): AgeBand => {
  if (age === null) return 'Not Known'
  if (!Number.isInteger(age) || age < 18 || age > 130) {
    throw new ExpectedError(
      'invalid',
      'An age must be a whole number of years from 18 to 130, or not known.',
      [{ path: 'age', message: 'must be a whole number from 18 to 130' }],
    )
  }
  if (age < 65) return '18-64'
  if (age < 75) return '65-74'
  if (age < 85) return '75-84'
  if (age < 95) return '85-94'
  return '95+'
}
