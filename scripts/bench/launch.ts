import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { closeApp, openWindow } from '../testing/open-window.ts'
import { withDisplay } from '../testing/with-display.ts'
import type { Figures } from './measure.ts'

const rounds = 6

// Electron is ready only after the main module has run, so nothing here may wait for it.
const bareMain = `import { app, BrowserWindow } from 'electron'
void app.whenReady().then(() => {
  void new BrowserWindow({ width: 1360, height: 880 }).loadFile(new URL('index.html', import.meta.url).pathname)
})
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

/** From the start of the process to a heading in its window, each time on a profile of its own. */
const launch = async (app: string, folder: string): Promise<number> => {
  const profile = mkdtempSync(path.join(folder, 'profile-'))
  const begun = performance.now()
  const running = await openWindow(profile, app)
  try {
    await running.page.getByRole('heading').first().waitFor({ timeout: 60_000 })
    return performance.now() - begun
  } finally {
    await closeApp(running)
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The app to its first screen against a bare Electron window, in turn; the first of each warms the disk. */
export const measureLaunch = async (folder: string, root: string, figures: Figures): Promise<void> => {
  const bare = writeBareApp(folder)
  let [app, window] = [Infinity, Infinity]
  await withDisplay(async () => {
    await launch(root, folder)
    await launch(bare, folder)
    for (let round = 0; round < rounds; round += 1) {
      app = Math.min(app, await launch(root, folder))
      window = Math.min(window, await launch(bare, folder))
    }
  })
  figures.set('launch to usable ms', app)
  figures.set('launch of a bare window ms', window)
  figures.set('launch app/bare', app / window)
}
