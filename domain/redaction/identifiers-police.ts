import { knownAbbreviations } from './field-words.ts'
import { saidAround, saidBefore, type IdentifierRule } from './identifier-labels.ts'
import { isOrdinaryWord } from './ordinary-words.ts'

const vehicleWords =
  /\b(?:car|vehicle|van|reg|registration|plate|vrm|index|drove|driving|driver|motorbike|motorcycle|lorry|taxi|parked|vauxhall|ford|bmw|audi|fiesta|corsa|astra|golf|insured)\b/i

/** "HbA1c": small and capital letters mixed. */
const isMixed = (value: string): boolean => value !== value.toUpperCase() && value !== value.toLowerCase()

const plate = (letters: string, text: string, at: number): number | null => {
  if (saidAround(text, at, vehicleWords)) return 0.95
  const raw = letters.toUpperCase()
  return raw !== letters || knownAbbreviations.has(raw) || isOrdinaryWord(raw.toLowerCase()) ? null : 0.6
}

const numericDate = '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}'

export const policeRules: readonly IdentifierRule[] = [
  {
    kind: 'CRIME_NUMBER',
    pattern: /(?<![\d/])\d{2}[A-Z]{0,2}\/\d{4,8}\/\d{2}(?!\d)/g,
    confidence: () => 0.97,
  },
  {
    kind: 'CRIME_NUMBER',
    pattern: /(?<![\d/A-Za-z])(?:\d{2}|\d{4})\/\d{4,8}[A-Z](?![A-Za-z0-9])/g,
    confidence: (_value, match, text) => (saidBefore(text, match.index, /\bPNC\b/i) ? 0.99 : 0.85),
  },
  {
    kind: 'CRIME_NUMBER',
    pattern: /(?<![A-Za-z0-9])\d{2}[ /]?[A-Z]{2}[ /]?\d{4,5}[ /]?\d{2}(?![A-Za-z0-9])/g,
    confidence: (value, match, text) =>
      saidBefore(text, match.index, /\bURN\b/i) ? 0.98 : /^\d{2}[A-Z]{2}\d{7}$/.test(value) ? 0.9 : null,
  },
  {
    kind: 'CRIME_NUMBER',
    pattern:
      /\b(?:crime|URN|PNC|CRN|occurrence|custody|niche|athena)\b(?:\s(?:id|no|number|ref|reference|report|record)\b\.?){0,2}[:#\s(]{1,3}(?<value>[A-Z]{0,4}[\d][A-Z\d]{0,14}(?:[/-][A-Z\d]{1,12}){0,3})/dgi,
    confidence: (value) =>
      /\d.*\d.*\d/.test(value) &&
      !/^(?:19|20)\d\d$/.test(value) &&
      !/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(value)
        ? 0.9
        : null,
  },
  {
    kind: 'CASE_NUMBER',
    pattern: new RegExp(
      `\\b(?:log|incident|CAD|STORM|command and control|inc)\\b\\.?(?:\\s?(?:no|number|ref|reference)\\b\\.?)?[:#\\s]{1,3}\\d{1,6}\\s{1,2}(?:of|on|dated)\\s{1,2}(?:the\\s)?(?:${numericDate}|\\d{1,2}(?:st|nd|rd|th)?\\s[A-Z][a-z]{2,8}(?:\\s\\d{4})?)`,
      'gi',
    ),
    confidence: () => 0.98,
  },
  {
    kind: 'CASE_NUMBER',
    pattern: /\b(?:log|CAD|STORM)(?:\s(?:no|number|ref)\b\.?)?[:#\s]{1,3}\d{3,6}(?![\d/:.]\d)(?!\d)/gi,
    confidence: (value) => (/(?:19|20)\d\d$/.test(value) && !/\d{5}/.test(value) ? null : 0.9),
  },
  {
    kind: 'COLLAR_NUMBER',
    pattern:
      /(?<![A-Za-z0-9])(?:PCSO|PC|WPC|DC|DS|DI|DCI|PS|Sgt|SGT|Insp|Sergeant|Constable|Inspector|pcso|sgt|pc)\.?\s{0,2}(?<value>[A-Z]{0,2}\d{2,6})(?![\d/:.]\d)(?![A-Za-z0-9])/dg,
    confidence: () => 0.95,
  },
  {
    kind: 'COLLAR_NUMBER',
    pattern:
      /\b(?:collar|shoulder|warrant|epaulette)\b(?:\s(?:no|number|num)\b\.?)?[:#\s]{1,3}(?<value>[A-Z]{0,3}\d{2,6})(?![A-Za-z0-9])/dgi,
    confidence: () => 0.95,
  },
  {
    kind: 'CASE_NUMBER',
    pattern:
      /\b(?:exhibits?|seized as|produced as|sealed bag|bag)(?:\s(?:no|number|ref|reference)\b\.?)?[:#\s]{1,3}(?<value>[A-Z]{2,4}[/-]?\d{1,4}|[A-Z]\d{6,10})(?![A-Za-z0-9])/dgi,
    confidence: () => 0.95,
  },
  {
    kind: 'VEHICLE',
    pattern: /(?<![A-Za-z0-9])[A-HJ-PR-Y]{2}\s?(?<age>\d{2})\s?[A-HJ-PR-Z]{3}(?![A-Za-z0-9])/gi,
    confidence: (value, match, text) => {
      const age = Number(match.groups?.['age'])
      const issued = (age >= 2 && age <= 29) || (age >= 51 && age <= 79)
      if (value === value.toUpperCase()) {
        if (/^[A-Z]{2}\s\d/.test(value)) return plate(value.slice(-3), text, match.index)
        if (isOrdinaryWord(value.slice(-3).toLowerCase()) && /\s/.test(value))
          return plate(value.slice(-3), text, match.index)
        return issued ? 0.97 : 0.75
      }
      return /^[a-z]{2}\d{2}/i.test(value) &&
        issued &&
        (saidAround(text, match.index, vehicleWords) || !isOrdinaryWord(value.slice(-3).toLowerCase()))
        ? 0.8
        : null
    },
  },
  {
    kind: 'VEHICLE',
    pattern: /(?<![A-Za-z0-9/-])[A-HJ-NPR-TV-Y]\d{1,3}\s?(?<letters>[A-HJ-PR-Z]{3})(?![A-Za-z0-9])/gi,
    confidence: (value, match, text) => {
      const letters = match.groups?.['letters'] ?? ''
      if (isMixed(value)) return null
      const said = plate(letters, text, match.index)
      return said !== null &&
        (said > 0.9
          ? value === value.toUpperCase() || !isOrdinaryWord(letters.toLowerCase())
          : /\d{2,3}/.test(value))
        ? said
        : null
    },
  },
  {
    kind: 'VEHICLE',
    pattern:
      /(?<=(?<![A-Za-z0-9/-])(?<head>(?<letters>[A-HJ-PR-Z]{3})\s?))\d{1,3}[A-HJ-NPR-TV-Y](?![A-Za-z0-9])/dgi,
    confidence: (value, match, text) => {
      const letters = match.groups?.['letters'] ?? ''
      if (isMixed(value)) return null
      const said = plate(letters, text, match.index)
      return said !== null &&
        (said > 0.9
          ? value === value.toUpperCase() || !isOrdinaryWord(letters.toLowerCase())
          : /\d{2,3}/.test(value))
        ? said
        : null
    },
  },
]
