import type { Forbidden } from './expected.ts'

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Typography made equal on both sides: a curly apostrophe or a hard space hides nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[\u200b-\u200d\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')

/** Whether a text holds a string that no finished pack may hold, as the answer key says to look for it. */
export const holds = (text: string, forbidden: Forbidden): boolean => {
  let haystack = plain(text)
  for (const allowed of forbidden.allowed_inside) haystack = haystack.replaceAll(plain(allowed), ' ')
  const needle = plain(forbidden.string)
  if (forbidden.match === 'digits') {
    const squeeze = (value: string): string => value.replaceAll(/[\s()-]/g, '')
    return squeeze(haystack).includes(squeeze(needle))
  }
  if (forbidden.match === 'word') {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${escape(needle)}(?![\\p{L}\\p{N}])`,
      forbidden.case_sensitive ? 'u' : 'iu',
    )
    return pattern.test(haystack)
  }
  return forbidden.case_sensitive
    ? haystack.includes(needle)
    : haystack.toLowerCase().includes(needle.toLowerCase())
}
