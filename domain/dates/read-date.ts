import { clockMatchesAt } from './clock.ts'
import { expressionsOf } from './expression.ts'
import type { Effort, Expression } from './expression.ts'
import type { ImpreciseDate } from './imprecise-date.ts'
import type { Note } from './note.ts'
import { longestDateText, normaliseDateText } from './normalise-text.ts'
import { failed, joinEnds, notUnderstood, resolveEnds } from './join-ends.ts'
import type { ReadOptions, Reading } from './join-ends.ts'
import { qualify } from './qualify.ts'
import type { Unresolved } from './resolve-point.ts'

/** A date with the reasons, by kind, why its reading needs a second look. */
export type ReadDate = { readonly date: ImpreciseDate; readonly notes: readonly Note[] }

/** Reads a written date and keeps the reasons for doubt by kind; `parseDate` is this with sentences only. */
export const readDate = (original: string, options: ReadOptions = {}): ReadDate => {
  const text = normaliseDateText(original)
  const found = text.length > longestDateText ? tooLong : isNoDate(text) ? noDate : readText(text, options)
  const { notes, ...rest } = isReading(found) ? found : unknown(found)
  return { date: { original, ...rest, warnings: notes.map((note) => note.text) }, notes }
}

const isReading = (value: Reading | Unresolved): value is Reading => 'precision' in value
const unknown = ({ why }: Unresolved): Reading => ({
  earliest: null,
  latest: null,
  precision: 'unknown',
  notes: [why],
})
const tooLong = failed('not-understood', 'The text is too long to be a date.')
const noDate = failed('no-date', 'No date is given.')

const isNoDate = (text: string): boolean =>
  /^(?:[-?./*_\s]*|(?:date )?(?:undated|unknown|not (?:known|recorded|stated|given|dated|confirmed|available|clear)|exact date not known|illegible|unclear|n\/?[akd]|n\.[akd]|nil|none|blank|tb[ca]|to be confirmed)|no date(?: (?:given|recorded|known|stated))?|(?:unknown|unspecified|various) dates?|various)$/.test(
    text,
  )

/** How spreadsheets and databases write a day without a time. */
const emptyTime = /(?<=\d)[ t]00:00:00(?:\.0+)?z?$/

const readText = (written: string, options: ReadOptions): Reading | Unresolved => {
  const text = written.replace(emptyTime, '')
  const effort: Effort = { left: mostEndpoints }
  const whole = readWhole(text, options, effort)
  if (isReading(whole) || whole.why.kind !== 'not-understood') return whole
  return (
    readRepaired(text, options, effort) ??
    readWithinWords(text, options, effort) ??
    (holdsOnlyTime(text) ? timeOnly : whole)
  )
}

const timeOnly = failed('no-date', 'A time is given without a date.')
const holdsOnlyTime = (text: string): boolean =>
  [...clockMatchesAt(text, 0, false)].some((match) => match.end === text.length)

const mostEndpoints = 1000

const readWhole = (text: string, options: ReadOptions, effort: Effort): Reading | Unresolved => {
  let failure: Unresolved | null = null
  let backwards: Reading | null = null
  let tried = 0
  for (const expression of expressionsOf(text, effort)) {
    if (++tried > 60) break
    const reading = readExpression(expression, options)
    if (isReading(reading)) {
      if (!reading.notes.some((note) => note.kind === 'order')) return reading
      backwards ??= reading
      continue
    }
    failure ??= reading
    if (reading.final) return reading
  }
  return backwards ?? failure ?? notUnderstood
}

type Repair = {
  readonly find: RegExp
  readonly as: string
  readonly note: Note
  readonly approximate?: true
  /** Only a single day becomes approximate; a month or a year is as wide as it is. */
  readonly doubtsDay?: true
}

const notKnown = String.raw`(?:is |was |are )?(?:not (?:known|recorded|stated|given|clear|confirmed|specified|certain|available)|unknown|unclear|unspecified|unconfirmed|uncertain)`
const dayNotKnown = String.raw`(?:the )?(?:(?:exact|precise|actual|specific|full) )?(?:dates?|day|day and month)(?: of (?:event|contact|entry|visit))? ${notKnown}`
const dayInDoubt: Note = {
  kind: 'reading',
  text: 'The text says that the exact date is not known; only what is given was taken.',
}

/** Ways of writing that say something exact once one mark is taken away. */
const repairs: readonly Repair[] = [
  {
    find: /^(?:\?+|x{1,2}|-{1,2}|_{1,2})[./-]/,
    as: '',
    note: { kind: 'reading', text: 'The day is not given; the whole month was taken.' },
  },
  {
    find: / (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]m| ?hrs)?$/,
    as: '',
    note: { kind: 'time', text: 'The time is not a clock time; only the date was read.' },
  },
  {
    find: / \?(?=[12]\d{3}$)/,
    as: ' ',
    note: { kind: 'reading', text: 'The year is in doubt.' },
    approximate: true,
  },
  { find: /,? \(?incl(?:usive|\.)?\)?$/, as: '', note: { kind: 'reading', text: 'Both days are included.' } },
  {
    find: new RegExp(String.raw`(?<=.) ?[-,;:]? ?[([]?${dayNotKnown}[)\]]?$`),
    as: '',
    note: dayInDoubt,
    doubtsDay: true,
  },
  {
    find: new RegExp(String.raw`^[([]?${dayNotKnown}[)\]]? ?[-,;:.]? ?(?:but )?(?=.)`),
    as: '',
    note: dayInDoubt,
    doubtsDay: true,
  },
  {
    find: new RegExp(String.raw`(?<=.) ?[-,;:]? ?[([]?(?:the )?(?:exact |precise )?time ${notKnown}[)\]]?$`),
    as: '',
    note: { kind: 'reading', text: 'The time is not known; only the date was read.' },
  },
]

const readRepaired = (text: string, options: ReadOptions, effort: Effort): Reading | null => {
  for (const { find, as, note, approximate, doubtsDay } of repairs) {
    if (!find.test(text)) continue
    const reading = readWhole(text.replace(find, as), options, effort)
    if (!isReading(reading)) continue
    return {
      ...reading,
      ...(approximate || (doubtsDay && reading.precision === 'exact')
        ? { precision: 'approximate' as const }
        : {}),
      notes: [...reading.notes, note],
    }
  }
  return null
}

/** Words that could change the meaning of the date beside them; a date next to one of these is not taken. */
const changesMeaning =
  /\d|\b(?:not|no|never|before|after|since|until|till|by|from|to|or|and|between|except|than|within|following|prior|previous|next|last|later|earlier|ago|days?|weeks?|fortnights?|months?|years?|hours?|dob|d\.o\.b|born|birth|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|spring|summer|autumn|winter|easter|christmas|early|mid|late|end|start|beginning)\b/

/** A whole date or month among other words ("letter dated 4 March 2021"), where no such word can change what it means. */
const readWithinWords = (text: string, options: ReadOptions, effort: Effort): Reading | null => {
  const words = text.split(' ')
  if (words.length > 12) return null
  for (let length = words.length - 1; length >= 1; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const rest = [...words.slice(0, from), ...words.slice(from + length)].join(' ')
      if (changesMeaning.test(rest)) continue
      const inside = words
        .slice(from, from + length)
        .join(' ')
        .replace(/^[,;:([-]+|[,;:)\]-]+$/g, '')
        .trim()
      if (!/\d.*\d{2}/.test(inside) || /^\d+(?:\.\d+)?$/.test(inside)) continue
      const reading = readWhole(inside, options, effort)
      if (!isReading(reading)) continue
      const note: Note = {
        kind: 'remainder',
        text: 'Part of the text was not understood as a date; check the reading.',
      }
      return { ...reading, notes: [...reading.notes, note] }
    }
  return null
}

const readExpression = (expression: Expression, options: ReadOptions): Reading | Unresolved => {
  const resolved = resolveEnds(expression.ends, options)
  if ('why' in resolved) return resolved
  const whole = joinEnds(expression.ends, resolved)
  if (!isReading(whole)) return whole
  const qualified = qualify(expression, whole)
  if (!isReading(qualified)) return qualified
  const approximate = expression.approximate || expression.ends.some((end) => end.approximate)
  const open = qualified.precision === 'before' || qualified.precision === 'after'
  return approximate && !open ? { ...qualified, precision: 'approximate' } : qualified
}
