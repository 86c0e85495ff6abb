import { wordsOf } from './text-similarity.ts'

/** A number with what it counts or measures, as a text gives it. */
export type Measure = { readonly unit: string; readonly value: string; readonly said: string }

/** Clauses of a text: what stands between full stops, commas, semicolons, colons and line ends. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[.;:!?](?:\s|$)|,\s|\n/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

const numberWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const units: readonly (readonly [unit: string, says: string])[] = [
  ['hours', 'hours?|hrs?'],
  ['minutes', 'minutes?|mins?'],
  ['days', 'days?'],
  ['weeks', 'weeks?'],
  ['centimetres', 'cm'],
  ['kilograms', 'kgs?'],
  ['milligrams', 'mgs?'],
  ['calls', '(?:[a-z-]+ ){0,2}calls?'],
  ['visits', '(?:[a-z-]+ ){0,1}visits?'],
  ['carers', 'carers?'],
  ['officers', 'officers?'],
  ['tablets', 'tablets?'],
]
const counted = String.raw`(\d+(?:\.\d+)?(?: ?[x×] ?\d+(?:\.\d+)?)?|${numberWords.join('|')})`
const measures = units.map(([unit, says]) => ({
  unit,
  finds: new RegExp(String.raw`\b${counted}[ -]?(?:${says})\b`, 'gi'),
}))
/** What is counted, apart from what is graded. */
export const countedIn: ReadonlySet<string> = new Set(units.map(([unit]) => unit))
const grades = /\b(category|grade|stage|clutter rating) (\d+)\b/gi

export const measuresIn = (text: string): readonly Measure[] => [
  ...measures.flatMap(({ unit, finds }) =>
    [...text.matchAll(finds)].map(([said, value = '']) => ({ unit, value: asFigure(value), said })),
  ),
  ...[...text.matchAll(grades)].map(([said, unit = '', value = '']) => ({
    unit: unit.toLowerCase(),
    value,
    said,
  })),
]

const asFigure = (value: string): string => {
  const at = numberWords.indexOf(value.toLowerCase())
  return at < 0 ? value.replace(/ /g, '').replace('×', 'x') : String(at + 1)
}

const article = String.raw`(?:an?|the|her|his|their) `
const foundBy = new RegExp(
  String.raw`\b(?:found|discovered|heard|seen)\b[^.;:]{0,60}?\bby (?:${article})?([\p{L}' -]{2,30}?)(?=(?: (?:on|in|at|who|when|after|and|yesterday|today|this|that|last)\b)|[^\p{L}' -]|$)`,
  'giu',
)
const finderFirst = new RegExp(String.raw`\b${article}((?:[\p{L}'-]+ ){1,3})(?:found|discovered)\b`, 'giu')

/** By whom somebody was found, as the text puts it. */
export const findersIn = (text: string): readonly string[] =>
  [...text.matchAll(foundBy), ...text.matchAll(finderFirst)].map(([, finder = '']) => finder.trim())

const listed = /\b(?:present|attendees|in attendance|attended by)\s?:?\s([^.;\n]+)/gi
const beside =
  /((?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sgt|PC|DC)\.? )?\b[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?(?:(?:,| and) (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?)*) (?:(?:was|were) )?(?:present|there|at (?:the )?bedside|with (?:her|him|them))\b/gu
const absent =
  /\bapologies(?: from)?:? ([^.;\n]+)|([^.;,\n]+) (?:was |were )?not (?:invited|present|there)\b/gi

/** Who a text says was there and who was not, by surname in small letters. */
export type Attendance = {
  readonly there: ReadonlySet<string>
  readonly notThere: ReadonlySet<string>
  /** The words in which the text gives it. */
  readonly said: string
  /** Whether the text is a list of all who came, so that a name left out was not there. */
  readonly whole: boolean
}

export const attendanceIn = (text: string): Attendance => {
  const lists = [...text.matchAll(listed)].filter(([, names = '']) => /\p{Lu}/u.test(names))
  const others = [...text.matchAll(beside)]
  const missing = [...text.matchAll(absent)]
  return {
    there: new Set([...lists, ...others].flatMap(([, names = '']) => surnamesIn(names))),
    notThere: new Set(missing.flatMap(([, first, second]) => surnamesIn(first ?? second ?? ''))),
    said: [...lists, ...others, ...missing].map(([said]) => said.trim()).join('. '),
    whole: lists.length > 0,
  }
}

/** The last word of each name in a list: "P Raman, Sgt Farrant by phone" gives "raman" and "farrant". */
export const surnamesIn = (names: string): readonly string[] =>
  names
    .split(/,|;|\/|\band\b|&/)
    .flatMap((name) => wordsOf((name.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []).at(-1) ?? '').slice(-1))

/** How much of it somebody was there for. */
export const partlyThere = (text: string): string | null =>
  clausesOf(text).find((clause) =>
    /\b(?:left (?:early|before|after)|arrived late|joined late|came late|part of the meeting|could not stay)\b/i.test(
      clause,
    ),
  ) ?? null

/** Statements that cannot both be true of one event; the first of each is the denial. */
export const opposites: readonly { readonly of: string; readonly denies: RegExp; readonly says: RegExp }[] = [
  {
    of: 'whether anybody answered or was seen',
    denies:
      /\b(?:no (?:reply|answer|access|response)|not seen|could not (?:raise|gain (?:access|entry))|not in)\b/i,
    says: /\b(?:seen|saw|spoke (?:to|with|through)|answered the door|let (?:me|us|them) in|came to the (?:door|gate)|met me)\b/i,
  },
  {
    of: 'whether the person went to hospital',
    denies:
      /\b(?:(?:declined|refused) (?:the )?(?:ambulance|hospital|conveyance|to (?:go|travel))|no ambulance wanted|not conveyed|would not go)\b/i,
    says: /\b(?:admitted|(?:taken|removed \w+|conveyed|went|brought) (?:in|to (?:hospital|ED|A&E|casualty))|(?<!not )conveyed)\b/i,
  },
  {
    of: 'whether there was an injury',
    denies: /\b(?:no (?:visible |apparent )?injur(?:y|ies)|uninjured|unhurt|not hurt|no marks)\b/i,
    says: /\b(?:(?<!no )bruis\w+|graz\w+|fractur\w+|lacerat\w+|bleeding|skin tear|cut (?:to|on|above))\b/i,
  },
  {
    of: 'whether the person was conscious',
    denies: /\b(?:unconscious|unresponsive|semi-conscious)\b/i,
    says: /(?<![-\w])(?:conscious|alert|talking)\b/i,
  },
  {
    of: 'whether the person was alone',
    denies: /\b(?:no (?:one|body) (?:else )?(?:present|there)|was alone|seen alone|found alone)\b/i,
    says: /\b(?:(?:son|daughter|carer|neighbour|husband|wife|family|relative) (?:was )?(?:present|there|at bedside))\b/i,
  },
]

/** Things that one agency may say it did and another that it never came. */
const doable =
  /\b(referral|form|notification|letter|minutes|e-?mail|assessment|prescription|photographs?|report|summary|log book|medication|concern)s?\b/gi
const undone = /\b(?:no|not|never|none|without|failed|nobody|unable|awaited|missing|lost|found by chance)\b/i
const done =
  /\b(?:sent|faxed|emailed|e-mailed|posted|submitted|completed|made|raised|given|issued|received|done|started|forwarded|shared|attached)\b/i

/** Which of those things a text says were done, and which not, each with the clause that says so. */
export const actionsIn = (
  text: string,
): { readonly done: ReadonlyMap<string, string>; readonly undone: ReadonlyMap<string, string> } => {
  const found = { done: new Map<string, string>(), undone: new Map<string, string>() }
  for (const clause of clausesOf(text))
    for (const [thing] of clause.matchAll(doable)) {
      const name = thing.toLowerCase().replace('-', '').replace(/s$/, '')
      if (undone.test(clause)) found.undone.set(name, clause)
      else if (done.test(clause)) found.done.set(name, clause)
    }
  return found
}
