import type { IdentifierKind } from './redaction.ts'

export type LeakPattern = { readonly kind: IdentifierKind; readonly pattern: RegExp }

/** The plain shapes of structured identifiers, written apart from the detectors that replaced them. */
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}'
const date = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${month} \\d{4})`
const number = '(?: (?:no|number|num|ref|reference|id|record|pin)\\b\\.?){0,2}:?[ #(]{1,3}'

const rule = (kind: IdentifierKind, pattern: RegExp): LeakPattern => ({ kind, pattern })
const built = (kind: IdentifierKind, source: string, flags = 'gi'): LeakPattern =>
  rule(kind, new RegExp(source, flags))

export const leakPatterns: readonly LeakPattern[] = [
  rule('EMAIL', /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,120}\.[A-Za-z]{2,}/g),
  rule(
    'URL',
    /\bhttps?:\/\/\S{3,500}|\bwww\.[a-z0-9]\S{2,500}|\b[a-z0-9-]{2,60}\.(?:org|com|net|uk)\/\S{1,300}/gi,
  ),
  rule('NHS_NUMBER', /(?<![\d/.£+-])(?:\d{3}[ -]\d{3}[ -]\d{4}|[1-9]\d{9})(?![\d/]|\.\d)/g),
  rule('CHI_NUMBER', /(?<![\d/.£])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ -]?\d{4}(?![\d/]|\.\d)/g),
  rule(
    'NI_NUMBER',
    /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![A-Za-z0-9])/gi,
  ),
  rule(
    'POSTCODE',
    /(?<![A-Za-z0-9])(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNPR-Y\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/g,
  ),
  rule(
    'POSTCODE',
    /(?<![a-z0-9])[a-pr-uwyz][a-hk-y]\d\d? ?\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}(?![a-z0-9])/g,
  ),
  rule('PHONE', /(?<![\w£./@-])(?:\+44 ?(?:\(0\) ?)?|0)[12378]\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?![\d/])/g),
  rule('PHONE', /(?<![\w£./@-])(?:\(0\d{3,4}\)|(?:\+44 ?)?0?20|\+44 ?\d{2,4}) ?\d{3,4} ?\d{3,4}(?![\d/])/g),
  rule('PHONE', /(?<![\w£./@+-])44[17]\d{9}(?!\d)|\btel(?:ephone)?:? \d{6}(?!\d)/gi),
  rule(
    'VEHICLE',
    /(?<![A-Za-z0-9])[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7\d)[A-HJ-PR-Z]{3}(?![A-Za-z0-9])/g,
  ),
  rule(
    'VEHICLE',
    /\b(?:car|vehicle|van|reg|registration),? (?:[A-Z]{2}\d\d ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])(?![A-Za-z0-9])/g,
  ),
  rule(
    'VEHICLE',
    /\b(?:car|vehicle|van|reg|registration|plate),? (?:is |was )?[a-z]{2}\d\d ?[a-z]{3}(?![A-Za-z0-9])/gi,
  ),
  rule('CRIME_NUMBER', /(?<![\d/])\d{2}[A-Z]{0,2}\/\d{5,7}\/\d{2}(?!\d)/g),
  rule('CRIME_NUMBER', /(?<![\d/A-Za-z])\d{2}\/\d{5,7}[A-Z](?![A-Za-z0-9])/g),
  rule('CRIME_NUMBER', /(?<![A-Za-z0-9])\d{2}[A-Z]{2}\d{7}(?![A-Za-z0-9])/g),
  built('CRIME_NUMBER', `\\bcrime${number}\\d{3,8}(?:/\\d{2,7}){0,2}(?![\\d/])`),
  built('CASE_NUMBER', `\\b(?:log|CAD|incident)${number}\\d{2,6} (?:of|on|dated) ${date}`),
  rule('CASE_NUMBER', /\b(?:log|CAD) (?:no\.? |number )?0\d{2,5}(?![\d/:])/gi),
  rule(
    'CASE_NUMBER',
    /(?<![A-Za-z0-9/-])[A-Z]{1,5}-\d{5,10}(?![A-Za-z0-9])|(?<![A-Za-z0-9/-])[A-Z]{1,3}\d{6,9}(?![A-Za-z0-9])/g,
  ),
  rule('CASE_NUMBER', /\bexhibit:? (?:no\.? |ref\.? )?[A-Z]{2,4}\/\d{1,4}(?![A-Za-z0-9])/gi),
  rule(
    'CASE_NUMBER',
    /\b(?:MRN|Mosaic|LAS|RiO)(?: (?:[Nn]o|[Nn]umber|ID|[Ii]d|[Rr]ecord|[Rr]ef)\b\.?)?:?[ #(]{1,3}\d{5,10}(?!\d|[/.-]\d)/g,
  ),
  rule(
    'CASE_NUMBER',
    /\b(?:hospital|case|tenancy|patient|client) (?:no|number|ref|reference)\b\.?:?[ #(]{1,3}\d{5,12}(?!\d|[/.-]\d)/gi,
  ),
  rule(
    'CASE_NUMBER',
    /\bref(?:erence)?(?: (?:no|number))?\.?:? {0,2}(?:[A-Z]{1,6}[/-]\d{2,8}(?:[/-][A-Z0-9]{1,8}){0,2}|\d{6,12})(?![A-Za-z0-9/-])/gi,
  ),
  rule(
    'COLLAR_NUMBER',
    /\b(?:PC|PCSO|DC|DS|Sgt) \d{3,5}(?![\d/:])|\bcollar (?:no\.?|number):? \d{3,6}(?!\d)/g,
  ),
  rule(
    'PROFESSIONAL_ID',
    /\bGMC:? (?:no\.?:? |number:? )?\d{7}\b|(?<![A-Za-z0-9])\d{2}[A-L]\d{4}[A-Z](?![A-Za-z0-9])/g,
  ),
  rule('PROFESSIONAL_ID', /(?<![A-Za-z0-9])(?:SW|PA|PH|OT)\d{5,6}(?![A-Za-z0-9])/g),
  rule(
    'CARD',
    /(?<![\d/.£-])[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<![\d/.£-])3[47]\d{2} \d{6} \d{5}(?!\d)/g,
  ),
  rule('BANK_ACCOUNT', /\bsort code:? \d\d-\d\d-\d\d(?!\d)|\baccount (?:no\.?|number):? \d{8}(?!\d)/gi),
  rule('BANK_ACCOUNT', /(?<![A-Za-z0-9])GB\d\d ?[A-Z]{4}(?: ?\d{4}){3} ?\d\d(?!\d)/g),
  rule(
    'DRIVING_LICENCE',
    /(?<![A-Za-z0-9])[A-Z][A-Z9]{4} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z0-9][A-Z]{2}(?![A-Za-z0-9])/g,
  ),
  rule('PASSPORT', /\bpassport (?:no\.? |number )?\d{9}(?!\d)/gi),
  rule('UPRN', /\bUPRN:? \d{6,12}(?!\d)/gi),
  rule(
    'IP_ADDRESS',
    /(?<![\d.])(?:1\d\d|2[0-4]\d|25[0-5])(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d]|\.\d)/g,
  ),
  rule(
    'IP_ADDRESS',
    /(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])|(?<![\w:])2001:[0-9a-f]{0,4}:[0-9a-f:]{2,30}(?![\w:])/gi,
  ),
  rule('COORDINATES', /(?<![\d.])-?\d{1,2}\.\d{4,8}(?: ?[NS])?, ?-?\d{1,3}\.\d{4,8}(?![\d.])/g),
  rule('COORDINATES', /\bgrid ref(?:erence)?:? [A-Z]{2} ?\d{3,5} ?\d{3,5}(?!\d)/gi),
  built('DATE_OF_BIRTH', `\\b(?:dob|d\\.o\\.b\\.|date of birth|born)(?: on)?:? ${date}`),
  rule('DATE_OF_BIRTH', /\b(?:his|her|their) \d{1,3}(?:st|nd|rd|th) birthday\b/gi),
  rule(
    'AGE',
    /\baged 9\d(?![\d.:/%])|(?<![\d/.£:-])(?:9\d|10\d)[ -]years?[ -]old\b|(?<![\d/.£:-])(?:9\d|10\d) ?y\/o\b/gi,
  ),
  rule('AGE', /\b(?:he|she|who) (?:is|was)(?: now)? (?:9\d|1[01]\d)(?=[.;)]| and\b| years|$)(?![.,]\d)/gi),
  rule(
    'ADDRESS',
    /(?<![\w£./:-]|\b(?:Ward|Bed|Page|Level|Band|Stage|Step|Section|Category|Room) )\d{1,4}[a-z]?(?:-\d{1,4})? (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?:(?:[A-Z][a-z]{1,15}(?:'s)?|St\.) ){1,3}(?:Street|Road|Avenue|Lane|Crescent|Terrace|Close|Drive|Grove|Gardens|Mews|Rd|Ave|St)(?![A-Za-z])/g,
  ),
  rule(
    'ADDRESS',
    /(?<![\w£./:-])\d{1,4}[A-Z]? (?:[A-Z]{3,15} ){1,2}(?:STREET|ROAD|AVENUE|LANE|CRESCENT|TERRACE|CLOSE|DRIVE|GROVE|GARDENS|MEWS)(?![A-Za-z])/g,
  ),
]

export const leakDates =
  /(?<![\d/.£-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})|\d{1,2} \d{1,2} \d{4}|\d{1,2}(?:st|nd|rd|th)?(?: (?:day )?of)?[ ,.-]{1,3}[A-Za-z]{3,9}[ ,.-]{1,3}'?(?:\d{4}|\d{2})|[A-Za-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?!\d)/g
