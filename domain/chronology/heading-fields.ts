import type { DatePart, EntryField } from './entry.ts'

/** What a heading can mean: a field, or the end of a date or time that another column begins. */
export type HeadingMeaning = {
  readonly field: EntryField
  readonly certain: boolean
  readonly counter?: boolean
}

type Rule = { readonly field: EntryField; readonly exactly: RegExp; readonly holds?: RegExp }

const whole = (words: string): RegExp => new RegExp(`^(?:the )?(?:${words})$`)
const inside = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`)

/** Dates that are not the date of an event, whatever else their heading says. */
const otherDates =
  /\b(?:birth|dob|born|death|due|target|review|print(?:ed)?|sent|closed|completed|updated|next|age)\b/
/** Dates that stand in for the date of the event only where there is no better one. */
const lesserDates =
  /\b(?:logged|recorded|entered|received|created|entry made|reported|end(?:ed)?|finish(?:ed)?|to)\b/

const rules: readonly Rule[] = [
  {
    field: 'internal',
    exactly: whole('internal|internal notes?|private|not for sharing|restricted'),
    holds:
      /\binternal\b|\bnot for (?:the )?(?:board|sharing|disclosure|release|circulation)\b|\bnot to be (?:shared|disclosed)\b|\bdo not (?:share|disclose)\b/,
  },
  {
    field: 'adultSeen',
    exactly: whole(
      'seen|seen alone|adult seen(?: alone| spoken to)?|seen spoken to|was (?:the )?adult seen|seen y n|spoken to(?: alone)?',
    ),
    holds: /\b(?:adult|client|patient|person|subject)\b.*\bseen\b|\bseen\b.*\b(?:adult|alone|person)\b/,
  },
  {
    field: 'wishes',
    exactly: whole(
      'wishes|views|voice|wishes (?:and feelings|recorded)|voice of (?:the )?(?:adult|person)|msp|making safeguarding personal',
    ),
    holds: inside('wishes|voice|views'),
  },
  {
    field: 'date',
    exactly: whole(
      'dates?|when|dates? (?:and |& )?times?|datetime|(?:start|event|contact|incident|entry|visit) date(?: (?:and )?time)?|dates? (?:and time )?of (?:event|contact|incident|visit|occurrence|entry|episode|activity|intervention)s?|date s|date from|from date|day|day date|date occurred|event date',
    ),
    holds: inside('dates?|when'),
  },
  {
    field: 'time',
    exactly: whole(
      'times?|time 24 ?h(?:r|our)?s?|24 hour time|(?:start|event|contact) time|time of (?:event|contact|incident|visit|day|entry)|time from|hours?|hrs|end time|time to|finish time|time ended',
    ),
    holds: inside('time'),
  },
  {
    field: 'contactType',
    exactly: whole(
      'contact|contact type|contact method|types?|type of (?:contact|event|record|entry|activity|consultation)|consultation(?: type)?|event type|record type|entry type|method(?: of contact)?|mode(?: of contact)?|nature of contact|category|activity(?: type)?|how',
    ),
    holds: /\btypes? of\b|\btype$|\bcontact (?:type|method|mode)\b/,
  },
  {
    field: 'kloes',
    exactly: whole('kloes?|key lines? of enquiry|lines? of enquiry|tor|terms? of reference|themes?'),
    holds: inside('kloes?|lines? of enquiry|terms of reference'),
  },
  {
    field: 'risk',
    exactly: whole(
      'risk|risks|risk (?:level|grade|grading|rating)|rag|rag rating|grade|grading|sensitivity|severity',
    ),
    holds: inside('risk|sensitivity'),
  },
  {
    field: 'reference',
    exactly: whole(
      'no|nos|nr|num|number|ref|refs|reference|(?:our|agency|your|case|file|local|unique|entry|event|incident|contact|log|crime|record|row|item|serial|line) (?:ref|reference|no|nr|number|id|code)|id|row|item|line|serial|log|urn|cad|s no|sr no|log crime no|crime (?:log|incident) no',
    ),
    holds: inside('ref|reference|log|crime|urn|cad'),
  },
  {
    field: 'comment',
    exactly: whole(
      'comments?|professional comments?|analysis|(?:authors?|reviewers?|agency) s? ?(?:comments?|analysis)|commentary|observations?|significance|reflections?|learning|judge?ments?|practice issues?|good practice|missed opportunit(?:y|ies)|problems?|diagnos[ei]s|issues?|codes?|read code|snomed code|people (?:involved|present)|persons? involved|attendees|present',
    ),
    holds: inside('comments?|analysis|significance|reflections?|learning|commentary'),
  },
  {
    field: 'outcome',
    exactly: whole(
      'outcomes?|results?|outcome(?:s)? of (?:contact|event|visit)|disposal|outcome result|outcome achieved',
    ),
    holds: inside('outcomes?|results?'),
  },
  {
    field: 'action',
    exactly: whole(
      'actions?|actions? taken|actions? (?:and|or|&)? ?(?:outcomes?|plans?|decisions?|response)|plans?|responses?|follow ?ups?|next steps?|decisions?|what was done|interventions?|response action|agency response',
    ),
    holds: inside('actions?|responses?|follow ups?|plans?'),
  },
  {
    field: 'author',
    exactly: whole(
      'authors?|author (?:or )?role|who|seen by|by|by whom|officers?|officer collar no|staff|staff (?:member|name)|workers?|practitioners?|professionals?|clinicians?|(?:recorded|completed|written|entered|reported|made|input) by|ward|ward author|name (?:and )?role|role|name|job title|practitioner (?:and |name )?(?:role|agency)?|professionals? involved|lead professional|team',
    ),
    holds: inside(
      'authors?|officers?|practitioners?|clinicians?|seen by|recorded by|completed by|workers?|collar|staff',
    ),
  },
  {
    field: 'source',
    exactly: whole(
      'sources?|source of information|information source|records?|source record|record source|source document|where recorded|documents?|system|evidence|evidence (?:ref|reference|source)|agency|agency source|organisation|service|provider',
    ),
    holds: inside('source|evidence'),
  },
  {
    field: 'event',
    exactly: whole(
      'events?|event as recorded|(?:significant|key|relevant) (?:events?|information|contacts?)|details?|narrative|circumstances|entry|entries|what happened|descriptions?|summary|incidents?|case notes?|notes?|information|content|text|history|account|chronology|event (?:details?|description|summary|narrative)|(?:details?|description|summary|nature|record|account) of (?:the )?(?:events?|contacts?|incidents?|visits?|involvement|entry|activity|information)|event (?:incident|contact).*',
    ),
    holds: inside(
      'events?|narrative|circumstances|incidents?|happened|details?|descriptions?|summary|notes?',
    ),
  },
]

/** A heading as it is compared: small letters, words only. */
export const normaliseHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/#/g, ' no ')
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()

const counters = whole(
  'no|nos|nr|num|number|(?:entry|row|item|serial|line) (?:no|nr|number|id)|id|row|item|line|serial|s no|sr no',
)

/** What a heading means, or null where it is not one we know. `certain` is a whole heading we know, not a word inside one. */
export const readHeading = (text: string): HeadingMeaning | null => {
  const heading = normaliseHeading(text)
  if (heading === '' || heading.length > 80) return null
  for (const rule of rules)
    if (rule.exactly.test(heading))
      return { field: rule.field, certain: true, ...(counters.test(heading) ? { counter: true } : {}) }
  for (const rule of rules) {
    if (!rule.holds?.test(heading)) continue
    if (rule.field === 'date' && otherDates.test(heading)) continue
    return { field: rule.field, certain: false }
  }
  return null
}

/** How well a date heading names the date of the event: 2 well, 1 only for want of a better one, 0 a day that may be a weekday. */
export const dateHeadingRank = (text: string): number => {
  const heading = normaliseHeading(text)
  if (partNames.day.test(heading)) return 0
  return lesserDates.test(heading) ? 1 : 2
}

/** Which column holds which part of a date that is spread over several. */
export type SplitDate = ReadonlyMap<number, Exclude<DatePart, 'end'>>

const partNames = {
  day: whole('day|dd|d|day no|day of (?:the )?month'),
  month: whole('month|mm|m|mth|mon'),
  year: whole('year|yyyy|yy|y|yr'),
} as const
const partsInOrder = ['day', 'month', 'year'] as const

/** The parts of a date among the headings of a row, where no column is a whole date: a month beside a day or a year. */
export const datePartsIn = (headings: readonly string[]): SplitDate => {
  const normal = headings.map(normaliseHeading)
  const found = new Map(
    partsInOrder.flatMap((part) => {
      const at = normal.findIndex((heading) => partNames[part].test(heading))
      return at < 0 ? [] : [[at, part] as const]
    }),
  )
  const isWhole = (heading: string, index: number): boolean =>
    !found.has(index) &&
    readHeading(heading)?.field === 'date' &&
    dateHeadingRank(heading) === 2 &&
    !isEndHeading(heading)
  const enough = [...found.values()].includes('month') && found.size >= 2
  return enough && !headings.some(isWhole) ? found : new Map()
}

export const isEndHeading = (text: string): boolean =>
  /^(?:end (?:date|time)|(?:date|time) to|to date|(?:date|time) ended|finish (?:date|time)|until)$/.test(
    normaliseHeading(text),
  )
