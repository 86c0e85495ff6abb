import type { Account } from '../../../domain/chronology/propose-same-events.ts'
import { addDays, writeDay } from '../../../domain/dates/calendar.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { diceOf, type Dice } from './dice.ts'
import { agencies, drawDetails, eventKinds, staff } from './generated-events.ts'
import type { Agency, EventKind, Telling } from './generated-events.ts'
import { moreEventKinds } from './generated-more-events.ts'
import { aftermath, routine, visits } from './generated-routine.ts'
import { thread } from './generated-threads.ts'

/** `pairs` are the ids of two accounts of one event by different agencies, in order, joined by " + ". */
export type GeneratedCase = { readonly accounts: readonly Account[]; readonly pairs: ReadonlySet<string> }

export const pairOf = (a: string, b: string): string => (a < b ? `${a} + ${b}` : `${b} + ${a}`)

const start = '2019-04-01'
const kinds: readonly EventKind[] = [...eventKinds, ...moreEventKinds]

/**
 * A case that repeats itself for a seed. `events` are told by two to four agencies; the rest of the `size` accounts are
 * routine entries and look-alikes: visits on neighbouring days in the same words, weekly visits, a second event of the
 * same sort within days, follow-up visits that speak of the event, plans for it, matters that go on for days in the same
 * words, and copies of another's words weeks later.
 */
export const generateCase = (
  seed: number,
  { size = 2000, events = 60, days = 1100, people = false } = {},
): GeneratedCase => {
  const dice = diceOf(seed)
  const accounts: Account[] = []
  const pairs = new Set<string>()
  const add = (
    agency: Agency,
    date: string,
    told: Telling,
    clock: string | null,
    entities?: readonly string[],
  ) => {
    const id = `${agency} ${accounts.length + 1}`
    accounts.push({
      id,
      agency,
      date: parseDate(clock === null ? date : `${date} ${clock}`),
      text: told.text.replace(/\s+([.,:])/g, '$1').replace(/ {2,}/g, ' '),
      author: told.by ?? dice.pick(staff[agency]),
      contactType: told.contact,
      ...(people && entities ? { people: entities } : {}),
    })
    return id
  }
  const dayAt = (): string => addDays(start, Math.floor(dice.next() * days))

  const tellEvent = (kind: EventKind, day: string): readonly string[] => {
    const base = drawDetails(dice)
    const hour = 7 + Math.floor(dice.next() * 14)
    const clock = `${String(hour).padStart(2, '0')}:${String(Math.floor(dice.next() * 60)).padStart(2, '0')}`
    const tellers = dice.shuffle(agencies.filter((agency) => kind.told[agency]))
    const most = Math.min(4, tellers.length)
    const count = 2 + Math.floor(dice.next() * (most - 1))
    const ids = tellers.slice(0, count).map((agency) => {
      const reported = (kind.told[agency]?.({ ...base, clock, when: '' }) ?? [])[0]?.kind === 'report'
      const late = reported ? (dice.chance(0.65) ? 1 : 0) : 0
      const slip = dice.chance(0.1) ? dice.pick([-1, 1]) : 0
      const written = addDays(day, late === 0 ? slip : late)
      const when = !reported
        ? ''
        : late === 0
          ? dice.pick(['today', 'this morning', '', ''])
          : dice.pick([
              'yesterday',
              'yesterday',
              'last night',
              `on ${writeDay(day).replace(/ \d{4}$/, '')}`,
              figures(day),
              '',
            ])
      const told = dice.pick(kind.told[agency]?.({ ...base, clock, when }) ?? [])
      const imprecise = dice.chance(0.05)
      const date = imprecise
        ? dice.pick([`w/c ${figures(written)}`, `c. ${figures(written)}`])
        : figures(written)
      return add(agency, date, told, imprecise ? null : timeFor(dice, told, clock), ['Adult', base.finder])
    })
    for (const a of ids) for (const b of ids) if (a !== b) pairs.add(pairOf(a, b))
    return ids
  }

  const wanted = Array.from({ length: events }, (_, at) => kinds[at % kinds.length] ?? kinds[0])
  for (const kind of wanted) {
    if (!kind) continue
    const day = dayAt()
    tellEvent(kind, day)
    if (dice.chance(0.12)) {
      const twin = addDays(day, dice.pick([3, 4, 6]))
      tellEvent(kind, twin)
    }
    for (const agency of agencies)
      if (aftermath[agency] && dice.chance(0.12)) {
        const told = dice.pick(aftermath[agency]({ ...drawDetails(dice), clock: '', when: '' }))
        add(agency, figures(addDays(day, dice.pick([0, 1, 1, 2]))), told, clockOf(dice))
      }
    if (dice.chance(0.2)) {
      const copied = dice.pick(accounts.slice(-4))
      const text = `File review. Earlier entry reads: ${copied.text}`
      add(
        'council',
        figures(addDays(day, 20 + Math.floor(dice.next() * 40))),
        { kind: 'own', contact: 'Record', text },
        null,
      )
    }
  }

  for (let at = 0; at < size / 40; at++) {
    const day = dayAt()
    const calls = new Map<number, string>()
    for (const { agency, after, contact, text, by, call } of thread(dice)) {
      const id = add(agency, figures(addDays(day, after)), { kind: 'own', contact, text, by }, clockOf(dice))
      if (call === null) continue
      const other = calls.get(call)
      if (other === undefined) calls.set(call, id)
      else pairs.add(pairOf(other, id))
    }
  }
  for (let at = 0; at < size / 80; at++) {
    const day = dayAt()
    dice
      .shuffle(agencies.filter((agency) => visits[agency]))
      .slice(0, 2)
      .forEach((agency, later) => {
        const told: Telling = { kind: 'own', contact: 'Home visit', text: dice.pick(visits[agency] ?? []) }
        add(agency, figures(addDays(day, later)), told, clockOf(dice))
      })
  }
  for (let at = 0; at < size / 16; at++) {
    const day = addDays(start, Math.floor((at * days * 16) / size))
    const text = dice.pick([
      'Weekly visit. Legs dressed, no change.',
      'Weekly visit. Dressing renewed, no change.',
    ])
    add('hospital', figures(day), { kind: 'own', contact: 'Home visit', text }, clockOf(dice))
    if (dice.chance(0.3))
      add(
        'housing',
        figures(day),
        { kind: 'own', contact: 'Visit', text: 'Weekly visit. Tenant at home, no change.' },
        clockOf(dice),
      )
  }
  while (accounts.length < size) {
    const agency = dice.pick(agencies)
    const told = dice.pick(routine[agency]({ ...drawDetails(dice), clock: '', when: '' }))
    const day = dayAt()
    const imprecise = dice.chance(0.04)
    const date = imprecise
      ? dice.pick([`w/c ${figures(day)}`, writeDay(day).replace(/^\d+ /, '')])
      : figures(day)
    add(agency, date, told, imprecise ? null : clockOf(dice))
  }
  return { accounts: dice.shuffle(accounts), pairs }
}

const figures = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

const clockOf = (dice: Dice): string | null =>
  dice.chance(0.3)
    ? null
    : `${String(8 + Math.floor(dice.next() * 10)).padStart(2, '0')}:${String(Math.floor(dice.next() * 60)).padStart(2, '0')}`

/** An own account carries about the time of the event; a report carries when it came in. */
const timeFor = (dice: Dice, told: Telling, clock: string): string | null => {
  if (told.kind === 'report' || dice.chance(0.4)) return clockOf(dice)
  const minute = (Number(clock.slice(3)) + Math.floor(dice.next() * 20)) % 60
  return `${clock.slice(0, 3)}${String(minute).padStart(2, '0')}`
}
