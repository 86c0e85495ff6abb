import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { callFrom, command, launchPrepared, pressOn, shareApp, tabTo, typeIn, unlockAs } from './app.ts'
import { everyRow } from './on-screen.ts'
import { panelMember } from './prepared-vault.ts'

/** Scenarios 7 and 11: dates that are not exact, and a pseudonym that is changed once; by keyboard. */
test.describe.configure({ mode: 'serial' })
const app = shareApp(launchPrepared)
const folder = mkdtempSync(path.join(tmpdir(), 'sar-reading-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Combined chronology' })

type Listed = {
  readonly value: { readonly entries: readonly { readonly id: string; readonly event: string }[] }
}
const caseOf = async (page: Page): Promise<string> => {
  const cases = (await callFrom(page, 'case.list', {})) as {
    readonly value: readonly { readonly id: string }[]
  }
  return cases.value[0]?.id ?? ''
}
const listed = async (page: Page): Promise<Listed['value']['entries']> => {
  const asked = { caseId: await caseOf(page), limit: 5_000, pseudonyms: false }
  return ((await callFrom(page, 'chronology.list', asked)) as Listed).value.entries
}

test('dates that are not exact stand in order as they were written, and say what they can mean', async () => {
  const page = app().page()
  const file = path.join(folder, 'homecare.csv')
  const rows = [
    ['4 March 2021', 'Care begins'],
    ['Spring 2021', 'Seen to be losing weight'],
    ['before 2021', 'Known to an earlier provider'],
    ['c. March 2021', 'Key safe fitted'],
  ]
  writeFileSync(file, ['Date,Event', ...rows.map((row) => row.join(','))].join('\n'))
  await pressOn(page, button(page, /^Adult A/))
  await command(page, 'Import a chronology')
  await page.getByLabel('Which agency sent it?').selectOption('a6')
  await app().chooseNext([file])
  await pressOn(page, button(page, 'Choose files'))
  for (const next of ['Next: Columns', 'Next: Preview', 'Next: Import', 'Import 1 file'])
    await pressOn(page, button(page, next))
  await expect(page.getByText('1 file imported', { exact: true })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await pressOn(page, button(page, 'Only Brightmoor Homecare Ltd'))
  await expect(page.locator('.filter-count')).toHaveText(/^4 entries of/)
  const shown = await everyRow(page, grid(page))
  expect(shown.map(({ date }) => date)).toEqual([
    'before 2021',
    'c. March 2021',
    'Spring 2021',
    '4 March 2021',
  ])
  const meanings = ['on or before 31 Dec 2020', 'within Mar 2021', 'within Mar to May 2021']
  for (const [n, meaning] of meanings.entries()) {
    const date = grid(page).locator(`[aria-rowindex="${n + 2}"] .cell-date`)
    await expect(date).toContainText(meaning)
    await expect(date.locator('.date-uncertain')).toHaveCount(1)
  }
  await expect(grid(page).locator('[aria-rowindex="5"] .date-uncertain')).toHaveCount(0)
  await pressOn(page, button(page, 'Only Brightmoor Homecare Ltd'))
})

test('the date and the agency stay in sight beside any number of columns, and whole texts are whole', async () => {
  const page = app().page()
  await pressOn(page, button(page, 'Columns'))
  for (const name of ['Outcome', 'Author or role', 'Contact', 'Adult seen']) {
    await tabTo(page, page.getByRole('checkbox', { name, exact: true }))
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Escape')
  await pressOn(page, button(page, 'View'))
  await tabTo(page, page.getByRole('radio', { name: 'Three lines' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(grid(page)).toHaveClass(/grid-whole/)
  const leftOf = (cell: string): Promise<number> =>
    grid(page)
      .locator(`.entry-row ${cell}`)
      .first()
      .evaluate((element) => element.getBoundingClientRect().left)
  const before = [await leftOf('.cell-date'), await leftOf('.cell-agency'), await leftOf('.cell-place')]
  await grid(page).evaluate((element) => element.scrollBy(250, 0))
  expect([await leftOf('.cell-date'), await leftOf('.cell-agency')]).toEqual(before.slice(0, 2))
  expect(await leftOf('.cell-place')).toBe((before[2] ?? 0) - 250)
  const rows = await grid(page)
    .locator('.entry-row')
    .evaluateAll((found) =>
      found.map((row) => ({
        height: row.getBoundingClientRect().height,
        cut: [...row.querySelectorAll('.cell')].some((cell) => cell.scrollHeight > cell.clientHeight + 1),
      })),
    )
  expect(new Set(rows.map(({ height }) => height)).size).toBeGreaterThan(1)
  expect(rows.filter(({ cut }) => cut)).toEqual([])
})

test('a pseudonym is changed once, every view reads the new one, and nothing stored is altered', async () => {
  const page = app().page()
  const before = await listed(page)
  const named = before.find(({ event }) => event.includes('Karen'))
  expect(named).toBeDefined()
  const search = async (words: string): Promise<void> => {
    await page.keyboard.press('Alt+2')
    await page.getByLabel('Search the chronology').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(words)
    await page.keyboard.press('Enter')
  }
  await search('"Daughter 1"')
  await expect(page.locator('.filter-count')).toHaveText(/^\d\d entries of 232$/)
  const count = await page.locator('.filter-count').innerText()
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Control+Shift+H')
  await pressOn(page, button(page, 'Edit Daughter 1'))
  await typeIn(page, page.getByLabel('Pseudonym'), 'Relative 9')
  await pressOn(page, button(page, 'Save'))
  await expect(page.getByText('Relative 9 is saved in the people key.')).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  await search('"Relative 9"')
  await expect(page.locator('.filter-count')).toHaveText(count)
  await expect(grid(page).getByText('Relative 9').first()).toBeVisible()
  await expect(page.getByText(/Daughter 1/)).toHaveCount(0)
  await grid(page).press('Enter')
  const entry = page.getByRole('article', { name: 'Entry' })
  await expect(entry.getByText('Relative 9').first()).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await listed(page)).toEqual(before)
})

test('a panel member reads the new pseudonym and cannot open the key', async () => {
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), panelMember)
  await pressOn(page, button(page, /^Adult A/))
  await page.keyboard.press('Alt+2')
  await grid(page).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.insertText('"Relative 9"')
  await expect(grid(page).getByText('Relative 9').first()).toBeVisible()
  await page.getByLabel('Search the chronology').fill('Karen')
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible()
  await expect(button(page, 'People key')).toHaveCount(0)
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('heading', { name: 'People key' })).toHaveCount(0)
  expect(await callFrom(page, 'people-key.list', { caseId: await caseOf(page) })).toMatchObject({
    ok: false,
    error: { code: 'not-permitted' },
  })
})
