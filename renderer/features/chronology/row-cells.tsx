import type { ReactNode } from 'react'
import {
  flagTitles,
  type Judgement,
  type ObservedThing,
  observationTitles,
} from '../../../domain/chronology/analysis.ts'
import type { CaseWording, ColumnId } from '../../../domain/chronology/case-wording.ts'
import { findMatches, type SearchTerm } from '../../../domain/chronology/search-words.ts'
import type { AgencyView, EntryRow } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { isQueried, isUncertain, meaningOf } from '../../date-words.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Marked } from '../../ui/marked.tsx'
import { counted } from '../../ui/words.ts'

/** What a row is drawn with, besides itself. */
export type RowSetting = {
  readonly agencies: readonly AgencyView[]
  readonly wording: CaseWording
  readonly terms: readonly SearchTerm[]
  /** Whether there is room for an agency's name beside its letter. */
  readonly named: boolean
}

/** More would hide the text they mark. */
const mostMarks = 12

const Found = ({
  text,
  terms,
}: {
  readonly text: string | undefined
  readonly terms: readonly SearchTerm[]
}) =>
  text === undefined || text === '' ? null : (
    <Marked text={text} parts={terms.length === 0 ? [] : findMatches(text, terms).slice(0, mostMarks)} />
  )

const DateCell = ({ row }: { readonly row: EntryRow }) => {
  const meaning = meaningOf(row.date)
  const how = isUncertain(row.date) ? ' date-uncertain' : isQueried(row.date) ? ' date-queried' : ''
  return (
    <>
      <span className={`date-written${how}`} title={meaning}>
        {row.date.original === '' ? 'No date' : row.date.original}
      </span>
      {meaning !== row.date.original && <span className="date-meaning">{meaning}</span>}
    </>
  )
}

const Flag = ({ children }: { readonly children: ReactNode }) => <span className="cell-flag">{children}</span>

const EventCell = ({ row, terms }: { readonly row: EntryRow; readonly terms: readonly SearchTerm[] }) => (
  <>
    {row.declaredNoContact && <Flag>No contact declared</Flag>}
    {row.hiddenRow && <Flag>Hidden in the file</Flag>}
    {row.removed && <Flag>Not in the latest file</Flag>}
    {row.conflicts > 0 && <Flag>{counted(row.conflicts, 'open conflict')}</Flag>}
    {row.conflicts === 0 && row.linked > 0 && <Flag>{counted(row.linked, 'linked account')}</Flag>}
    <Found text={row.event} terms={terms} />
  </>
)

const judgementIcons: Readonly<Record<Judgement, IconName>> = {
  'good-practice': 'check',
  'missed-opportunity': 'warning',
  'expected-practice': 'info',
  unclear: 'help',
}

const observed = ({ marks }: EntryRow, thing: ObservedThing): string => {
  const seen = marks?.[thing] ?? null
  return seen === null ? '' : observationTitles[seen]
}

/** What stands in a cell of the list. Texts of an agency are marked where they were searched for; the review's own are not searched. */
export const cellOf = (
  id: ColumnId,
  row: EntryRow,
  { agencies, wording, terms, named }: RowSetting,
): ReactNode => {
  const { marks } = row
  switch (id) {
    case 'date':
      return <DateCell row={row} />
    case 'agency':
      return (
        <>
          <AgencyBadge agencyId={row.agencyId} agencies={agencies} />
          <span className={named ? 'cell-agency-name' : 'visually-hidden'}>{row.agency}</span>
        </>
      )
    case 'event':
      return <EventCell row={row} terms={terms} />
    case 'action':
      return <Found text={row.action} terms={terms} />
    case 'outcome':
      return <Found text={row.outcome} terms={terms} />
    case 'agencyComment':
      return <Found text={row.analysis} terms={terms} />
    case 'contactType':
      return <Found text={row.contactType} terms={terms} />
    case 'author':
      return <Found text={row.author} terms={terms} />
    case 'source':
      return <Found text={row.recordedIn} terms={terms} />
    case 'place':
      return row.source.where
    case 'judgement':
      return marks?.judgement ? (
        <span className={`judgement judgement-${marks.judgement}`}>
          <Icon name={judgementIcons[marks.judgement]} /> {wording.judgements[marks.judgement]}
        </span>
      ) : null
    case 'kloes':
      return marks?.kloes.map((n) => wording.kloes[n] ?? `KLOE ${n}`).join(', ')
    case 'adultSeen':
    case 'spokenAlone':
    case 'voiceHeard':
    case 'capacity':
      return observed(row, id)
    case 'comment':
    case 'significance':
    case 'policyExpected':
    case 'evidence':
      return marks?.[id]
    case 'flags':
      return marks?.flags.map((flag) => (flag === 'other' ? marks.flagNote : flagTitles[flag])).join(', ')
    default:
      return null
  }
}

/** How a cell is set, by its column. */
export const cellClass: Readonly<Partial<Record<ColumnId, string>>> = {
  date: 'cell-date numbers',
  agency: 'cell-agency',
  event: 'cell-event',
  place: 'cell-place cell-quiet numbers',
  action: 'cell-quiet',
  outcome: 'cell-quiet',
  agencyComment: 'cell-quiet',
}
