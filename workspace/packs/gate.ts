import { byteLayers } from '../../documents/inspect/byte-layers.ts'
import { byteTexts } from '../../documents/inspect/byte-texts.ts'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { missingWords } from '../../documents/write/missing-words.ts'
import type { Inspection, PackDocument } from '../../domain/packs/pack-document.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { findLeaks } from '../../domain/redaction/find-leaks.ts'
import { plainLeaks, plainNeedles, type PlainNeedles } from '../../domain/redaction/leak-plain.ts'
import type { PreparedRoster } from '../../domain/redaction/prepare-roster.ts'
import type { Audience, Leak, RedactionDecision } from '../../domain/redaction/redaction.ts'
import type { ProducedFile } from './leaving-files.ts'

/** What the gate found. `leaks` name the place; `problems` are anything else that stops a release, in plain words. */
export type GateFindings = { readonly leaks: readonly Leak[]; readonly problems: readonly string[] }

/**
 * Opens produced files again, by other code than wrote them, and searches their whole content, properties, names and raw
 * bytes for everything of the people key and every structured identifier. A reader or detector that fails is a finding.
 */
export const examineFiles = async (
  files: readonly ProducedFile[],
  roster: Roster,
  prepared: PreparedRoster,
  options: { readonly audience: Audience; readonly decisions: readonly RedactionDecision[] },
  document: PackDocument | null,
): Promise<GateFindings> => {
  const leaks: Leak[] = []
  const problems: string[] = []
  for (const file of files) {
    try {
      const needles = plainNeedles(roster, options)
      const inspection = await inspectFile(file.bytes, file.name)
      if (isUnread(inspection)) problems.push(`${file.name}: nothing in it could be read.`)
      const texts = [
        { file: file.name, where: 'file name', text: file.name },
        ...inspection.texts.map(({ where, text }) => ({ file: file.name, where, text })),
        ...Object.entries(inspection.properties).flatMap(([name, text]) => [
          { file: file.name, where: `property ${name}`, text },
          { file: file.name, where: `name of the property ${name}`, text: name },
        ]),
      ]
      leaks.push(
        ...once(findLeaks(texts, prepared, options), plainLeaks(texts, needles), rawLeaks(file, needles)),
      )
      const findings = inspection.findings.filter(
        ({ kind }) => document !== null || kind === 'unreadable-part',
      )
      problems.push(...findings.map(({ kind, where }) => `${file.name}: ${kind} at ${where}.`))
      if (document === null) continue
      const lost = missingWords(document, inspection)
      if (lost.length > 0)
        problems.push(`${file.name}: ${lost.length} words of the pack are missing from the file.`)
    } catch {
      problems.push(`${file.name}: the file could not be opened and searched again.`)
    }
  }
  return { leaks, problems }
}

/** A reader that says nothing of a file but its name has not read it. */
const isUnread = ({ texts, properties, findings }: Inspection): boolean =>
  texts.every(({ where }) => where === 'file name') &&
  Object.keys(properties).length === 0 &&
  findings.length === 0

/** The bytes as they lie and as they unpack, for anything the readers of the format pass over. */
const rawLeaks = (file: ProducedFile, needles: PlainNeedles): readonly Leak[] =>
  byteLayers(file.bytes).flatMap(({ where, bytes }) =>
    plainLeaks(
      byteTexts(bytes).map((text) => ({ file: file.name, where, text })),
      needles,
      true,
    ),
  )

/** A place is named once for each of the key it holds, by whoever names it most closely; bytes only where nothing else does. */
const once = (...searches: readonly (readonly Leak[])[]): readonly Leak[] => {
  const kept: Leak[] = []
  for (const found of searches) {
    const before = new Set(kept.map(({ entity }) => entity))
    const places = new Set(kept.map(({ where, entity }) => `${where} ${entity ?? ''}`))
    for (const leak of found) {
      const place = `${leak.where} ${leak.entity ?? ''}`
      if (places.has(place) || (before.has(leak.entity) && leak.where.startsWith('raw bytes'))) continue
      kept.push(leak)
      if (leak.where.startsWith('raw bytes')) places.add(place)
    }
  }
  return kept
}
