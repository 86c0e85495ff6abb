import { writeDocument } from '../../documents/write/write-document.ts'
import type { PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import { projectPack, type Passage } from '../../domain/packs/project-pack.ts'
import { packNames, projectReport } from '../../domain/reports/project-report.ts'
import { prepareRoster, type PreparedRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Call } from '../host.ts'
import { sha256 } from '../sha256.ts'
import { examineFiles, type GateFindings, type ProducedFile } from './gate.ts'
import { decisionsAtGate, decisionsIn } from './decisions-for.ts'
import type { CaseMaterial } from './material.ts'

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
  readonly recipient: string
  readonly profile: ProfileId
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
  readonly prepared: PreparedRoster
} => {
  const profile = profiles[order.profile]
  const prepared = prepareRoster(source.roster)
  const decisionsFor = decisionsIn(source.decisions)
  const redactText = (text: string, passage: string) =>
    redact(text, prepared, { audience: profile.audience, decisions: decisionsFor(passage) })
  const recipient = redactText(source.material.agencies[order.recipient] ?? order.recipient, '').text
  const heading = { recipient, timestamp: order.timestamp }
  const { report } = source
  const projected =
    report === null
      ? projectPack(source.material, profile, redactText, heading)
      : projectReport(report, redactText, packNames(report.working, source.roster), order.timestamp)
  return { ...projected, prepared }
}

/** Builds a pack from the case as it stands, writes its files in memory, opens them again and searches them. */
export const makePack = async (source: CaseMaterial, order: PackOrder, call: Call): Promise<MadePack> => {
  const { document, passages, prepared } = projectCase(source, order)
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
    source.roster,
    prepared,
    { audience, decisions: decisionsAtGate(source.decisions, passages) },
    document,
  )
  const undecided = new Set(
    passages.flatMap((passage) =>
      passage.candidates.map(({ start, end }) => passage.original.slice(start, end)),
    ),
  ).size
  return { document, passages, files, findings, undecided }
}

/** A neutral name: nothing of the case, the recipient or the person. */
const fileOf = (format: PackFormat, bytes: Uint8Array): MadeFile => ({
  name: `pack.${format}`,
  format,
  bytes,
  sha256: sha256(bytes),
})
