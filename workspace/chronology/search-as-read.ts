import type { Entry } from '../../db/entries.ts'
import { eachEntry, type EntryFilter } from '../../db/entry-list.ts'
import type { Session } from '../host.ts'
import { mayName, type Reading, type Readings } from './show-entries.ts'

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Whether what was searched for stands in an entry as its reader reads it. Somebody who reads pseudonyms must not learn whom
 * one stands for by trying names, or the beginnings of names, against the text behind it.
 */
export const standsAsRead = (search: string, read: Reading): ((entry: Entry) => boolean) => {
  const wanted = wordsIn(search)
  return ({ fields }) => {
    const words = wordsIn(Object.values(fields).map(read).join('\n'))
    const whole = new Set(words)
    return wanted.every(
      (word, at) =>
        whole.has(word) || (at === wanted.length - 1 && words.some((one) => one.startsWith(word))),
    )
  }
}

/**
 * What a search finds for somebody who reads pseudonyms: held against the text as they read it. Null where the vault's own
 * search may answer, because they may read the key or have not searched.
 */
export const foundAsRead = (
  session: Session,
  filter: EntryFilter,
  read: Readings,
): readonly Entry[] | null => {
  const { search, caseId } = filter
  if (search === undefined || mayName(session, caseId)) return null
  return [...eachEntry(session.vault.db, filter)].filter(standsAsRead(search, read.text))
}
