import type { ChildProcess } from 'node:child_process'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { root } from '../bootstrap/paths.mjs'
import { electronPath } from '../electron-runtime.ts'

export type OpenApp = {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly child: ChildProcess
}

/** Nothing here takes as long; what does is stuck. */
const limit = 60_000

/**
 * On a busy machine the debugger that drives Electron now and then misses its first answer, and the launch never ends
 * although the program runs; the driver ends that program, and another is started.
 */
const launchLimit = 25_000

/** Starts an Electron application on a profile of its own and waits for its first window. */
export const openWindow = async (
  profile: string,
  app: string = root,
  env: Readonly<Record<string, string>> = {},
): Promise<OpenApp> => {
  const program = electronPath()
  if (program === null) throw new Error('There is no Electron to run; run "npm run bootstrap" first.')
  // Chromium’s own sandbox does not run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: program,
      args: [app, ...asRoot, `--user-data-dir=${profile}`],
      env: { ...(process.env as Record<string, string>), SAR_NODE: process.execPath, ...env },
      timeout: launchLimit,
    })
  const electron = await start().catch(start).catch(start)
  return { electron, child: electron.process(), page: await electron.firstWindow({ timeout: limit }) }
}

/** Ends it, kindly or not, within ten seconds. */
export const closeApp = async ({ electron, child }: Omit<OpenApp, 'page'>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  void electron.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await closed
  clearTimeout(timer)
}

/**
 * Dialogs and the idle clock are the operating system's, and nobody sits at this screen: the next dialogs answer what
 * the function handed back is told, and are cancelled otherwise; nobody is ever idle.
 */
export const standInForSystem = async (
  electron: ElectronApplication,
): Promise<(...answers: readonly (readonly string[])[]) => Promise<void>> => {
  await electron.evaluate(({ dialog, powerMonitor }) => {
    const answers: string[][] = []
    Object.assign(globalThis, { dialogAnswers: answers })
    Object.assign(dialog, {
      showOpenDialog: () => {
        const filePaths = answers.shift()
        return Promise.resolve({ canceled: filePaths === undefined, filePaths: filePaths ?? [] })
      },
    })
    Object.assign(powerMonitor, { getSystemIdleTime: () => 0 })
  })
  return (...answers) =>
    electron.evaluate(
      (_, next) => {
        const { dialogAnswers } = globalThis as unknown as { readonly dialogAnswers: string[][] }
        dialogAnswers.push(...next)
      },
      answers.map((answer) => [...answer]),
    )
}
