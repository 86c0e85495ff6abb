import type { Note } from './note.ts'

/** A clock time found in normalised text, ending before index `end`. */
export type ClockMatch = {
  readonly end: number
  readonly time: string
  readonly timeEnd?: string
  readonly notes: readonly Note[]
}

type Clock = {
  readonly end: number
  readonly hour: number
  readonly minute: number
  readonly half?: 'a' | 'p'
  /** A bare hour such as the "2" of "2-3pm"; it means nothing by itself. */
  readonly bare?: boolean
  readonly unsure?: boolean
  readonly word?: 'midnight'
}

const half = String.raw`\s*([ap])\.?m(?:\.|(?![a-z]))`
const hours = String.raw`\s*(?:hrs|hr|hours|h)(?![a-z])\.?`

const marked = [
  { pattern: new RegExp(String.raw`(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?${half}`, 'y'), half: 3 },
  { pattern: new RegExp(String.raw`(\d{1,2})(\d{2})${half}`, 'y'), half: 3 },
  { pattern: new RegExp(String.raw`(\d{1,2})()${half}`, 'y'), half: 3 },
  { pattern: new RegExp(String.raw`(\d{1,2})[:.]?(\d{2})${hours}`, 'y'), half: 0 },
  { pattern: new RegExp(String.raw`(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?![\d:])`, 'y'), half: 0 },
] as const
const loose = [
  { pattern: /(\d{1,2})\.(\d{2})(?![\d.:])/y, unsure: false },
  { pattern: /(\d{2})(\d{2})(?!\d)/y, unsure: false },
  { pattern: /(\d{1,2}) ?o'?clock/y, unsure: true },
] as const

function* clocksAt(text: string, at: number, allowLoose: boolean): Generator<Clock> {
  const word = stickyMatch(/(?:12 ?)?(noon|midday|midnight)(?![a-z])/y, text, at)
  if (word)
    yield {
      end: at + word[0].length,
      hour: word[1] === 'midnight' ? 0 : 12,
      minute: 0,
      half: word[1] === 'midnight' ? 'a' : 'p',
      ...(word[1] === 'midnight' ? { word: 'midnight' as const } : {}),
    }
  for (const form of marked) {
    const found = stickyMatch(form.pattern, text, at)
    if (!found) continue
    const letter = form.half ? found[form.half] : undefined
    yield {
      end: at + found[0].length,
      hour: Number(found[1]),
      minute: Number(found[2] || 0),
      ...(letter === 'a' || letter === 'p' ? { half: letter } : {}),
    }
  }
  if (!allowLoose) return
  for (const form of loose) {
    const found = stickyMatch(form.pattern, text, at)
    if (found)
      yield {
        end: at + found[0].length,
        hour: Number(found[1]),
        minute: Number(found[2] ?? 0),
        ...(form.unsure || /^[1-7]\./.test(found[0]) ? { unsure: true } : {}),
      }
  }
}

const resolve = (clock: Clock): { time: string; notes: Note[] } | null => {
  const notes: Note[] = []
  let { hour } = clock
  if (clock.minute > 59 || hour > 24 || (hour === 24 && clock.minute > 0)) return null
  if (clock.half && !clock.word && hour > 12) {
    if (clock.half === 'a') return null
    notes.push({
      kind: 'time',
      text: 'The time has both a 24-hour clock and “pm”; the 24-hour clock was used.',
    })
  } else if (clock.half === 'p' && hour < 12) hour += 12
  else if (clock.half === 'a' && hour === 12) hour = 0
  if (clock.word || hour === 24)
    notes.push({
      kind: 'time',
      text: 'Midnight was read as the start of the day (00:00); check which night is meant.',
    })
  if (clock.unsure)
    notes.push({ kind: 'time', text: 'The time does not say morning or afternoon; it was read as written.' })
  return { time: `${String(hour % 24).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`, notes }
}

const lead =
  /(?:at |@ ?|from |between |about |approx(?:imately|\.)? ?|around |circa |c\.? ?(?=\d)|~ ?|\? ?)+/y
const separator = / ?(?:-|to|until|till|and) ?(?=\d|n|m)/y
const roughly = /about|approx|around|circa|c|~|\?/

/** Every way a clock time, or two joined as a range, can begin at this place. `allowLoose` admits "11.30" and "1430". */
export function* clockMatchesAt(text: string, at: number, allowLoose: boolean): Generator<ClockMatch> {
  const led = stickyMatch(lead, text, at)
  const start = at + (led ? led[0].length : 0)
  const approximate = led !== null && roughly.test(led[0].replace(/at |from |between /g, ''))
  for (const range of rangesAt(text, start, allowLoose)) yield finish(text, range, approximate)
  for (const clock of clocksAt(text, start, allowLoose)) {
    const read = resolve(clock)
    if (read) yield finish(text, { end: clock.end, time: read.time, notes: read.notes }, approximate)
  }
}

function* rangesAt(text: string, at: number, allowLoose: boolean): Generator<ClockMatch> {
  const bare = stickyMatch(/(\d{1,2})(?:[.:](\d{2}))?(?= ?(?:-|to|until|and))/y, text, at)
  const firsts: Clock[] = [...clocksAt(text, at, true)]
  if (bare)
    firsts.push({
      end: at + bare[0].length,
      hour: Number(bare[1]),
      minute: Number(bare[2] ?? 0),
      bare: !bare[2],
    })
  for (const first of firsts) {
    const joined = stickyMatch(separator, text, first.end)
    if (!joined) continue
    for (const second of clocksAt(text, first.end + joined[0].length, true)) {
      if (first.bare && !second.half) continue
      if (!allowLoose && !isMarked(first, text, at) && !second.half && !isMarked(second, text, second.end))
        continue
      const pair = resolvePair(first, second)
      if (pair) yield { end: second.end, ...pair }
    }
  }
}

const isMarked = (clock: Clock, text: string, from: number): boolean =>
  clock.half !== undefined ||
  text.slice(from, clock.end).includes(':') ||
  /h(?:r|rs|ours)?\.?$/.test(text.slice(0, clock.end))

/** "2-3pm" lends its "pm" to the first time, "11-1pm" does not: the first may not come after the second. */
const resolvePair = (
  first: Clock,
  second: Clock,
): { time: string; timeEnd: string; notes: readonly Note[] } | null => {
  const to = resolve(second)
  if (!to) return null
  const lent = !first.half && second.half && first.hour <= 12 ? { ...first, half: second.half } : first
  const tries = lent === first ? [first] : [lent, { ...first, half: 'a' as const }]
  for (const attempt of tries) {
    const from = resolve(attempt)
    if (from && (from.time <= to.time || attempt === tries.at(-1)))
      return { time: from.time, timeEnd: to.time, notes: [...from.notes, ...to.notes] }
  }
  return null
}

const finish = (text: string, match: ClockMatch, approximate: boolean): ClockMatch => {
  const tail = stickyMatch(/ ?(?:\(?approx\.?\)?|\(?\?\)?|onwards|ish)(?![a-z])/y, text, match.end)
  const end = match.end + (tail ? tail[0].length : 0)
  if (!approximate && !tail) return match
  return {
    ...match,
    end,
    notes: [...match.notes, { kind: 'time', text: 'The time is approximate or open-ended.' }],
  }
}

export const stickyMatch = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}
