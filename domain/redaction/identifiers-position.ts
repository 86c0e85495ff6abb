import { digitsOf, type IdentifierRule } from './identifier-labels.ts'

/** Map positions: degrees, grid references and three-word addresses. */
export const positionRules: readonly IdentifierRule[] = [
  {
    kind: 'COORDINATES',
    pattern:
      /(?<![\d.])-?\d{1,2}\.\d{3,8}(?:°|\s?[NS]\b)?\s{0,2}[,;/]?\s{0,2}-?\d{1,3}\.\d{3,8}(?:°|\s?[EW]\b)?(?!\d|\.\d)/g,
    confidence: (value) => {
      const [lat, long] = (value.match(/-?\d+\.\d+/g) ?? []).map(Number)
      return lat !== undefined && long !== undefined && Math.abs(lat) <= 90 && Math.abs(long) <= 180
        ? 0.9
        : null
    },
  },
  {
    kind: 'COORDINATES',
    pattern:
      /(?<![\d.])\d{1,2}\.\d{1,8}°?\s?[NS]\b[,;/]?\s{0,2}\d{1,3}\.\d{1,8}°?\s?[EW]\b|(?<![A-Za-z\d])[NS]\s?\d{1,2}\.\d{2,8}°?[,;/]?\s{0,2}[EW]\s?\d{1,3}\.\d{2,8}°?(?!\d|\.\d)/g,
    confidence: () => 0.95,
  },
  {
    kind: 'COORDINATES',
    pattern:
      /\blat(?:itude)?[:\s]{1,3}-?\d{1,2}\.\d{1,8}[,;\s]{1,3}(?:and\s)?long?(?:itude)?[:\s]{1,3}-?\d{1,3}\.\d{1,8}/gi,
    confidence: () => 0.95,
  },
  {
    kind: 'COORDINATES',
    pattern:
      /\d{1,2}°\s?\d{1,2}['\s]\s?\d{1,2}(?:\.\d+)?["']{0,2}\s?[NS][,\s]{0,3}\d{1,3}°\s?\d{1,2}['\s]\s?\d{1,2}(?:\.\d+)?["']{0,2}\s?[EW]/g,
    confidence: () => 0.97,
  },
  {
    kind: 'COORDINATES',
    pattern: /(?<![/:\w])\/{3}\p{Ll}{3,20}\.\p{Ll}{3,20}\.\p{Ll}{3,20}(?![\p{L}.\w])/gu,
    confidence: () => 0.97,
  },
  {
    kind: 'COORDINATES',
    pattern:
      /\b(?:what ?3 ?words?|what three words|w3w)\b(?:\s(?:is|was|of|location|address|ref))?[:\s(]{1,3}(?<value>\/{0,3}\p{Ll}{3,20}\.\p{Ll}{3,20}\.\p{Ll}{3,20})(?![\p{L}\w])/dgiu,
    confidence: () => 0.95,
  },
  {
    kind: 'COORDINATES',
    pattern:
      /(?<![A-Za-z0-9])(?:[HNST][A-HJ-Z]|[JO][A-Z])\s?(?<east>\d{3,5})\s?(?<north>\d{3,5})(?![A-Za-z0-9])/g,
    confidence: (value, match, text) => {
      const digits = digitsOf(value)
      if (digits.length % 2 !== 0) return null
      const said = /\b(?:grid|OS|map|NGR|location)\b/i.test(
        text.slice(Math.max(0, match.index - 40), match.index),
      )
      if (!/^(?:H[PTUWXYZ]|N[A-DF-HJ-OR-UWXYZ]|S[CDEHJKMNOPR-Z]|T[AFGLMQRV]|OV)/.test(value))
        return said ? 0.8 : null
      if (said) return 0.95
      return /\s/.test(value.trim()) && !/^S[NO]\b/.test(value) ? 0.7 : null
    },
  },
]
