import { digitsOf, saidAround, saidBefore, type IdentifierRule } from './identifier-labels.ts'

/** Luhn check of payment cards (ISO/IEC 7812-1). */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    let value = Number(digits.charAt(digits.length - 1 - i))
    if (i % 2 === 1) value = value > 4 ? value * 2 - 9 : value * 2
    sum += value
  }
  return sum % 10 === 0
}

const isDateLike = (value: string): boolean =>
  /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$/.test(value) ||
  /^(?:19|20)\d{2}[/.-]\d{1,2}([/.-]\d{1,2})?$/.test(value)

const isYear = (value: string): boolean => /^(?:19|20)\d\d$/.test(value)

const bankWords = /\b(?:sort|bank|account|a\/c|acc|iban|building society|statement)\b/i

export const officialRules: readonly IdentifierRule[] = [
  {
    kind: 'NI_NUMBER',
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z0-9])/gi,
    confidence: (value) =>
      /^(?!BG|GB|NK|KN|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/i.test(value) ? 0.98 : 0.75,
  },
  {
    kind: 'NI_NUMBER',
    pattern:
      /\b(?:NI|NINO|national insurance)(?:\s?(?:no|number|num)\b\.?)?[:#\s]{1,3}(?<value>[A-Z]{1,2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[A-Z])?)(?![A-Za-z0-9])/dgi,
    confidence: () => 0.9,
  },
  {
    kind: 'PASSPORT',
    pattern:
      /\bpassport\b(?:\s(?:no|number|num|ref)\b\.?)?(?:\s(?:is|was))?[:#\s(]{1,3}(?<value>[A-Z]{0,2}\d{6,9})(?![A-Za-z0-9])/dgi,
    confidence: (value) => (digitsOf(value).length >= 8 ? 0.97 : 0.85),
  },
  {
    kind: 'DRIVING_LICENCE',
    pattern:
      /(?<=(?<![A-Za-z0-9])(?<head>[A-Z][A-Z9]{4}[ -]?))\d[0156]\d[0-3]\d\d[ -]?[A-Z9]{2}[ -]?[A-Z0-9][A-Z]{2}(?:\s?\d{2})?(?![A-Za-z0-9])/dgi,
    confidence: () => 0.98,
  },
  {
    kind: 'DRIVING_LICENCE',
    pattern:
      /\bdriv(?:ing|er'?s?) licen[cs]e\b(?:\s(?:no|number|num|ref)\b\.?)?(?:\s(?:is|was))?[:#\s(]{1,3}(?<value>[A-Z0-9]{4,6}[ -]?[A-Z0-9]{4,8}[ -]?[A-Z0-9]{2,6})(?![A-Za-z0-9])/dgi,
    confidence: (value) => (/\d{3}/.test(value) ? 0.9 : null),
  },
  {
    kind: 'BANK_ACCOUNT',
    pattern: /(?<![\d/-])\d{2}[ -]\d{2}[ -]\d{2}(?![\d/]|-\d)/g,
    confidence: (value, match, text) => {
      const said = saidBefore(text, match.index, /\bsort(?:[ -]?code)?s?\b[^.\n]{0,12}$/i, 30)
      if (said) return 0.98
      const after = text.slice(match.index + value.length, match.index + value.length + 40)
      if (
        /^[ ,;/-]{1,3}(?:and\s|a\/c\s|acc(?:ount)?\.?\s)?(?:no\.?|number)?[:\s]{0,2}\d{8}(?!\d)/i.test(after)
      )
        return 0.95
      return saidAround(text, match.index, /\bsort code\b/i, 40) ? 0.85 : null
    },
  },
  {
    kind: 'BANK_ACCOUNT',
    pattern: /\bsort(?:[ -]?code)?(?:\s(?:no|number|is)\b)?[:#\s]{1,3}(?<value>\d{6})(?!\d)/dgi,
    confidence: () => 0.95,
  },
  {
    kind: 'BANK_ACCOUNT',
    pattern:
      /(?<![\d-])\d{2}[ -]\d{2}[ -]\d{2}[ ,;/-]{1,3}(?:and\s|a\/c\s|acc(?:ount)?\.?\s)?(?:(?:no\.?|number)[:\s]{1,2})?(?<value>\d{7,8})(?!\d)/dgi,
    confidence: () => 0.95,
  },
  {
    kind: 'BANK_ACCOUNT',
    pattern:
      /\b(?:bank\s)?(?:account|a\/c|acc|acct)\b\.?(?:\s(?:no|number|num)\b\.?)?(?:\s(?:is|was))?[:#\s]{1,3}(?<value>\d{8}|\d{4}[ -]\d{4})(?!\d)/dgi,
    confidence: (_value, match, text) => (saidAround(text, match.index, bankWords, 60) ? 0.95 : 0.8),
  },
  {
    kind: 'BANK_ACCOUNT',
    pattern: /(?<![A-Za-z0-9])GB\d{2}(?:\s?[A-Z]{4})(?:\s?\d{4}){3}\s?\d{2}(?![A-Za-z0-9])/gi,
    confidence: () => 0.98,
  },
  {
    kind: 'CARD',
    pattern:
      /(?<![\d/.£-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?!\d)|(?<![\d/.£-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\d)/g,
    confidence: (value) => {
      const digits = digitsOf(value)
      if (digits.length < 13 || digits.length > 19) return null
      return passesLuhn(digits) ? 0.98 : 0.7
    },
  },
  {
    kind: 'UPRN',
    pattern: /\bUPRN\b(?:\s(?:no|number|is)\b\.?)?[:#\s(]{1,3}(?<value>\d{1,12})(?!\d)/dgi,
    confidence: () => 0.98,
  },
  {
    kind: 'CASE_NUMBER',
    pattern:
      /\b(?:MRN|PAS|Mosaic|LAS|RiO|Liquidlogic|CareFirst|SystmOne|SystemOne|EMIS|PARIS|Datix|Eclipse|AIS|SWIFT|IAS|Lorenzo|Cerner|Epic|NEC|Northgate|Orchard|hospital|patient|client|service user|person|social care|adult social care|tenancy|tenant|rent|claim|case|record|file|ref|reference|our ref|your ref|safeguarding|referral|incident|concern|enquiry|job|order|ticket|invoice|policy|customer|member(?:ship)?|account|property|court|claim|complaint|policy|DWP|PIP|ID|identifier|unit)\b\.?(?:\s(?:id|no|num|number|ref|reference|record|file|form)\b\.?){0,2}(?:\s(?:is|was))?[:#\s(]{1,3}(?<value>(?:[A-Z]{1,6}[-/ ]?)?\d[A-Z\d]{2,14}(?:[/-][A-Z\d]{1,10}){0,3})(?![A-Za-z0-9])/dgi,
    confidence: (value, match) => {
      if (isDateLike(value) || isYear(value)) return null
      const digits = digitsOf(value)
      const lead = match[0].slice(0, match[0].length - value.length)
      const strong =
        /\b(?:id|no|num|number|ref|reference)\b/i.test(lead) ||
        /^(?:MRN|Mosaic|LAS|RiO|Liquidlogic|CareFirst|SystmOne|EMIS|PARIS|Datix)\b/.test(lead)
      if (/^\d+(?:st|nd|rd|th|am|pm|mg|ml|mcg|kg|cm|mm|g|hrs?|hours?|mins?|days?|weeks?|x|k|s)$/i.test(value))
        return null
      if (strong) return digits.length >= 3 && !/^\d{1,3}$/.test(value) ? 0.93 : null
      return digits.length >= 5 ? 0.8 : null
    },
  },
  {
    kind: 'CASE_NUMBER',
    pattern: /(?<![A-Za-z0-9/-])[A-Z]{1,6}-\d{4,10}(?:[-/][A-Z0-9]{1,8}){0,2}(?![A-Za-z0-9])/g,
    confidence: (value) => (isYear(value.replace(/^[A-Z]+-/, '')) ? null : 0.85),
  },
  {
    kind: 'CASE_NUMBER',
    pattern:
      /(?<![A-Za-z0-9/-])[A-Z]{2,6}(?:[-/][A-Z]{2,6}){1,3}[-/]\d{2,8}(?:[-/][A-Z0-9]{1,8}){0,2}(?![A-Za-z0-9])/g,
    confidence: () => 0.8,
  },
  {
    kind: 'CASE_NUMBER',
    pattern: /(?<![A-Za-z0-9/-])[A-Z]{1,3}\d{6,10}[A-Z]?(?![A-Za-z0-9])/g,
    confidence: () => 0.75,
  },
]
