import { z } from 'zod'
import { listAdults } from '../../db/adults.ts'
import { listCases } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { readSpecialCategory, type SpecialCategory } from '../../db/sensitive.ts'
import type { AdultFacts, CaseFacts } from '../../domain/case/case-facts.ts'
import { caseFileSchema } from '../../domain/case/case-file.ts'
import { reviewFromCase, type ConcludedReview } from '../../domain/statistics/concluded-review.ts'

const pairsSchema = z.array(z.object({ field: z.string(), value: z.string() }))

/** The vault's own reviews that have been concluded, cut down to what is counted. No name, code or text leaves this module. */
export const ownConcludedReviews = (db: Db): readonly ConcludedReview[] =>
  listCases(db).flatMap((record) => {
    const review = record.data as unknown as CaseFacts['review']
    if (!review.dates.concluded) return []
    const special = (adultId: string, category: SpecialCategory): Record<string, string> =>
      Object.fromEntries(
        pairsSchema
          .parse(readSpecialCategory(db, record.id, adultId, category)?.value ?? [])
          .map(({ field, value }) => [field, value]),
      )
    const adults = listAdults(db, record.id).map(({ id, code, data }) => {
      const facts = data as unknown as AdultFacts
      const { ethnicity, ethnicity_detail } = special(id, 'ethnicity')
      return {
        code,
        date_of_birth: facts.dateOfBirth,
        date_of_death: facts.dateOfDeath,
        age_at_death: facts.ageAtDeath,
        outcome: facts.outcome,
        gender: facts.genderSameAsSex ? facts.sex : (special(id, 'gender-identity')['gender'] ?? null),
        ethnicity: ethnicity ?? null,
        ethnicity_detail: ethnicity_detail ?? null,
      }
    })
    const file = caseFileSchema.parse({
      ref: record.ref,
      working_title: record.title,
      adults,
      dates: review.dates,
      s44: review.section44,
      abuse_types: review.abuseTypes,
    })
    const counted = reviewFromCase(file)
    return counted ? [counted] : []
  })
