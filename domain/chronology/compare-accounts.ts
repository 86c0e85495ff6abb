import { writeDay } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import { dayOf, evidenceOf, isoOf } from './account-evidence.ts'
import type { Account } from './propose-same-events.ts'
import {
  actionsIn,
  attendanceIn,
  countedIn,
  findersIn,
  measuresIn,
  opposites,
  partlyThere,
  surnamesIn,
} from './stated-facts.ts'
import { commonWords, stemOf, wordsOf } from './text-similarity.ts'

/** One thing in which two accounts differ: what each of them says, and a sentence for the reader. */
export type AccountDifference = {
  readonly aspect: 'date' | 'time' | 'attendance' | 'content' | 'action'
  /** Which matter of that aspect, as it reads after "the accounts differ on": differences on one matter belong together. */
  readonly subject: string
  readonly a: string
  readonly b: string
  readonly sentence: string
}

/**
 * In what two accounts of one event differ, by what they say and not by what only one of them mentions: days that do not
 * meet, times on one day by writers who were there, who was present, facts that cannot both be so (numbers, who found,
 * whether seen, hurt or taken in), and things one says were done and the other not. Requirements section 2, "Conflicts
 * and duplicates". A help to the reader: an empty list does not say that the accounts agree.
 */
export const compareAccounts = (a: Account, b: Account): readonly AccountDifference[] => [
  ...dates(a, b),
  ...times(a, b),
  ...attendance(a, b),
  ...statedDay(a, b),
  ...measures(a, b),
  ...finders(a, b),
  ...denials(a, b),
  ...actions(a, b),
]

const differ = (
  aspect: AccountDifference['aspect'],
  subject: string,
  a: string,
  b: string,
  sentence = `One account says “${a}”, the other “${b}”.`,
): readonly AccountDifference[] => [{ aspect, subject, a, b, sentence }]

/** Both sides of a comparison that asks a question of each account in turn. */
const eitherWay = (
  a: Account,
  b: Account,
  ask: (teller: Account, told: Account) => { readonly teller: string; readonly told: string } | null,
): { readonly a: string; readonly b: string } | null => {
  const forth = ask(a, b)
  if (forth) return { a: forth.teller, b: forth.told }
  const back = ask(b, a)
  return back && { a: back.told, b: back.teller }
}

const dateSaid = ({ earliest, latest, original }: ImpreciseDate): string =>
  earliest !== null && earliest === latest ? writeDay(earliest) : `“${original}”`

const dates = (a: Account, b: Account): readonly AccountDifference[] => {
  const apart =
    (a.date.latest !== null && b.date.earliest !== null && a.date.latest < b.date.earliest) ||
    (b.date.latest !== null && a.date.earliest !== null && b.date.latest < a.date.earliest)
  if (!apart) return []
  const [first, second] = [dateSaid(a.date), dateSaid(b.date)]
  return differ(
    'date',
    'the date',
    first,
    second,
    `One account is dated ${first}, the other ${second}.${daySaid(a, b) ?? daySaid(b, a) ?? ''}`,
  )
}

/** Where the later account itself puts the event on the other's day, the dates of writing differ and not the day. */
const daySaid = (teller: Account, told: Account): string | null => {
  const day = told.date.earliest
  if (day === null || day !== told.date.latest) return null
  const names = evidenceOf(teller)?.named.some(({ from, to }) => from <= dayOf(day) && dayOf(day) <= to)
  return names ? ` The text of the account dated ${dateSaid(teller.date)} names ${writeDay(day)}.` : null
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
/** Clocks and memories differ by this much without the accounts differing. */
const sameTime = 15

const times = (a: Account, b: Account): readonly AccountDifference[] => {
  const [first, second] = [a.date.time, b.date.time]
  if (first === undefined || second === undefined || a.date.earliest !== b.date.earliest) return []
  if (a.date.earliest !== a.date.latest || b.date.earliest !== b.date.latest) return []
  if ([a, b].some((each) => evidenceOf(each)?.manner === 'report')) return []
  return Math.abs(minutesOf(first) - minutesOf(second)) <= sameTime
    ? []
    : differ(
        'time',
        'the time',
        first,
        second,
        `One account gives the time as ${first}, the other as ${second}.`,
      )
}

const attendance = (a: Account, b: Account): readonly AccountDifference[] => {
  const found = eitherWay(a, b, (teller, told) => {
    const said = attendanceIn(teller.text)
    const other = attendanceIn(told.text)
    const writers = surnamesIn(writerOf(told))
    const sets = { teller: said.said, told: other.said }
    if ([...said.there].some((name) => other.notThere.has(name))) return sets
    if (said.whole && other.whole && !sameNames(said.there, other.there)) return sets
    if (!said.whole || writers.length === 0) return null
    const part = partlyThere(told.text)
    if (writers.some((name) => said.there.has(name)))
      return part === null ? null : { teller: said.said, told: part }
    return writers.some((name) => said.notThere.has(name)) || attended.test(told.text)
      ? { teller: said.said, told: writerOf(told) }
      : null
  })
  return found === null
    ? []
    : differ(
        'attendance',
        'who was there',
        found.a,
        found.b,
        `The accounts differ on who was there: “${found.a}” in one, “${found.b}” in the other.`,
      )
}

const attended = /\b(?:attended|dialled in|joined|went to|was at|present at)\b/i
/** The name at the head of an author's column: "Alison Trewin, chair" gives "Alison Trewin". */
const writerOf = ({ author = '' }: Account): string => author.split(',')[0] ?? ''
const sameNames = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name))

/** One text says that it happened today, and the other account is of another day by its date or names an earlier one. */
const statedDay = (a: Account, b: Account): readonly AccountDifference[] => {
  const found = eitherWay(a, b, (teller, told) => {
    const day = teller.date.earliest
    const other = evidenceOf(told)
    if (day === null || day !== teller.date.latest || other === null) return null
    if (!/\btoday\b/i.test(teller.text)) return null
    const earlier = other.named.find(({ to }) => to < dayOf(day))
    const holds = [other.own, ...other.named].some(({ from, to }) => from <= dayOf(day) && dayOf(day) <= to)
    if (holds && earlier === undefined) return null
    return {
      teller: `today, ${writeDay(day)}`,
      told: earlier === undefined ? dateSaid(told.date) : writeDay(isoOf(earlier.from)),
    }
  })
  return found === null
    ? []
    : differ(
        'content',
        'the day it happened',
        found.a,
        found.b,
        `The accounts put it on different days: ${found.a} in one, ${found.b} in the other.`,
      )
}

const measures = (a: Account, b: Account): readonly AccountDifference[] => {
  const [first, second] = [measuresIn(a.text), measuresIn(b.text)]
  return [...new Set(first.map(({ unit }) => unit))].flatMap((unit) => {
    const ours = first.filter((each) => each.unit === unit)
    const theirs = second.filter((each) => each.unit === unit)
    if (theirs.length === 0 || ours.some(({ value }) => theirs.some((each) => each.value === value)))
      return []
    return differ(
      'content',
      countedIn.has(unit) ? `the number of ${unit}` : `the ${unit}`,
      saidOf(ours),
      saidOf(theirs),
    )
  })
}
const saidOf = (found: readonly { readonly said: string }[]): string =>
  [...new Set(found.map(({ said }) => said))].join(', ')

const finders = (a: Account, b: Account): readonly AccountDifference[] => {
  const [[first], [second]] = [findersIn(a.text), findersIn(b.text)]
  if (first === undefined || second === undefined) return []
  const words = new Set(tellingStems(first))
  return tellingStems(second).some((stem) => words.has(stem))
    ? []
    : differ(
        'content',
        'who the finder was',
        first,
        second,
        `The accounts differ on who found: “${first}” in one, “${second}” in the other.`,
      )
}
const tellingStems = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !commonWords.has(word))
    .map(stemOf)

const denials = (a: Account, b: Account): readonly AccountDifference[] =>
  opposites.flatMap(({ of, denies, says }) => {
    const found = eitherWay(a, b, (teller, told) => {
      const denial = denies.exec(teller.text)?.[0]
      const statement = says.exec(told.text)?.[0]
      if (denial === undefined || statement === undefined) return null
      return says.test(teller.text) || denies.test(told.text) ? null : { teller: denial, told: statement }
    })
    return found === null
      ? []
      : differ(
          'content',
          of,
          found.a,
          found.b,
          `The accounts differ on ${of}: “${found.a}” in one, “${found.b}” in the other.`,
        )
  })

const actions = (a: Account, b: Account): readonly AccountDifference[] => {
  const [first, second] = [actionsIn(a.text), actionsIn(b.text)]
  const clash = (
    done: ReadonlyMap<string, string>,
    undone: ReadonlyMap<string, string>,
    doneToo: ReadonlyMap<string, string>,
    undoneToo: ReadonlyMap<string, string>,
  ): readonly (readonly [string, string, string])[] =>
    [...done].flatMap(([thing, clause]) => {
      const other = undone.get(thing)
      return other === undefined || doneToo.has(thing) || undoneToo.has(thing)
        ? []
        : [[thing, clause, other] as const]
    })
  return [
    ...clash(first.done, second.undone, second.done, first.undone).map(([thing, x, y]) => ({ thing, x, y })),
    ...clash(second.done, first.undone, first.done, second.undone).map(([thing, y, x]) => ({ thing, x, y })),
  ].flatMap(({ thing, x, y }) =>
    differ(
      'action',
      `what was done about the ${thing}`,
      x,
      y,
      `The accounts differ on what was done: “${x}” in one, “${y}” in the other.`,
    ),
  )
}
