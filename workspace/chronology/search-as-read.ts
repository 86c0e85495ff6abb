import type { Entry } from '../../db/entries.ts'
import type { Reading } from './show-entries.ts'

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
