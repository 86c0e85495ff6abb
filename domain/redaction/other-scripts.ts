import { gapAfter, gaps, type Tokens } from './tokens.ts'

/** Letters of a script without capitals: Arabic, Hebrew, Gurmukhi, Bengali, Chinese and others. */
const withoutCase = /^(?!\p{Script=Latin})[\p{Lo}\p{Lm}]/u

/** The last token of a run of words in a script without capitals that begins here, or null. */
export const otherScriptFrom = (
  tokens: Tokens,
  from: number,
  free: (t: number) => boolean,
): number | null => {
  if (!isOther(tokens, from) || !free(from)) return null
  let last = from
  const joining = gaps.space | gaps.none | gaps.hyphen | gaps.apostrophe
  while (last + 1 < tokens.count && (gapAfter(tokens, last) & ~joining) === 0) {
    if (!isOther(tokens, last + 1) || !free(last + 1)) break
    last++
  }
  return last
}

const isOther = (tokens: Tokens, t: number): boolean => {
  const from = tokens.start[t] ?? 0
  return tokens.text.charCodeAt(from) > 0x2ff && withoutCase.test(tokens.text.slice(from, from + 2))
}
