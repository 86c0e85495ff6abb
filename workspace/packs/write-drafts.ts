import { writeDocument } from '../../documents/write/write-document.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { writeFiles } from '../write-files.ts'
import { decisionsAtGate } from './decisions-for.ts'
import type { MadePack, PackOrder } from './make-pack.ts'
import type { CaseMaterial } from './material.ts'
import { refuseAtGate } from './refuse-at-gate.ts'

const draft = 'Draft for checking. Not approved for release.'

/** Writes a pack that passed the gate as drafts, marked so on every page, for its builder to check, through the gate as any file. */
export const writeDrafts = async (
  made: MadePack,
  { roster, decisions }: CaseMaterial,
  order: PackOrder,
  out: string,
): Promise<void> => {
  const document = { ...made.document, marking: `${draft} ${made.document.marking}` }
  const files = []
  for (const format of order.formats)
    files.push({ name: `draft.${format}`, bytes: await writeDocument(document, format) })
  const passed = decisionsAtGate(decisions, made.passages)
  const key = { roster, prepared: prepareRoster(roster), decisions: passed }
  const { audience } = profiles[order.profile]
  await writeFiles(out, await refuseAtGate(files, key, document, { audience }))
}
