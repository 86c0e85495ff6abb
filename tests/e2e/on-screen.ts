import { expect, type Locator, type Page } from '@playwright/test'
import type { Announcement } from '../../domain/chronology/source-table.ts'
import { announcementTitles } from '../../renderer/features/chronology/import/announcement-titles.ts'
import { readExpected } from '../../scripts/demo/expected.ts'
import { drawsFrames } from './drawn.ts'
import { samples } from './prepared-vault.ts'

export type ShownRow = { readonly date: string; readonly where: string; readonly hidden: boolean }

/** Every row of the chronology as it is drawn, met by paging from top to bottom. */
export const everyRow = async (page: Page, grid: Locator): Promise<readonly ShownRow[]> => {
  const total = Number(await grid.getAttribute('aria-rowcount')) - 1
  const rows = new Map<number, ShownRow>()
  await grid.press('Home')
  for (let pages = 0; rows.size < total && pages < total; pages += 1) {
    await expect(grid.locator('.cell-coming')).toHaveCount(0)
    const drawn = await grid.locator('[role=row]:not(.grid-head)').evaluateAll((found) =>
      found.map((row) => {
        const textOf = (cell: string): string => row.querySelector(cell)?.textContent.trim() ?? ''
        return {
          index: Number(row.getAttribute('aria-rowindex')),
          date: textOf('.date-written'),
          where: textOf('.cell-place'),
          hidden: row.textContent.includes('Hidden in the file'),
        }
      }),
    )
    for (const { index, ...row } of drawn) rows.set(index, row)
    await page.keyboard.press('PageDown')
    await drawsFrames(page, 2, 5_000)
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row)
}

const kindOf = new Map(Object.entries(announcementTitles).map(([kind, title]) => [title, kind]))

/** What the page in view says out of the ordinary of a file. */
export const shownAnnouncements = async (page: Page): Promise<readonly Announcement[]> => {
  const groups = await page.locator('.announced > li').evaluateAll((items) =>
    items.map((item) => ({
      title: item.querySelector('summary span')?.textContent ?? '',
      places: [...item.querySelectorAll('dl > div')].map((one) => ({
        where: one.querySelector('dt')?.textContent ?? '',
        detail: one.querySelector('dd')?.textContent ?? '',
      })),
    })),
  )
  return groups.flatMap(({ title, places }) =>
    places.map((place) => ({ ...place, kind: (kindOf.get(title) ?? '') as Announcement['kind'] })),
  )
}

const { unknown_names: unknown, must_query: queried } = readExpected(samples)
const named = new Set([
  ...unknown.map(({ name }) => name),
  ...queried.map(({ text }) => text.replaceAll('’', "'")),
])

/**
 * Answers the question in hand by keyboard, in each of the three ways: the joint tenant is somebody in the key, names
 * that the answer key calls unknown or to be asked about get other words, and anything else is not identifying.
 */
export const answerQuestion = async (page: Page): Promise<void> => {
  const question = page.locator('.decision[aria-current=true]')
  const text = await question.locator('strong').innerText()
  if (text === 'Mr R') {
    await page.keyboard.press('1')
    await expect(page.getByRole('combobox', { name: 'Who or what is it?' })).toBeFocused()
    await page.keyboard.type('Husband 1')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  } else if (named.has(text.replaceAll('’', "'"))) {
    await page.keyboard.press('3')
    await expect(page.getByLabel('Words the recipient will read')).toBeFocused()
    await page.keyboard.insertText('[withheld]')
    await page.keyboard.press('Enter')
  } else await page.keyboard.press('4')
  await expect(question.locator('strong').getByText(text, { exact: true })).toHaveCount(0)
}

/** Opens every part of the sample an approver must have read, by keyboard. */
export const readSample = async (page: Page): Promise<void> => {
  const left = page.getByRole('region', { name: 'Sample for the approver' }).getByRole('status')
  await expect(left).toHaveText(/^[1-9]\d* of \d+ left$/)
  for (let parts = Number.parseInt(await left.innerText()); parts > 0; parts -= 1) {
    await page.keyboard.press('n')
    await expect(left).toHaveText(new RegExp(`^${parts - 1} of `))
  }
}

/** The tables of the statistics page: each row's label and what stands in it. */
export const shownTables = (page: Page): Promise<readonly Readonly<Record<string, string>>[]> =>
  page
    .locator('.annual table')
    .evaluateAll((tables) =>
      tables.map((table) =>
        Object.fromEntries(
          [...table.querySelectorAll('tbody tr')].map((row) => [
            row.querySelector('th')?.textContent ?? '',
            (row.querySelector('td abbr') ?? row.querySelector('td'))?.textContent ?? '',
          ]),
        ),
      ),
    )
