import { z } from 'zod'
import { abuseTypes } from '../taxonomies/abuse-types.ts'
import {
  capacityAnswers,
  locations,
  primarySupportReasons,
  sourcesOfRisk,
} from '../taxonomies/circumstances.ts'
import { ethnicGroupOf, ethnicDetails, recordedEthnicities, sacEthnicGroup } from '../taxonomies/ethnicity.ts'
import { adultAge, calendarDate, label, longText, repeated, text, yesNo } from './field-schemas.ts'
import { fieldErrors, invalidFile } from './field-errors.ts'

const limb = z.looseObject({
  answer: z.string('must be text').nullish(),
  reason: longText().nullish(),
})

/** The limbs of Care Act 2014 section 44, each answered apart; a missing one is an unanswered one. */
export const section44Schema = z.looseObject({
  adult_in_area: limb.nullish(),
  needs_for_care_and_support: limb.extend({ met: z.string().nullish() }).nullish(),
  concern_about_working_together: limb.nullish(),
  died: limb.nullish(),
  death_abuse_or_neglect_known_or_suspected: limb.nullish(),
  alive_serious_abuse_or_neglect: limb.nullish(),
})

const adultSchema = z
  .looseObject({
    code: text(100),
    roster: text(100).nullish(),
    age_at_death: adultAge().nullish(),
    date_of_birth: calendarDate().nullish(),
    date_of_death: calendarDate().nullish(),
    sex: text(100).nullish(),
    gender: text(100).nullish(),
    gender_identity: text(200).nullish(),
    ethnicity: z
      .string('must be text')
      .refine(
        (value) => recordedEthnicities.includes(value),
        'must be one of the ethnic groups of the collection',
      )
      .nullish(),
    ethnicity_detail: label(ethnicDetails).nullish(),
    religion: text(200).nullish(),
    sexual_orientation: text(200).nullish(),
    disability: yesNo().nullish(),
    health: z.array(text(500), 'must be a list').default([]),
    primary_support_reason: label(primarySupportReasons).nullish(),
    living_situation: text().nullish(),
    lives_alone: yesNo().nullish(),
    capacity: label(capacityAnswers).nullish(),
    outcome: z.enum(['died', 'survived'], 'must be "died" or "survived"').nullish(),
    criminal_offences: z.array(text(), 'must be a list').default([]),
    published_name: text(200).nullish(),
    published_name_chosen_by: text(200).nullish(),
  })
  .check((ctx) => {
    const { date_of_birth: born, date_of_death: died, ethnicity, ethnicity_detail: detail } = ctx.value
    const say = (path: string, message: string): void => {
      ctx.issues.push({ code: 'custom', path: [path], message, input: undefined })
    }
    if (born && died && died < born) say('date_of_death', 'must not be before the date of birth')
    if (died && ctx.value.outcome === 'survived')
      say('outcome', 'must be "died" where there is a date of death')
    if (detail && ethnicity && ethnicGroupOf(detail) !== sacEthnicGroup(ethnicity)) {
      say('ethnicity_detail', 'must belong to the ethnic group given')
    }
  })

const agencySchema = z.looseObject({
  id: text(100),
  name: text(300),
  sector: text(200).nullish(),
  chronology: text(300).nullish(),
  second_version: text(300).nullish(),
  imr: text(300).nullish(),
  status: text(200).nullish(),
})

/** One review in the exchange format of the command line (CASE.json, format "1"). Unknown fields are kept. */
export const caseFileSchema = z
  .looseObject({
    format: z.literal('1', 'must be "1"').optional(),
    ref: text(100),
    board: text(300).nullish(),
    working_title: text(300),
    adults: z.array(adultSchema, 'must be a list').min(1, 'must hold at least one adult'),
    dates: z.record(z.string(), calendarDate().nullable(), 'must be a set of named dates').default({}),
    s44: section44Schema.default({}),
    recommended_by: text(300).nullish(),
    decided_by: text(300).nullish(),
    abuse_types: z.array(label(abuseTypes), 'must be a list').default([]),
    primary_abuse_type: label(abuseTypes).nullish(),
    location: label(locations).nullish(),
    source_of_risk: z
      .union([z.array(label(sourcesOfRisk)), label(sourcesOfRisk).transform((one) => [one])], {
        error: `must be one or more of the labels of ${sourcesOfRisk.name}`,
      })
      .default([]),
    methodology: text(300).nullish(),
    referral_source: text(300).nullish(),
    kloes: z.array(z.looseObject({ n: z.int('must be a whole number'), text: longText() })).default([]),
    agencies: z.array(agencySchema, 'must be a list').default([]),
    parallel_processes: z
      .array(
        z.looseObject({
          type: text(200),
          reference: text(200).nullish(),
          status: text().nullish(),
          effect: text().nullish(),
        }),
      )
      .default([]),
    family: z.array(z.looseObject({ roster: text(100).nullish() })).default([]),
    abbreviations: z.record(z.string(), z.string('must be text')).default({}),
  })
  .check((ctx) => {
    const say = (path: (string | number)[], message: string): void => {
      ctx.issues.push({ code: 'custom', path, message, input: undefined })
    }
    const { adults, agencies, abuse_types: types, primary_abuse_type: primary, kloes, dates } = ctx.value
    for (const at of repeated(adults.map((adult) => adult.code)))
      say(['adults', at, 'code'], 'must not repeat')
    for (const at of repeated(agencies.map((agency) => agency.id)))
      say(['agencies', at, 'id'], 'must not repeat')
    for (const at of repeated(agencies.map((agency) => agency.name)))
      say(['agencies', at, 'name'], 'must not repeat')
    for (const at of repeated(kloes.map((kloe) => String(kloe.n)))) say(['kloes', at, 'n'], 'must not repeat')
    for (const at of repeated(types)) say(['abuse_types', at], 'must not repeat')
    if (primary && !types.includes(primary)) say(['primary_abuse_type'], 'must be among the abuse types')
    const { initiated, concluded } = dates
    if (initiated && concluded && concluded < initiated) {
      say(['dates', 'concluded'], 'must not be before the review was initiated')
    }
  })

export type CaseFile = z.output<typeof caseFileSchema>
export type CaseAdult = CaseFile['adults'][number]
export type Section44Facts = z.output<typeof section44Schema>

/**
 * Reads a parsed CASE.json. `file` is the name used in the error.
 * Throws `invalid` with every place at fault; the values found are never repeated.
 */
export const parseCaseFile = (json: unknown, file = 'The case file'): CaseFile => {
  const parsed = caseFileSchema.safeParse(json)
  if (!parsed.success) throw invalidFile(file, fieldErrors(parsed.error))
  return parsed.data
}
