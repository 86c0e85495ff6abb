import { stickyMatch } from './clock.ts'
import type { Part, YearText } from './point.ts'

const months =
  'jan(?:uary)?|janurary|feb(?:ruary)?|febuary|feburary|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const weekdayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
export const seasons = ['spring', 'summer', 'autumn', 'winter']
export const parts: Readonly<Record<string, Part>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
}

/** Pieces of the date grammar, for normalised text. */
export const year = String.raw`(?:'(?=\d{2}(?!\d)))?([12]\d{3}|\d{2})(?!\d)`
export const month = String.raw`(${months})(?![a-z])\.?`
export const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th)?(?![\d])`
export const gap = String.raw`(?: ?[-/.,]{1,2} ?| ?)`
export const mark = String.raw`(?: ?[./\\,-]{1,2} ?| )`

/** "12-14/01/2023" is not 12/14/01 followed by a year: a date in figures may not run on into one more figure. */
export const notCut = String.raw`(?![-/.]\d{1,4}(?![\d./:a-z-]))`

/** "12/03 - 14/03/2021" is not 12/03/14 and then March 2021: of five figures, the first two and the last three belong together. */
export const notFive = String.raw`(?! ?[/.] ?\d{1,2} ?[-/.] ?(?:[12]\d{3}|\d{2})(?![\d/.-]))`

export const exp = (source: string): RegExp => new RegExp(source, 'y')
export const readYear = (text: string): YearText =>
  text.length === 4 ? { value: Number(text), digits: 4 } : { value: 2000 + Number(text), digits: 2 }
export const withYear = (text: string | undefined): { year: YearText } | object =>
  text ? { year: readYear(text) } : {}
export const readMonth = (word: string): number => monthStarts.indexOf(word.slice(0, 3)) + 1

const weekday = new RegExp(String.raw`\(?(${weekdays})(?![a-z])\)?\.?,? ?(?:the )?`, 'y')

/** A weekday name and what joins it to a date, at this place. ISO weekday: Monday is 1. */
export const weekdayAt = (text: string, at: number): { end: number; weekday: number } | null => {
  const found = stickyMatch(weekday, text, at)
  if (!found?.[1]) return null
  return { end: at + found[0].length, weekday: weekdayStarts.indexOf(found[1].slice(0, 3)) + 1 }
}
