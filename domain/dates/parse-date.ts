import type { ImpreciseDate } from './imprecise-date.ts'
import { readDate } from './read-date.ts'

/**
 * Reads a date as British agencies write it, day first, and never invents a day: what is not understood is `unknown`
 * with both sides null, and says why. `defaultYear` (`YYYY`) serves texts that give no year. `original` is the text
 * exactly as given. Conventions: spring is March to May and winter runs into the next year; early, mid and late are the
 * 1st to 10th, 11th to 20th and 21st to end of a month, or thirds of a year; an approximate date has its plain reading;
 * "before" ends the day before; "after" begins on the named day, or the day after a named period.
 */
export const parseDate = (text: string, options: { readonly defaultYear?: string } = {}): ImpreciseDate =>
  readDate(text, options).date
