import { reducedDate, type Needles } from './leak-needles.ts'
import { leakDates } from './leak-patterns.ts'
import type { Report } from './leak-report.ts'

/** Whether the colon there stands between two bytes of a hash or id written as a fingerprint, "3a:51:20": no spacing. */
const isBetweenBytes = (text: string, colon: number): boolean =>
  /^[^\p{L}\p{N}]?[0-9a-f]{2}:[0-9a-f]{2}(?![\p{L}\p{N}])/u.test(
    text.slice(Math.max(0, colon - 3), colon + 4),
  )

/** Reports every number and code of the key, in any spacing. */
export const lookForNumbers = (text: string, needles: Needles, report: Report): void => {
  for (const cluster of text.matchAll(/\d(?:[\s().\-/]{0,3}\d)*/g)) {
    const digits = cluster[0].replace(/\D/g, '')
    const places = [...cluster[0].matchAll(/\d/g)].map(({ index }) => cluster.index + index)
    for (const run of cluster[0].matchAll(/\d+/g)) {
      if (run[0].length >= 6) continue
      const known = needles.digits.get(run[0])
      if (!known) continue
      const at = cluster.index + run.index
      const lead = text.slice(Math.max(0, at - 24), at)
      const odd = run[0].length < 4 || /^(?:19|20)\d\d$/.test(run[0])
      if (odd && !/\b(?:pc|dc|ds|pcso|sgt|collar|shoulder|number|no|ref|id)\b\.?[\s:#(]{0,3}$/i.test(lead))
        continue
      if (/£$|\d[.:/]$/.test(lead)) continue
      report(known.entry, known.kind, run[0], at, at + run[0].length)
    }
    for (const length of needles.longLengths) {
      for (let at = 0; at + length <= digits.length; at++) {
        const known = needles.digits.get(digits.slice(at, at + length))
        if (!known) continue
        const shown = cluster[0].length < 40 ? cluster[0] : digits.slice(at, at + length)
        report(known.entry, known.kind, shown, places[at] ?? 0, (places[at + length - 1] ?? 0) + 1)
      }
    }
  }
  if (needles.codes.size === 0) return
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    let code = ''
    let end = word.index
    let gap = 0
    for (; end < text.length && code.length < 64 && gap <= 3; end++) {
      const character = text.charAt(end)
      if (/[\p{L}\p{N}]/u.test(character)) {
        code += character.toLowerCase()
        gap = 0
      } else if (character === ':' && isBetweenBytes(text, end)) break
      else gap++
      if (code.length === 3 && !needles.codes.has(code)) break
    }
    for (const known of needles.codes.get(code.slice(0, 3)) ?? []) {
      if (code.startsWith(known.code))
        report(
          known.entry,
          known.kind,
          known.code,
          word.index,
          endOfCode(text, word.index, known.code.length),
        )
    }
  }
}

/** Where a code of so many letters and digits ends that begins here. */
const endOfCode = (text: string, start: number, length: number): number => {
  let end = start
  for (let seen = 0; seen < length && end < text.length; end++)
    if (/[\p{L}\p{N}]/u.test(text.charAt(end))) seen++
  return end
}

/** Reports the key's dates of birth (and death, for the public) however they are written. */
export const lookForDates = (text: string, needles: Needles, report: Report): void => {
  if (needles.dates.size === 0) return
  for (const match of text.matchAll(leakDates)) {
    const known = needles.dates.get(reducedDate(match[0]))
    if (known) report(known.entry, known.kind, match[0], match.index, match.index + match[0].length)
  }
}
