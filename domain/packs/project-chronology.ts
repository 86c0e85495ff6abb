import type { EntryField } from '../chronology/entry.ts'
import { assertNever } from '../result.ts'
import { shiftDays } from './draw.ts'
import type { PackBlock } from './pack-document.ts'
import type { PackMaterial, Projection } from './project-pack.ts'
import { shownDate, type DateWriting } from './shown-date.ts'
import { withCorrections } from './with-corrections.ts'
import { withholdEntries, type Withholding } from './withhold-entries.ts'

type Entry = PackMaterial['entries'][number]

type Column = {
  readonly heading: string
  readonly weight: number
  readonly fields: readonly EntryField[]
  /** Words before each field's text, where two fields of a column could be mistaken for one another. */
  readonly labels?: Readonly<Partial<Record<EntryField, string>>>
}

const columns: readonly Column[] = [
  { heading: 'Reference', weight: 2, fields: ['reference'] },
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
  { heading: 'Comment', weight: 6, fields: ['comment'] },
  { heading: 'Risk', weight: 3, fields: ['risk'] },
]

/** How dates are written in a pack. */
export const dateWriting = ({
  profile,
  choices,
  draw,
}: Pick<Projection, 'profile' | 'choices' | 'draw'>): DateWriting => {
  switch (choices.dates) {
    case 'exact':
    case 'month':
      return { way: choices.dates }
    case 'relative':
      return { way: 'relative', dayZero: choices.dayZero ?? '', byDay: profile.audience === 'agencies' }
    case 'shifted':
      return { way: 'shifted', days: shiftDays(draw) }
    default:
      return assertNever(choices.dates)
  }
}

/** The entries that go in, and why the others do not. */
export const weighEntries = ({
  material,
  profile,
  choices,
  reader,
}: Pick<Projection, 'material' | 'profile' | 'choices' | 'reader'>): Withholding<Entry> => {
  const shown = ({ fields, corrections }: Entry): readonly string[] => [
    ...profile.fields.flatMap((field) => fields[field] ?? []),
    ...corrections.map(({ stands }) => stands),
  ]
  return withholdEntries(material.entries, profile, choices, {
    mustNotRead: (entry) => shown(entry).some(reader.mustNotRead),
    concerns: (entry) => shown(entry).some(reader.concerns),
  })
}

/** The combined chronology as a heading, a sentence about it, and one table. */
export const projectChronology = (projection: Projection): readonly PackBlock[] => {
  const { profile, pass, agencyName } = projection
  const writing = dateWriting(projection)
  const used = columns.filter((column) => column.fields.some((field) => profile.fields.includes(field)))
  const { open, withheld } = weighEntries(projection)
  const ordered = inPackOrder(open, projection, writing)
  const rows = ordered.map((entry, index) => {
    const where = `Entry E${index + 1}, ${agencyName(entry.agencyId)}`
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
    const shown = shownDate(entry.date, writing)
    const date =
      writing.way === 'exact'
        ? withCorrections(entry, 'date', pass(`entry:${entry.id}:date`, where, shown), (id, words) =>
            pass(id, where, words),
          )
        : pass(`entry:${entry.id}:date`, where, entry.date.original || shown, shown)
    return [`E${index + 1}`, date, agencyName(entry.agencyId), ...cells]
  })
  return [
    { type: 'heading', level: 1, text: 'Combined chronology' },
    { type: 'paragraph', text: aboutEntries(rows.length, withheld, writing) },
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

/** Neighbours that read the same date stand in an order drawn for this pack, where the profile says so. */
const inPackOrder = (
  entries: readonly Entry[],
  { profile, draw }: Projection,
  writing: DateWriting,
): readonly Entry[] => {
  if (profile.order === 'recorded') return entries
  let run = 0
  let before: string | null = null
  return entries
    .map((entry) => {
      const shown = shownDate(entry.date, writing)
      if (shown !== before) run++
      before = shown
      return { entry, run, drawn: draw(`order:${entry.id}`) }
    })
    .sort((a, b) => a.run - b.run || (a.drawn < b.drawn ? -1 : 1))
    .map(({ entry }) => entry)
}

const dateWords: Readonly<Record<DateWriting['way'], string>> = {
  exact: 'Dates stand as the agency wrote them.',
  month: 'Dates are given by month.',
  relative: 'Dates are given as months before or after Day 0.',
  shifted: 'All dates have been moved by the same length of time.',
}

const aboutEntries = (
  count: number,
  withheld: Withholding<Entry>['withheld'],
  writing: DateWriting,
): string => {
  // a reader is not told that there is something they must not be told
  const sensitive = withheld.sensitive.length + withheld['not-to-be-told'].length
  const said = [
    ['the pack is of some agencies only', withheld['other-agency'].length],
    ['they do not lie wholly within the period of the pack', withheld['outside-period'].length],
    ['an agency had hidden their row in its file', withheld['hidden-row'].length],
    ['the review has marked them as sensitive', sensitive],
    ['they do not name the person this copy is for', withheld['not-about-them'].length],
  ] as const
  return [
    `${count} entries in date order.`,
    dateWords[writing.way],
    ...said.filter(([, n]) => n > 0).map(([why, n]) => `Entries withheld because ${why}: ${n}.`),
  ].join(' ')
}
