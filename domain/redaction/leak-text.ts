/** A word of a text under the gate's eye. Kept apart from `tokens.ts`: the gate shares no code with what it checks. */
export type LeakWord = {
  readonly at: number
  readonly raw: string
  readonly low: string
  /** What stands between this word and the next, at most a few characters of it. */
  readonly gap: string
}

const spelled: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201b\u2032\u02bc\u02bb\u00b4\u0060]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00df\u1e9e]/g, 'ss'],
  [/\u00f8/g, 'o'],
  [/\u00d8/g, 'O'],
  [/\u0142/g, 'l'],
  [/\u0141/g, 'L'],
  [/[\u0111\u00f0]/g, 'd'],
  [/[\u0110\u00d0]/g, 'D'],
  [/\u00e6/g, 'ae'],
  [/\u00c6/g, 'AE'],
  [/\u0153/g, 'oe'],
  [/\u0152/g, 'OE'],
  [/\u00fe/g, 'th'],
  [/\u00de/g, 'Th'],
  [/\u0131/g, 'i'],
  [/\u0127/g, 'h'],
  [/\u0167/g, 't'],
  [/\p{Zs}/gu, ' '],
]

const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  ο: 'o',
  в: 'b',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  α: 'a',
  β: 'b',
  ε: 'e',
  ζ: 'z',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'n',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
  Ο: 'O',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
}

/** The text without accents, invisible characters and fancy punctuation, and without words broken at line ends. */
export const smooth = (text: string): string => {
  let out = text
  if (/[^\x20-\x7e\n]/.test(out)) {
    out = out.normalize('NFKD').replace(/[\p{M}\p{Cf}\u0640\u3164\u115f\u1160]/gu, '')
    for (const [pattern, plain] of spelled) out = out.replace(pattern, plain)
    out = out.replace(/[\u0370-\u052f]/g, (letter) => lookalikes[letter] ?? letter)
  }
  return out
    .replaceAll('`', "'")
    .replace(/(?<=\p{L})-\r?\n(?=\p{Ll})|(?<=\p{Lu}{2})-\r?\n(?=\p{Lu}{2})/gu, '')
}

/** The words and numbers of a smoothed text. */
export const leakWords = (text: string): LeakWord[] => {
  const words: LeakWord[] = []
  const pattern = /\p{L}+|\p{N}+/gu
  const found = [...text.matchAll(pattern)]
  for (const [i, match] of found.entries()) {
    const end = match.index + match[0].length
    const next = found[i + 1]?.index ?? text.length
    words.push({
      at: match.index,
      raw: match[0],
      low: match[0].toLowerCase(),
      gap: text.slice(end, Math.min(next, end + 8)),
    })
  }
  return words
}

/** Lower-case words of a phrase. */
export const phraseWords = (phrase: string): string[] =>
  smooth(phrase.replace(/['\u2019]s?\s*$/u, ''))
    .toLowerCase()
    .match(/\p{L}+|\p{N}+/gu) ?? []
