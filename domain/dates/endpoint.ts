import { clockMatchesAt, stickyMatch } from './clock.ts'
import type { ClockMatch } from './clock.ts'
import { weekdayAt } from './date-words.ts'
import type { Note } from './note.ts'
import type { Point } from './point.ts'
import { pointsAt } from './points-at.ts'

/** One end of a written date: a point with its doubt, its time and the words around it. */
export type Endpoint = {
  readonly end: number
  readonly point: Point
  readonly clock?: ClockMatch
  readonly approximate: boolean
  readonly notes: readonly Note[]
}

const approximately =
  /(?:\(?\?+\)?|~|\bcirca\b|\bca?\.|\bca?(?= ?[\d]|\s[a-z])|\babout\b|\bapprox(?:imately)?\b\.?|\baround\b|\broughly\b|\bpossibly\b|\bprobably\b|\bmaybe\b|\bperhaps\b|\best(?:imated)?\b\.?|\bthought to be\b|\bbelieved to be\b|\b(?:on|in)(?: or |\/)(?:about|around)\b) ?/y
const filler =
  /(?:\bon\b|\bin\b|\bover\b|\bduring\b|\bdated?\b:?|\bthe\b|\bsome ?time\b|\bat some point\b|\bthroughout\b|\bof\b|:) ?/y
const partOfDay =
  /(?:(?:early|late|mid) )?(?:\bthe )?(early hours|small hours|overnight|night|morning|mid-?morning|afternoon|evening|teatime|tea time|lunchtime|lunch time|bedtime)(?: of| on|,|) ?(?:the )?(?:night of )?/y

type Lead = { readonly end: number; readonly approximate: boolean; readonly notes: readonly Note[] }

const vague = (words: string): Note => ({
  kind: 'time',
  text: `“${words}” names a part of the day; no clock time was read from it.`,
})

/** Words before a date: doubt, filler, a part of the day. */
export const readLead = (text: string, at: number): Lead => {
  let end = at
  let approximate = false
  const notes: Note[] = []
  for (let moved = true; moved;) {
    moved = false
    const about = stickyMatch(approximately, text, end)
    const part = stickyMatch(partOfDay, text, end)
    const found = about ?? stickyMatch(filler, text, end) ?? part
    if (!found || found[0] === '') continue
    if (about) approximate = true
    else if (found === part && part[1]) notes.push(vague(part[1]))
    end += found[0].length
    moved = true
  }
  return { end, approximate, notes }
}

const tailApproximate =
  /(?: ?,? ?(?:\(?\?+\)?|\(?(?:approx(?:imately)?\.?|approximate|circa|estimated|est\.?|or thereabouts|ish)\)?))(?![a-z])/y
const tailPart =
  / ?[,(-]? ?(?:in the |the )?((?:early |late |mid-?)?(?:early hours|overnight|night|morning|afternoon|evening|lunchtime|teatime|am|pm|a\.m|p\.m|all day))\)?(?![a-z])/y

function* tailsAt(text: string, at: number, lead: Lead): Generator<Lead> {
  const approximate = stickyMatch(tailApproximate, text, at)
  const part = stickyMatch(tailPart, text, at)
  yield { ...lead, end: at }
  if (approximate) yield { ...lead, end: at + approximate[0].length, approximate: true }
  if (part?.[1]) yield { ...lead, end: at + part[0].length, notes: [...lead.notes, vague(part[1])] }
}

const clockJoin = /(?: ?t(?=\d)|,? ?[-@(;]? ?(?:at |@ ?|time:? ?)?)/y

/** Every endpoint that can begin at this place of normalised text. */
export function* endpointsAt(text: string, at: number): Generator<Endpoint> {
  const lead = readLead(text, at)
  for (const clock of clockMatchesAt(text, at, / on /.test(text))) {
    const join = stickyMatch(/(?: ?,? ?-? ?(?=[ a-z\d?~]))/y, text, clock.end)
    const from = readLead(text, clock.end + (join ? join[0].length : 0))
    if (from.end === clock.end) continue
    for (const endpoint of pointsWithTails(text, from)) if (!endpoint.clock) yield { ...endpoint, clock }
  }
  yield* pointsWithTails(text, lead)
}

function* pointsWithTails(text: string, lead: Lead): Generator<Endpoint> {
  const named = weekdayAt(text, lead.end)
  for (const start of named ? [named.end, lead.end] : [lead.end]) {
    const inner = named ? readLead(text, start) : { end: start, approximate: false, notes: [] }
    for (const { end, point } of pointsAt(text, inner.end)) {
      const both: Lead = {
        end,
        approximate: lead.approximate || inner.approximate,
        notes: [...lead.notes, ...inner.notes],
      }
      const after = point.kind === 'day' ? weekdayAt(text, skipSpace(text, end)) : null
      const weekday = after?.weekday ?? (start === lead.end ? undefined : named?.weekday)
      const known: Point = point.kind === 'day' && weekday !== undefined ? { ...point, weekday } : point
      for (const stop of after ? [end, trimEnd(text, after.end)] : [end])
        for (const tail of tailsAt(text, stop, both)) {
          yield { ...tail, point: known }
          if (point.kind === 'day') yield* clocksAfter(text, tail, known)
        }
    }
  }
}

function* clocksAfter(text: string, tail: Lead, point: Point): Generator<Endpoint> {
  const join = stickyMatch(clockJoin, text, tail.end)
  if (!join || join[0] === '') return
  const bracket = join[0].includes('(')
  for (const clock of clockMatchesAt(text, tail.end + join[0].length, true)) {
    const zone = stickyMatch(/ ?(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2})(?![a-z\d])/y, text, clock.end)
    const end = clock.end + (zone ? zone[0].length : 0) + (bracket && text[clock.end] === ')' ? 1 : 0)
    const notes: Note[] = zone
      ? [{ kind: 'time', text: 'The time zone was not applied; the time is as written.' }]
      : []
    for (const last of tailsAt(text, end, { ...tail, notes: [...tail.notes, ...notes] }))
      yield { ...last, point, clock }
  }
}

const skipSpace = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at)
const trimEnd = (text: string, end: number): number => (text[end - 1] === ' ' ? end - 1 : end)
