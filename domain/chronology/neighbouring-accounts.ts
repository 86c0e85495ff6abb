import { daysApart, meets, type Evidence } from './account-evidence.ts'

/** Two accounts by different agencies whose days are near enough for one event. */
export type Candidate = { readonly a: Evidence; readonly b: Evidence }

/** Dates that are written this far apart still meet once each is widened by a day. */
const nearest = 2

/**
 * Every pair of accounts by different agencies whose dates lie within two days, or where a day that one names meets the
 * date of the other or a day that it names. `told` is in order of `reach.from`.
 */
export const neighboursIn = (told: readonly Evidence[]): readonly Candidate[] => {
  const pairs: Candidate[] = []
  let open: Evidence[] = []
  for (const later of told) {
    open = open.filter((earlier) => earlier.reach.to >= later.reach.from)
    for (const earlier of open)
      if (earlier.account.agency !== later.account.agency && near(earlier, later))
        pairs.push({ a: earlier, b: later })
    open.push(later)
  }
  return pairs
}

const near = (a: Evidence, b: Evidence): boolean =>
  daysApart(a.own, b.own) <= nearest ||
  a.named.some((day) => meets(day, b.own) || b.named.some((other) => meets(day, other))) ||
  b.named.some((day) => meets(day, a.own))
