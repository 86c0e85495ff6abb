import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a small file so that after a crash it holds either the old text or the new, never a part:
 * a new file beside it, flushed, renamed over it, and the folder flushed. Readable by its owner only.
 */
export const replaceFile = (path: string, text: string): void => {
  const beside = `${path}.new`
  try {
    const file = openSync(beside, 'w', 0o600)
    try {
      const bytes = Buffer.from(text, 'utf8')
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  flushFolder(dirname(path))
}

/** Makes names created in a folder durable. Windows cannot flush a folder, and its renames need none. */
export const flushFolder = (dir: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(dir, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
