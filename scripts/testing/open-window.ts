import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { root } from '../bootstrap/paths.mjs'
import { builtElectron, electronPath } from '../electron-runtime.ts'

export type OpenApp = {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly child: ChildProcess
}

/** Nothing here takes as long; what does is stuck. */
const limit = 60_000

/** A launch takes a second or two; one that has not ended by then never will. */
const launchLimit = 30_000

/**
 * Playwright looks Electron up itself, through Electron's package and the variable that package reads. Handed a path
 * instead, it leaves out its own preparation of the main process, which holds "ready" back until the debugger is
 * attached and keeps windows drawing that others cover: launches then now and then never ended.
 */
const letPlaywrightFind = (program: string): void => {
  if (program === builtElectron()) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(program)
}

/** Starts an Electron application on a profile of its own and waits for its first window. */
export const openWindow = async (
  profile: string,
  app: string = root,
  env: Readonly<Record<string, string>> = {},
): Promise<OpenApp> => {
  const program = electronPath()
  if (program === null) throw new Error('There is no Electron to run; run "npm run bootstrap" first.')
  letPlaywrightFind(program)
  // Chromium’s own sandbox does not run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      args: [app, ...asRoot, `--user-data-dir=${profile}`],
      env: { ...(process.env as Record<string, string>), SAR_NODE: process.execPath, ...env },
      timeout: launchLimit,
    })
  // Not seen since, but not proven impossible: a start that never ended is ended by Playwright and made once more.
  const electron = await start().catch(start)
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
