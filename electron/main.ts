import path from 'node:path'
import { app, BrowserWindow, Menu, session, type BrowserWindow as Window } from 'electron'
import type { Call } from './workspace-client.ts'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { handleCalls } from './call-handler.ts'
import { guardAllContents, guardSession } from './guards.ts'
import { watchForLock, type LockReason } from './lock-watch.ts'
import { applicationMenu } from './menu.ts'
import { createPathGrants } from './path-grants.ts'
import { recentVaultsIn } from './recent-vaults.ts'
import { clearCopied, createShellHandlers } from './shell-actions.ts'
import { createWindows } from './windows.ts'
import { createWorkspaceClient } from './workspace-client.ts'

/** Time the page has to hand over unsaved text before it is destroyed. */
const flushMilliseconds = 600

// Together with --no-sandbox (a superuser's test run) this would start the application over and over.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()
guardAllContents()

const start = async (): Promise<void> => {
  await app.whenReady()
  const windows = createWindows()
  const workspace = createWorkspaceClient()
  const grants = createPathGrants()
  const recent = recentVaultsIn(app.getPath('userData'))
  const running = new Map<number, Call>()
  let open = false
  let locking = false

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds))

  const lock = async (why: LockReason): Promise<void> => {
    if (locking || !open) return
    locking = true
    for (const call of running.values()) call.cancel()
    windows.send({ type: 'lock-soon', seconds: 0 })
    await wait(flushMilliseconds)
    await Promise.race([workspace.call('vault.lock', {}).answer, wait(2_000)])
    await workspace.end()
    open = false
    clearCopied()
    windows.send({ type: 'locked', why })
    windows.replaceAll()
    locking = false
  }

  serveApp(session.defaultSession, path.join(app.getAppPath(), 'dist', 'renderer'))
  guardSession(session.defaultSession)
  handleCalls({
    workspace,
    grants,
    recent,
    running,
    shell: createShellHandlers({
      grants,
      recent,
      cancel: (window: Window) => running.get(window.id)?.cancel(),
    }),
    lock: (why) => void lock(why),
    onOpened: () => void (open = true),
  })
  workspace.onLost(() => {
    open = false
    windows.replaceAll()
  })
  watchForLock({
    isOpen: () => open,
    warn: (seconds) => windows.send({ type: 'lock-soon', seconds }),
    lock: (why) => void lock(why),
  })
  Menu.setApplicationMenu(
    applicationMenu({ lock: () => void lock('asked'), newWindow: () => void windows.open() }),
  )

  app.on('window-all-closed', () => {
    void (async () => {
      if (open) await Promise.race([workspace.call('vault.lock', {}).answer, wait(2_000)])
      await workspace.end()
      app.quit()
    })()
  })
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus())
  windows.open()
}

if (app.requestSingleInstanceLock()) void start()
else app.quit()
