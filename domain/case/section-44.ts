import { daysBetween } from '../dates/calendar.ts'
import { addMonths } from './plain-date.ts'
import type { Section44Facts } from './case-file.ts'

export type LimbName =
  | 'adult_in_area'
  | 'needs_for_care_and_support'
  | 'concern_about_working_together'
  | 'died'
  | 'death_abuse_or_neglect_known_or_suspected'
  | 'alive_serious_abuse_or_neglect'

/** What the answered limbs amount to. It is advice: the Independent Chair decides, and that decision is stored. */
export type CriteriaDecision =
  | { readonly decision: 'mandatory'; readonly condition: 1 | 2; readonly basis: string }
  | { readonly decision: 'discretionary'; readonly basis: string }
  | { readonly decision: 'not met'; readonly basis: string }
  | {
      readonly decision: 'cannot be decided'
      readonly basis: string
      readonly unanswered: readonly LimbName[]
    }

const limbWords: Record<LimbName, string> = {
  adult_in_area: 'whether the adult is or was in the area',
  needs_for_care_and_support: 'whether the adult has or had needs for care and support',
  concern_about_working_together: 'whether there is concern about how agencies worked together',
  died: 'whether the adult died',
  death_abuse_or_neglect_known_or_suspected:
    'whether the death is known or suspected to result from abuse or neglect',
  alive_serious_abuse_or_neglect: 'whether serious abuse or neglect is known or suspected',
}

type Answer = 'yes' | 'known' | 'suspected' | 'no' | null

const answerOf = (facts: Section44Facts, name: LimbName): Answer => {
  switch (facts[name]?.answer?.trim().toLowerCase()) {
    case 'yes':
      return 'yes'
    case 'known':
      return 'known'
    case 'suspected':
      return 'suspected'
    case 'no':
      return 'no'
    default:
      return null
  }
}

/**
 * Reads the limbs of Care Act 2014 section 44: area, needs, concern about joint working, and condition 1 (died, s44(2))
 * or condition 2 (alive, s44(3)). All met is mandatory; area and needs only is discretionary under s44(4).
 * A limb that matters and has no clear answer (anything but yes, no, known or suspected) leaves it undecided.
 */
export const decideCriteria = (facts: Section44Facts): CriteriaDecision => {
  const died = answerOf(facts, 'died')
  const conditionLimb: LimbName | null =
    died === null
      ? null
      : died === 'no'
        ? 'alive_serious_abuse_or_neglect'
        : 'death_abuse_or_neglect_known_or_suspected'
  const needed: readonly LimbName[] = [
    'adult_in_area',
    'needs_for_care_and_support',
    'concern_about_working_together',
    'died',
    ...(conditionLimb === null ? [] : [conditionLimb]),
  ]
  const unanswered = needed.filter((name) => answerOf(facts, name) === null)
  if (conditionLimb === null || unanswered.length > 0) {
    const missing = unanswered.map((name) => limbWords[name]).join('; ')
    return { decision: 'cannot be decided', basis: `not answered: ${missing}`, unanswered }
  }
  const isMet = (name: LimbName): boolean => answerOf(facts, name) !== 'no'
  const failed = (['adult_in_area', 'needs_for_care_and_support'] as const).filter((name) => !isMet(name))
  if (failed.length > 0) {
    return {
      decision: 'not met',
      basis: `s44(1) and s44(4): answered no: ${failed.map((n) => limbWords[n]).join('; ')}`,
    }
  }
  if (!isMet('concern_about_working_together') || !isMet(conditionLimb)) {
    return { decision: 'discretionary', basis: 's44(4)' }
  }
  const certainty = answerOf(facts, conditionLimb) === 'suspected' ? 'suspected' : 'known'
  return died === 'no'
    ? {
        decision: 'mandatory',
        condition: 2,
        basis: `s44(1) and (3): alive, serious abuse or neglect ${certainty}`,
      }
    : { decision: 'mandatory', condition: 1, basis: `s44(1) to (2): died, abuse or neglect ${certainty}` }
}

/** The date six months after initiation by which a review should be complete (statutory guidance chapter 14). */
export const sixMonthDate = (initiated: string): string => addMonths(initiated, 6)

/** Where a review stands against the six-month date. The day of initiation is day 1; dates are `YYYY-MM-DD`. */
export type CaseClock = {
  readonly day: number
  readonly due: string
  /** Days left until the due date, 0 on the day itself and when overdue. */
  readonly daysLeft: number
  readonly overdue: boolean
  readonly daysOverdue: number
}

/** Counts a review's days on a given day. A review concluded by then is clocked at its own conclusion by passing that date. */
export const caseClock = (initiated: string, today: string): CaseClock => {
  const due = sixMonthDate(initiated)
  const past = daysBetween(due, today)
  return {
    day: daysBetween(initiated, today) + 1,
    due,
    daysLeft: Math.max(0, -past),
    overdue: past > 0,
    daysOverdue: Math.max(0, past),
  }
}
