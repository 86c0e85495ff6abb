/** What a hidden count shows as: `[c]`, the collection's mark for a suppressed count. */
export const hiddenMark = '[c]'

/** The largest count the rule hides; zero is hidden too, so that 0 and 4 look alike. */
export const largestSmallCount = 4

/**
 * One count as the Safeguarding Adults Collection publishes it: 0 to 4 hidden, others to the nearest 5.
 * Source: NHS Digital, Safeguarding Adults, England, 2018-19, Introduction; NHSDigital code, June 2023.
 */
export const roundSac = (count: number): string =>
  count <= largestSmallCount ? hiddenMark : String(Math.round(count / 5) * 5)

/** The counts, both ends included, that the rule rounds to a shown multiple of 5 (5 means 5 to 7, 10 means 8 to 12). */
export const countsRoundedTo = (shown: number): { readonly low: number; readonly high: number } => ({
  low: Math.max(largestSmallCount + 1, shown - 2),
  high: shown + 2,
})
