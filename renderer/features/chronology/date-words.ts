import type { ImpreciseDate } from '../../../domain/dates/imprecise-date.ts'
import { dayInWords } from '../../ui/words.ts'

const monthYear = (iso: string): string => dayInWords(iso).replace(/^\d+ /, '')

const spanOf = (earliest: string, latest: string): string => {
  if (earliest === latest) return dayInWords(earliest)
  if (earliest.slice(0, 7) === latest.slice(0, 7))
    return `${Number(earliest.slice(8))} to ${dayInWords(latest)}`
  if (earliest.endsWith('-01') && Number(latest.slice(8)) >= 28)
    return `${monthYear(earliest)} to ${monthYear(latest)}`
  return `${dayInWords(earliest, true)} to ${dayInWords(latest, true)}`
}

export const isUncertain = (date: ImpreciseDate): boolean =>
  date.precision !== 'exact' || date.warnings.length > 0

/** What a written date can mean, in words: "3 April 2023, 14:30", "some time in 1 to 31 March 2023", "before 1 May 2022". */
export const meaningOf = (date: ImpreciseDate): string => {
  const { earliest, latest, precision, time, timeEnd } = date
  const clock = time === undefined ? '' : `, ${time}${timeEnd === undefined ? '' : ` to ${timeEnd}`}`
  if (earliest === null && latest === null) return 'no date understood'
  if (earliest === null) return `on or before ${dayInWords(latest ?? '')}`
  if (latest === null) return `on or after ${dayInWords(earliest)}`
  const span = spanOf(earliest, latest)
  if (precision === 'exact') return `${span}${clock}`
  if (precision === 'range') return `${span}${clock}`
  return earliest === latest ? `about ${span}${clock}` : `some time in ${span}${clock}`
}
