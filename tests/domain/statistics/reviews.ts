import type { ConcludedReview, CountedAdult } from '../../../domain/statistics/concluded-review.ts'

export const anAdult = (over: Partial<CountedAdult> = {}): CountedAdult => ({
  ageBand: '65-74',
  gender: 'Female',
  ethnicity: 'White',
  died: true,
  ...over,
})

export const aReview = (over: Partial<ConcludedReview> = {}): ConcludedReview => ({
  ref: 'R1',
  concluded: '2026-09-30',
  abuseTypes: ['Self-Neglect'],
  adults: [anAdult()],
  ...over,
})
