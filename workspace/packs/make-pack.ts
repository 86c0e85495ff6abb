import { writeDocument } from '../../documents/write/write-document.ts'
import type { PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import type { PackChoices } from '../../domain/packs/choices.ts'
import { markingOf } from '../../domain/packs/pack-words.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import { withOwnData } from '../../domain/packs/own-data.ts'
import { dateWriting } from '../../domain/packs/project-chronology.ts'
import { projectPack, type Passage, type PassageText } from '../../domain/packs/project-pack.ts'
import { rewriteText } from '../../domain/packs/rewrite-text.ts'
import { projectReport } from '../../domain/reports/project-report.ts'
import { isPersonKind, recipientKindTitles } from '../../domain/recipients/recipient.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Call } from '../host.ts'
import { sha256 } from '../sha256.ts'
import { decisionsAtGate, decisionsIn } from './decisions-for.ts'
import { examineFiles, type GateFindings } from './gate.ts'
import type { ProducedFile } from './leaving-files.ts'
import { reportProblems } from '../reports/report-problems.ts'
import type { CaseMaterial } from './material.ts'
import { packKey, type PackKey } from './pack-key.ts'
import { packReader, refuseBlocked } from './pack-reader.ts'
import type { Recipient } from './recipient.ts'

export type MadeFile = ProducedFile & { readonly format: PackFormat; readonly sha256: string }

export type MadePack = {
  readonly document: PackDocument
  readonly passages: readonly Passage[]
  readonly files: readonly MadeFile[]
  readonly findings: GateFindings
  readonly undecided: number
}

/** What a pack asks for: to whom, by which profile, in which formats, and as of when. */
export type PackOrder = {
  readonly recipient: Recipient
  readonly profile: ProfileId
  readonly choices: PackChoices
  /** From it the pack's own pseudonyms are drawn. It never leaves. */
  readonly secret: Buffer
  readonly formats: readonly PackFormat[]
  /** ISO instant that stands wherever a format demands a time. */
  readonly timestamp: string
}

/** Projects and redacts; nothing is written yet. */
export const projectCase = (
  source: CaseMaterial,
  order: PackOrder,
): {
  readonly document: PackDocument
  readonly passages: readonly Passage[]
  readonly key: PackKey
} => {
  const { choices } = order
  const { report } = source
  const profile = profiles[order.profile]
  const key = packKey(source.roster, order)
  const { prepared, draw } = key
  const decisionsFor = decisionsIn(source.decisions)
  const redactText = (text: string, passage: string): PassageText => {
    if (!profile.redacted) return { text, spans: [], candidates: [] }
    const decisions = decisionsFor(passage)
    const redacted = redact(text, prepared, { audience: profile.audience, decisions })
    // a public report is its author's own words, and looked through by the intruder checklist
    if (report !== null) return redacted
    const how = { dates: dateWriting({ profile, choices, draw }), ages: choices.ages }
    const rewritten = rewriteText(text, redacted, how, { decisions, prepared })
    return profile.person === 'about' && choices.person !== null
      ? withOwnData(text, rewritten, choices.person)
      : rewritten
  }
  if (report !== null) return { ...projectReport(report, redactText, order.timestamp), key }
  const heading = {
    recipient: recipientWords(order, key, (text) => redactText(text, '').text),
    timestamp: order.timestamp,
    marking: markingOf(profile, choices, false),
    draw,
  }
  const reader = packReader(source.roster, order)
  refuseBlocked(reader)
  return { ...projectPack(source.material, profile, choices, reader, redactText, heading), key }
}

/** An organisation stands under its name as the pack may show it; a person under no name. */
const recipientWords = (
  { recipient, profile, choices }: PackOrder,
  { roster }: PackKey,
  shown: (text: string) => string,
): string => {
  if (profiles[profile].person === 'about') return 'the person it is about'
  const person = roster.entries.find(({ id }) => id === choices.person)
  if (person) return person.pseudonym
  return isPersonKind(recipient.kind)
    ? recipientKindTitles[recipient.kind].toLowerCase()
    : shown(recipient.name)
}

/** Builds a pack from the case as it stands, writes its files in memory, opens them again and searches them. */
export const makePack = async (source: CaseMaterial, order: PackOrder, call: Call): Promise<MadePack> => {
  const { document, passages, key } = projectCase(source, order)
  const { audience } = profiles[order.profile]
  const files: MadeFile[] = []
  for (const [index, format] of order.formats.entries()) {
    call.progress({ what: `Writing ${format}`, done: index, total: order.formats.length })
    call.signal.throwIfAborted()
    files.push(fileOf(format, await writeDocument(document, format)))
  }
  call.progress({ what: 'Opening every file again', done: order.formats.length, total: order.formats.length })
  const findings = await examineFiles(
    files,
    key.roster,
    key.prepared,
    { audience, decisions: decisionsAtGate(source.decisions, passages) },
    document,
  )
  const undecided = new Set(
    passages.flatMap((passage) =>
      passage.candidates.map(({ start, end }) => passage.original.slice(start, end)),
    ),
  ).size
  const problems = [...findings.problems, ...(await reportProblems(source, document))]
  return { document, passages, files, findings: { ...findings, problems }, undecided }
}

/** A neutral name: nothing of the case, the recipient or the person. */
const fileOf = (format: PackFormat, bytes: Uint8Array): MadeFile => ({
  name: `pack.${format}`,
  format,
  bytes,
  sha256: sha256(bytes),
})
