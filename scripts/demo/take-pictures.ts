import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { buildIfStale } from '../app-build.ts'
import { closeApp, openWindow, standInForSystem } from '../testing/open-window.ts'
import { withDisplay } from '../testing/with-display.ts'

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

/** Pictures of the main screens of a vault, in a real window: light, and two in dark. Returns the files written. */
export const takePictures = async (wanted: Wanted): Promise<readonly string[]> => {
  await buildIfStale(() => undefined)
  try {
    return await withDisplay(() => takeAll(wanted))
  } catch (error) {
    // What follows the first line is the window driver's own record.
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new Error(`The pictures could not be taken. ${why}`)
  }
}
