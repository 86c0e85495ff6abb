import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { closeApp, openWindow, type OpenApp } from '../testing/open-window.ts'

/** Run by take-pictures with what to open in SAR_PICTURES; ends with 0 when every picture was taken. */
const order = z
  .object({ vaultDir: z.string(), user: z.string(), passphrase: z.string(), output: z.string() })
  .parse(JSON.parse(process.env['SAR_PICTURES'] ?? 'null'))

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name }).first()

const unlock = async (page: Page): Promise<void> => {
  const secret = page.getByLabel('Passphrase', { exact: false })
  await secret.waitFor()
  const whoAreYou = page.getByLabel('Who are you?')
  await whoAreYou.waitFor()
  await whoAreYou.selectOption(order.user)
  await secret.fill(order.passphrase)
  await secret.press('Enter')
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
}

const goTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Places' }).getByText(name, { exact: true }).click()
  await heading(page, name).waitFor()
}

const inCase = async (page: Page, tab: string): Promise<void> => {
  await goTo(page, 'Cases')
  await page.getByRole('button', { name: /^Adult A/ }).click()
  await page.getByRole('navigation', { name: 'Parts of Adult A' }).getByRole('button', { name: tab }).click()
}

const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['cases', (page) => goTo(page, 'Cases')],
  ['overview', (page) => inCase(page, 'Overview')],
  [
    'chronology',
    async (page) => {
      await inCase(page, 'Chronology')
      const grid = page.getByRole('grid')
      await grid.focus()
      await page.keyboard.press('Home')
      for (let rows = 0; rows < 4; rows += 1) await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.getByRole('article', { name: 'Entry' }).waitFor()
    },
  ],
  ['people-key', (page) => inCase(page, 'People key')],
  ['contributions', (page) => inCase(page, 'Contributions')],
  [
    'pack',
    async (page) => {
      await inCase(page, 'Packs')
      await page.getByRole('button', { name: 'Wharfstone Homes' }).first().click()
      await page.getByRole('tab', { name: 'What the recipient will read' }).click()
      await page.getByRole('article').waitFor()
    },
  ],
  ['statistics', (page) => goTo(page, 'Statistics')],
  ['disclosures', (page) => goTo(page, 'Disclosures')],
  ['audit', (page) => goTo(page, 'Audit')],
]

const inDark = new Set(['chronology', 'pack'])

/** Leaves the vault closed as a user would: the window is replaced when it is. */
const lock = async ({ electron, page }: OpenApp): Promise<void> => {
  const replaced = electron.waitForEvent('window')
  // The page the button is on may be gone before the click is answered.
  const clicked = page
    .getByRole('button', { name: 'Lock now' })
    .click()
    .catch(() => undefined)
  await Promise.all([replaced, clicked])
}

/** So that nothing is caught half-drawn. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(700)

const takeAll = async (page: Page): Promise<void> => {
  for (const [name, open] of screens) {
    await open(page)
    await settle(page)
    await page.screenshot({ path: path.join(order.output, `${name}.png`) })
    if (!inDark.has(name)) continue
    await page.emulateMedia({ colorScheme: 'dark' })
    await settle(page)
    await page.screenshot({ path: path.join(order.output, `${name}-dark.png`) })
    await page.emulateMedia({ colorScheme: 'light' })
  }
}

mkdirSync(order.output, { recursive: true })
const profile = mkdtempSync(path.join(tmpdir(), 'sar-pictures-'))
const known = [
  {
    path: order.vaultDir,
    name: 'Calderwick Safeguarding Adults Board',
    lastOpened: new Date().toISOString(),
  },
]
writeFileSync(path.join(profile, 'recent-vaults.json'), JSON.stringify(known))
try {
  const opened = await openWindow(profile)
  opened.page.setDefaultTimeout(20_000)
  try {
    await unlock(opened.page)
    await takeAll(opened.page)
    await lock(opened)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  } finally {
    await closeApp(opened)
  }
} finally {
  rmSync(profile, { recursive: true, force: true })
}
