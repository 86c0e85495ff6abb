import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { holds } from '../../scripts/demo/check-text.ts'
import { readExpected } from '../../scripts/demo/expected.ts'
import { command, launchPrepared, pressOn, shareApp, tabTo, typeIn } from './app.ts'
import { sample, samples } from './prepared-vault.ts'

/** Scenario 8: an agency silent from January to June either declares no contact or is queried; by keyboard. */
test.describe.configure({ mode: 'serial' })
const app = shareApp(launchPrepared)
const folder = mkdtempSync(path.join(tmpdir(), 'sar-silence-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const group = (page: Page, agency: string) =>
  page.getByRole('region', { name: 'Silences by agency' }).locator('tbody').filter({ hasText: agency })

test('every silence of the answer key is listed, and an agency without a file is one', async () => {
  const page = app().page()
  await pressOn(page, button(page, /^Adult A/))
  await command(page, 'No contact')
  await expect(page.getByRole('heading', { name: 'No contact', exact: true })).toBeVisible()
  // The answer key's nine, and the care provider that has sent a report and no chronology.
  await expect(page.getByRole('status').filter({ hasText: 'silences' })).toContainText('10 silences')
  await expect(group(page, 'Millrace Surgery')).toContainText('16 Dec 2021 to 20 Jul 2022')
  await expect(group(page, 'Millrace Surgery')).toContainText('Not accounted for')
  await expect(group(page, 'Brightmoor Homecare Ltd')).toContainText('953')
})

test('the silent surgery is queried: a name is caught, the letter edited, saved and logged', async () => {
  const page = app().page()
  const out = path.join(folder, 'letters')
  await pressOn(page, button(page, 'Write a query to Millrace Surgery'))
  const after = page.getByLabel('After the table of periods')
  await tabTo(page, after)
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('\n\nPlease look for letters to Mrs Hargreave as well.')
  const write = button(page, /^Write “Adult A”$/)
  await expect(write).toBeVisible()
  await pressOn(page, button(page, 'Choose a folder and save the letter'))
  await expect(page.getByRole('alert')).toContainText('Something in the letter may identify somebody')
  await pressOn(page, write)
  await expect(write).toHaveCount(0)
  const paper = page.getByRole('article', { name: 'What the agency will read' })
  await expect(paper).toContainText('Please look for letters to Adult A as well.')
  await app().chooseNext([out])
  await pressOn(page, button(page, 'Choose a folder and save the letter'))
  await expect(page.getByText('Letter 1 is saved as query-1.docx and query-1.pdf.')).toBeVisible()
  await expect(group(page, 'Millrace Surgery')).toContainText('Asked about')
  await pressOn(page, button(page, 'Read letter 1'))
  await expect(page.getByRole('dialog')).toContainText('Please look for letters to Adult A as well.')
  await page.keyboard.press('Escape')
  expect(readdirSync(out).sort()).toEqual(['query-1.docx', 'query-1.pdf'])
  const forbidden = readExpected(samples).must_not_occur.filter(({ packs }) => packs === 'every')
  for (const file of readdirSync(out)) {
    const { texts, properties } = await inspectFile(readFileSync(path.join(out, file)), file)
    const whole = [...texts.map(({ text }) => text), ...Object.values(properties)].join('\n')
    expect(whole).toContain('217 days')
    expect(forbidden.filter((one) => holds(whole, one)).map(({ string }) => string)).toEqual([])
  }
})

test('another agency’s statement is taken down, with who said so, when and how', async () => {
  const page = app().page()
  await pressOn(page, button(page, /^Record a statement of Wharfstone Homes, 1 Dec 2021/))
  await pressOn(page, button(page, 'Record the statement'))
  await expect(page.getByRole('alert')).toContainText('Say who at the agency said so')
  await typeIn(page, page.getByLabel('Who at the agency said so'), 'Records manager')
  await typeIn(page, page.getByLabel('When'), '4 March 2024')
  await tabTo(page, page.getByLabel('How'))
  await page.getByLabel('How').selectOption('call')
  await pressOn(page, button(page, 'Record the statement'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const homes = group(page, 'Wharfstone Homes')
  await expect(homes).toContainText('Records manager, by telephone, 4 Mar 2024')
  await expect(homes).toContainText('Stated as no contact')
})

test('a later file that fills the silence closes the query by itself, in sight', async () => {
  const page = app().page()
  const file = path.join(folder, 'gp-practice-second.csv')
  const more =
    '02/02/2022,,,Letter,Letter from the ward filed,,\n15/04/2022,,,Telephone,No reply,,\nJune 2022,,,Letter,Filed,,\n'
  writeFileSync(file, Buffer.concat([readFileSync(sample('gp-practice-chronology.csv')), Buffer.from(more)]))
  await command(page, 'Import a chronology')
  await page.getByLabel('Which agency sent it?').selectOption('a4')
  await app().chooseNext([file])
  await pressOn(page, button(page, 'Choose files'))
  for (const next of ['Next: Columns', 'Next: Preview', 'Next: Import', 'Import 1 file'])
    await pressOn(page, button(page, next))
  await expect(page.getByText('1 file imported', { exact: true })).toBeVisible()
  await command(page, 'No contact')
  const query = page
    .getByRole('region', { name: 'Queries' })
    .getByRole('row')
    .filter({ hasText: 'Millrace Surgery' })
  await expect(query).toContainText('Closed by an import')
  await expect(query).toContainText('gp-practice-second.csv')
})
