import type { Silence, Stretch, StretchState } from '../../../domain/chronology/account-for-silences.ts'
import type { StatementKind, StatementMeans } from '../../../domain/chronology/contact-statement.ts'
import type { Span } from '../../../domain/dates/calendar.ts'
import { assertNever } from '../../../domain/result.ts'
import type { NoContactView, QueryView, StatementView } from '../../../workspace/contract/no-contact.ts'
import type { Tone } from '../../ui/notice.tsx'
import { counted, dayInWords } from '../../ui/words.ts'

export const spanInWords = ({ from, to }: Span): string =>
  from === to ? dayInWords(from, true) : `${dayInWords(from, true)} to ${dayInWords(to, true)}`

export const silenceStates: Readonly<
  Record<Silence['state'], { readonly tone: Tone; readonly title: string }>
> = {
  open: { tone: 'warn', title: 'Not accounted for' },
  queried: { tone: 'info', title: 'Asked about' },
  declared: { tone: 'good', title: 'Stated as no contact' },
}

/** What the drawing's hatchings stand for, in the order of its key. */
export const stretchTitles: Readonly<Record<StretchState, string>> = {
  open: 'Neither stated nor asked about',
  asked: 'Asked about',
  'to-follow': 'Records promised or received',
  stated: 'Stated as no contact',
  'stated-in-file': 'Stated as no contact in the agency’s file',
}

export const meansWords: Readonly<Record<StatementMeans, string>> = {
  letter: 'by letter',
  email: 'by email',
  call: 'by telephone',
  meeting: 'at a meeting',
}

export const kindWords: Readonly<Record<StatementKind, string>> = {
  'no-contact': 'No contact',
  'records-to-follow': 'Records to follow',
  'records-received': 'Records received',
}

/** "Records lead, by telephone, 20 Nov 2026". */
export const saidInWords = ({ saidBy, means, saidOn }: StatementView): string =>
  `${saidBy}, ${meansWords[means]}, ${dayInWords(saidOn, true)}`

/** One part of a silence in a sentence without its dates. */
export const stretchInWords = (
  { state, by, from, to }: Stretch,
  view: NoContactView,
  agencyId: string,
): string => {
  const query = view.queries.find(({ id }) => id === by)
  switch (state) {
    case 'open':
      return 'neither stated nor asked about'
    case 'asked':
    case 'to-follow':
      return query === undefined
        ? stretchTitles[state].toLowerCase()
        : `${queryInWords(query)}, in letter ${query.letter}`
    case 'stated': {
      const all = [...view.statements, ...view.queries.flatMap(({ statements }) => statements)]
      const statement = all.find(({ id }) => id === by)
      return statement === undefined
        ? 'stated as no contact'
        : `stated as no contact: ${saidInWords(statement)}`
    }
    case 'stated-in-file': {
      const places = view.agencies
        .find((agency) => agency.agencyId === agencyId)
        ?.statedInFile.filter((one) => one.from <= to && one.to >= from)
        .map(({ where }) => where)
      return `stated as no contact in the agency’s file${places?.length ? `, ${places.join(' and ')}` : ''}`
    }
    default:
      return assertNever(state)
  }
}

/** Where a query stands, to be followed by its letter. */
export const queryInWords = (query: QueryView): string => {
  switch (query.state) {
    case 'unsent':
      return 'its letter was begun and not written'
    case 'waiting':
      return `asked about, answer ${query.overdue ? 'was due' : 'due'} ${dayInWords(query.replyBy, true)}`
    case 'to-follow':
      return `records to follow, ${query.overdue ? 'were due' : 'due'} ${dayInWords(query.replyBy, true)}`
    case 'received':
      return 'records received and not imported yet'
    case 'declared':
      return 'stated as no contact'
    case 'filled':
      return query.filledBy === null
        ? 'closed by the agency’s record'
        : `closed by an import: ${counted(query.filledBy.entries, 'entry', 'entries')} now in this period`
    default:
      return assertNever(query.state)
  }
}
