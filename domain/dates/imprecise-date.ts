/** How closely a written date pins an event down. Requirements section 2, "Imprecise dates". */
export const precisions = [
  'exact',
  'approximate',
  'month',
  'season',
  'year',
  'range',
  'before',
  'after',
  'unknown',
] as const
export type Precision = (typeof precisions)[number]

/**
 * A date as somebody wrote it, with the span it can mean.
 * `earliest` and `latest` are `YYYY-MM-DD`, or null where that side is open; `time` and `timeEnd` are `HH:MM`.
 */
export type ImpreciseDate = {
  readonly original: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: Precision
  readonly time?: string
  readonly timeEnd?: string
  readonly warnings: readonly string[]
}
