import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { missingWords } from '../../documents/write/missing-words.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import { settleChoices } from '../../domain/packs/choices.ts'
import type { PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import { markingOf } from '../../domain/packs/pack-words.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { projectPack } from '../../domain/packs/project-pack.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { findLeaks } from '../../domain/redaction/find-leaks.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { DisclosureWarning } from '../contract/coroner.ts'
import { sha256 } from '../sha256.ts'
import type { ProducedFile } from './leaving-files.ts'
import type { MadePack } from './make-pack.ts'
import type { CaseMaterial } from './material.ts'

export type Chosen = { readonly contributions: readonly string[]; readonly chronology: boolean }

/** What was chosen of a case, as it was recorded. */
export const projectUnredacted = (
  { material }: CaseMaterial,
  { contributions, chronology }: Chosen,
  recipient: string,
  timestamp: string,
) => {
  const profile = profiles.coroner
  const wanted = new Set(contributions)
  const choices = settleChoices(profile, {
    kinds: [
      ...(chronology ? (['chronology'] as const) : []),
      ...(wanted.size > 0 ? (['contribution'] as const) : []),
    ],
  })
  const projected = projectPack(
    { ...material, contributions: material.contributions.filter(({ id }) => wanted.has(id)) },
    profile,
    choices,
    { agencyId: null, mustNotRead: () => false, concerns: () => true },
    (text) => ({ text, spans: [], candidates: [] }),
    { recipient, timestamp, marking: markingOf(profile, choices, false), draw: (what) => sha256(what) },
  )
  return { ...projected, choices }
}

/** Whom of those that must not be disclosed to some a pack would name; a name in doubt counts as named. */
export const warningsIn = (
  roster: Roster,
  passages: readonly { readonly original: string }[],
): readonly DisclosureWarning[] => {
  if (roster.entries.every((entry) => entry.do_not_disclose.length === 0)) return []
  const prepared = prepareRoster(roster)
  const named = new Set(
    passages.flatMap(({ original }) => {
      const { spans, candidates } = redact(original, prepared, { audience: 'public' })
      return [
        ...spans.flatMap(({ entity }) => entity ?? []),
        ...candidates.flatMap(({ entities }) => entities ?? []),
      ]
    }),
  )
  return roster.entries.flatMap((entry) =>
    entry.do_not_disclose
      .filter(({ entry: about }) => [entry.id, ...entry.addresses, about ?? ''].some((one) => named.has(one)))
      .map(({ what, reason }, n) => ({
        ...{ id: `${entry.id}-${n}`, about: entry.pseudonym, what },
        reason: reason ?? '',
      })),
  )
}

/**
 * What of the gate holds where names are meant to leave: each file is opened again by other code than wrote it, must hold every
 * word, nothing hidden, the marking (on every page of a PDF), and no name in its own name or properties.
 */
export const refuseUnfit = async (
  files: readonly ProducedFile[],
  document: PackDocument,
  roster: Roster,
): Promise<void> => {
  const prepared = prepareRoster(roster)
  for (const { name, bytes } of files) {
    const inspection = await inspectFile(bytes, name)
    const fail = (what: string): never => {
      throw new ExpectedError('refused', `${name}: ${what} Nothing left.`)
    }
    const [finding] = inspection.findings
    if (finding) fail(`${finding.kind} at ${finding.where}.`)
    const lost = missingWords(document, inspection)
    if (lost.length > 0) fail(`${lost.length} words of the pack are missing from the file.`)
    const pages = name.endsWith('.pdf')
      ? Map.groupBy(
          inspection.texts.filter(({ where }) => where.startsWith('page')),
          ({ where }) => where,
        ).values()
      : [inspection.texts]
    for (const page of pages)
      if (!plain(page.map(({ text }) => text).join(' ')).includes(plain(document.marking)))
        fail('The marking is not on every page.')
    const own = [
      { file: name, where: 'file name', text: name },
      ...Object.entries(inspection.properties).map(([property, text]) => ({
        ...{ file: name, where: property, text },
      })),
    ]
    const [leak] = findLeaks(own, prepared, { audience: 'public', decisions: [] })
    if (leak) fail(`Something of the people key stands in its ${leak.where}.`)
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, '')

/** Writes what was chosen and opens it again. */
export const makeUnredacted = async (
  source: CaseMaterial,
  chosen: Chosen,
  order: { readonly recipient: string; readonly formats: readonly PackFormat[]; readonly timestamp: string },
): Promise<MadePack & { readonly choices: ReturnType<typeof settleChoices> }> => {
  const { document, passages, choices } = projectUnredacted(source, chosen, order.recipient, order.timestamp)
  const files = await Promise.all(
    order.formats.map(async (format) => {
      const bytes = await writeDocument(document, format)
      return { name: `pack.${format}`, format, bytes, sha256: sha256(bytes) }
    }),
  )
  await refuseUnfit(files, document, source.roster)
  return { document, passages, files, findings: { leaks: [], problems: [] }, undecided: 0, choices }
}
