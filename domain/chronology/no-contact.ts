import { daysBetween } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import { declaresForNamedPeriod } from './no-contact-period.ts'

const outright =
  /\bdeclar\w+ (?:of )?(?:no|nil) contact\b|\bno contact declar\w+|\bnil return\b|\bno (?:contact|involvement|records?) (?:with (?:this|the|our) \w+ )?(?:in|during|for|within|throughout) (?:this|the|that) (?:period|time)\b/i
const opening =
  /^(?:there (?:was|were|is|are|has been|have been) )?(?:no|nil) (?:further |known |recorded |other |direct |documented )?(?:contacts?|involvement|entries|records?|activity|attendances?|information)(?: (?:recorded|held|known|found|identified|noted|to report))?\s*(?:[.:;,(\u2013-]|$|(?:between|from|during|in|for|within|throughout|with (?:this|the|our) (?:agency|service|trust|team|practice|force|organisation|council))\b)/i
const notKnown =
  /^(?:not|un)known to (?:this|the|our) (?:agency|service|trust|team|practice|force|organisation|council)\b/i

/** True for a sentence that declares no contact, whatever its date. */
export const saysNoContact = (text: string): boolean =>
  outright.test(text) ||
  opening.test(text.trim()) ||
  notKnown.test(text.trim()) ||
  declaresForNamedPeriod(text)

/**
 * True where an entry declares that the agency had no contact over a stretch of time, which is not itself contact. A
 * sentence that only begins "No contact" counts where its date spans more than one day: on one day it is a visit that
 * found nobody. Requirements section 2: agencies must state "no contact" periods.
 */
export const declaresNoContact = (date: ImpreciseDate, event: string, action: string): boolean => {
  if (outright.test(event) || outright.test(action) || declaresForNamedPeriod(event)) return true
  const isLong =
    date.earliest === null || date.latest === null || daysBetween(date.earliest, date.latest) >= 1
  return isLong && (opening.test(event.trim()) || notKnown.test(event.trim()))
}
