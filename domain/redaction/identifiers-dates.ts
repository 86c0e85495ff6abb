import type { Found } from './found.ts'
import { identifier, saidAround, type IdentifierRule } from './identifier-labels.ts'
import type { KnownDay, PreparedRoster } from './prepare-roster.ts'
import type { Audience } from './redaction.ts'
import { wordOf, type Tokens } from './tokens.ts'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dayFirst = `\\d{1,2}(?:st|nd|rd|th)?(?:\\s(?:day\\s)?of)?[\\s,.-]{1,3}${monthName}\\b\\.?(?:[\\s,.-]{1,3}'?(?:\\d{4}(?!\\d)|\\d{2}(?!\\d|:\\d)))?`
const joinedDay = `\\d{1,2}${monthName}(?:\\d{4}|\\d{2})(?!\\d)`
const monthFirst = `${monthName}\\b\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s(?:\\d{4}))`
const numeric =
  '\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:\\d{4}|\\d{2})(?!\\d)|\\d{1,2} \\d{1,2} \\d{4}(?!\\d)'
const iso = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)'
// two patterns, so that each looks only where it can begin
const datePatterns = [
  new RegExp(`(?<![\\d/.£-]|\\d:)(?=\\d)(?:${iso}|${numeric}|${dayFirst}|${joinedDay}|\\d{8}(?!\\d))`, 'gi'),
  new RegExp(`(?<![\\d/.£-]|\\d:)${monthFirst}`, 'gi'),
]

const monthOf = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1

export type ReadDate = {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly short: boolean
}

/** The calendar date (or dates, where day and month may be exchanged) that a written date can mean. Day first. */
export const readDate = (written: string): ReadDate[] => {
  const named = /([a-z]{3,})/i.exec(
    written.replace(/(\d)(?:st|nd|rd|th)/i, '$1').replace(/\b(?:day\s)?of\b/i, ' '),
  )
  const numbers = (written.match(/\d+/g) ?? []).map(String)
  const found: ReadDate[] = []
  const put = (year: string | undefined, month: number, day: number): void => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return
    const short = year !== undefined && year.length < 3
    found.push({ year: year === undefined ? null : Number(year), month, day, short })
  }
  const [first, second, third] = numbers
  if (named?.[1]) put(second, monthOf(named[1]), Number(first))
  else if (first && /^\d{8}$/.test(first) && !second) {
    put(first.slice(4), Number(first.slice(2, 4)), Number(first.slice(0, 2)))
    put(first.slice(0, 4), Number(first.slice(4, 6)), Number(first.slice(6)))
  } else if (first && second && third) {
    if (first.length === 4) put(first, Number(second), Number(third))
    else {
      put(third, Number(second), Number(first))
      if (Number(second) > 12) put(third, Number(first), Number(second))
    }
  }
  return found
}

const isYear = (date: ReadDate, year: number): boolean =>
  date.year !== null && (date.short ? year % 100 === date.year : date.year === year)

const birthWords = /\b(?:d\.?\s?o\.?\s?b|date of birth|birth ?date|born|birthday)\b/i
const bornBefore =
  /\b(?:d\.?\s?o\.?\s?b\.?|dates? of birth|birth ?date|born|DoB)(?:\s(?:is|was|on|given as|recorded as))?(?:\s(?:on|the))?[\s:;=(-]{0,4}$/i
const deathWords = /\b(?:died|death|dies|deceased|passed away|rip|verified|certified|inquest)\b/i

const titleCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Dates of birth (the key's, and any beside "born" or "dob") and, for the public, the key's exact dates of death. */
export const findDates = (
  tokens: Tokens,
  prepared: PreparedRoster,
  audience: Audience,
  found: Found[],
): void => {
  const { text } = tokens
  for (const pattern of datePatterns) findDatesBy(pattern, text, prepared, audience, found)
  if (prepared.birthForms.size > 0) findBirthForms(tokens, prepared, found)
}

const findDatesBy = (
  pattern: RegExp,
  text: string,
  prepared: PreparedRoster,
  audience: Audience,
  found: Found[],
): void => {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const written = match[0]
    const start = match.index
    const end = start + written.length
    const known = knownDay(written, text, start, prepared, audience)
    if (known === null) {
      if (bornBefore.test(text.slice(Math.max(0, start - 40), start)))
        found.push(identifier('DATE_OF_BIRTH', start, end, 0.97))
      continue
    }
    const { day, whole, date } = known
    const confidence = whole ? 0.99 : 0.8
    const base = { entries: day.entries, source: 'roster' } as const
    if (day.kind === 'birth') found.push({ ...identifier('DATE_OF_BIRTH', start, end, confidence), ...base })
    else {
      const month = titleCase(months[date.month - 1] ?? '')
      const replacement = whole ? `${month} ${String(day.year)}` : month
      found.push({ ...identifier('DATE', start, end, confidence), ...base, replacement })
    }
  }
}

/** The day of the key that a written date is, births before deaths; without a year only where the text says which. */
const knownDay = (
  written: string,
  text: string,
  start: number,
  prepared: PreparedRoster,
  audience: Audience,
): { day: KnownDay; whole: boolean; date: ReadDate } | null => {
  if (prepared.days.size === 0) return null
  for (const date of readDate(written)) {
    const key = `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
    const days = prepared.days.get(key)
    if (!days) continue
    for (const kind of ['birth', 'death'] as const) {
      if (kind === 'death' && audience !== 'public') continue
      for (const day of days) {
        if (day.kind !== kind) continue
        const whole = isYear(date, day.year)
        const said = kind === 'birth' ? birthWords : deathWords
        if (whole || (date.year === null && saidAround(text, start, said, 60))) return { day, whole, date }
      }
    }
  }
  return null
}

const findBirthForms = (tokens: Tokens, prepared: PreparedRoster, found: Found[]): void => {
  const { text } = tokens
  for (let t = 0; t < tokens.count; t++) {
    for (const { form, entry } of prepared.birthForms.get(wordOf(tokens, t)) ?? []) {
      const at = tokens.start[t] ?? 0
      const end = at + form.length
      if (text.slice(at, end).toLowerCase() !== form || /[\p{L}\d]/u.test(text.charAt(end))) continue
      found.push({ ...identifier('DATE_OF_BIRTH', at, end, 0.99), entries: [entry], source: 'roster' })
    }
  }
}

const old = '(?:9\\d|1[01]\\d)'

/** Ages over 89, which single a person out, and birthdays that give a date of birth away. */
export const ageRules: readonly IdentifierRule[] = [
  {
    kind: 'AGE',
    pattern: new RegExp(
      `\\b(?:aged|age|age of|aged about|aged approximately)[:\\s]{1,3}(?<value>${old})(?![\\d/.:%]\\d|\\d)(?!\\s?(?:days|weeks|months|%))`,
      'dgi',
    ),
    confidence: () => 0.95,
  },
  {
    kind: 'AGE',
    pattern: new RegExp(
      `(?<![\\d/.£:-])(?<value>${old})[\\s-]{0,2}(?:years?|yrs?|yr)[\\s-]{1,2}(?:old|of age)\\b`,
      'dgi',
    ),
    confidence: () => 0.95,
  },
  {
    kind: 'AGE',
    pattern: new RegExp(`(?<![\\d/.£:-])(?<value>${old})\\s?(?:y\\/o|yo|y\\.o\\.)(?![a-z])`, 'dgi'),
    confidence: () => 0.95,
  },
  {
    kind: 'AGE',
    pattern: new RegExp(
      `\\b(?:he|she|who|they|he's|she's)(?:\\s(?:is|was|are|were))?(?:\\s(?:now|nearly|almost|already|turned|turning))?\\s(?<value>${old})(?=\\s*(?:[.,;)\\n]|$|and\\b|years\\b|now\\b|next\\b|this\\b|in\\b))(?![.,]\\d)`,
      'dgi',
    ),
    confidence: () => 0.8,
  },
  {
    kind: 'AGE',
    pattern:
      /\b(?<value>(?:ninety|(?:one |a )hundred)(?:[ -](?:and )?(?:one|two|three|four|five|six|seven|eight|nine))?)[\s-](?:years?|yrs?)[\s-]old\b/dgi,
    confidence: () => 0.9,
  },
  {
    kind: 'DATE_OF_BIRTH',
    pattern:
      /\b(?:his|her|their|'s|whose|my|dad's|mum's)\s(?<value>(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)?|eighteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth)\sbirthday)\b/dgi,
    confidence: () => 0.8,
  },
]
