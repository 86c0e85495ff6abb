import type { Db } from '../../db/database.ts'
import type { EntryInFull } from '../../db/entries.ts'
import { listSources, type Source } from '../../db/sources.ts'
import { getUser } from '../../db/users.ts'
import { fieldChanges } from '../../domain/chronology/compare-versions.ts'
import type { EntryVersion } from '../contract/import.ts'
import type { Readings } from './show-entries.ts'

/**
 * The versions of an entry, the latest first. A version stood in the file it came with and in every later file that left it
 * unchanged; the vault keeps the last of these with the entry, and the files before it say which they took the place of.
 */
export const entryHistory = (
  db: Db,
  caseId: string,
  versions: readonly EntryInFull[],
  { text: read, fileName }: Readings,
): readonly EntryVersion[] => {
  const sources = new Map(listSources(db, caseId).map((source) => [source.id, source]))
  const asFile = ({ id, fileName: name, importedAt, importedBy }: Source): EntryVersion['files'][number] => ({
    sourceId: id,
    file: fileName(name),
    at: importedAt,
    by: getUser(db, importedBy)?.name ?? '',
  })
  const held = (entry: EntryInFull): readonly Source[] => {
    const files: Source[] = []
    let source = sources.get(entry.sourceId)
    while (source) {
      files.unshift(source)
      if (source.importedAt <= entry.createdAt || source.supersedes === null) break
      source = sources.get(source.supersedes)
    }
    return files
  }
  const spans = versions.map((entry) => {
    const files = held(entry)
    return { files, ender: sources.get(files.at(-1)?.supersededBy ?? '') }
  })
  /** Between two versions of one entry lies no file, unless one left it out. */
  const wentBefore = (at: number): boolean => {
    const [ender, next] = [spans[at - 1]?.ender, spans[at]?.files[0]]
    return ender !== undefined && next !== undefined && ender.id !== next.id
  }
  return versions
    .map((entry, at): EntryVersion => {
      const { files, ender } = spans[at] ?? { files: [] }
      const before = versions[at - 1]
      const gone = entry.replacedBy === null || wentBefore(at + 1)
      return {
        entryId: entry.id,
        n: at + 1,
        state: entry.status === 'current' ? 'current' : gone ? 'removed' : 'replaced',
        returned: wentBefore(at),
        files: files.map(asFile),
        where: read(entry.where),
        endedBy: entry.status === 'current' || !ender ? null : asFile(ender),
        date: { ...entry.date, original: read(entry.date.original) },
        cells: entry.cells.map(({ heading, text, hidden }) => ({
          heading: read(heading),
          text: read(text),
          hidden,
        })),
        changes: before
          ? fieldChanges(before, entry).map((change) => ({
              heading: read(change.heading),
              before: read(change.before),
              after: read(change.after),
            }))
          : [],
      }
    })
    .toReversed()
}
