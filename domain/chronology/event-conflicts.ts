import { compareAccounts, type AccountDifference } from './compare-accounts.ts'
import type { Account } from './propose-same-events.ts'

/** What one account says in a matter on which the accounts differ. `id` is the caller's own. */
export type Position = { readonly id: string; readonly says: string }

/** One matter on which the accounts of an event differ, with what each that speaks of it says. */
export type EventConflict = {
  readonly aspect: AccountDifference['aspect']
  /** Which matter of that aspect: the unit measured, the thing done. One event has each at most once. */
  readonly subject: string
  readonly sentence: string
  readonly positions: readonly Position[]
}

/**
 * On what the accounts of one event differ: the differences of each two by different agencies, those on one matter taken
 * together, in the order in which they are met. An account that says nothing of a matter has no position in it.
 * Requirements section 2: mark the disagreement, record the reviewer's resolution, keep both.
 */
export const conflictsIn = (
  accounts: readonly Account[],
  compare: (a: Account, b: Account) => readonly AccountDifference[] = compareAccounts,
): readonly EventConflict[] => {
  const matters = new Map<string, Matter>()
  for (const [at, a] of accounts.entries())
    for (const b of accounts.slice(at + 1)) {
      if (a.agency === b.agency) continue
      for (const difference of compare(a, b)) {
        const key = `${difference.aspect} ${difference.subject}`
        const matter = matters.get(key) ?? { first: difference, pairs: 0, said: new Map() }
        matter.pairs += 1
        note(matter, a.id, difference.a)
        note(matter, b.id, difference.b)
        matters.set(key, matter)
      }
    }
  return [...matters.values()].map(({ first, pairs, said }) => ({
    aspect: first.aspect,
    subject: first.subject,
    sentence: pairs === 1 ? first.sentence : `The accounts differ on ${first.subject}.`,
    positions: accounts.flatMap(({ id }) => {
      const says = said.get(id)
      return says ? [{ id, says: [...says].join('; ') }] : []
    }),
  }))
}

type Matter = {
  readonly first: AccountDifference
  pairs: number
  readonly said: Map<string, Set<string>>
}

const note = ({ said }: Matter, id: string, says: string): void => {
  const known = said.get(id)
  if (known) known.add(says)
  else said.set(id, new Set([says]))
}

/** What a person settled in a matter: the positions as they stood, and the outcome; `open` opens it again. */
export type Settlement = Pick<EventConflict, 'aspect' | 'subject' | 'positions'> & {
  readonly outcome: 'preferred' | 'neither' | 'both' | 'open' | 'withdrawn'
}

/**
 * The settlement that holds for a conflict, and the latest one that no longer does because an account has since been
 * linked or says something else. `settled` are all of the case, oldest first; positions are by record.
 */
export const settlementOf = <Known extends Settlement>(
  { aspect, subject, positions }: Pick<EventConflict, 'aspect' | 'subject' | 'positions'>,
  settled: readonly Known[],
): { readonly holds: Known | null; readonly earlier: Known | null } => {
  const records = new Set(positions.map(({ id }) => id))
  const about = settled.findLast(
    (each) =>
      each.aspect === aspect && each.subject === subject && each.positions.some(({ id }) => records.has(id)),
  )
  if (!about || about.outcome === 'open') return { holds: null, earlier: null }
  const covered = positions.every(({ id, says }) =>
    about.positions.some((position) => position.id === id && position.says === says),
  )
  return covered ? { holds: about, earlier: null } : { holds: null, earlier: about }
}
