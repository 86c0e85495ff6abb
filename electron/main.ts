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
  let locking: Promise<void> | null = null
  let closing: Promise<void> | null = null

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds))

  const close = async (): Promise<void> => {
    await Promise.race([workspace.call('vault.lock', {}).answer, wait(2_000)])
    await workspace.end()
  }

  /** Text first, then what is on screen, then the vault. Who asked has kept their text already. */
  const lockNow = async (why: LockReason, asker: Window | null): Promise<void> => {
    for (const call of running.values()) call.cancel()
    if (windows.others(asker).length > 0) {
      windows.send({ type: 'lock-soon', seconds: 0 })
      await wait(flushMilliseconds)
    }
    open = false
    closing = close()
    clearCopied()
    grants.clear()
    windows.send({ type: 'locked', why })
    windows.replaceAll()
    await closing
    closing = null
  }

  const lock = async (why: LockReason, asker: Window | null = null): Promise<void> => {
    if (!open && !locking) return
    locking ??= lockNow(why, asker).finally(() => void (locking = null))
    await locking
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
    isOpen: () => open,
    closed: async () => closing ?? undefined,
    lock,
    onOpened: () => void (open = true),
  })
  workspace.onLost(() => {
    if (!open) return
    open = false
    grants.clear()
    windows.replaceAll()
  })
  app.on('render-process-gone', (_, contents, { reason }) => {
    if (reason === 'clean-exit' || BrowserWindow.fromWebContents(contents) === null) return
    if (open) void lock('fault')
    else windows.replaceAll()
  })
  watchForLock({
    isOpen: () => open,
    warn: (seconds) => windows.send({ type: 'lock-soon', seconds }),
    lock: (why) => void lock(why),
  })
  Menu.setApplicationMenu(
    applicationMenu({ lock: () => void lock('asked'), newWindow: () => void windows.open() }),
  )

  app.on('window-all-closed', () => app.quit())
  let finished = false
  app.on('will-quit', (event) => {
    if (finished) return
    event.preventDefault()
    clearCopied()
    void (closing ?? (open ? close() : workspace.end())).finally(() => {
      finished = true
      app.quit()
    })
  })
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus())
  windows.open()
}

if (app.requestSingleInstanceLock()) void start()
else app.quit()
