import { z } from 'zod'
import { isCalendarDate } from './plain-date.ts'
import type { CodeList } from '../taxonomies/code-list.ts'

/** Building blocks of the exchange formats, each with a sentence of its own and none that repeats what was found. */

export const text = (max = 2_000) =>
  z.string('must be text').trim().min(1, 'must not be empty').max(max, `must be at most ${max} characters`)

export const longText = () => z.string('must be text').max(100_000, 'must be at most 100000 characters')

export const calendarDate = () =>
  z.string('must be a date as YYYY-MM-DD').refine(isCalendarDate, 'must be a date that exists, as YYYY-MM-DD')

export const yesNo = () => z.boolean('must be true or false')

export const label = <Label extends string>(list: CodeList<Label>) =>
  z.enum(list.labels as readonly [Label, ...Label[]], `must be one of the labels of ${list.name}`)

export const adultAge = () =>
  z
    .number('must be a whole number')
    .int('must be a whole number')
    .min(18, 'must be 18 or more')
    .max(130, 'must be 130 or less')

/** The index of every item whose key an earlier item already has. */
export const repeated = (keys: readonly string[]): readonly number[] => {
  const seen = new Set<string>()
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [index]
    seen.add(key)
    return []
  })
}
