import { readDate } from '../redaction/identifiers-dates.ts'
import { generaliseAge, generaliseDate, generalisePlace, placeNouns } from './generalise.ts'

/** What a motivated intruder can put into a search box. */
export const searchKinds = [
  'death-date',
  'dated-place',
  'age',
  'family',
  'occupation',
  'event',
  'condition',
  'published',
  'quotation',
] as const
export type SearchKind = (typeof searchKinds)[number]

/** Words of a text that can be searched for, and what could stand in their place. */
export type Searchable = {
  readonly kind: SearchKind
  readonly start: number
  readonly end: number
  readonly offers: readonly string[]
}

type Finder = (text: string) => readonly Searchable[]

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const writtenDate = new RegExp(
  `(?<![\\d/.-])(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\\b(?: \\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})(?![\\d/-])`,
  'g',
)
const aboutDeath =
  /\b(?:died|dies|death|dead|deceased|passed away|killed|body|fatal\w*|post[- ]mortem|inquest|life (?:was )?pronounced extinct|pronounced|certified|funeral|cremat\w+|buried|burial)\b/i

/** How far around a date what it is about is looked for, in characters. */
const around = 90

const each = (text: string, pattern: RegExp): readonly RegExpMatchArray[] => [...text.matchAll(pattern)]

const found = (kind: SearchKind, match: RegExpMatchArray, offers: readonly string[] = []): Searchable => {
  const start = match.index ?? 0
  return { kind, start, end: start + match[0].length, offers }
}

const dateOffers = (written: string): readonly string[] => {
  const [date] = readDate(written)
  return date ? generaliseDate({ year: yearOf(date), month: date.month }) : []
}

const yearOf = (date: { readonly year: number | null; readonly short: boolean }): number | null =>
  date.year === null ? null : date.short ? 2_000 + date.year : date.year

const datesOfDeath: Finder = (text) =>
  each(text, writtenDate).flatMap((match) => {
    const at = match.index ?? 0
    const near = text.slice(Math.max(0, at - around), at + match[0].length + around)
    return aboutDeath.test(near) ? [found('death-date', match, dateOffers(match[0]))] : []
  })

const capitalised = String.raw`\p{Lu}[\p{L}’'-]+`
const namedPlace = new RegExp(
  `(?<!\\p{L})${capitalised}(?: (?:${capitalised}|of|the|and|&)){0,4}? (?:${placeNouns
    .map((noun) => noun.charAt(0).toUpperCase() + noun.slice(1))
    .join('|')})(?!\\p{L})`,
  'gu',
)
const openers = /^(?:The|A|An|At|In|To|From|She|He|They|Seen|Visit|Visited|Day|Care|Nursing|Residential) /

/** The name of a home or the like; with a date beside it, it leads to an inspection report. */
const datedPlaces: Finder = (text) =>
  each(text, namedPlace).flatMap((match) => {
    const name = match[0].replace(openers, '')
    if (!name.includes(' ')) return []
    const start = (match.index ?? 0) + match[0].length - name.length
    return [{ kind: 'dated-place', start, end: start + name.length, offers: generalisePlace(name) }]
  })

const ages: Finder = (text) =>
  each(
    text,
    /\b(?:aged? (\d{1,3})|(\d{1,3})[- ]years?[- ]old|(?:turned|was|is) (\d{2})(?= (?:when|at the time|that|on)))\b/gi,
  ).map((match) => found('age', match, generaliseAge(Number(match[1] ?? match[2] ?? match[3]))))

const number = '(?:\\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)'
const kin = '(?:children|sons|daughters|siblings|brothers|sisters|grandchildren|great-grandchildren)'
const families: Finder = (text) => [
  ...each(text, new RegExp(`\\b${number}(?: \\p{L}+)? ${kin}\\b`, 'giu')).map((match) =>
    found('family', match, [`several ${/\p{L}+$/u.exec(match[0])?.[0] ?? 'relatives'}`]),
  ),
  ...each(text, new RegExp(`\\b(?:mother|father|parent|grandmother|grandfather) of ${number}\\b`, 'gi')).map(
    (match) => found('family', match, ['parent of several children']),
  ),
  ...each(
    text,
    /\b(?:triplets?|quadruplets?|identical twins?|conjoined|adopted (?:twins?|siblings?))\b/gi,
  ).map((match) => found('family', match, ['a sibling'])),
]

/** Work that is common enough to find nobody. */
const commonWork =
  /\b(?:nurse|carer|teacher|cleaner|driver|cook|clerk|secretary|shop|builder|farmer|labourer|manager|worker|assistant|engineer|administrator|mechanic|electrician|plumber)\b/i
const occupations: Finder = (text) =>
  each(
    text,
    /\b(?:(?:retired|former|ex-)[ -]?|(?:worked|working|served|trained|employed) (?:for (?:many|\d+) years )?as (?:an? |the )?|had been (?:an? |the ))(?!(?:partner|husband|wife|address|home|tenant|neighbour|friend)\b)\p{L}[\p{L}’'-]+(?: (?:of|in|for|with|at|to) (?:the )?\p{L}[\p{L}’'-]+| \p{L}[\p{L}’'-]+)?/giu,
  )
    .filter((match) => !commonWork.test(match[0]))
    .map((match) => found('occupation', match))

const events: Finder = (text) =>
  each(
    text,
    /\b(?:house fire|explosion|struck by lightning|drown(?:ed|ing)|hit by a train|plane crash|shipwreck|murder(?:ed)?|manslaughter|kidnap\w*|hostage|siege|lottery|MBE|OBE|CBE|war hero|veteran of \p{L}+|refugee from \p{Lu}\p{L}+|survivor of \p{L}+|Olympic\p{L}*|world (?:record|champion\p{L}*)|first (?:man|woman|person|patient|case) (?:in|to)|only (?:man|woman|person|patient|case) (?:in|to)|(?:llama|alpaca|parrot|python|tarantula|donkey|goat)s?|armed police|helicopter|lifeboat|mountain rescue|coastguard)\b/giu,
  ).map((match) => found('event', match))

const commonConditions = /^(?:Parkinson|Alzheimer|Crohn|Down|Asperger)/
const conditions: Finder = (text) =>
  [
    ...each(text, /(?<!\p{L})\p{Lu}[\p{L}-]+(?:[’']s)? (?:syndrome|disease|disorder)\b/gu),
    ...each(
      text,
      /\b(?:Huntington[’']?s|motor neurone disease|muscular dystrophy|Creutzfeldt\p{L}*|cystic fibrosis|haemophilia|porphyria|narcolepsy|locked-in syndrome|leprosy|(?:double|bilateral) amput\p{L}+|dwarfism|albinism)\b/giu,
    ),
  ]
    .filter((match) => !commonConditions.test(match[0]))
    .map((match) => found('condition', match, ['a long-term condition']))

const published: Finder = (text) =>
  each(
    text,
    /\b(?:(?:local |national )?(?:newspapers?|press|media|radio|television)|(?:in|on) the news|BBC|ITV|Facebook|Instagram|TikTok|Twitter|YouTube|GoFundMe|crowdfund\p{L}*|petition|obituar(?:y|ies)|death notice|inquests?|prevention of future deaths?|PFD report|coroner[’']s (?:conclusion|verdict|report)|crown court|magistrates[’']? court|employment tribunal|CQC (?:report|inspection|rating)\p{L}*|rated inadequate|council (?:meeting|minutes|papers)|scrutiny committee|ombudsman report|domestic homicide review|child safeguarding practice review|joint review)\b/giu,
  ).map((match) => found('published', match))

/** Fewer quoted words than this lead to nothing. */
const quotation = /[“"]([^“”"]{25,400})[”"]|‘([^‘’]{25,400})’(?!\p{L})/gu
const quotations: Finder = (text) =>
  each(text, quotation)
    .filter((match) => match[0].split(/\s+/).length >= 6)
    .map((match) => found('quotation', match))

/** In this order a stretch that several finders claim belongs to the first. */
const finders: readonly Finder[] = [
  datesOfDeath,
  datedPlaces,
  quotations,
  conditions,
  families,
  ages,
  published,
  events,
  occupations,
]

/** Everything of one text that can be searched for, in order and apart. */
export const searchableIn = (text: string): readonly Searchable[] => {
  const kept: Searchable[] = []
  for (const find of finders)
    for (const one of find(text))
      if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}
