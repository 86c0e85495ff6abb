import { monthNames } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import type { Note } from '../dates/note.ts'
import { readDate } from '../dates/read-date.ts'
import type { RowDate } from './read-entry.ts'

/**
 * A date that stands as a heading over rows. One among the rows dates those below it that have no date; one above the table
 * (a title, a paragraph, the name of a sheet) may be that of the document, and only completes what a row begins.
 */
export type HeadingDate = {
  readonly text: string
  readonly date: ImpreciseDate
  readonly stands: 'among-rows' | 'above-table'
}

const continued = /[\s,;:–-]*\(?(?:continued|cont'?d?\.?)\)?$/i

/** A heading that is a day, a month or a year and nothing besides; null for any other text. */
export const headingDateOf = (written: string, stands: HeadingDate['stands']): HeadingDate | null => {
  const text = written.replace(/\s+/g, ' ').trim()
  const { date, notes } = readDate(text.replace(continued, ''))
  const isWhole = notes.every(({ kind }) => kind === 'two-digit-year' || kind === 'ambiguous')
  return isWhole && ['exact', 'month', 'year'].includes(date.precision) ? { text, date, stands } : null
}

/**
 * The date of a row that gives none of its own, or only a part of one, under a heading that gives the rest; null where the
 * heading does not settle it. Nothing is invented: a blank date takes all that the heading says and no more, and a day
 * takes a month only from a heading that names one.
 */
export const dateUnder = (row: RowDate, heading: HeadingDate): RowDate | null => {
  if (row.date.precision !== 'unknown') return null
  const written = row.date.original.trim()
  const { earliest, latest } = heading.date
  if (earliest === null || latest === null) return null
  if (written === '' && heading.stands === 'above-table') return null
  if (written === '')
    return {
      date: { ...heading.date, original: heading.text, warnings: [taken(heading).text] },
      notes: [taken(heading)],
      stored: 'blank, under a heading',
    }
  const year = earliest.slice(0, 4)
  const month =
    earliest.slice(0, 7) === latest.slice(0, 7) ? monthNames[Number(earliest.slice(5, 7)) - 1] : null
  const attempts = [
    readDate(written, { defaultYear: year }),
    ...(month ? [readDate(`${written} ${month} ${year}`)] : []),
  ]
  const found = attempts.find(({ date }) => date.earliest !== null && fits(date, heading.date))
  if (!found || found.notes.some(({ kind }) => kind === 'remainder' || kind === 'serial')) return null
  const notes = [...found.notes.filter(({ kind }) => kind !== 'default-year'), completed(heading)]
  return {
    date: { ...found.date, original: row.date.original, warnings: notes.map(({ text }) => text) },
    notes,
    stored: row.stored,
  }
}

const fits = (inner: ImpreciseDate, outer: ImpreciseDate): boolean =>
  inner.earliest !== null &&
  inner.latest !== null &&
  inner.earliest >= (outer.earliest ?? '') &&
  inner.latest <= (outer.latest ?? '')

const taken = ({ text }: HeadingDate): Note => ({
  kind: 'heading',
  text: `The row gives no date; that of the heading above it was taken: ${text}.`,
})
const completed = ({ text }: HeadingDate): Note => ({
  kind: 'heading',
  text: `The rest of the date was taken from the heading above: ${text}.`,
})
