import { BrowserWindow, ipcMain } from 'electron'
import { fail, ok, type Result } from '../domain/result.ts'
import { contract, type ActionName } from '../workspace/contract.ts'
import { shellContract, type ShellName } from '../workspace/contract/shell.ts'
import { isOurPage } from './guards.ts'
import type { LockReason } from './lock-watch.ts'
import type { PathGrants } from './path-grants.ts'
import type { RecentVaults } from './recent-vaults.ts'
import type { ShellHandlers } from './shell-actions.ts'
import type { Call, WorkspaceClient } from './workspace-client.ts'

const notGranted = fail(
  'not-permitted',
  'That file or folder was not chosen in this window. Choose it again.',
)
const notUs = fail('not-permitted', 'This page may not use the workspace.')
const notUnderstood = fail('invalid', 'That request was not understood.')
const noSuchAction = fail('invalid', 'There is no such action.')
const locked = fail('locked', 'The vault is locked. Open it first.')

const isActionName = (name: string): name is ActionName => Object.hasOwn(contract, name)
const isShellName = (name: string): name is ShellName => Object.hasOwn(shellContract, name)

/** The one channel a window has: who asks, may it name these paths, and which room answers. */
export const handleCalls = (parts: {
  readonly workspace: WorkspaceClient
  readonly grants: PathGrants
  readonly recent: RecentVaults
  readonly shell: ShellHandlers
  readonly running: Map<number, Call>
  readonly isOpen: () => boolean
  /** Settles once no vault is being closed. */
  readonly closed: () => Promise<void>
  readonly lock: (why: LockReason, asker: BrowserWindow) => Promise<void>
  readonly onOpened: () => void
}): void => {
  const callShell = <Name extends ShellName>(
    name: Name,
    input: unknown,
    window: BrowserWindow,
  ): Promise<Result<unknown>> | Result<unknown> => {
    const valid = shellContract[name].safeParse(input)
    if (!valid.success) return notUnderstood
    const handler: (input: never, window: BrowserWindow) => Promise<Result<unknown>> | Result<unknown> =
      parts.shell[name]
    return handler(valid.data as never, window)
  }

  const callWorkspace = async (
    name: ActionName,
    input: unknown,
    window: BrowserWindow,
  ): Promise<Result<unknown>> => {
    // The workspace process exists for an open vault, and for what can be asked without one.
    if (!parts.isOpen() && contract[name].permission !== 'public') return locked
    if (!parts.grants.covers(input)) return notGranted
    await parts.closed()
    const call = parts.workspace.call(name, input, (progress) => {
      if (!window.isDestroyed()) window.webContents.send('sar:event', { type: 'progress', progress })
    })
    parts.running.set(window.id, call)
    const result = await call.answer
    if (parts.running.get(window.id) === call) parts.running.delete(window.id)
    if (result.ok && (name === 'vault.open' || name === 'vault.create'))
      await afterOpening(name, input, result.value)
    return result
  }

  const afterOpening = async (name: ActionName, input: unknown, value: unknown): Promise<void> => {
    parts.onOpened()
    const { dir } = input as { readonly dir: string }
    const session = (name === 'vault.create' ? (value as { session: unknown }).session : value) as {
      readonly vaultName: string
    }
    const lastOpened = new Date().toISOString()
    // The vault is open whether or not the list of vaults could be written.
    await parts.recent.add({ path: dir, name: session.vaultName, lastOpened }).catch(() => undefined)
  }

  ipcMain.handle('sar:call', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isOurPage(event.senderFrame) || !window) return notUs
    if (typeof name !== 'string') return notUnderstood
    if (isShellName(name)) return callShell(name, input, window)
    if (!isActionName(name)) return noSuchAction
    if (name !== 'vault.lock') return callWorkspace(name, input, window)
    await parts.lock('asked', window)
    return ok(null)
  })
}
