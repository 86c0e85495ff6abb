import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { missingWords } from '../../documents/write/missing-words.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { findLeaks } from '../../domain/redaction/find-leaks.ts'
import type { PreparedRoster } from '../../domain/redaction/prepare-roster.ts'
import type { Audience, Leak, RedactionDecision } from '../../domain/redaction/redaction.ts'
import { assertNever } from '../../domain/result.ts'
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
      const inspection = await inspectFile(file.bytes, file.name)
      const texts = [
        { file: file.name, where: 'file name', text: file.name },
        ...inspection.texts.map(({ where, text }) => ({ file: file.name, where, text })),
        ...Object.entries(inspection.properties).map(([name, text]) => ({
          file: file.name,
          where: `property ${name}`,
          text,
        })),
      ]
      leaks.push(...findLeaks(texts, prepared, options), ...rawLeaks(file, roster, options.audience))
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

/** Shorter strings occur by chance in compressed bytes; every reader above has looked for them in what it unpacked. */
const shortestRaw = 7

/** The bytes as they lie, for anything a reader of the format passes over. */
const rawLeaks = (file: ProducedFile, roster: Roster, audience: Audience): readonly Leak[] => {
  const single = Buffer.from(file.bytes).toString('latin1').toLowerCase()
  const double = single.replaceAll('\0', '')
  return roster.entries
    .filter((entry) => audience === 'public' || entry.replace_in !== 'public')
    .flatMap((entry) =>
      [entry.name, ...entry.aliases, ...entry.identifiers.map(({ value }) => value)]
        .filter((text) => text.length >= shortestRaw)
        .filter((text) => {
          const needle = Buffer.from(text, 'utf8').toString('latin1').toLowerCase()
          return single.includes(needle) || double.includes(needle)
        })
        .map((text) => ({
          file: file.name,
          where: 'raw bytes',
          entity: entry.id,
          kind: kindOf(entry.kind),
          text,
        })),
    )
}

const kindOf = (kind: Roster['entries'][number]['kind']): Leak['kind'] => {
  switch (kind) {
    case 'person':
      return 'PERSON'
    case 'place':
      return 'PLACE'
    case 'organisation':
      return 'ORGANISATION'
    default:
      return assertNever(kind)
  }
}
