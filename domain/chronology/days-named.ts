import { parseDate } from '../dates/parse-date.ts'

const figures = /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/g

/** The days a text names in figures, as `YYYY-MM-DD`. Days in words without a year are left alone. */
export const daysNamedIn = (text: string): readonly string[] => [
  ...new Set(
    (text.match(figures) ?? []).flatMap((found) => {
      const date = parseDate(found)
      return date.precision === 'exact' && date.earliest !== null ? [date.earliest] : []
    }),
  ),
]
