import { writeDay, type Span } from '../dates/calendar.ts'
import type { PackBlock, PackDocument, PackTable } from '../packs/pack-document.ts'
import { agencyColours, type AgencyMark } from '../case/agency-marks.ts'
import { alwaysWritten, paperColumns, type BoardColumn } from './board-columns.ts'
import type { ColumnId } from './case-wording.ts'

/** One entry as it is written out: texts as its reader may see them, and the days its date can mean, `YYYY-MM-DD`. */
export type BoardRow = {
  readonly agencyId: string
  readonly cells: Readonly<Partial<Record<ColumnId, string>>>
  readonly earliest: string | null
  readonly latest: string | null
}

export type WorkingChronology = {
  readonly caseReference: string
  readonly codeName: string
  /** Null where the case has none. */
  readonly reviewPeriod: Span | null
  /** Agencies of the case, those with no entry too, under the names the reader may see. */
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly mark: AgencyMark }[]
  readonly kloes: readonly { readonly label: string; readonly text: string }[]
  readonly abbreviations: readonly { readonly abbreviation: string; readonly meaning: string }[]
  readonly columns: readonly BoardColumn[]
  readonly rows: readonly BoardRow[]
  /** How many entries the case has. */
  readonly total: number
  /** What was filtered for, a phrase each; empty where nothing was. */
  readonly filter: readonly string[]
  readonly hiddenRows: number
  /** Whether some characters could not be written and stand as boxes. */
  readonly boxes: boolean
  readonly names: 'as-recorded' | 'pseudonyms'
  readonly madeOn: string
  /** Fixed instant (ISO) for the formats that demand one. */
  readonly timestamp: string
}

export const markings: Readonly<Record<WorkingChronology['names'], string>> = {
  'as-recorded':
    'Official – sensitive. Holds names and personal data: for the review team only. Do not copy or pass on.',
  pseudonyms: 'Official – sensitive. Pseudonymised, and still personal data: do not copy or pass on.',
}

const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** Columns in which at least one entry has something to say, and those in which none has. */
const sortColumns = ({ columns, rows }: WorkingChronology) => {
  const used = new Set<ColumnId>(alwaysWritten)
  for (const { cells } of rows)
    for (const { id } of columns) if (!used.has(id) && (cells[id] ?? '') !== '') used.add(id)
  return {
    written: columns.filter(({ id }) => used.has(id)),
    leftOut: columns.filter(({ id }) => !used.has(id)),
  }
}

/**
 * The working chronology as a document for Word (`paper`: columns stand together where a page has no room for each) or for
 * Excel (`workbook`: each its own, and the days a date can mean beside it). What was filtered for, the review period,
 * the agencies' letters and what is left out stand before the entries. Pure: the same rows give the same document.
 */
export const workingChronology = (
  chronology: WorkingChronology,
  layout: 'paper' | 'workbook',
): PackDocument => {
  const { caseReference, codeName, reviewPeriod, madeOn, names } = chronology
  const { written, leftOut } = sortColumns(chronology)
  return {
    title: `${codeName}: working chronology`,
    subtitle: [
      `Case reference ${caseReference}.`,
      ...(reviewPeriod === null
        ? []
        : [`Review period ${writeDay(reviewPeriod.from)} to ${writeDay(reviewPeriod.to)}.`]),
      `Made ${writeDay(madeOn)}.`,
    ].join(' '),
    marking: markings[names],
    language: 'en-GB',
    timestamp: chronology.timestamp,
    blocks: [
      { type: 'paragraph', text: whatIsIn(chronology) },
      { type: 'list', items: notes(chronology, leftOut) },
      ...(written.some(({ id }) => id === 'kloes') && chronology.kloes.length > 0
        ? ([
            { type: 'heading', level: 2, text: 'Key lines of enquiry' },
            { type: 'list', items: chronology.kloes.map(({ label, text }) => `${label}: ${text}`) },
          ] satisfies PackBlock[])
        : []),
      agencyKey(chronology),
      layout === 'paper' ? onPaper(chronology, written) : inWorkbook(chronology, written),
      ...abbreviationList(chronology),
    ],
  }
}

const whatIsIn = ({ rows, total, filter }: WorkingChronology): string => {
  const entries = counted(rows.length, 'entry', 'entries')
  if (filter.length === 0) return `${entries} in date order: the whole chronology.`
  return `${entries} in date order, of ${total.toLocaleString('en-GB')}: ${filter.join('; ')}.`
}

const notes = (chronology: WorkingChronology, leftOut: readonly BoardColumn[]): readonly string[] => [
  chronology.names === 'pseudonyms'
    ? 'Names and identifiers of the people key stand as pseudonyms. What may be a name and nobody has decided on is left out, and marked so.'
    : 'Names stand as the agencies recorded them.',
  'Dates stand as the agencies wrote them, and in the order of the earliest day they can mean. No day was added.',
  'What an agency recorded and what the review thinks of it stand in columns of their own; in those of the review, “(agency)” marks what the agency wrote itself.',
  ...(chronology.hiddenRows === 0
    ? []
    : [
        `${counted(chronology.hiddenRows, 'entry comes', 'entries come')} from rows that an agency had hidden in its file, and ${chronology.hiddenRows === 1 ? 'is' : 'are'} marked so.`,
      ]),
  ...(chronology.boxes
    ? ['□ stands for a character of an agency’s file that an office file cannot hold.']
    : []),
  ...(leftOut.length === 0
    ? []
    : [
        `Left out, because no entry here has anything in them: ${leftOut.map(({ heading }) => heading).join(', ')}.`,
      ]),
]

const colourOf = (mark: AgencyMark | undefined): string | null =>
  mark === undefined ? null : (agencyColours[mark.colour - 1] ?? null)

const agencyKey = ({ agencies, rows }: WorkingChronology): PackTable => {
  const counts = new Map<string, number>()
  for (const { agencyId } of rows) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1)
  return {
    type: 'table',
    caption: 'Agencies',
    columns: [
      { heading: 'Letter', weight: 1 },
      { heading: 'Agency', weight: 9 },
      { heading: 'Entries here', weight: 2 },
    ],
    rows: agencies.map(({ id, name, mark }) => [
      mark.letter,
      name,
      (counts.get(id) ?? 0).toLocaleString('en-GB'),
    ]),
    badges: { column: 0, colours: agencies.map(({ mark }) => colourOf(mark)) },
  }
}

const onPaper = ({ rows, agencies }: WorkingChronology, written: readonly BoardColumn[]): PackTable => {
  const columns = paperColumns(written)
  const marks = new Map(agencies.map(({ id, mark }) => [id, mark]))
  const texts = rows.map(({ agencyId, cells }) =>
    columns.map(({ columns: own, labelled }) =>
      own
        .flatMap(({ id, heading }, at) => {
          const text = id === 'agency' ? (marks.get(agencyId)?.letter ?? '') : (cells[id] ?? '')
          if (text === '') return []
          return labelled === 'all' || (labelled === 'all-but-first' && at > 0)
            ? [`${heading}: ${text}`]
            : [text]
        })
        .join('\n'),
    ),
  )
  return {
    type: 'table',
    caption: 'Chronology',
    columns: columns.map(({ heading }, at) => ({
      heading,
      weight: roomFor(texts.map((row) => row[at] ?? '')),
    })),
    rows: texts,
    badges: {
      column: columns.findIndex(({ columns: own }) => own.some(({ id }) => id === 'agency')),
      colours: rows.map(({ agencyId }) => colourOf(marks.get(agencyId))),
    },
  }
}

const [leastRoom, mostRoom] = [8, 180]

/**
 * The share of the width that a column of texts needs so that rows are no higher than they must be: they are lowest where
 * every column holds as many lines, so each gets width by how long its longer texts are, and less where few rows have any.
 */
const roomFor = (texts: readonly string[]): number => {
  const lengths = texts
    .map((text) => text.length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const long = lengths[Math.floor(lengths.length * 0.85)] ?? 0
  const share = texts.length === 0 ? 0 : lengths.length / texts.length
  // Labelled lines, one below the other, are easily made three of one.
  const line = Math.max(0, ...texts.filter((text) => text.includes('\n')).map(longestLine))
  const least = Math.max(leastRoom, Math.min(Math.round(line * 1.5), mostLabelled))
  return Math.min(mostRoom, Math.max(least, Math.round(long * Math.sqrt(share))))
}

const mostLabelled = 54
const longestLine = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length))

const inWorkbook = ({ rows, agencies }: WorkingChronology, written: readonly BoardColumn[]): PackTable => {
  const marks = new Map(agencies.map(({ id, mark }) => [id, mark]))
  type Cell = { readonly heading: string; readonly weight: number; readonly of: (row: BoardRow) => string }
  const columns = written.flatMap(({ id, heading, weight }): readonly Cell[] => {
    const own: Cell = { heading, weight, of: ({ cells }) => cells[id] ?? '' }
    if (id === 'agency')
      return [{ heading: 'Letter', weight: 4, of: ({ agencyId }) => marks.get(agencyId)?.letter ?? '' }, own]
    if (id !== 'date') return [own]
    return [
      own,
      { heading: 'Earliest day', weight: 7, of: ({ earliest }) => earliest ?? '' },
      { heading: 'Latest day', weight: 7, of: ({ latest }) => latest ?? '' },
    ]
  })
  return {
    type: 'table',
    caption: 'Chronology',
    columns: columns.map(({ heading, weight }) => ({ heading, weight })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
    badges: {
      column: columns.findIndex(({ heading }) => heading === 'Letter'),
      colours: rows.map(({ agencyId }) => colourOf(marks.get(agencyId))),
    },
  }
}

const abbreviationList = ({ abbreviations }: WorkingChronology): readonly PackBlock[] =>
  abbreviations.length === 0
    ? []
    : [
        {
          type: 'table',
          caption: 'Abbreviations',
          columns: [
            { heading: 'Abbreviation', weight: 2 },
            { heading: 'Meaning', weight: 10 },
          ],
          rows: abbreviations.map(({ abbreviation, meaning }) => [abbreviation, meaning]),
        },
      ]
