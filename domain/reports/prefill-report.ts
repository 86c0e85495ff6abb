import { decideCriteria } from '../case/section-44.ts'
import type { Section44Facts } from '../case/case-file.ts'
import { monthName } from '../dates/calendar.ts'
import {
  sectionsOfKind,
  sectionTitles,
  type ReportKind,
  type ReportSection,
  type ReportState,
  type SectionTopic,
} from './report.ts'

/** When something was, as near as it is known: `YYYY-MM-DD`, or null where nobody knows. */
type When = { readonly earliest: string | null; readonly latest: string | null }

/** What a report can begin with: the case as its author reads it, with pseudonyms for names. */
export type ReportFacts = {
  readonly caseTitle: string
  readonly board: string
  /** `YYYY-MM-DD` each, where known. */
  readonly dates: {
    readonly referral: string | null
    readonly decision: string | null
    readonly periodStart: string | null
    readonly periodEnd: string | null
  }
  readonly section44: Section44Facts
  readonly methodology: string
  readonly kloes: readonly { readonly n: number; readonly text: string }[]
  readonly adults: readonly { readonly code: string; readonly name: string; readonly chosenBy: string }[]
  readonly agencies: number
  /** Findings and themes that stand, in order. */
  readonly findings: readonly {
    readonly number: number
    readonly title: string
    readonly statement: string
    readonly evidence: readonly (When & { readonly agency: string })[]
  }[]
  /** Entries the review has marked (judged, or evidence of a finding), in order. */
  readonly account: readonly (When & { readonly text: string; readonly goodPractice: boolean })[]
}

const monthOf = (iso: string): string => `${monthName(Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`

/** No closer than the month, whatever is known: an exact day is what press and inquest listings are searched by. */
const monthWords = ({ earliest, latest }: When): string => {
  if (earliest !== null && latest !== null) {
    const [from, to] = [monthOf(earliest), monthOf(latest)]
    return from === to ? from : `${from} to ${to}`
  }
  if (latest !== null) return `Before ${monthOf(latest)}`
  return earliest === null ? 'Undated' : `After ${monthOf(earliest)}`
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const paragraphs = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n')

const why = ({ board, dates }: ReportFacts): string => {
  const by = board === '' ? 'The Safeguarding Adults Board' : board
  return paragraphs(
    dates.referral === null
      ? `${by} carried out this review.`
      : `${by} received a referral for a safeguarding adult review in ${monthOf(dates.referral)}.`,
    'A review looks at how agencies worked together, so that lessons are learned. It does not blame anybody and does not look for a cause of death.',
  )
}

const criteria = ({ section44, dates, methodology }: ReportFacts): string => {
  const decided = decideCriteria(section44)
  const on = dates.decision === null ? '' : ` in ${monthOf(dates.decision)}`
  const outcome = {
    mandatory: `The Independent Chair decided${on} that the criteria of section 44 of the Care Act 2014 were met, so that a review had to be carried out.`,
    discretionary: `The Independent Chair decided${on} to carry out a review under section 44(4) of the Care Act 2014, which allows a Board to review any case of an adult in its area with needs for care and support.`,
    'not met': '',
    'cannot be decided': '',
  }[decided.decision]
  return paragraphs(outcome, methodology === '' ? '' : `Methodology: ${methodology}.`)
}

const terms = ({ dates, kloes, agencies }: ReportFacts): string => {
  const { periodStart, periodEnd } = dates
  const period =
    periodStart !== null && periodEnd !== null
      ? `The review looked at the time from ${monthOf(periodStart)} to ${monthOf(periodEnd)}.`
      : ''
  const took = agencies === 0 ? '' : `${counted(agencies, 'agency', 'agencies')} took part.`
  const lines = kloes.map(({ text }) => `- ${text}`)
  return paragraphs(
    [period, took].filter((one) => one !== '').join(' '),
    lines.length === 0 ? '' : `The review asked:\n${lines.join('\n')}`,
  )
}

const adult = ({ adults }: ReportFacts): string =>
  paragraphs(
    ...adults.map(({ code, name, chosenBy }) =>
      name === ''
        ? ''
        : `${code} is the name used in this report${chosenBy === '' ? '' : `, chosen by ${chosenBy}`}.`,
    ),
  )

const account = ({ account: entries }: ReportFacts): string => {
  const months = Map.groupBy(entries, monthWords)
  return paragraphs(
    ...[...months].map(
      ([month, found]) =>
        `## ${month}\n${found.map(({ text }) => `- ${text.replace(/\s+/gu, ' ').trim()}`).join('\n')}`,
    ),
  )
}

const evidenceWords = (evidence: ReportFacts['findings'][number]['evidence']): string => {
  if (evidence.length === 0) return ''
  const days = evidence.flatMap(({ earliest, latest }) => [earliest, latest].filter((day) => day !== null))
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  const from = first === undefined || last === undefined ? '' : [monthOf(first), monthOf(last)]
  const span = from === '' ? '' : from[0] === from[1] ? ` in ${from[0]}` : ` between ${from.join(' and ')}`
  const agencies = new Set(evidence.map(({ agency }) => agency)).size
  return `This rests on ${counted(evidence.length, 'entry', 'entries')} in the records of ${counted(agencies, 'agency', 'agencies')}${span}.`
}

const findings = (facts: ReportFacts, kind: ReportKind): string =>
  kind === 'one-page-summary'
    ? facts.findings.map(({ title }) => `- ${title}`).join('\n')
    : paragraphs(
        ...facts.findings.map(({ number, title, statement, evidence }) =>
          paragraphs(`## Finding ${number}: ${title}`, statement, evidenceWords(evidence)),
        ),
      )

const goodPractice = ({ account: entries }: ReportFacts): string =>
  entries
    .filter((entry) => entry.goodPractice)
    .map((entry) => `- ${monthWords(entry)}: ${entry.text.replace(/\s+/gu, ' ').trim()}`)
    .join('\n')

const textOf = (topic: SectionTopic, facts: ReportFacts, kind: ReportKind): string => {
  switch (topic) {
    case 'why':
      return why(facts)
    case 'criteria':
      return criteria(facts)
    case 'terms':
      return terms(facts)
    case 'adult':
      return adult(facts)
    case 'account':
      return account(facts)
    case 'findings':
      return findings(facts, kind)
    case 'good-practice':
      return goodPractice(facts)
    case 'recommendations':
    case 'own':
      return ''
    case 'next':
      return 'The agencies named above carry out the recommendations. The Board asks them for evidence, and says in its annual report what has been done.'
  }
}

/** The sections a report of a kind begins with, filled from the case as its author reads it. */
export const prefilledSections = (facts: ReportFacts, kind: ReportKind): readonly ReportSection[] =>
  sectionsOfKind[kind].map((topic) => ({
    id: topic,
    topic,
    heading: sectionTitles[topic],
    text: textOf(topic, facts, kind),
    included: true,
  }))

/** A new report of a kind. */
export const prefilledReport = (facts: ReportFacts, kind: ReportKind): ReportState => ({
  title: `Safeguarding adult review: ${facts.caseTitle}`,
  contact: facts.board,
  adults: facts.adults.map(({ code, name, chosenBy }) => ({
    code,
    name: chosenBy === '' ? '' : name,
    agreedWith: chosenBy === '' ? '' : chosenBy,
  })),
  sections: [...prefilledSections(facts, kind)],
  recommendations: [],
})
