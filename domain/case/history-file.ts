import { z } from 'zod'
import { isReportingYear, reportingYearOf } from '../statistics/reporting-year.ts'
import { abuseTypes } from '../taxonomies/abuse-types.ts'
import {
  capacityAnswers,
  locations,
  primarySupportReasons,
  sourcesOfRisk,
} from '../taxonomies/circumstances.ts'
import { ethnicDetails, ethnicGroupOf, recordedEthnicities, sacEthnicGroup } from '../taxonomies/ethnicity.ts'
import { adultAge, calendarDate, label, repeated, text, yesNo } from './field-schemas.ts'
import { fieldErrors, invalidFile } from './field-errors.ts'

const historyAdultSchema = z
  .looseObject({
    age: adultAge().nullable(),
    age_basis: text(200).nullish(),
    gender: text(100).nullish(),
    ethnicity: z
      .string('must be text')
      .refine(
        (value) => recordedEthnicities.includes(value),
        'must be one of the ethnic groups of the collection',
      )
      .nullish(),
    ethnicity_detail: label(ethnicDetails).nullish(),
    primary_support_reason: label(primarySupportReasons).nullish(),
    lives_alone: yesNo().nullish(),
    capacity: label(capacityAnswers).nullish(),
    outcome: z.enum(['died', 'survived'], 'must be "died" or "survived"'),
  })
  .check((ctx) => {
    const { ethnicity, ethnicity_detail: detail } = ctx.value
    if (detail && ethnicity && ethnicGroupOf(detail) !== sacEthnicGroup(ethnicity)) {
      ctx.issues.push({
        code: 'custom',
        path: ['ethnicity_detail'],
        message: 'must belong to the ethnic group given',
        input: undefined,
      })
    }
  })

const year = () =>
  z
    .string('must be a reporting year such as 2026-27')
    .refine(isReportingYear, 'must be a reporting year such as 2026-27')

const historyCaseSchema = z
  .looseObject({
    ref: text(100),
    year: year(),
    referred: calendarDate().nullish(),
    begun: calendarDate().nullish(),
    concluded: calendarDate(),
    decision: z.enum(['mandatory', 'discretionary'], 'must be "mandatory" or "discretionary"').nullish(),
    methodology: text(300).nullish(),
    referral_source: text(300).nullish(),
    location: label(locations).nullish(),
    source_of_risk: z
      .union([z.array(label(sourcesOfRisk)), label(sourcesOfRisk).transform((one) => [one])], {
        error: `must be one or more of the labels of ${sourcesOfRisk.name}`,
      })
      .nullish(),
    abuse_types: z.array(label(abuseTypes), 'must be a list').min(1, 'must hold at least one type of abuse'),
    primary_abuse_type: label(abuseTypes).nullish(),
    number_of_adults: z.int('must be a whole number'),
    published: text(100).nullish(),
    adults: z.array(historyAdultSchema, 'must be a list').min(1, 'must hold at least one adult'),
  })
  .check((ctx) => {
    const found = ctx.value
    const say = (path: (string | number)[], message: string): void => {
      ctx.issues.push({ code: 'custom', path, message, input: undefined })
    }
    if (reportingYearOf(found.concluded) !== found.year) {
      say(['concluded'], 'must fall in the year given, which runs from 1 April to 31 March')
    }
    if (found.begun && found.begun > found.concluded)
      say(['begun'], 'must not be after the review was concluded')
    if (found.referred && found.referred > (found.begun ?? found.concluded)) {
      say(['referred'], 'must not be after the review was begun')
    }
    if (found.number_of_adults !== found.adults.length) {
      say(['number_of_adults'], `must equal the number of adults listed, ${found.adults.length}`)
    }
    for (const at of repeated(found.abuse_types)) say(['abuse_types', at], 'must not repeat')
    if (found.primary_abuse_type && !found.abuse_types.includes(found.primary_abuse_type)) {
      say(['primary_abuse_type'], 'must be among the abuse types')
    }
  })

/** Closed reviews of earlier years in the exchange format of the command line (HISTORY.json). Unknown fields are kept. */
export const historyFileSchema = z
  .looseObject({
    board: text(300).nullish(),
    years: z.array(year(), 'must be a list').min(1, 'must hold at least one year'),
    cases: z.array(historyCaseSchema, 'must be a list'),
  })
  .check((ctx) => {
    const { years, cases } = ctx.value
    const say = (path: (string | number)[], message: string): void => {
      ctx.issues.push({ code: 'custom', path, message, input: undefined })
    }
    for (const at of repeated(years)) say(['years', at], 'must not repeat')
    for (const at of repeated(cases.map((found) => found.ref))) {
      say(['cases', at, 'ref'], 'must not repeat: another case of the file has this reference')
    }
    cases.forEach((found, at) => {
      if (!years.includes(found.year)) say(['cases', at, 'year'], 'must be one of the years of the file')
    })
  })

export type HistoryFile = z.output<typeof historyFileSchema>
export type HistoryCase = HistoryFile['cases'][number]

/**
 * Reads a parsed HISTORY.json. `file` is the name used in the error.
 * Throws `invalid` with every place at fault (zero-based, dotted); the values found are never repeated.
 */
export const parseHistoryFile = (json: unknown, file = 'The history file'): HistoryFile => {
  const parsed = historyFileSchema.safeParse(json)
  if (!parsed.success) throw invalidFile(file, fieldErrors(parsed.error))
  return parsed.data
}
