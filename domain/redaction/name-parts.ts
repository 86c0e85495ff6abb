import { foldText } from './fold-text.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { titles } from './titles.ts'

/** Letters and digits of a name as folded, lower-case words; a final 's is dropped. */
export const wordsOf = (name: string): string[] => {
  const clean = foldText(name.replace(/['\u2019\u2018\u02bc]s?\s*$/u, '')).clean
  const words = clean.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  // as tokens are read: scripts written without spaces, letter by letter
  return /[^\0-\u0dff]/.test(clean)
    ? words.flatMap(
        (word) =>
          word.match(
            /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu,
          ) ?? [],
      )
    : words
}

const particles = new Set(
  'van von der den de del della di da dos du la le al el bin ibn ben ap ab ter ten st saint'.split(' '),
)

/** Words of the surname from the end of a name: O'Neill, Smith-Jones, Mc Donald and van der Berg are one surname. */
export const splitName = (name: string): { given: string[]; surname: string[] } => {
  const comma = /^([^,]+),\s*(.+)$/.exec(name)
  const turned = comma ? `${comma[2] ?? ''} ${comma[1] ?? ''}` : name
  const clean = foldText(turned.replace(/['\u2019\u2018\u02bc]s\s*$/u, '')).clean.replace(
    /\([^)]*\)|"[^"]*"/g,
    ' ',
  )
  const parts = clean.split(/\s+/).filter((part) => /[\p{L}]/u.test(part))
  while (parts.length > 1 && (titles.has(wordsOf(parts[0] ?? '').join('')) || /^\d+$/.test(parts[0] ?? '')))
    parts.shift()
  if (parts.length === 0) return { given: [], surname: [] }
  let from = parts.length - 1
  while (from > 1 && particles.has((parts[from - 1] ?? '').toLowerCase())) from--
  if (from > 1 && /^(mc|mac|o|o')$/i.test(parts[from - 1] ?? '')) from--
  return {
    given: parts.slice(0, from).flatMap((part) => wordsOf(part)),
    surname: wordsOf(
      parts
        .slice(from)
        .join(' ')
        .replace(/^([OoDd])'(?=\p{L})/u, "$1'"),
    ),
  }
}

/** Every way the same surname's words are run together or apart. */
export const surnameShapes = (words: readonly string[]): string[][] => {
  const shapes = new Map<string, string[]>()
  const put = (shape: string[]): void => {
    if (shape.length > 0 && shape.every((word) => word !== '')) shapes.set(shape.join(' '), shape)
  }
  put([...words])
  if (words.length > 1) put([words.join('')])
  const joined = words.join('')
  const clan = joined.startsWith('mac') ? joined.slice(3) : joined.startsWith('mc') ? joined.slice(2) : ''
  if (clan.length >= 3 && words.length <= 2 && !isOrdinaryWord(joined)) {
    for (const start of ['mc', 'mac']) {
      put([start + clan])
      put([start, clan])
      put(['m', clan])
    }
  }
  return [...shapes.values()]
}

/** "Anne-Marie", "Ji-hoon": first names joined by a hyphen are one name. */
export const doubleGivens = (names: readonly string[]): string[][] => {
  const found: string[][] = []
  for (const name of names) {
    const clean = foldText(name).clean
    const comma = clean.indexOf(',')
    const words = (comma < 0 ? clean : clean.slice(comma + 1)).trim().split(/\s+/)
    if (comma < 0 && words.length < 2) continue
    for (const word of comma < 0 ? words.slice(0, -1) : words)
      if (/^\p{L}{2,}-\p{L}{2,}$/u.test(word) && !titles.has(wordsOf(word)[0] ?? ''))
        found.push(wordsOf(word))
  }
  return found
}
