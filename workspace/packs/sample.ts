import type { Db } from '../../db/database.ts'
import { readPackFiles, type PackFile, type PackInFull } from '../../db/packs.ts'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { chooseSample } from '../../domain/packs/approval-sample.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import { sha256 } from '../sha256.ts'
import { materialOf } from './pack-state.ts'
import { reviewOf } from './pack-views.ts'

type Item = {
  readonly id: string
  readonly kind: 'file' | 'passage'
  readonly where: string
  readonly chosenFor: 'file' | 'risk' | 'chance'
  readonly read: () => Promise<string>
}

/** How much of a file's beginning is shown, in characters: about a page. */
const firstPage = 2_000

/**
 * What an approver must open: the beginning of every file as it is read back from its bytes, and the passages that the
 * product chooses. Seeded by the files' own hashes, so that nobody who builds a pack knows what will be looked at.
 */
export const sampleOf = (db: Db, pack: PackInFull): readonly Item[] => {
  const files = readPackFiles(db, pack.id)
  const { passages } = reviewOf(pack)
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const keeps = materialOf(db, pack).decisions.filter(({ decision }) => decision === 'keep')
  const kept = ({ id, original }: Passage): number =>
    keeps.filter(({ text, place }) => (place ?? id) === id && original.includes(text)).length
  const seed = sha256([pack.id, ...files.map((file) => file.sha256)].join(' '))
  return [
    ...files.map((file): Item => ({
      ...{ id: `file:${file.name}`, kind: 'file', where: file.name, chosenFor: 'file' },
      read: () => beginningOf(file),
    })),
    ...chooseSample(passages, kept, seed).map(({ id, chosenFor }): Item => {
      const passage = byId.get(id)
      return {
        ...{ id, kind: 'passage', where: passage?.where ?? '', chosenFor },
        read: () => Promise.resolve(passage?.redacted ?? ''),
      }
    }),
  ]
}

const beginningOf = async (file: PackFile): Promise<string> => {
  const { texts } = await inspectFile(file.bytes, file.name)
  const words = texts
    .filter(({ hidden, where }) => !hidden && where !== 'file name')
    .map(({ text }) => text)
    .join('\n')
  return words.length <= firstPage ? words : `${words.slice(0, firstPage).trimEnd()} …`
}
