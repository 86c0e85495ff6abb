/**
 * A pseudonym that names another, such as “Daughter 1's home”, once that other has become `to`; null where it does not name
 * it. One pseudonym that only begins like another (“Daughter 11”) does not.
 */
export const followingPseudonym = (pseudonym: string, from: string, to: string): string | null =>
  pseudonym.startsWith(from) && /^['’]/.test(pseudonym.slice(from.length))
    ? to + pseudonym.slice(from.length)
    : null
