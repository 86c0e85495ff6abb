import { writeDocument } from '../../documents/write/write-document.ts'
import { writeFiles } from '../write-files.ts'
import type { MadePack, PackOrder } from './make-pack.ts'

const draft = 'Draft for checking. Not approved for release.'

/** Writes a pack that passed the gate as drafts, marked so on every page, for its builder to check. */
export const writeDrafts = async (made: MadePack, order: PackOrder, out: string): Promise<void> => {
  const document = { ...made.document, marking: `${draft} ${made.document.marking}` }
  const files = []
  for (const format of order.formats)
    files.push({ name: `draft.${format}`, bytes: await writeDocument(document, format) })
  await writeFiles(out, files)
}
