/** An age written in a text: where its number stands, and the age in years; null where only a year of birth is given. */
export type AgeInText = { readonly start: number; readonly end: number; readonly years: number | null }

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const inWords = `(?:(?:${tens.join('|')})(?:[ -](?:${ones.join('|')}))?|${teens.join('|')}|(?:a|one) hundred(?:(?: and)? (?:${ones.join('|')}))?)`
const number = `(?<value>1[01]\\d|\\d{1,2}|${inWords})`
const notDates = '(?!\\s?(?:days|weeks|months|%)|[\\d/.:%]\\d|\\d)'

const patterns: readonly RegExp[] = [
  `\\b(?:aged|age|age of|aged about|aged approximately|ages)[:\\s]{1,3}${number}${notDates}`,
  `(?<![\\d/.£:-])${number}[\\s-]{0,2}(?:years?|yrs?|yr)[\\s-]{1,2}(?:old|of age)\\b`,
  `(?<![\\d/.£:-])${number}\\s?(?:y\\/o|yo|yrs|y\\.o\\.)(?![a-z])`,
  `\\b(?:he|she|who|they|he's|she's)(?:\\s(?:is|was|are|were))?(?:\\s(?:now|nearly|almost|already|turned|turning|just))\\s${number}(?![\\d/.:%]\\d|\\d|\\s?(?:am|pm|mins?|minutes|hours|days|weeks|months|miles|stone|kg)\\b)`,
  `\\b(?:he|she|who)\\s(?:is|was)\\s${number}(?=\\s*(?:[.,;)\\n]|$|and\\b|when\\b|at the time))(?![.,]\\d)`,
].map((source) => new RegExp(source, 'dgi'))

const birthYear =
  /\b(?:born|b\.|birth year|year of birth)(?:\s(?:in|was|is))?:?\s(?<value>(?:19|20)\d\d)(?!\d)/dgi

/** Every age in a folded text that a band could stand for, and every year of birth, in order and never overlapping. */
export const findAges = (text: string): readonly AgeInText[] => {
  const found: AgeInText[] = []
  const put = (match: RegExpExecArray, years: number | null): void => {
    const range = match.indices?.groups?.['value']
    if (!range || found.some((one) => one.start < range[1] && range[0] < one.end)) return
    found.push({ start: range[0], end: range[1], years })
  }
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const years = readNumber(match.groups?.['value'] ?? '')
      if (years !== null && years <= 119) put(match, years)
    }
  for (const match of text.matchAll(birthYear)) put(match, null)
  return found.sort((a, b) => a.start - b.start)
}

const readNumber = (written: string): number | null => {
  if (/^\d+$/.test(written)) return Number(written)
  const words = written.toLowerCase().split(/[ -]+/)
  const [first = '', second = ''] = words
  if (words.includes('hundred')) return 100 + 1 + ones.indexOf(words.at(-1) ?? '')
  if (teens.includes(first)) return 10 + teens.indexOf(first)
  if (!tens.includes(first)) return null
  return 20 + 10 * tens.indexOf(first) + (second === '' ? 0 : ones.indexOf(second) + 1)
}

/** The age bands of the Safeguarding Adults Collection, table SG1a (requirements section 3); children are one band below. */
export const ageBand = (years: number): string => {
  if (years < 18) return 'under 18'
  if (years < 65) return '18 to 64'
  if (years < 75) return '65 to 74'
  if (years < 85) return '75 to 84'
  return years < 95 ? '85 to 94' : '95 or over'
}
