import { stickyMatch } from './clock.ts'
import { endpointsAt, readLead } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

export type Qualifier =
  | 'none'
  | 'before' // the day before is the last
  | 'by' // the day itself is the last
  | 'after' // a named day is the first; after a longer period, the day that follows it
  | 'since' // the first day is the first
  | 'week-commencing'
  | 'week-ending'
  | 'weekend'

/** A whole written date: how it is qualified, and its one or more points. */
export type Expression = {
  readonly qualifier: Qualifier
  readonly ends: readonly Endpoint[]
  readonly approximate: boolean
}

const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:on or before|no later than|not later than|not after|until|till|up to|up until|by|ending) (?:the end of )?/y,
    'by',
  ],
  [/(?:before|prior to|pre-|pre |earlier than|any time before|sometime before) ?/y, 'before'],
  [
    /(?:on or after|not before|no earlier than|since(?: at least)?|starting(?= \d)|beginning(?= \d)|from) /y,
    'since',
  ],
  [/(?:after|post-|post |later than|following) ?/y, 'after'],
  [
    /(?:the )?(?:w\/c|w\.c\.?|wc|w\/b|wk\/c|w\/commencing|(?:week|wk) (?:commencing|beginning|starting|of)):? ?/y,
    'week-commencing',
  ],
  [/(?:the )?(?:w\/e|w\/ending|(?:week|wk) ending):? ?/y, 'week-ending'],
  [/(?:the )?week-?end(?: of)?:? /y, 'weekend'],
]
const between = /(?:between|from|dates?:?) /y
const rangeJoin =
  / ?(?:-{1,2}|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|\/|&|\band\b|\bor\b|\+|,)(?: and| or| &)? ?/y
const mostPoints = 8

/** How many endpoints may still be tried; shared by all readings of one text, so that no text can take long. */
export type Effort = { left: number }

/** Every way the whole of normalised text can be read as a date, the likeliest first. */
export function* expressionsOf(text: string, effort: Effort): Generator<Expression> {
  const lead = readLead(text, 0)
  yield* qualifiedAt(text, lead.end, lead.approximate, effort)
  if (lead.end > 0) yield* qualifiedAt(text, 0, lead.approximate, effort)
  const opened = stickyMatch(between, text, lead.end)
  if (opened)
    for (const ends of chains(text, lead.end + opened[0].length, [], effort))
      yield { qualifier: 'none', ends, approximate: lead.approximate }
  for (const ends of chains(text, 0, [], effort)) yield { qualifier: 'none', ends, approximate: false }
  for (const end of endpointsAt(text, 0))
    if (isOnwards(text, end.end)) yield { qualifier: 'since', ends: [end], approximate: false }
}

function* qualifiedAt(text: string, at: number, approximate: boolean, effort: Effort): Generator<Expression> {
  for (const [pattern, qualifier] of qualifiers) {
    const found = stickyMatch(pattern, text, at)
    if (!found) continue
    const start = at + found[0].length
    for (const ends of chains(text, start, [], effort))
      if (qualifier !== 'since' || ends.length === 1) yield { qualifier, ends, approximate }
    if (qualifier !== 'since') continue
    for (const end of endpointsAt(text, start))
      if (isOnwards(text, end.end)) yield { qualifier, ends: [end], approximate }
  }
}

const isOnwards = (text: string, at: number): boolean =>
  /^(?: ?\+| onwards?| on| to date| to present| - ?(?:present|ongoing|current|date|to date)| ?-| and after| or later)$/.test(
    text.slice(at),
  )

function* chains(
  text: string,
  at: number,
  before: readonly Endpoint[],
  effort: Effort,
): Generator<readonly Endpoint[]> {
  for (const endpoint of endpointsAt(text, at)) {
    if (effort.left-- <= 0) return
    const ends = [...before, endpoint]
    if (endpoint.end === text.length) yield ends
    else if (ends.length < mostPoints && isChainable(ends)) {
      const join = stickyMatch(rangeJoin, text, endpoint.end)
      if (join) yield* chains(text, endpoint.end + join[0].length, ends, effort)
    }
  }
}

/** A third point only follows bare days: "3, 4 and 5 May 2022". */
const isChainable = (ends: readonly Endpoint[]): boolean =>
  ends.length < 2 || ends.slice(0, -1).every(({ point }) => point.kind === 'day' && point.month === undefined)
