import { stickyMatch } from './clock.ts'
import { exp, gap, month, readMonth, readYear, seasons, withYear, year } from './date-words.ts'
import type { Festival, Point, PointMatch } from './point.ts'

const monthOf = String.raw`(?:(?:the )?(?:whole |entire )?month of )?`

const forms = {
  monthYear: exp(String.raw`${monthOf}${month}${gap}(?:of |in )?${year}`),
  yearMonth: exp(String.raw`([12]\d{3})${gap}${month}`),
  monthAlone: exp(`${monthOf}${month}`),
  isoMonth: exp(String.raw`([12]\d{3})[-/.](\d{1,2})(?!\d)`),
  figuresMonth: exp(String.raw`${monthOf}(\d{1,2}) ?[-/.] ?([12]\d{3})(?!\d)`),
  figuresDayMonth: exp(String.raw`(\d{1,2}) ?[-/.] ?(\d{1,2})(?!\d)`),
  yearPair: exp(
    String.raw`(financial year|fy|f\/y|tax year|academic year|)(?: ?of)? ?([12]\d{3}) ?([-/]) ?([12]\d{3}|\d{2})(?!\d)`,
  ),
  season: exp(String.raw`(${seasons.join('|')})(?: time)?(?:${gap}(?:of |in )?${year})?`),
  winterPair: exp(String.raw`(winter)(?: of)?,? ?([12]\d{3}|\d{2}) ?[-/] ?([12]\d{3}|\d{2})(?!\d)`),
  quarter: exp(
    String.raw`(?:the )?(?:q ?([1-4])|(first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter)(?:${gap}(?:of )?${year})?`,
  ),
  halfYear: exp(String.raw`(?:the )?(first|second|1st|2nd) half(?: of)? ${year}`),
  weekOfMonth: exp(
    String.raw`(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last) week (?:of|in) ${month}(?:${gap}${year})?`,
  ),
  year: exp(String.raw`(?:the )?(?:year )?([12]\d{3})(?!\d)`),
  decade: exp(String.raw`(?:the )?([12]\d{2}0)'?s(?![a-z])`),
  festival: exp(
    String.raw`(christmas|xmas|boxing|new year'?s?|easter|good)(?: ?(day|eve|sunday|monday|friday|time|period|weekend|holidays?))?(?:${gap}(?:of |in )?${year})?`,
  ),
}

const ordinals = ['first', 'second', 'third', 'fourth', 'last']
const ordinalStarts = ['1', '2', '3', '4']
const readOrdinal = (word: string): number => {
  const spelt = ordinals.indexOf(word)
  return spelt >= 0 ? spelt + 1 : ordinalStarts.indexOf(word.slice(0, 1)) + 1
}

/** Months, seasons, quarters, years, feasts: everything longer than a written day. */
export function* periodsAt(text: string, at: number): Generator<PointMatch> {
  const take = (pattern: RegExp) => stickyMatch(pattern, text, at)
  const found = function* (match: RegExpExecArray | null, make: (m: RegExpExecArray) => Point | null) {
    const point = match && make(match)
    if (match && point) yield { end: at + match[0].length, point }
  }
  yield* found(take(forms.monthYear), (m) => ({
    kind: 'month',
    month: readMonth(m[1] ?? ''),
    ...withYear(m[2]),
  }))
  yield* found(take(forms.yearMonth), (m) => ({
    kind: 'month',
    month: readMonth(m[2] ?? ''),
    ...withYear(m[1]),
  }))
  yield* found(take(forms.monthAlone), (m) => ({ kind: 'month', month: readMonth(m[1] ?? '') }))
  yield* found(take(forms.yearPair), yearPair)
  yield* found(take(forms.isoMonth), (m) => ({ kind: 'month', month: Number(m[2]), ...withYear(m[1]) }))
  yield* found(take(forms.figuresMonth), (m) => ({
    kind: 'month',
    month: Number(m[1]),
    ...withYear(m[2]),
    figures: true,
  }))
  yield* found(take(forms.figuresDayMonth), (m) =>
    Number(m[2]) > 12 && m[2]?.length === 2
      ? { kind: 'month', month: Number(m[1]), year: readYear(m[2]), figures: true }
      : null,
  )
  yield* found(take(forms.winterPair), (m) => ({ kind: 'season', season: 3, ...withYear(m[2]) }))
  yield* found(take(forms.season), (m) => ({
    kind: 'season',
    season: seasons.indexOf(m[1] ?? ''),
    ...withYear(m[2]),
  }))
  yield* found(take(forms.quarter), (m) => ({
    kind: 'quarter',
    quarter: m[1] ? Number(m[1]) : Math.min(4, readOrdinal(m[2] ?? '')),
    ...withYear(m[3]),
  }))
  yield* found(take(forms.halfYear), (m) => ({
    kind: 'half-year',
    half: m[1] === 'first' || m[1] === '1st' ? 1 : 2,
    ...withYear(m[2]),
  }))
  yield* found(take(forms.weekOfMonth), (m) => ({
    kind: 'week-of-month',
    week: readOrdinal(m[1] ?? ''),
    month: readMonth(m[2] ?? ''),
    ...withYear(m[3]),
  }))
  yield* found(take(forms.festival), (m) => {
    const festival = readFestival(m[1] ?? '', m[2] ?? '')
    return festival && { kind: 'festival', festival, ...withYear(m[3]) }
  })
  yield* found(take(forms.decade), (m) => ({ kind: 'decade', from: Number(m[1]) }))
  yield* found(take(forms.year), (m) => ({ kind: 'year', year: readYear(m[1] ?? '') }))
}

/** "2021/22" and "financial year 2021-22". "2008-09" is left to the ISO month, which is written the same way. */
const yearPair = (m: RegExpExecArray): Point | null => {
  const from = Number(m[2])
  const second = m[4] ?? ''
  const to = second.length === 4 ? Number(second) : Math.floor(from / 100) * 100 + Number(second)
  const named = m[1] ?? ''
  if (to <= from || (named !== '' && to !== from + 1)) return null
  if (named === '' && (second.length === 4 || (m[3] === '-' && Number(second) <= 12) || to !== from + 1))
    return null
  return { kind: 'years', from, to, financial: named !== '' && named !== 'academic year' }
}

const readFestival = (name: string, detail: string): Festival | null => {
  const plain = detail === '' || /time|period|weekend|holiday/.test(detail)
  if (name === 'boxing') return detail === 'day' ? 'boxing-day' : null
  if (name === 'good') return detail === 'friday' ? 'good-friday' : null
  if (name === 'easter') {
    if (detail === 'sunday' || detail === 'day') return 'easter-sunday'
    if (detail === 'monday') return 'easter-monday'
    return plain ? 'easter' : null
  }
  if (name.startsWith('new year')) {
    if (detail === 'day') return 'new-years-day'
    if (detail === 'eve') return 'new-years-eve'
    return plain ? 'new-year' : null
  }
  if (detail === 'day') return 'christmas-day'
  if (detail === 'eve') return 'christmas-eve'
  return plain ? 'christmas' : null
}
