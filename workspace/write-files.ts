import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { ExpectedError } from '../domain/result.ts'
import { refuseUncleared, type LeavingFile } from './packs/leaving-files.ts'

/**
 * Writes files into a folder, all or none: each beside its place, flushed, and named last. A file that is there already is
 * never written over. Nothing is written that has not been cleared to leave.
 */
export const writeFiles = async (folder: string, files: readonly LeavingFile[]): Promise<void> => {
  refuseUncleared(files)
  const taken = files.find(({ name }) => existsSync(path.join(folder, name)))
  if (taken)
    throw new ExpectedError(
      'invalid',
      `The folder already holds ${taken.name}. Choose an empty folder; nothing was written.`,
      [{ path: 'out', message: 'Choose an empty folder.' }],
    )
  const written: string[] = []
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, bytes } of files) {
      const part = path.join(folder, `${name}.part`)
      written.push(part)
      const handle = await open(part, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
    }
    for (const { name } of files) {
      await rename(path.join(folder, `${name}.part`), path.join(folder, name))
      written.push(path.join(folder, name))
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })))
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
      throw new ExpectedError(
        'invalid',
        'The folder cannot be written to. Choose another; nothing was written.',
        [{ path: 'out', message: 'Choose another folder.' }],
      )
    throw error
  }
}

/** What leaves the vault never comes to lie in its own folder, where the next copy would carry it along. */
export const refuseInsideVault = (vaultDir: string, out: string): void => {
  const inside = path.relative(path.resolve(vaultDir), path.resolve(out))
  if (inside !== '' && (inside.startsWith('..') || path.isAbsolute(inside))) return
  throw new ExpectedError('invalid', 'That is the vault’s own folder. Choose another; nothing was written.', [
    { path: 'out', message: 'Choose a folder outside the vault.' },
  ])
}
