import { parseDate } from '../dates/parse-date.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'

/** A date written in a text. `date` is null where it cannot be placed in the calendar; `holds` is what it would tell. */
export type DateInText = {
  readonly start: number
  readonly end: number
  readonly date: ImpreciseDate | null
  readonly holds: 'day' | 'month' | 'year' | 'feast' | 'season'
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const weekday =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b[,.]?\\s{1,2}(?:the\\s)?)?'
const ordinal = '(?:st|nd|rd|th)?'
const year = "(?:\\d{4}(?![\\d])|'?\\d{2}(?![\\d:]))"

type Rule = { readonly pattern: RegExp; readonly holds: DateInText['holds']; readonly isPlaced: boolean }

const rule = (holds: DateInText['holds'], source: string, isPlaced: boolean, flags = 'gi'): Rule => ({
  holds,
  pattern: new RegExp(source, flags),
  isPlaced,
})

/** Longest first: what an earlier rule found, a later one leaves. */
const rules: readonly Rule[] = [
  rule(
    'day',
    `(?<![\\d/.-])${weekday}\\d{1,2}${ordinal}(?:\\s(?:day\\s)?of)?[\\s,./-]{0,3}${month}[\\s,./'-]{0,3}${year}`,
    true,
  ),
  rule('day', `${weekday}(?<![\\p{L}])${month}\\s\\d{1,2}${ordinal},?\\s\\d{4}(?!\\d)`, true, 'giu'),
  rule('day', `(?<![\\d/.£:-])${weekday}\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)`, true),
  rule(
    'day',
    `(?<![\\d/.£:-])${weekday}\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:\\d{4}|\\d{2})(?![\\d/])`,
    true,
  ),
  rule(
    'day',
    `(?<![\\d/.-])${weekday}\\d{1,2}${ordinal}(?:\\s(?:day\\s)?of)?[\\s,./-]{0,3}${month}(?![\\p{L}\\d])`,
    false,
    'giu',
  ),
  rule(
    'day',
    `${weekday}(?<![\\p{L}])${month}\\s(?:the\\s)?\\d{1,2}${ordinal}(?![\\d:/]|\\s?(?:am|pm)\\b)`,
    false,
    'giu',
  ),
  rule('month', `(?<![\\p{L}])${month}[\\s,/-]{1,3}${year}`, true, 'giu'),
  rule('month', '(?<![\\d/.£:-])(?:0?[1-9]|1[0-2])/(?:19|20)\\d\\d(?![\\d/])', true),
  rule(
    'day',
    '(?<=\\b(?:on|by|from|until|till|since|dated?|to|of)\\s)(?:0?[1-9]|[12]\\d|3[01])[/.](?:0?[1-9]|1[0-2])(?![\\d/.:%])',
    false,
  ),
  rule(
    'day',
    '(?<=\\b(?:on|by|from|until|till|since)\\s)(?:the\\s)?(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)\\b(?!\\s(?:birthday|floor|time|occasion|attempt|visit|call|edition|century))',
    false,
  ),
  rule(
    'feast',
    "\\b(?:(?:christmas|new year(?:'?s)?|easter|boxing|may|mother(?:'?s|ing)|father'?s|valentine'?s|st(?:\\.|\\s)?\\s?(?:george|patrick|david|andrew)'?s|armistice|remembrance)\\s(?:day|eve|sunday|monday|weekend|bank holiday)|good friday|maundy thursday|ash wednesday|shrove tuesday|pancake day|palm sunday|(?:early |late |spring |summer |august |may )?bank holiday(?: (?:monday|weekend))?|hallowe'?en|bonfire night|guy fawkes(?: night)?|hogmanay|twelfth night|midsummer(?:'?s)? (?:day|eve))\\b",
    false,
  ),
  rule(
    'season',
    '\\b(?:christmas|xmas|easter|whitsun|new year|diwali|eid(?:[ -]al[ -](?:fitr|adha))?|ramadan|vaisakhi|hanukkah|passover|yom kippur|lent|advent)\\b|\\b(?:the )?(?:first |second |third |national )?lockdown\\b|\\b(?:the )?(?:coronation|platinum jubilee|general election|world cup)\\b',
    false,
  ),
  rule(
    'season',
    `\\b(?:(?:early|mid|late)[ -])?(?:spring|summer|autumn|winter)(?:\\sof)?\\s(?:19|20)\\d\\d\\b`,
    true,
  ),
  rule(
    'season',
    '(?<=\\b(?:in|during|since|until|that|last|next|this|over|throughout)\\s(?:the\\s)?(?:early |late )?)(?:spring|summer|autumn|winter)\\b',
    false,
  ),
  rule(
    'month',
    `(?<=\\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]o|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f)[\\s-](?:early |late |mid[ -])?)(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b`,
    false,
    'gu',
  ),
  rule(
    'year',
    '(?<=\\b(?:in|since|from|until|till|before|after|during|by|year|of|to)\\s)(?:19|20)\\d\\d(?![\\d/.:-]|\\s?(?:hours|hrs))',
    true,
  ),
]

/**
 * Every date in a folded text, and every feast, season and public event that places one, in order and never overlapping. A
 * weekday before a date is part of it. Source of the list: requirements section 5, "Dates": weekdays, bank holidays and
 * lockdown references betray a shift.
 */
export const findDates = (text: string): readonly DateInText[] => {
  if (!/\d|day|eve|night|mas\b|spring|summer|autumn|winter|lockdown|holiday|year|[A-Z][a-z]{2}/i.test(text))
    return []
  const found: DateInText[] = []
  for (const { pattern, holds, isPlaced } of rules) {
    pattern.lastIndex = 0
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].replace(/[\s.]+$/, '').length]
      if (found.some((one) => one.start < end && start < one.end)) continue
      const date = isPlaced ? parseDate(withoutWeekday(match[0].trim())) : null
      const placed = date !== null && date.earliest !== null && date.latest !== null ? date : null
      found.push({ start, end, date: placed, holds })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const withoutWeekday = (written: string): string =>
  written.replace(new RegExp(`^${weekday}(?=\\S)`, 'i'), '').replace(/^the\s/i, '')
