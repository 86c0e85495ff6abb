import { digitsOf, saidBefore, type IdentifierRule } from './identifier-labels.ts'

/**
 * NHS and CHI check digit: weights 10 to 2, 11 minus the sum modulo 11; 11 counts as 0 and 10 is never issued.
 * Source: NHS Data Dictionary, NHS number.
 */
export const passesModulus11 = (digits: string): boolean => {
  if (digits.length !== 10) return false
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(digits.charAt(i)) * (10 - i)
  const check = 11 - (sum % 11)
  return (check === 11 ? 0 : check) === Number(digits.charAt(9))
}

const isDayMonthYear = (digits: string): boolean => {
  const day = Number(digits.slice(0, 2))
  const month = Number(digits.slice(2, 4))
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

const readsAsChi = (value: string, before: boolean): boolean => {
  const digits = digitsOf(value)
  if (!isDayMonthYear(digits)) return false
  return before || /^\d{6}[ -]\d{4}$/.test(value) || /^\d{10}$/.test(value)
}

const isTenDigits = (value: string, match: RegExpExecArray, text: string): boolean => {
  if (digitsOf(value).length !== 10) return false
  // a telephone number in international form
  return !/[+]\s?$/.test(text.slice(Math.max(0, match.index - 2), match.index))
}

export const healthRules: readonly IdentifierRule[] = [
  {
    kind: 'NHS_NUMBER',
    pattern: /(?<![\d/.£])\d{3}[ .-]?\d{3}[ .-]?\d{4}(?![\d/]|\.\d)/g,
    confidence: (value, match, text) => {
      if (!isTenDigits(value, match, text)) return null
      const digits = digitsOf(value)
      const said = saidBefore(text, match.index, /\bNHS\b/i, 30)
      if (!said && saidBefore(text, match.index, /\bCHI\b/i, 25) && isDayMonthYear(digits)) return null
      if (!said && readsAsChi(value, false) && /^[0-3]/.test(digits)) return null
      if (!said && digits.startsWith('0')) return null
      return passesModulus11(digits) ? 0.99 : said ? 0.9 : 0.7
    },
  },
  {
    kind: 'NHS_NUMBER',
    pattern: /\bNHS(?:\s?(?:no|number|num|id|ref)\b)?[.:#\s-]{0,4}(?<value>\d(?:[ .-]?\d){7,11})(?!\d)/dgi,
    confidence: (value) => (digitsOf(value).length >= 9 && digitsOf(value).length <= 11 ? 0.9 : null),
  },
  {
    kind: 'CHI_NUMBER',
    pattern: /(?<![\d/.£])\d{6}[ -]?\d{4}(?![\d/]|\.\d)/g,
    confidence: (value, match, text) => {
      const said = saidBefore(text, match.index, /\bCHI\b/i, 25)
      if (!said && saidBefore(text, match.index, /\bNHS\b/i, 30)) return null
      if (!readsAsChi(value, said)) return said ? 0.8 : null
      return passesModulus11(digitsOf(value)) ? 0.97 : 0.75
    },
  },
  {
    kind: 'PROFESSIONAL_ID',
    pattern:
      /\bGMC(?:\s?(?:no|number|ref|reference|registration|reg)\b\.?){0,2}[.:#\s-]{0,4}(?<value>\d{7})(?!\d)/dgi,
    confidence: () => 0.97,
  },
  {
    kind: 'PROFESSIONAL_ID',
    pattern: /(?<![A-Za-z0-9])\d{2}[A-La-l]\d{4}[A-Za-z](?![A-Za-z0-9])/g,
    confidence: (_value, match, text) =>
      saidBefore(text, match.index, /\b(NMC|PIN|nurse|midwife)\b/i) ? 0.97 : 0.8,
  },
  {
    kind: 'PROFESSIONAL_ID',
    pattern:
      /\b(?:NMC|HCPC|SWE|SCW|registration|PIN)(?:\s?(?:no|number|PIN|ref|registration|reg)\b\.?){0,2}[.:#\s-]{0,4}(?<value>[A-Z]{0,3}\d{4,8}[A-Z]?)(?![A-Za-z0-9])/dg,
    confidence: (value) => (/^(19|20)\d\d$/.test(value) ? null : 0.9),
  },
  {
    kind: 'PROFESSIONAL_ID',
    pattern: /(?<![A-Za-z0-9])(?:SW|PA|PH|OT|RA|BS|CH|CS|DT|ODP|OR|PO|PYL|SL|AS)\d{5,6}(?![A-Za-z0-9])/g,
    confidence: () => 0.9,
  },
]
