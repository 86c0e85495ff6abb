import type { CaseFile } from '../case/case-file.ts'
import type { HistoryCase } from '../case/history-file.ts'
import { ageOn } from '../case/plain-date.ts'
import { ExpectedError } from '../result.ts'
import type { AbuseType } from '../taxonomies/abuse-types.ts'
import { ageBand, type AgeBand } from '../taxonomies/age-bands.ts'
import { sacEthnicGroup, type EthnicGroup } from '../taxonomies/ethnicity.ts'
import { sacGender, type Gender } from '../taxonomies/gender.ts'
import { reportingYear, reportingYearOf } from './reporting-year.ts'

/** One adult of a concluded review, as the collection counts people. */
export type CountedAdult = {
  readonly ageBand: AgeBand
  readonly gender: Gender
  readonly ethnicity: EthnicGroup
  readonly died: boolean
}

/** A concluded review, cut down to what is counted. `concluded` is `YYYY-MM-DD` and decides the year. */
export type ConcludedReview = {
  readonly ref: string
  readonly concluded: string
  readonly abuseTypes: readonly AbuseType[]
  readonly adults: readonly CountedAdult[]
}

/** A closed case of an earlier year, as counted. */
export const reviewFromHistory = (found: HistoryCase): ConcludedReview => ({
  ref: found.ref,
  concluded: found.concluded,
  abuseTypes: found.abuse_types,
  adults: found.adults.map((adult) => ({
    ageBand: ageBand(adult.age),
    gender: sacGender(adult.gender),
    ethnicity: sacEthnicGroup(adult.ethnicity, adult.ethnicity_detail),
    died: adult.outcome === 'died',
  })),
})

/**
 * One of the vault's own cases, as counted, or null while it is not concluded. Age is that at death, else on the last day
 * of the reporting year it was concluded in (SAC 2024-25 guidance SG1).
 * Throws `invalid` where an adult has neither an outcome nor a date of death, since SG5 cannot place such a person.
 */
export const reviewFromCase = (file: CaseFile): ConcludedReview | null => {
  const concluded = file.dates['concluded']
  if (!concluded) return null
  const { ends } = reportingYear(reportingYearOf(concluded))
  return {
    ref: file.ref,
    concluded,
    abuseTypes: file.abuse_types,
    adults: file.adults.map((adult, at) => {
      const died = adult.outcome === 'died' || Boolean(adult.date_of_death)
      if (!died && !adult.outcome) {
        throw new ExpectedError(
          'invalid',
          'A concluded review cannot be counted until the outcome of each adult is recorded.',
          [{ path: `adults.${at}.outcome`, message: 'must be "died" or "survived"' }],
        )
      }
      const measuredOn = died ? adult.date_of_death : ends
      const age =
        (died ? adult.age_at_death : null) ??
        (adult.date_of_birth && measuredOn ? ageOn(adult.date_of_birth, measuredOn) : null)
      return {
        ageBand: ageBand(age),
        gender: sacGender(adult.gender),
        ethnicity: sacEthnicGroup(adult.ethnicity, adult.ethnicity_detail),
        died,
      }
    }),
  }
}
