import { ExpectedError } from '../result.ts'

/** A reporting year, 1 April to 31 March (Care Act 2014 Schedule 2 paragraph 4). Dates are `YYYY-MM-DD`, both included. */
export type ReportingYear = { readonly label: string; readonly starts: string; readonly ends: string }

const yearLabel = (startYear: number): string =>
  `${String(startYear).padStart(4, '0')}-${String((startYear + 1) % 100).padStart(2, '0')}`

/** Whether `label` names a reporting year: `2026-27`, the second part the year after the first. */
export const isReportingYear = (label: string): boolean =>
  /^\d{4}-\d{2}$/.test(label) && yearLabel(Number(label.slice(0, 4))) === label

/** The reporting year of a label such as `2026-27`. Throws `invalid` for any other text. */
export const reportingYear = (label: string): ReportingYear => {
  if (!isReportingYear(label)) {
    throw new ExpectedError(
      'invalid',
      'The year must be written as 2026-27: two years, one after the other.',
      [{ path: 'year', message: 'must be a reporting year such as 2026-27' }],
    )
  }
  const startYear = label.slice(0, 4)
  return {
    label,
    starts: `${startYear}-04-01`,
    ends: `${String(Number(startYear) + 1).padStart(4, '0')}-03-31`,
  }
}

/** The label of the reporting year that a `YYYY-MM-DD` date falls in. */
export const reportingYearOf = (date: string): string => {
  const year = Number(date.slice(0, 4))
  return yearLabel(date.slice(5) >= '04-01' ? year : year - 1)
}
