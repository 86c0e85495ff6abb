import { setImmediate as nextTurn } from 'node:timers/promises'
import { listAgencies } from '../../db/agencies.ts'
import { readWording } from '../../db/case-wording.ts'
import { getCase } from '../../db/cases.ts'
import type { Entry } from '../../db/entries.ts'
import { countEntries } from '../../db/entry-list.ts'
import { entriesOfRows } from '../../db/entry-order.ts'
import { readPeopleKey } from '../../db/people-key.ts'
import { listSources } from '../../db/sources.ts'
import { agencyMarks } from '../../domain/case/agency-marks.ts'
import { flagTitles, observationTitles, type Observation } from '../../domain/chronology/analysis.ts'
import { boardColumns } from '../../domain/chronology/board-columns.ts'
import type { CaseWording, ColumnId } from '../../domain/chronology/case-wording.ts'
import type { BoardRow, WorkingChronology } from '../../domain/chronology/working-chronology.ts'
import { prepareRoster, redact } from '../../domain/redaction/redact.ts'
import { ExpectedError } from '../../domain/result.ts'
import { glossaryOf } from '../actions/glossary.ts'
import type { ValidInput } from '../contract.ts'
import type { AnalysisMarks } from '../contract/analysis.ts'
import type { Call, Environment, Session } from '../host.ts'
import { filterWords } from './filter-words.ts'
import { askedOrder, prepareOrder } from './order-entries.ts'
import { kloesOf, marksOf } from './show-analysis.ts'
import { mayName, readingsFor, readingsToLeave, type Readings } from './show-entries.ts'

type Asked = ValidInput<'chronology.export-review'>
type Parts = Call & { readonly session: Session; readonly env: Environment }

/** More entries make a file that no office program opens in reasonable time. */
export const mostExported = 20_000
const batch = 200

/** The rows that will leave, in date order, and what stands before them on the first page. */
export const chosenRows = async (parts: Parts, { names, ...filter }: Asked) => {
  const { session } = parts
  const { db } = session.vault
  const { caseId } = filter
  const named = names && mayName(session, caseId)
  const asked = { ...filter, order: 'date', group: null, pseudonyms: !named } as const
  const order = await prepareOrder(parts, askedOrder(session, asked))
  const { rows } = order()
  const readings = named ? readingsFor(session, caseId, false) : readingsToLeave(session, caseId)
  const { wording } = readWording(db, caseId)
  const agencies = listAgencies(db, caseId).map((agency) => ({
    ...agency,
    id: agency.agencyId,
    // In a file, unlike on screen, an agency that has a code stands under it.
    shown: readings.text(agency.name),
  }))
  const files = new Map(listSources(db, caseId).map(({ id, fileName }) => [id, readings.fileName(fileName)]))
  const record = getCase(db, caseId)
  const { reviewPeriodStart: from, reviewPeriodEnd: to } = record
  return {
    rows,
    named,
    readings,
    wording,
    agencies,
    files,
    record,
    total: countEntries(db, { caseId }),
    reviewPeriod: from === null || to === null ? null : { from, to },
    filter: filterWords(filter, {
      wording,
      agency: (id) => agencies.find((agency) => agency.id === id)?.shown ?? id,
      source: (id) => files.get(id) ?? 'a file that is not here',
      text: readings.text,
    }),
  }
}

export type ChosenRows = Awaited<ReturnType<typeof chosenRows>>

/** Every chosen entry, a little at a time, so that others are answered meanwhile and a request to stop is heard. */
export async function* eachChosen(
  { session, signal }: Parts,
  { rows }: ChosenRows,
): AsyncGenerator<readonly Entry[]> {
  for (let from = 0; from < rows.length; from += batch) {
    if (from > 0) await nextTurn()
    signal.throwIfAborted()
    yield entriesOfRows(session.vault.db, rows.slice(from, from + batch))
  }
}

/** Reads everything that goes into the working chronology. Throws `invalid` where it is more than can be written at once. */
export const gatherChronology = async (
  parts: Parts,
  asked: Asked,
): Promise<{ readonly chronology: WorkingChronology; readonly chosen: ChosenRows }> => {
  const { session, env, progress } = parts
  const { db } = session.vault
  const { caseId } = asked
  progress({ what: 'Reading the entries', done: 0, total: null })
  const chosen = await chosenRows(parts, asked)
  if (chosen.rows.length === 0)
    throw new ExpectedError('invalid', 'No entry matches, so there is nothing to export.')
  if (chosen.rows.length > mostExported)
    throw new ExpectedError(
      'invalid',
      `${chosen.rows.length.toLocaleString('en-GB')} entries are too many for one file; at most ${mostExported.toLocaleString('en-GB')} can be written. Narrow the filter, such as to some agencies or a period.`,
    )
  const { readings, wording, agencies, record } = chosen
  const peopleIn = peopleFinder(session, caseId, chosen.named)
  const rows: BoardRow[] = []
  let hiddenRows = 0
  let boxes = false
  for await (const entries of eachChosen(parts, chosen)) {
    const marks = marksOf(db, caseId, entries, readings.text)
    for (const entry of entries) {
      if (entry.hiddenRow) hiddenRows += 1
      const cells = cellsOf(entry, marks.get(entry.recordId), { ...chosen, peopleIn, no: rows.length + 1 })
      const shown = Object.entries(cells).map(([id, text]) => [id, printable(text)] as const)
      boxes ||= shown.some(([id, text]) => text !== cells[id as ColumnId])
      rows.push({
        agencyId: entry.agencyId,
        cells: Object.fromEntries(shown),
        ...daysOf(entry, cells.date),
      })
    }
    progress({ what: 'Reading the entries', done: rows.length, total: chosen.rows.length })
  }
  const letters = agencyMarks(agencies.map(({ id, name, sector }) => ({ id, name, sector: sector ?? '' })))
  const chronology: WorkingChronology = {
    caseReference: record.ref,
    codeName: readings.text(record.title),
    reviewPeriod: chosen.reviewPeriod,
    agencies: agencies.flatMap(({ id, shown }) => {
      const mark = letters.get(id)
      return mark === undefined ? [] : [{ id, name: printable(shown), mark }]
    }),
    kloes: kloesOf(db, caseId).map(({ n, text }) => ({
      label: wording.kloes[n] ?? `KLOE ${n}`,
      text: printable(readings.text(text)),
    })),
    abbreviations: glossaryOf(db, caseId, readings.text).flatMap(({ abbreviation, meaning, state }) =>
      state === 'explained' ? [{ abbreviation: printable(abbreviation), meaning: printable(meaning) }] : [],
    ),
    columns: boardColumns(wording),
    rows,
    total: chosen.total,
    filter: chosen.filter.map(printable),
    hiddenRows,
    boxes,
    names: chosen.named ? 'as-recorded' : 'pseudonyms',
    madeOn: env.now().slice(0, 10),
    timestamp: env.now(),
  }
  return { chronology, chosen }
}

/** The days a date can mean, unless the date itself is hidden: it would be read in them. */
const daysOf = ({ date }: Entry, shown: string): Pick<BoardRow, 'earliest' | 'latest'> =>
  shown === date.original
    ? { earliest: date.earliest, latest: date.latest }
    : { earliest: null, latest: null }

const unprintable = /[^\P{Cc}\t\n\v\f\r\u0085]|\p{Noncharacter_Code_Point}|\ufffd/gu

/** An agency's text cannot be put right; a character that not every office file can hold stands as a box. */
const printable = (text: string): string => text.toWellFormed().replace(unprintable, '\u25a1')

/** Who of the key is named in an entry, each once, in the order of the key. */
const peopleFinder = (session: Session, caseId: string, named: boolean): ((entry: Entry) => string) => {
  const roster = readPeopleKey(session.vault.db, caseId)
  const prepared = prepareRoster(roster)
  const people = roster.entries.filter(({ kind }) => kind === 'person')
  return ({ fields }) => {
    const text = [fields.event, fields.action, fields.outcome].filter(Boolean).join('\n')
    const found = new Set(redact(text, prepared, { audience: 'public' }).spans.map(({ entity }) => entity))
    return people
      .filter(({ id }) => found.has(id))
      .map(({ name, pseudonym }) => (named ? name : pseudonym))
      .join(', ')
  }
}

type Shown = {
  readonly no: number
  readonly readings: Readings
  readonly wording: CaseWording
  readonly agencies: readonly { readonly id: string; readonly shown: string }[]
  readonly files: ReadonlyMap<string, string>
  readonly peopleIn: (entry: Entry) => string
}

const cellsOf = (
  entry: Entry,
  analysis: AnalysisMarks | undefined,
  { no, readings, wording, agencies, files, peopleIn }: Shown,
): Readonly<Record<ColumnId, string>> => {
  const { fields, date } = entry
  const read = (text: string | undefined): string => readings.text(text ?? '')
  const time = [date.time, date.timeEnd].filter((part) => part !== undefined).join(' to ')
  const changed = analysis?.accountChanged ? ' (the account has changed since)' : ''
  return {
    // Parted by thousands, so that no running number can be read as a collar number of the key.
    no: no.toLocaleString('en-GB'),
    date: read(date.original),
    endDate: '',
    time: time !== '' && date.original.includes(time) ? '' : time,
    endTime: '',
    agency: agencies.find(({ id }) => id === entry.agencyId)?.shown ?? entry.agencyId,
    source: read(fields.source),
    author: read(fields.author),
    people: peopleIn(entry),
    contactType: read(fields.contactType),
    event: `${entry.hiddenRow ? '[From a row hidden in the agency’s file] ' : ''}${read(fields.event)}`,
    action: read(fields.action),
    outcome: read(fields.outcome),
    agencyComment: read(fields.comment),
    adultSeen: observed(analysis?.adultSeen, read(fields.adultSeen)),
    spokenAlone: observed(analysis?.spokenAlone, ''),
    voiceHeard: observed(analysis?.voiceHeard, read(fields.wishes)),
    capacity: observed(analysis?.capacity, ''),
    comment: analysis?.comment ?? '',
    judgement: analysis?.judgement ? `${wording.judgements[analysis.judgement]}${changed}` : '',
    significance: analysis?.significance ?? '',
    kloes: [
      ...[(analysis?.kloes ?? []).map((n) => wording.kloes[n] ?? `KLOE ${n}`).join(', ')].filter(
        (line) => line !== '',
      ),
      ...asWritten(read(fields.kloes)),
    ].join('\n'),
    policyExpected: analysis?.policyExpected ?? '',
    evidence: analysis?.evidence ?? '',
    flags: (analysis?.flags ?? [])
      .map((flag) => (flag === 'other' ? (analysis?.flagNote ?? '') : flagTitles[flag]))
      .join(', '),
    place: [files.get(entry.sourceId) ?? '', read(entry.where)].filter((part) => part !== '').join(', '),
  }
}

const asWritten = (text: string): readonly string[] => (text === '' ? [] : [`${text} (agency)`])

/** What the review found, and beneath it what the agency wrote itself. */
const observed = (found: Observation | null | undefined, written: string): string =>
  [...(found ? [observationTitles[found]] : []), ...asWritten(written)].join('\n')
