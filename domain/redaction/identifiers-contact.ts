import { digitsOf, identifier, type IdentifierRule } from './identifier-labels.ts'
import type { Found } from './found.ts'

const localPart = /[\w.+%'&-]/
const hostPart = /[\w.-]/

/** Email addresses, found from each "@" outwards so that time stays linear. */
export const findEmails = (text: string, found: Found[]): void => {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && localPart.test(text.charAt(start - 1))) start--
    while (start < at && /['.&-]/.test(text.charAt(start))) start++
    let end = at + 1
    while (end < text.length && end - at < 254 && hostPart.test(text.charAt(end))) end++
    while (end > at + 1 && /[._-]/.test(text.charAt(end - 1))) end--
    if (start === at || end === at + 1) continue
    const host = text.slice(at + 1, end)
    found.push(identifier('EMAIL', start, end, /\.[A-Za-z]{2,}$/.test(host) ? 0.99 : 0.8))
  }
}

const nationalDigits = (value: string): string =>
  digitsOf(value)
    .replace(/^(?:00)?44/, '')
    .replace(/^0/, '')

/** "2nd", "3hr": a digit and letters that are no end of a postcode. */
const unit = /(?:1st|2nd|3rd|[04-9]th|\d(?:hr|ug|lb|ft|yr|xl|gb|tb))$/i

export const contactRules: readonly IdentifierRule[] = [
  {
    kind: 'PHONE',
    pattern:
      /(?<![\w£./@-])(?:(?:\+|00)\s?44[\s-]?(?:\(0\))?[\s-]?|\(?0)\d(?:[\s().-]{0,2}\d){7,9}(?![\d/])/g,
    confidence: (value, _match) => {
      const national = nationalDigits(value)
      if (/^\d{1,2}[. ]\d{1,2}[. ](?:\d{4}|\d{2})(?!\d)/.test(value)) return null
      if (national.length < 9 || national.length > 10 || !/^[1-35789]/.test(national)) return null
      return national.length === 10 ? 0.97 : 0.85
    },
  },
  {
    kind: 'PHONE',
    pattern: /(?<![\w£./@+-])44[\s-]?(?:\(0\))?[\s-]?[1237]\d(?:[\s()-]{0,2}\d){7,8}(?!\d)/g,
    confidence: (value) => (nationalDigits(value).length === 10 ? 0.9 : null),
  },
  {
    kind: 'PHONE',
    pattern: /(?<![\w£./@+-])[1237]\d{3}[\s-]?\d{6}(?!\d)|(?<![\w£./@+-])0800[\s-]?11[\s-]?11(?!\d)/g,
    confidence: (value) =>
      /^(7\d{3}|1\d{3})[\s-]\d{6}$/.test(value) || value.startsWith('0800') ? 0.8 : null,
  },
  {
    kind: 'PHONE',
    pattern:
      /\b(?:tel|telephone|telephoned|phone|phoned|mob|mobile|landline|fax|ext|extension|ring|rang|call|called|text|texted)\b\.?(?:\s(?:no|number|num)\b\.?)?(?:\s(?:her|him|them|me|us|back))?(?:\s(?:is|on|at|via))?[:\s]{1,3}(?<value>\+?\d(?:[\s()-]{0,2}\d){4,13})(?![\d/:.]\d)(?!\d)/dgi,
    confidence: (value, _match, text) => {
      const digits = digitsOf(value)
      if (/^(?:19|20)\d\d/.test(digits) && digits.length < 6) return null
      if (/^\d{1,2}[\s-]\d{1,2}[\s-](?:\d{2}|\d{4})$/.test(value)) return null
      return text === '' ? null : digits.length >= 9 ? 0.9 : 0.7
    },
  },
  {
    kind: 'PHONE',
    pattern: /\b(?:ext|extension|extn)\b\.?(?:\s(?:no|number)\b)?[:\s]{1,3}(?<value>\d{3,6})(?!\d)/dgi,
    confidence: () => 0.8,
  },
  {
    kind: 'URL',
    pattern: /(?<![\w@])(?:https?|ftp):\/\/[^\s<>"')\]]{1,2000}|(?<![\w@])www\.[^\s<>"')\]]{1,2000}/gi,
    confidence: () => 0.99,
  },
  {
    kind: 'URL',
    pattern:
      /(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:com|org|net|info|gov|nhs|police|edu|ac|co|uk|eu|ie|io|app|care|scot|wales|cymru|london|online|site|biz|tv|me|blog)(?![\w-])(?:\/[^\s<>"')\]]{0,500})?/gi,
    confidence: (value) => {
      if (/^\d/.test(value) && !/[a-z]{3}/i.test(value.split('/')[0] ?? '')) return null
      const host = (value.split('/')[0] ?? '').toLowerCase()
      const labels = host.split('.')
      if (
        /^(?:me|co|ac|care|police|site|online|app|london|wales|blog|tv|io|info)$/.test(labels.at(-1) ?? '') &&
        !value.includes('/') &&
        labels.length < 3
      )
        return /^[a-z0-9.-]+$/.test(value) && /^(?:io|info|app|tv)$/.test(labels.at(-1) ?? '') ? 0.8 : null
      return value.includes('/') ? 0.95 : 0.9
    },
  },
  {
    kind: 'IP_ADDRESS',
    pattern:
      /(?<![\d.])(?:25[0-5]|2[0-4]\d|1\d\d|\d{1,2})(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|\d{1,2})){3}(?![\d]|\.\d)/g,
    confidence: (value, match, text) => {
      const parts = value.split('.').map(Number)
      const before = text.slice(Math.max(0, match.index - 14), match.index)
      if (/(?:section|para(?:graph)?|version|part|\bv|clause|rule)\.?\s*$/i.test(before)) return null
      return parts.every((part) => part < 20) && !/\bIP\b/i.test(before) ? null : 0.95
    },
  },
  {
    kind: 'IP_ADDRESS',
    needs: /:[0-9a-f]{0,4}:/i,
    pattern:
      /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}(?::?[0-9a-f]{1,4}){0,7}(?::)?(?![\w:])|(?<![\w:])::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4}(?![\w:])/gi,
    confidence: (value) => {
      const groups = value.split(':').filter((group) => group !== '')
      const doubled = value.includes('::')
      if (
        doubled
          ? value.indexOf('::') !== value.lastIndexOf('::') || groups.length > 7 || groups.length < 2
          : groups.length !== 8
      )
        return null
      return 0.95
    },
  },
  {
    kind: 'POSTCODE',
    pattern:
      /(?<![A-Za-z0-9])(?:GIR\s?0AA|(?:[A-PR-UWYZ]\d[\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRVWXY]?)(?<gap>\s{0,2}|-)\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/gi,
    confidence: (value, match) => {
      // "a flat on the m25 2nd exit", "b12 3hr": a road and a unit
      if (unit.test(value) && /^[abm]\d/i.test(value) && value !== value.toUpperCase()) return null
      if (value === value.toUpperCase()) return 0.97
      return match.groups?.['gap'] === '\n' ? null : 0.85
    },
  },
]
