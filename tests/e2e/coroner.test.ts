import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { command, launchPrepared, pressOn, shareApp, typeIn, unlockAs } from './app.ts'
import { chair } from './prepared-vault.ts'
import { readSample } from './on-screen.ts'

/**
 * Acceptance scenario 17: unredacted reports leave for the coroner with the legal power, the approver and the manifest logged.
 */
const app = shareApp(launchPrepared)
const folder = mkdtempSync(path.join(tmpdir(), 'sar-coroner-'))
const released = path.join(folder, 'released')
test.describe.configure({ mode: 'serial' })
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

const coroner = 'HM Coroner for Calderwick'
const power = 'Coroners and Justice Act 2009, Schedule 5 notice, reference CAL-0042, dated 2026-03-04'

const openPacks = async (page: Page): Promise<void> => {
  await command(page, 'Cases')
  await pressOn(page, button(page, /^Adult A/))
  await button(page.getByRole('navigation', { name: 'Parts of Adult A' }), 'Packs').click()
  await page.getByRole('heading', { name: 'Packs' }).waitFor()
}

test('nothing is built without the power, what is required, and an answer to each warning', async () => {
  const page = app().page()
  await command(page, 'People and organisations')
  await pressOn(page, button(page, 'Add a person or organisation'))
  await page.getByRole('radio', { name: 'Coroner' }).check()
  await typeIn(page, page.getByLabel('Name'), coroner)
  await pressOn(page, button(page, 'Save'))
  await page.getByRole('row', { name: new RegExp(`^${coroner}`) }).waitFor()
  await openPacks(page)
  await pressOn(page, button(page, 'For a coroner or court'))
  await pressOn(page, button(page, 'Build the pack'))
  const alert = page.getByRole('alert')
  for (const message of [
    'Choose a coroner or a court of the register',
    'Enter the reference of the notice or order',
    'Say why this is needed and no more than is needed',
  ])
    await alert.getByText(message).waitFor()
  await page.getByLabel('Recipient').selectOption({ label: coroner })
  await typeIn(page, page.getByLabel('Its reference'), 'CAL-0042')
  await typeIn(page, page.getByLabel('Dated'), '4 March 2026')
  await page.getByRole('checkbox', { name: /^Contribution 1/ }).check()
  await page.getByRole('checkbox', { name: /^Contribution 2/ }).check()
  await page.getByRole('checkbox', { name: 'The combined chronology' }).check()
  await typeIn(page, page.getByLabel('Necessity and proportionality'), 'The notice requires both reports.')
  await page.getByRole('checkbox', { name: 'Word file' }).check()
  const warned = page.getByText('The people key warns of somebody in what you chose')
  await warned.waitFor()
  await pressOn(page, button(page, 'Build the pack'))
  await page
    .getByRole('alert')
    .getByText(/nevertheless$/)
    .first()
    .waitFor({ timeout: 60_000 })
  for (const answer of await page.locator('textarea[id^="answers."]').all())
    await answer.fill('The coroner is told to keep this from other interested persons.')
  await pressOn(page, button(page, 'Build the pack'))
  await page.getByRole('tab', { name: 'Files and gate' }).waitFor({ timeout: 60_000 })
})

test('its builder cannot let it go; a second person reads a sample, approves and releases it', async () => {
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), chair)
  await openPacks(page)
  await pressOn(page, button(page, coroner))
  await page.getByRole('tab', { name: 'Approve' }).click()
  await readSample(page)
  await pressOn(page, button(page, `Approve for ${coroner}`))
  await app().chooseNext([released])
  await pressOn(page, button(page, 'Choose a folder and release'))
  await page.getByText(`Released to ${coroner}`).waitFor({ timeout: 60_000 })
  for (const name of ['pack.docx', 'pack.pdf']) {
    const { texts, findings, properties } = await inspectFile(readFileSync(path.join(released, name)), name)
    const whole = texts.map(({ text }) => text).join(' ')
    expect(findings).toEqual([])
    // The name of the adult, as the reports have it and the people key knows it.
    expect(whole).toContain('Hargreave')
    expect(whole).toContain('Coroner, not public.')
    expect(Object.values(properties).join(' ')).not.toContain('Hargreave')
  }
  const pdf = await inspectFile(readFileSync(path.join(released, 'pack.pdf')), 'pack.pdf')
  const pages = new Map<string, string>()
  for (const { where, text } of pdf.texts.filter((one) => /^page \d+/.test(one.where)))
    pages.set(where, `${pages.get(where) ?? ''} ${text}`)
  expect(pages.size).toBeGreaterThan(5)
  for (const text of pages.values()) expect(text).toContain('Coroner, not public.')
  const manifest = JSON.parse(readFileSync(path.join(released, 'manifest.json'), 'utf8')) as {
    readonly power: string
    readonly files: readonly { readonly name: string }[]
  }
  expect(manifest.power).toBe(power)
  expect(manifest.files.map(({ name }) => name).sort()).toEqual(['pack.docx', 'pack.pdf'])
})

test('the log holds the power, the approver, the answered warning and the files', async () => {
  const page = app().page()
  await command(page, 'Disclosures')
  const one = page.getByRole('listitem').filter({ hasText: coroner })
  await one.locator('summary').click()
  await button(one, 'Records, receipt and notices').click()
  await page.getByText(power).waitFor()
  await expect(page.getByText(`Ada Author, ${chair.user}, ${chair.user}`)).toBeVisible()
  await expect(page.getByText(/told to keep this from other interested persons/).first()).toBeVisible()
  await expect(page.getByText('manifest.json')).toBeVisible()
  await expect(page.getByText('2, unredacted')).toBeVisible()
})
