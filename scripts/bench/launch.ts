import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { electronPath } from '../electron-runtime.ts'
import { leastOfBoth, type Figures } from './measure.ts'

const rounds = 6

const bareMain = `import { app, BrowserWindow } from 'electron'
await app.whenReady()
await new BrowserWindow({ width: 1360, height: 880 }).loadFile(new URL('index.html', import.meta.url).pathname)
`

const writeBareApp = (folder: string): string => {
  const bare = path.join(folder, 'bare')
  mkdirSync(bare)
  writeFileSync(
    path.join(bare, 'package.json'),
    '{"name":"bare","version":"1.0.0","type":"module","main":"main.js"}',
  )
  writeFileSync(path.join(bare, 'main.js'), bareMain)
  writeFileSync(path.join(bare, 'index.html'), '<!doctype html><title>Bare</title><h1>Bare</h1>')
  return bare
}

/** From the start of the process to a heading in its window. */
const launch = async (program: string, app: string, folder: string): Promise<void> => {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const running = await _electron.launch({
    executablePath: program,
    args: [app, ...root, `--user-data-dir=${path.join(folder, 'profile', path.basename(app))}`],
    env: { ...process.env, SAR_NODE: process.execPath },
  })
  const window = await running.firstWindow()
  await window.getByRole('heading').first().waitFor()
  void running.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined)
  await running.waitForEvent('close')
}

/** The app to its first screen against a bare Electron window, in turn. */
export const measureLaunch = async (folder: string, root: string, figures: Figures): Promise<void> => {
  const program = electronPath()
  if (program === null) throw new Error('there is no Electron; run npm run bootstrap')
  const bare = writeBareApp(folder)
  const [app, window] = await leastOfBoth(
    rounds,
    () => launch(program, root, folder),
    () => launch(program, bare, folder),
  )
  figures.set('launch to usable ms', app)
  figures.set('launch of a bare window ms', window)
  figures.set('launch app/bare', app / window)
}
