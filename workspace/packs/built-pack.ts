import { recordsIn } from '../disclosures/records-sent.ts'
import type { CaseMaterial } from './material.ts'
import type { MadePack, PackOrder } from './make-pack.ts'
import { replacementsIn } from './pack-views.ts'
import type { Recipient } from './recipient.ts'

/** A pack as it has just been made, before it is kept. */
export type Built = { readonly source: CaseMaterial; readonly order: PackOrder; readonly made: MadePack }

/** @param left what else the pack waits for: searches to answer, questions to read a second time or to settle */
export const stateOf = ({ made }: Built, left: number): 'ready' | 'needs-review' =>
  made.undecided === 0 &&
  made.findings.leaks.length === 0 &&
  made.findings.problems.length === 0 &&
  left === 0
    ? 'ready'
    : 'needs-review'

/** Changes with the case, and with whose place the recipient has taken: what it must not be told may be more by then. */
export const fingerprintFor = ({ fingerprint }: CaseMaterial, { agencyId }: Recipient): string =>
  agencyId === null ? fingerprint : `${fingerprint}:${agencyId}`

/** What a built pack keeps in the vault. */
export const contentOf = (built: Built, builders: readonly string[], left: number) => ({
  state: stateOf(built, left),
  caseFingerprint: fingerprintFor(built.source, built.order.recipient),
  choices: built.order.choices,
  formats: built.order.formats,
  undecided: built.made.undecided,
  replacements: replacementsIn(built.made.passages),
  note: built.made.findings.problems.length > 0 ? built.made.findings.problems.join(' ') : null,
  manifest: {
    records: recordsIn(built.made.passages, built.source.records[0]?.record ?? '', built.source.records),
  },
  document: built.made.document,
  review: {
    passages: built.made.passages,
    findings: built.made.findings,
    builders: [...new Set(builders)],
  },
})

/** Who decided anything that stands in this pack, in whichever pack of the case it was asked. */
export const decidersOf = ({ source, made }: Built): readonly string[] =>
  source.decisions
    .filter(({ text, place }) =>
      made.passages.some(({ id, original }) => (place ?? id) === id && original.includes(text)),
    )
    .map(({ decidedBy }) => decidedBy)

export const filesOf = ({ made }: Built) =>
  made.files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes) }))

export const countsOf = (built: Built) => ({
  undecided: built.made.undecided,
  replacements: replacementsIn(built.made.passages),
  leaks: built.made.findings.leaks.length,
  problems: built.made.findings.problems.length,
})
