import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, type BrowserWindow, clipboard, dialog } from 'electron'
import { ok, type Result } from '../domain/result.ts'
import type { ShellName, ShellOutputs, shellContract } from '../workspace/contract/shell.ts'
import type { z } from 'zod'
import { idleMinutes } from './lock-watch.ts'
import type { PathGrants } from './path-grants.ts'
import type { RecentVaults } from './recent-vaults.ts'

type ValidShellInput<Name extends ShellName> = z.output<(typeof shellContract)[Name]>
export type ShellHandlers = {
  readonly [Name in ShellName]: (
    input: ValidShellInput<Name>,
    window: BrowserWindow,
  ) => Promise<Result<ShellOutputs[Name]>> | Result<ShellOutputs[Name]>
}

const clipboardSeconds = 60

/** The sample vault holds invented people only, so its passphrase may be known to everyone and shown on screen. */
const samplePassphrase = 'lantern-meadow-quiet-harbour'

const named = (chosen: string): { path: string; name: string } => ({
  path: chosen,
  name: path.basename(chosen),
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Of what was last copied here; the text itself is not kept. */
let copied: string | null = null

const clearIfStill = async (hash: string): Promise<void> => {
  if (hashOf(await clipboard.readText()) === hash) void clipboard.clear()
}

/** Copied text leaves the clipboard after a minute, unless something else was copied since. */
const copyForAMinute = (text: string): void => {
  const hash = hashOf(text)
  copied = hash
  void clipboard.writeText(text)
  setTimeout(() => void clearIfStill(hash), clipboardSeconds * 1_000)
}

/** At a lock, and at the end: what was copied here leaves the clipboard; anything else stays. */
export const clearCopied = (): void => {
  if (copied !== null) void clearIfStill(copied)
  copied = null
}

export const createShellHandlers = (parts: {
  readonly grants: PathGrants
  readonly recent: RecentVaults
  readonly cancel: (window: BrowserWindow) => void
}): ShellHandlers => ({
  'shell.choose-files': async ({ title, multiple, extensions }, window) => {
    const answer = await dialog.showOpenDialog(window, {
      title,
      properties: ['openFile', 'dontAddToRecent', ...(multiple ? (['multiSelections'] as const) : [])],
      ...(extensions.length > 0 ? { filters: [{ name: 'Files', extensions: [...extensions] }] } : {}),
    })
    const chosen = answer.canceled ? [] : answer.filePaths
    chosen.forEach(parts.grants.grant)
    return ok(chosen.map(named))
  },
  'shell.choose-folder': async ({ title, create }, window) => {
    const answer = await dialog.showOpenDialog(window, {
      title,
      properties: ['openDirectory', 'dontAddToRecent', ...(create ? (['createDirectory'] as const) : [])],
    })
    const [chosen] = answer.canceled ? [] : answer.filePaths
    if (!chosen) return ok(null)
    parts.grants.grant(chosen)
    return ok(named(chosen))
  },
  'shell.recent-vaults': async () => {
    const vaults = await parts.recent.list()
    vaults.forEach((vault) => parts.grants.grant(vault.path))
    return ok(vaults)
  },
  'shell.sample-vault-folder': () => {
    const folder = path.join(app.getPath('userData'), 'sample-vault')
    parts.grants.grant(folder)
    return ok({
      path: folder,
      passphrase: samplePassphrase,
      exists: existsSync(path.join(folder, 'keyslots.json')),
    })
  },
  'shell.copy': ({ text }) => {
    copyForAMinute(text)
    return ok(null)
  },
  'shell.lock-settings': () => ok({ idleMinutes }),
  'shell.cancel': (_, window) => {
    parts.cancel(window)
    return ok(null)
  },
})
