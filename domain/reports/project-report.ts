import type { PackBlock, PackTable } from '../packs/pack-document.ts'
import type { Passage, ProjectedPack } from '../packs/project-pack.ts'
import type { Roster } from '../people/roster.ts'
import type { Redaction } from '../redaction/redaction.ts'
import { monthName } from '../dates/calendar.ts'
import { reportKindTitles, type ReportKind, type ReportState } from './report.ts'
import { textBlocks } from './report-text.ts'

/** A report as it is to leave, and what is printed of its publication. */
export type ReportMaterial = {
  readonly id: string
  readonly version: number
  readonly kind: ReportKind
  readonly state: ReportState
  readonly board: string
  /** `YYYY-MM-DD`, or null while nobody has said. */
  readonly withdrawOn: string | null
}

type NamedEntry = { readonly rosterId: string | null; readonly name: string }

/**
 * A people key for a public report: the Board that publishes may be named, and an adult stands under the name agreed with
 * the family (requirements section 2, "The published name differs from the working code"). A pseudonym that names the adult
 * (“Adult A's home”) follows. What stood before, the working code, is replaced as every name is, so that a public report
 * cannot be joined to another pack by it.
 */
export const rosterForReport = (
  roster: Roster,
  { board, adults }: { readonly board: string; readonly adults: readonly NamedEntry[] },
): Roster => {
  const named = adults.flatMap(({ rosterId, name }) => {
    const entry = roster.entries.find(({ id }) => id === rosterId)
    return entry === undefined || name === '' ? [] : [{ code: entry.pseudonym, name }]
  })
  return {
    ...roster,
    keep: board === '' ? roster.keep : [...roster.keep, board],
    entries: roster.entries.map((entry) => {
      const { pseudonym, aliases } = entry
      const found = named.find(({ code }) => followsOn(pseudonym, code))
      if (found === undefined) return entry
      const next = found.name + pseudonym.slice(found.code.length)
      return { ...entry, pseudonym: next, aliases: [...new Set([...aliases, pseudonym, next])] }
    }),
  }
}

const followsOn = (pseudonym: string, code: string): boolean =>
  pseudonym.startsWith(code) && !/^[\p{L}\p{N}]/u.test(pseudonym.slice(code.length))

const dayWords = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${monthName(Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`

/**
 * Projects a report into a new document, as `projectPack` does a chronology: only sections that are not left out and say
 * something, every text through `redactText`. Pure: the same report gives the same document.
 * @param redactText redaction prepared for the public
 * @param timestamp ISO instant that stands wherever a format demands a time
 */
export const projectReport = (
  { id, kind, state, board, withdrawOn }: ReportMaterial,
  redactText: (text: string, passage: string) => Redaction,
  timestamp: string,
): ProjectedPack => {
  const passages: Passage[] = []
  const pass = (place: string, where: string, original: string): string => {
    if (original.trim() === '') return ''
    const passage = `report:${id}:${place}`
    const { text, spans, candidates } = redactText(original, passage)
    passages.push({ id: passage, where, original, redacted: text, spans, candidates })
    return text
  }
  const title = pass('title', 'Title', state.title)
  const publisher = pass('board', 'Publisher', board)
  // Not in the subtitle, which the manifest repeats: a Board is named after its place, which the gate looks for in raw bytes.
  const blocks: PackBlock[] = publisher === '' ? [] : [{ type: 'paragraph', text: publisher }]
  for (const section of state.sections.filter(({ included }) => included)) {
    const written = textBlocks(section.text)
    const withTable = section.topic === 'recommendations' && state.recommendations.length > 0
    if (written.length === 0 && !withTable) continue
    const heading = pass(`${section.id}:heading`, 'Headings', section.heading)
    blocks.push({ type: 'heading', level: 1, text: heading })
    for (const [index, block] of written.entries()) {
      const place = `${section.id}:${index}`
      if (block.type === 'list')
        blocks.push({
          type: 'list',
          items: block.items.map((item, at) => pass(`${place}:${at}`, heading, item)),
        })
      else blocks.push({ ...block, text: pass(place, heading, block.text) })
    }
    if (withTable) blocks.push(recommendationTable(state, pass))
  }
  blocks.push(...aboutReport(state, withdrawOn, pass))
  const until = withdrawOn === null ? '' : `Published until ${dayWords(withdrawOn)}.`
  return {
    document: {
      title,
      subtitle: `${reportKindTitles[kind]}. ${until}`.trim(),
      marking: `For publication${withdrawOn === null ? '' : ` until ${dayWords(withdrawOn)}`}.`,
      language: 'en-GB',
      timestamp,
      blocks,
    },
    passages,
  }
}

type Pass = (place: string, where: string, written: string) => string

const recommendationTable = ({ recommendations }: ReportState, pass: Pass): PackTable => ({
  type: 'table',
  caption: '',
  columns: [
    { heading: 'No.', weight: 1 },
    { heading: 'Recommendation', weight: 7 },
    { heading: 'Owner', weight: 3 },
    { heading: 'How we will know', weight: 5 },
  ],
  rows: recommendations.map(({ text, owner, measure }, index) => {
    const where = `Recommendation ${index + 1}`
    const cell = (part: string, written: string): string =>
      pass(`recommendation:${index}:${part}`, where, written)
    return [`${index + 1}`, cell('text', text), cell('owner', owner), cell('measure', measure)]
  }),
})

const aboutReport = (state: ReportState, withdrawOn: string | null, pass: Pass): readonly PackBlock[] => {
  const contact = pass('contact', 'Contact', state.contact)
  const agreed = state.adults.some(({ name }) => name !== '')
  return [
    { type: 'heading', level: 1, text: 'About this report' },
    {
      type: 'paragraph',
      text: [
        agreed
          ? 'The adult is named as agreed with those close to them. All other names are replaced.'
          : 'Names are replaced.',
        ...(withdrawOn === null
          ? []
          : [`This report is withdrawn from publication on ${dayWords(withdrawOn)}.`]),
        ...(contact === '' ? [] : [`Contact: ${contact}`]),
      ].join(' '),
    },
  ]
}
