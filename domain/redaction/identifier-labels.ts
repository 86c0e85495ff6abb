import type { Found } from './found.ts'
import type { IdentifierKind } from './redaction.ts'

/** What stands in a redacted text for an identifier, the same in every text. */
export const labels: Readonly<Record<IdentifierKind, string>> = {
  PERSON: '[name]',
  PLACE: '[place]',
  ORGANISATION: '[organisation]',
  ADDRESS: '[address]',
  POSTCODE: '[postcode]',
  PHONE: '[telephone number]',
  EMAIL: '[email address]',
  NHS_NUMBER: '[NHS number]',
  CHI_NUMBER: '[CHI number]',
  NI_NUMBER: '[National Insurance number]',
  VEHICLE: '[vehicle registration]',
  CRIME_NUMBER: '[crime number]',
  COLLAR_NUMBER: '[collar number]',
  PROFESSIONAL_ID: '[professional number]',
  CASE_NUMBER: '[reference number]',
  PASSPORT: '[passport number]',
  DRIVING_LICENCE: '[driving licence number]',
  BANK_ACCOUNT: '[bank details]',
  CARD: '[card number]',
  URL: '[web address]',
  IP_ADDRESS: '[network address]',
  UPRN: '[property number]',
  COORDINATES: '[map position]',
  DATE_OF_BIRTH: '[date of birth]',
  DATE: '[date]',
  AGE: '[age over 89]',
}

/** One kind of identifier by its shape. Offsets and text are those of the folded text. */
export type IdentifierRule = {
  readonly kind: IdentifierKind
  /** Global and, where it captures `value`, with indices. Never nested repeats: time stays linear. */
  readonly pattern: RegExp
  /** Where given, the rule is tried only in texts in which this occurs: cheaper than the pattern itself. */
  readonly needs?: RegExp
  /** 0 to 1 where it is one, null where it is not after all. */
  readonly confidence: (value: string, match: RegExpExecArray, text: string) => number | null
}

/** Every finding of one rule. The capture named `value`, where there is one, is what is replaced. */
export const applyRule = (rule: IdentifierRule, text: string, found: Found[]): void => {
  const { pattern } = rule
  if (rule.needs !== undefined && !rule.needs.test(text)) return
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const value = match.groups?.['value']
    const range = value === undefined ? undefined : match.indices?.groups?.['value']
    // `head`, captured by a lookbehind, belongs to it: a pattern that begins with digits finds its places faster
    const head = match.groups?.['head'] === undefined ? undefined : match.indices?.groups?.['head']
    const start = head ? head[0] : range ? range[0] : match.index
    const end = range ? range[1] : match.index + match[0].length
    const confidence = rule.confidence(head ? text.slice(start, end) : (value ?? match[0]), match, text)
    if (confidence !== null && end > start) found.push(identifier(rule.kind, start, end, confidence))
    if (match[0] === '') pattern.lastIndex++
    else if (confidence === null) pattern.lastIndex = match.index + Math.min(match[0].length, 1)
  }
}

export const identifier = (
  kind: IdentifierKind,
  start: number,
  end: number,
  confidence: number,
  ask = '',
): Found => ({
  start,
  end,
  kind,
  verdict: ask === '' ? 'replace' : 'ask',
  entries: [],
  replacement: labels[kind],
  confidence,
  source: 'pattern',
  why: ask,
  listed: false,
})

/** Whether `pattern` occurs within `reach` code units before `at`. */
export const saidBefore = (text: string, at: number, pattern: RegExp, reach = 40): boolean =>
  pattern.test(text.slice(Math.max(0, at - reach), at))

export const saidAround = (text: string, at: number, pattern: RegExp, reach = 50): boolean =>
  pattern.test(text.slice(Math.max(0, at - reach), at + reach))

export const digitsOf = (text: string): string => text.replace(/\D/g, '')
