import { stat } from 'node:fs/promises'
import { readAgencyFile } from '../../documents/read/read-file.ts'
import type { SourceDocument } from '../../domain/chronology/source-table.ts'
import type { Session } from '../host.ts'
import { readChosenFile, type ReadFile } from '../read-file.ts'

export type ReadDocument = { readonly file: ReadFile; readonly document: SourceDocument }

/** Files read in a session that may be asked for again: looked at, previewed, then imported. They end with the session. */
const kept = new WeakMap<Session, Map<string, { readonly stamp: string; readonly read: ReadDocument }>>()

const mostFiles = 4
/** A larger file is read anew each time, rather than held in memory while somebody thinks about its columns. */
const largestKept = 8 * 1024 * 1024

const stampOf = async (path: string): Promise<string> => {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found === null ? '' : `${found.mtimeNs} ${found.size} ${found.ino}`
}

/** Reads a chosen file as a document, or hands out what was read of it in this session where it has not changed since. */
export const readDocument = async (session: Session, path: string): Promise<ReadDocument> => {
  const files = kept.get(session) ?? new Map<string, { stamp: string; read: ReadDocument }>()
  kept.set(session, files)
  const stamp = await stampOf(path)
  const known = files.get(path)
  files.delete(path)
  if (known && known.stamp === stamp) {
    files.set(path, known)
    return known.read
  }
  const file = await readChosenFile(path)
  const read = { file, document: await readAgencyFile(file.bytes, file.name) }
  if (file.bytes.length > largestKept) return read
  files.set(path, { stamp, read })
  const [oldest] = files.keys()
  if (files.size > mostFiles && oldest !== undefined) files.delete(oldest)
  return read
}

/** Lets go of a file that was imported. */
export const forgetDocument = (session: Session, path: string): void => void kept.get(session)?.delete(path)
