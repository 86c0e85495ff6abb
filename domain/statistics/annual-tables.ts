import { ExpectedError } from '../result.ts'
import { abuseTypes } from '../taxonomies/abuse-types.ts'
import { ageBands } from '../taxonomies/age-bands.ts'
import type { CodeList } from '../taxonomies/code-list.ts'
import { ethnicGroups } from '../taxonomies/ethnicity.ts'
import { genders } from '../taxonomies/gender.ts'
import { peopleByOutcome, reviewsByDeath } from '../taxonomies/sac-reviews.ts'
import type { ConcludedReview, CountedAdult } from './concluded-review.ts'
import { reportingYear } from './reporting-year.ts'

export type AnnualTableId =
  | 'SG5a'
  | 'SG5b'
  | 'reviews_by_abuse_type'
  | 'adults_by_age_band'
  | 'adults_by_gender'
  | 'adults_by_ethnicity'

/** What a table counts. */
export type CountingUnit = 'reviews' | 'people'

/** One exact table: not for publication. `total` is the number of reviews or people, which rows of `additive` tables add up to. */
export type AnnualTable = {
  readonly id: AnnualTableId
  readonly title: string
  readonly unit: CountingUnit
  readonly additive: boolean
  readonly rows: readonly { readonly label: string; readonly count: number }[]
  readonly total: number
}

/** A year's exact counts: not for publication. */
export type AnnualTables = {
  readonly year: string
  readonly reviews: number
  readonly adults: number
  readonly tables: readonly AnnualTable[]
}

const countBy = <Item>(list: CodeList, items: readonly Item[], has: (item: Item, label: string) => boolean) =>
  list.labels.map((label) => ({ label, count: items.filter((item) => has(item, label)).length }))

/**
 * Counts the reviews concluded in a reporting year (1 April to 31 March, whenever begun) and the adults they are about.
 * A review of several adults counts once as a review and once per adult as people; a review with several types of abuse
 * counts under each, so those rows add up to more than the number of reviews. Reviews of other years are left out.
 * Throws `invalid` for a year that is not one or a review with no adult, `conflict` where a reference comes twice.
 */
export const annualTables = (cases: readonly ConcludedReview[], year: string): AnnualTables => {
  const { starts, ends } = reportingYear(year)
  const reviews = cases.filter(({ concluded }) => concluded >= starts && concluded <= ends)
  if (new Set(reviews.map(({ ref }) => ref)).size !== reviews.length) {
    throw new ExpectedError(
      'conflict',
      `Two reviews concluded in ${year} have the same reference, so one would count twice.`,
    )
  }
  if (reviews.some(({ adults }) => adults.length === 0)) {
    throw new ExpectedError('invalid', `A review concluded in ${year} has no adult, so it cannot be counted.`)
  }
  const people = reviews.flatMap(({ adults }) => adults)
  const [withDeath] = reviewsByDeath.labels
  const [died] = peopleByOutcome.labels
  const ofPeople = (
    id: AnnualTableId,
    title: string,
    list: CodeList,
    has: (adult: CountedAdult, label: string) => boolean,
  ): AnnualTable => ({
    id,
    title,
    unit: 'people',
    additive: true,
    rows: countBy(list, people, has),
    total: people.length,
  })
  return {
    year,
    reviews: reviews.length,
    adults: people.length,
    tables: [
      {
        id: 'SG5a',
        title: 'Reviews by whether anyone died',
        unit: 'reviews',
        additive: true,
        rows: countBy(
          reviewsByDeath,
          reviews,
          ({ adults }, label) => adults.some((adult) => adult.died) === (label === withDeath),
        ),
        total: reviews.length,
      },
      ofPeople(
        'SG5b',
        'People by outcome',
        peopleByOutcome,
        (adult, label) => adult.died === (label === died),
      ),
      {
        id: 'reviews_by_abuse_type',
        title: 'Reviews by type of abuse',
        unit: 'reviews',
        additive: false,
        rows: countBy(abuseTypes, reviews, (review, label) =>
          review.abuseTypes.some((type) => type === label),
        ),
        total: reviews.length,
      },
      ofPeople(
        'adults_by_age_band',
        'People by age band',
        ageBands,
        (adult, label) => adult.ageBand === label,
      ),
      ofPeople('adults_by_gender', 'People by gender', genders, (adult, label) => adult.gender === label),
      ofPeople(
        'adults_by_ethnicity',
        'People by ethnicity',
        ethnicGroups,
        (adult, label) => adult.ethnicity === label,
      ),
    ],
  }
}
