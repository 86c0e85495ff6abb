import type { IdentifierKind } from './redaction.ts'

export type LeakPattern = { readonly kind: IdentifierKind; readonly pattern: RegExp }

/** The plain shapes of structured identifiers, written apart from the detectors that replaced them. */
export const leakPatterns: readonly LeakPattern[] = [
  {
    kind: 'EMAIL',
    pattern: /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,120}\.[A-Za-z]{2,}/g,
  },
  { kind: 'URL', pattern: /\bhttps?:\/\/\S{3,500}|\bwww\.[a-z0-9]\S{2,500}/gi },
  { kind: 'NHS_NUMBER', pattern: /(?<![\d/.£+-])(?:\d{3}[ -]\d{3}[ -]\d{4}|[1-9]\d{9})(?![\d/]|\.\d)/g },
  {
    kind: 'CHI_NUMBER',
    pattern: /(?<![\d/.£])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ -]\d{4}(?![\d/]|\.\d)/g,
  },
  {
    kind: 'NI_NUMBER',
    pattern: /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![A-Za-z0-9])/gi,
  },
  {
    kind: 'POSTCODE',
    pattern:
      /(?<![A-Za-z0-9])(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNPR-Y\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/g,
  },
  {
    kind: 'PHONE',
    pattern: /(?<![\w£./@-])(?:\+44 ?(?:\(0\) ?)?|0)[12378]\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?![\d/])/g,
  },
  {
    kind: 'VEHICLE',
    pattern: /(?<![A-Za-z0-9])[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7\d)[A-HJ-PR-Z]{3}(?![A-Za-z0-9])/g,
  },
  { kind: 'CRIME_NUMBER', pattern: /(?<![\d/])\d{2}[A-Z]{0,2}\/\d{5,7}\/\d{2}(?!\d)/g },
  { kind: 'CRIME_NUMBER', pattern: /(?<![\d/A-Za-z])\d{2}\/\d{5,7}[A-Z](?![A-Za-z0-9])/g },
  { kind: 'CRIME_NUMBER', pattern: /(?<![A-Za-z0-9])\d{2}[A-Z]{2}\d{7}(?![A-Za-z0-9])/g },
  { kind: 'CASE_NUMBER', pattern: /\blog (?:no\.? |number )?\d{2,5} of \d{1,2}\/\d{1,2}\/\d{2,4}/gi },
  { kind: 'COLLAR_NUMBER', pattern: /\b(?:PC|PCSO|DC|DS|Sgt) \d{3,5}(?![\d/:])/g },
  { kind: 'PROFESSIONAL_ID', pattern: /\bGMC (?:no\.? |number )?\d{7}\b/g },
  { kind: 'CARD', pattern: /(?<![\d/.£-])[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  { kind: 'BANK_ACCOUNT', pattern: /\bsort code:? \d\d-\d\d-\d\d(?!\d)/gi },
  {
    kind: 'DRIVING_LICENCE',
    pattern: /(?<![A-Za-z0-9])[A-Z][A-Z9]{4}\d[0156]\d[0-3]\d\d[A-Z9]{2}[A-Z0-9][A-Z]{2}(?![A-Za-z0-9])/g,
  },
  { kind: 'PASSPORT', pattern: /\bpassport (?:no\.? |number )?\d{9}(?!\d)/gi },
  { kind: 'UPRN', pattern: /\bUPRN:? \d{6,12}(?!\d)/gi },
  {
    kind: 'IP_ADDRESS',
    pattern: /(?<![\d.])(?:1\d\d|2[0-4]\d|25[0-5])(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d]|\.\d)/g,
  },
]

export const leakDates =
  /(?<![\d/.£-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})|\d{1,2} \d{1,2} \d{4}|\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)?[ ,.-]{1,3}[A-Za-z]{3,9}[ ,.-]{1,3}'?(?:\d{4}|\d{2})|[A-Za-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?!\d)/g
