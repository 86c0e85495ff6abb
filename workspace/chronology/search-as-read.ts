import type { Entry } from '../../db/entries.ts'
import type { FoundBy } from '../../db/entry-filter.ts'
import { holdsAll, searchTerms, wordsOf, type SearchTerm } from '../../domain/chronology/search-words.ts'
import type { PreparedRoster } from '../../domain/redaction/prepare-roster.ts'
import { spellingsByEntry } from '../../domain/redaction/spellings-of.ts'
import type { Reading } from './show-entries.ts'

const textOf = ({ fields }: Entry, read: Reading): string => Object.values(fields).map(read).join('\n')

/**
 * Whether what was searched for stands in an entry as its reader reads it. Somebody who reads pseudonyms must not learn whom
 * one stands for by trying names, or the beginnings of names, against the text behind it.
 */
export const standsAsRead = (search: string, read: Reading): ((entry: Entry) => boolean) => {
  const terms = searchTerms(search)
  return (entry) => holdsAll(textOf(entry, read), terms)
}

/** Words of pseudonyms, with every spelling of the names behind them. */
export type Pseudonyms = ReadonlyMap<string, ReadonlySet<string>>

export const pseudonymsOf = (prepared: PreparedRoster): Pseudonyms => {
  const spellings = spellingsByEntry(prepared)
  const found = new Map<string, Set<string>>()
  prepared.entries.forEach(({ pseudonym }, entry) => {
    for (const { folded } of wordsOf(pseudonym)) {
      const behind = found.get(folded) ?? new Set<string>()
      for (const spelling of spellings.get(entry) ?? []) behind.add(spelling)
      found.set(folded, behind)
    }
  })
  return found
}

/**
 * What to look for in the stored text so that what stands in the text as read, with pseudonyms for names, is found too.
 * It finds at least that: what is found must still be held against the text as read. `other` is false where no word could
 * be part of a pseudonym, so that the stored text alone answers.
 */
export const termsAsRead = (
  search: string,
  pseudonyms: Pseudonyms,
): { readonly terms: readonly FoundBy[]; readonly other: boolean } => {
  const behind = (word: string, unfinished: boolean): readonly string[] => {
    const exact = [...(pseudonyms.get(word) ?? [])]
    if (!unfinished) return exact
    return [...pseudonyms].flatMap(([known, spellings]) => (known.startsWith(word) ? [...spellings] : []))
  }
  const found = searchTerms(search).flatMap((term: SearchTerm): readonly FoundBy[] => {
    const last = term.words.length - 1
    const words = term.words.map((text, at): FoundBy => {
      const unfinished = term.unfinished && at === last
      return { text, unfinished, or: behind(text, unfinished) }
    })
    return words.every(({ or = [] }) => or.length === 0) ? [term] : words
  })
  return { terms: found, other: found.some(({ or = [] }) => or.length > 0) }
}
