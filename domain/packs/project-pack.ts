import type { EntryField } from '../chronology/entry.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import type { Candidate, Redaction, RedactionSpan } from '../redaction/redaction.ts'
import type { Correction } from '../rights/correction.ts'
import type { PackChoices } from './choices.ts'
import type { Draw } from './draw.ts'
import { exemptionWords } from './exemptions.ts'
import type { PackBlock, PackDocument } from './pack-document.ts'
import type { Profile } from './profile.ts'
import { projectChronology } from './project-chronology.ts'
import { projectContributions } from './project-contributions.ts'
import type { ReportBlock } from './report-block.ts'

/** What a pack may draw on: the case's records as they stand, with everything a profile might withhold still in them. */
export type PackMaterial = {
  readonly caseTitle: string
  readonly agencies: Readonly<Record<string, string>>
  readonly entries: readonly {
    readonly id: string
    /** What its marks hang on, the same for every version. */
    readonly recordId: string
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
  /** Of the person whose copy it is: what stands as written. */
  readonly kept?: readonly string[]
}

export type ProjectedPack = { readonly document: PackDocument; readonly passages: readonly Passage[] }

/** Who reads a pack, as far as it decides what goes in. */
export type PackReader = {
  /** The agency of the case it is, or stands in the place of. */
  readonly agencyId: string | null
  /** Whether a text holds something that this reader must not be told. */
  readonly mustNotRead: (text: string) => boolean
  /** Whether a text is about the person whose data are asked for; true where nobody's are. */
  readonly concerns: (text: string) => boolean
}

/** A redaction, and what of it is its reader's own. */
export type PassageText = Redaction & { readonly kept?: readonly string[] }

/** Takes one text into a pack: keeps it as a passage beside what its reader sees, and returns that. */
export type Redacted = (
  id: string,
  where: string,
  original: string,
  shown?: string,
) => Pick<Redaction, 'text' | 'spans'>

export type Projection = {
  readonly material: PackMaterial
  readonly profile: Profile
  readonly choices: PackChoices
  readonly reader: PackReader
  readonly draw: Draw
  readonly redacted: Redacted
  readonly pass: (...of: Parameters<Redacted>) => string
  /** An agency's name as it may be read. */
  readonly agencyName: (agencyId: string) => string
}

/**
 * Projects a case through a profile's allow-list, and a builder's choices within it, into a new document. What neither names
 * is withheld; every text that is let through goes through `redactText` first. Pure: the same material gives the same document.
 * @param redactText redaction prepared for this pack, of one text and the id of the passage it is
 * @param heading recipient (already a code name), timestamp (ISO), the words on every page, and the pack's own draw
 */
export const projectPack = (
  material: PackMaterial,
  profile: Profile,
  choices: PackChoices,
  reader: PackReader,
  redactText: (text: string, passageId: string) => PassageText,
  heading: {
    readonly recipient: string
    readonly timestamp: string
    readonly marking: string
    readonly draw: Draw
  },
): ProjectedPack => {
  const passages: Passage[] = []
  const redacted: Redacted = (id, where, original, shown) => {
    if (original.trim() === '') return { text: '', spans: [] }
    const {
      text,
      spans,
      candidates,
      kept = [],
    }: PassageText = shown === undefined
      ? redactText(original, id)
      : { text: shown, spans: [dateSpan(original, shown)], candidates: [] }
    passages.push({
      ...{ id, where, original, redacted: text, spans, candidates },
      ...(kept.length > 0 ? { kept } : {}),
    })
    return { text, spans }
  }
  const pass = (...of: Parameters<Redacted>): string => redacted(...of).text
  const agencyNames = new Map(
    Object.entries(material.agencies).map(([id, name]) => [id, pass(`agency:${id}`, 'Agency names', name)]),
  )
  const agencyName = (agencyId: string): string => agencyNames.get(agencyId) ?? 'Agency'
  const projection: Projection = {
    material,
    profile,
    choices,
    reader,
    draw: heading.draw,
    redacted,
    pass,
    agencyName,
  }
  const has = (kind: PackChoices['kinds'][number]): boolean =>
    profile.kinds.includes(kind) && choices.kinds.includes(kind)
  const blocks: readonly PackBlock[] = [
    ...(profile.person === 'about' ? [{ type: 'paragraph', text: exemptionWords } as const] : []),
    ...(has('chronology') ? projectChronology(projection) : []),
    ...(has('contribution') ? projectContributions(projection) : []),
  ]
  const document: PackDocument = {
    title: pass('title', 'Title', `${material.caseTitle}: safeguarding adult review`),
    subtitle: `${profile.title} pack for ${heading.recipient}`,
    marking: heading.marking,
    language: 'en-GB',
    timestamp: heading.timestamp,
    blocks,
  }
  return { document, passages }
}

const dateSpan = (original: string, replacement: string): RedactionSpan => ({
  start: 0,
  end: original.length,
  kind: 'DATE',
  replacement,
  confidence: 1,
  source: 'pattern',
})
