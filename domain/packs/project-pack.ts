import type { EntryField } from '../chronology/entry.ts'
import { monthName } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import type { Candidate, Redaction, RedactionSpan } from '../redaction/redaction.ts'
import type { Correction } from '../rights/correction.ts'
import type { PackBlock, PackDocument } from './pack-document.ts'
import type { Profile } from './profile.ts'
import { withCorrections } from './with-corrections.ts'
import { projectContribution } from './project-contribution.ts'
import type { ReportBlock } from './report-block.ts'
import { withholdEntries } from './withhold-entries.ts'

/** What a pack may draw on: the case's records as they stand, with everything a profile might withhold still in them. */
export type PackMaterial = {
  readonly caseTitle: string
  readonly agencies: Readonly<Record<string, string>>
  readonly entries: readonly {
    readonly id: string
    readonly agencyId: string
    readonly date: ImpreciseDate
    readonly fields: Readonly<Partial<Record<EntryField, string>>>
    /** It stood in a row its agency had hidden. */
    readonly hiddenRow: boolean
    /** How the review has marked it as sensitive; a mark nobody knows withholds it too. */
    readonly flags: readonly string[]
    /** What stands beside its words as recorded, in the order it was recorded. */
    readonly corrections: readonly Correction[]
  }[]
  readonly contributions: readonly {
    readonly id: string
    readonly agencyId: string
    readonly blocks: readonly ReportBlock[]
  }[]
}

/** One stretch of source text in the pack: as recorded, and as the recipient will read it. */
export type Passage = {
  readonly id: string
  readonly where: string
  readonly original: string
  readonly redacted: string
  readonly spans: readonly RedactionSpan[]
  readonly candidates: readonly Candidate[]
}

export type ProjectedPack = { readonly document: PackDocument; readonly passages: readonly Passage[] }

type Column = {
  readonly heading: string
  readonly weight: number
  readonly fields: readonly EntryField[]
  /** Words before each field's text, where two fields of a column could be mistaken for one another. */
  readonly labels?: Readonly<Partial<Record<EntryField, string>>>
}

const columns: readonly Column[] = [
  { heading: 'Source and author', weight: 3, fields: ['source', 'author'] },
  { heading: 'Contact', weight: 3, fields: ['contactType'] },
  { heading: 'Event as recorded', weight: 12, fields: ['event'] },
  { heading: 'Action or outcome', weight: 6, fields: ['action', 'outcome'] },
  {
    heading: 'Adult seen; wishes',
    weight: 3,
    fields: ['adultSeen', 'wishes'],
    labels: { adultSeen: 'Seen: ', wishes: 'Wishes recorded: ' },
  },
]

const monthOf = (iso: string): string => `${monthName(Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`

/** The date as a profile lets it be read: as written, or no closer than the month. */
const shownDate = (date: ImpreciseDate, profile: Profile): string => {
  if (profile.dates === 'as-recorded')
    return date.time && !date.original.includes(date.time) ? `${date.original}, ${date.time}` : date.original
  if (date.earliest && date.latest) {
    const [from, to] = [monthOf(date.earliest), monthOf(date.latest)]
    return from === to ? from : `${from} to ${to}`
  }
  if (date.latest) return `Before ${monthOf(date.latest)}`
  return date.earliest ? `After ${monthOf(date.earliest)}` : 'Undated'
}

/**
 * Projects a case through a profile's allow-list into a new document. A field the profile does not name is withheld;
 * every text that is let through goes through `redactText` first. Pure: the same material gives the same document.
 * @param redactText redaction prepared for the profile's audience and the decisions about one passage
 * @param heading recipient (already a code name), timestamp (ISO) and the words of the marking
 */
export const projectPack = (
  material: PackMaterial,
  profile: Profile,
  redactText: (text: string, passage: string) => Redaction,
  heading: { readonly recipient: string; readonly timestamp: string },
): ProjectedPack => {
  const passages: Passage[] = []
  const redacted = (id: string, where: string, original: string): Pick<Redaction, 'text' | 'spans'> => {
    if (original.trim() === '') return { text: '', spans: [] }
    const { text, spans, candidates } = redactText(original, id)
    passages.push({ id, where, original, redacted: text, spans, candidates })
    return { text, spans }
  }
  const pass = (id: string, where: string, original: string): string => redacted(id, where, original).text
  const agencyName = (agencyId: string): string =>
    pass(`agency:${agencyId}`, 'Agency names', material.agencies[agencyId] ?? agencyId)
  const agencyNames = new Map(Object.keys(material.agencies).map((id) => [id, agencyName(id)]))
  const shown = (agencyId: string): string => agencyNames.get(agencyId) ?? 'Agency'

  const blocks: PackBlock[] = []
  if (profile.kinds.includes('chronology')) blocks.push(...chronologyBlocks(material, profile, pass, shown))
  if (profile.kinds.includes('contribution'))
    for (const [index, { id, agencyId, blocks: report }] of material.contributions.entries()) {
      const names = { name: `Contribution ${index + 1}`, agency: shown(agencyId) }
      const where = `${names.name}: ${names.agency}`
      blocks.push(
        ...projectContribution(report, names, (place, original) =>
          redacted(`contribution:${id}:${place}`, where, original),
        ),
      )
    }
  const document: PackDocument = {
    title: pass('title', 'Title', `${material.caseTitle}: safeguarding adult review`),
    subtitle: `${profile.title} pack for ${heading.recipient}`,
    marking: profile.marking,
    language: 'en-GB',
    timestamp: heading.timestamp,
    blocks,
  }
  return { document, passages }
}

const chronologyBlocks = (
  material: PackMaterial,
  profile: Profile,
  pass: (id: string, where: string, original: string) => string,
  shown: (agencyId: string) => string,
): readonly PackBlock[] => {
  const used = columns.filter((column) => column.fields.some((field) => profile.fields.includes(field)))
  const { open, hiddenRows, sensitive } = withholdEntries(material.entries, profile)
  const rows = open.map((entry, index) => {
    const where = `Entry E${index + 1}, ${shown(entry.agencyId)}`
    const cells = used.map((column) =>
      column.fields
        .filter((field) => profile.fields.includes(field))
        .flatMap((field) => {
          const recorded = pass(`entry:${entry.id}:${field}`, where, entry.fields[field] ?? '')
          const text = withCorrections(entry, field, recorded, (id, words) => pass(id, where, words))
          return text === '' ? [] : [`${column.labels?.[field] ?? ''}${text}`]
        })
        .join('\n'),
    )
    const written = pass(`entry:${entry.id}:date`, where, shownDate(entry.date, profile))
    const date =
      profile.dates === 'as-recorded'
        ? withCorrections(entry, 'date', written, (id, words) => pass(id, where, words))
        : written
    return [`E${index + 1}`, date, shown(entry.agencyId), ...cells]
  })
  return [
    { type: 'heading', level: 1, text: 'Combined chronology' },
    {
      type: 'paragraph',
      text: [
        `${rows.length} entries in date order.`,
        profile.dates === 'month' ? 'Dates are given by month.' : 'Dates stand as the agency wrote them.',
        ...(hiddenRows.length === 0
          ? []
          : [`Entries withheld because an agency had hidden their row in its file: ${hiddenRows.length}.`]),
        ...(sensitive.length === 0
          ? []
          : [`Entries withheld because the review has marked them as sensitive: ${sensitive.length}.`]),
      ].join(' '),
    },
    {
      type: 'table',
      caption: 'Entries in date order',
      columns: [
        { heading: 'Entry', weight: 1 },
        { heading: 'Date', weight: 3 },
        { heading: 'Agency', weight: 3 },
        ...used.map(({ heading, weight }) => ({ heading, weight })),
      ],
      rows,
    },
  ]
}
