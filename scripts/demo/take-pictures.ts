import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { buildIfStale } from '../app-build.ts'
import { hasDisplay } from '../bootstrap/plan.mjs'
import { closeApp, openWindow, standInForSystem } from '../testing/open-window.ts'

type Wanted = {
  readonly vaultDir: string
  readonly user: string
  readonly passphrase: string
  readonly output: string
}

type Screen = { readonly name: string; readonly open: (page: Page) => Promise<void>; readonly dark?: true }

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor()

const place = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name }).click()
  await heading(page, name)
}

const part = async (page: Page, name: string): Promise<void> => {
  await place(page, 'Cases')
  await page.locator('.case-card').first().click()
  await page.locator('.case-tabs').getByRole('button', { name }).click()
}

const row = (page: Page): Locator => page.getByRole('table').getByRole('button').first()

const screens: readonly Screen[] = [
  { name: 'cases', open: (page) => place(page, 'Cases') },
  {
    name: 'overview',
    open: async (page) => {
      await part(page, 'Overview')
      await heading(page, 'Agencies')
    },
  },
  {
    name: 'chronology',
    dark: true,
    open: async (page) => {
      await part(page, 'Chronology')
      const grid = page.getByRole('grid')
      await grid.focus()
      for (const key of ['PageDown', 'PageDown', 'j', 'Enter']) await page.keyboard.press(key)
      await page.getByRole('article', { name: 'Entry' }).getByRole('heading').first().waitFor()
    },
  },
  {
    name: 'people-key',
    open: async (page) => {
      await part(page, 'People key')
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'contribution',
    open: async (page) => {
      await part(page, 'Contributions')
      await row(page).click()
      await page.getByRole('button', { name: 'Show names and read' }).click()
      await heading(page, 'What the file holds besides')
    },
  },
  {
    name: 'pack-review',
    dark: true,
    open: async (page) => {
      await part(page, 'Packs')
      await row(page).click()
      await page.getByRole('tab', { name: 'Review' }).click()
      await page.getByRole('region', { name: 'Passages' }).waitFor()
    },
  },
  {
    name: 'statistics',
    open: async (page) => {
      await place(page, 'Statistics')
      await page.getByRole('table').first().waitFor()
    },
  },
  {
    name: 'disclosures',
    open: async (page) => {
      await place(page, 'Disclosures')
      await page.locator('.disclosure summary').first().click()
    },
  },
  {
    name: 'audit',
    open: async (page) => {
      await place(page, 'Audit')
      await page.getByRole('table').waitFor()
    },
  },
]

const unlock = async (page: Page, { user, passphrase }: Wanted): Promise<void> => {
  await page.getByRole('button', { name: 'Open another vault' }).click()
  const who = page.getByLabel('Who are you?')
  await who
    .or(page.getByLabel(`Passphrase of ${user}`))
    .first()
    .waitFor()
  if (await who.isVisible()) await who.selectOption(user)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByLabel('Passphrase').press('Enter')
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
}

const takeAll = async (wanted: Wanted): Promise<readonly string[]> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'sar-pictures-'))
  const app = await openWindow(profile)
  try {
    const answer = await standInForSystem(app.electron)
    const { page } = app
    await page.getByRole('heading').first().waitFor()
    await answer([wanted.vaultDir])
    await unlock(page, wanted)
    mkdirSync(wanted.output, { recursive: true })
    const taken: string[] = []
    const take = async (name: string, colorScheme: 'light' | 'dark'): Promise<void> => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.mouse.move(0, 0)
      await page.evaluate('document.fonts.ready.then(() => null)')
      const file = path.join(wanted.output, `${name}.png`)
      await page.screenshot({ path: file })
      taken.push(file)
    }
    for (const { name, open, dark } of screens) {
      await open(page)
      await take(name, 'light')
      if (dark) await take(`${name}-dark`, 'dark')
    }
    return taken
  } finally {
    await closeApp(app)
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The same in a display of its own; the passphrase goes by standard input, which no list of processes shows. */
const takeInOwnDisplay = (wanted: Wanted): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const command = ['-a', '-s', '-screen 0 1600x1200x24', process.execPath, fileURLToPath(import.meta.url)]
    const child = spawn('xvfb-run', command, { stdio: ['pipe', 'pipe', 'pipe'] })
    const [said, complained]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => void said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => void complained.push(chunk))
    child.on('error', () =>
      reject(new Error('There is no display to take pictures on, and xvfb-run could not be started.')),
    )
    child.on('close', (code) => {
      if (code === 0) return resolve(JSON.parse(Buffer.concat(said).toString('utf8')) as readonly string[])
      const why = Buffer.concat(complained).toString('utf8').trim()
      reject(new Error(`The pictures could not be taken: ${why === '' ? `exit code ${code}` : why}`))
    })
    child.stdin.end(JSON.stringify(wanted))
  })

/** Pictures of the main screens of a vault, in a real window: light, and two in dark. Returns the files written. */
export const takePictures = async (wanted: Wanted): Promise<readonly string[]> => {
  await buildIfStale(() => undefined)
  return hasDisplay(process.platform, process.env) ? takeAll(wanted) : takeInOwnDisplay(wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given: Buffer[] = []
  for await (const chunk of process.stdin) given.push(chunk as Buffer)
  try {
    const taken = await takeAll(JSON.parse(Buffer.concat(given).toString('utf8')) as Wanted)
    process.stdout.write(JSON.stringify(taken))
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    process.stderr.write(sentence)
    process.exitCode = 1
  }
}
