import { expect, test, type Page } from '@playwright/test'
import { readAnswerKey } from '../domain/chronology/answer-key.ts'
import { callFrom, command, launchPrepared, pressOn, shareApp, tabTo } from './app.ts'
import { sample } from './prepared-vault.ts'

/** Acceptance scenario 5: a new version with two new, one changed and one removed entry; what people said survives. */
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })

const { reimport } = readAnswerKey()
const [change] = reimport.changed
if (!change) throw new Error('The answer key changes one entry.')

const entry = (page: Page) => page.getByRole('article', { name: 'Entry' })
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const comment = 'Ask who was told, and when.'

/** Opens the one entry that a search for these words finds. */
const openEntry = async (page: Page, words: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Parts of Adult A' })
    .getByRole('button', { name: 'Chronology' })
    .click()
  await page.getByRole('grid', { name: 'Combined chronology' }).waitFor()
  await page.getByLabel('Search the chronology').fill(words)
  await expect(page.locator('.filter-count')).toHaveText(/^1 entry of /)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await entry(page).getByRole('heading').first().waitFor()
}
const tab = async (page: Page, name: string | RegExp): Promise<void> => {
  await entry(page).getByRole('tab', { name }).click()
}

test('a comment stands on an entry of the first version', async () => {
  const page = app().page()
  await pressOn(page, button(page, /^Adult A/))
  await openEntry(page, '"reset boiler"')
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Your comment on this entry' })).toBeFocused()
  await page.keyboard.insertText(comment)
  await page.keyboard.press('Control+Enter')
  await expect(entry(page).getByRole('tab', { name: 'Comments 1' })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the second version shows exactly what it changes, word by word, before anything is written', async () => {
  const page = app().page()
  await command(page, 'Import a chronology')
  await tabTo(page, page.getByLabel('Which agency sent it?'))
  await page.getByLabel('Which agency sent it?').selectOption('a5')
  await app().chooseNext([sample(reimport.to_file)])
  await pressOn(page, button(page, 'Choose files'))
  await pressOn(page, button(page, 'Next: Columns'))
  await pressOn(page, button(page, 'Next: Preview'))
  await page.getByRole('group', { name: /^Rows of the file/ }).waitFor()
  await pressOn(page, button(page, 'Next: Import'))
  const shown = page.getByRole('region', { name: 'Compared with the version before' })
  await expect(shown).toContainText(
    `${reimport.added.length} added, ${reimport.changed.length} changed, ${reimport.removed.length} removed, ${reimport.unchanged} unchanged.`,
  )
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  const listed = (kind: string) =>
    shown.getByRole('region', { name: kind, exact: true }).getByRole('listitem')
  for (const [kind, refs] of [
    ['Added', reimport.added.map(({ ref }) => ref)],
    ['Changed', reimport.changed.map(({ ref }) => ref)],
    ['Removed', reimport.removed.map(({ ref }) => ref)],
  ] as const) {
    await expect(listed(kind)).toHaveCount(refs.length)
    for (const [at, ref] of refs.entries()) await expect(listed(kind).nth(at)).toContainText(ref)
  }
  await page.keyboard.press('Control+Shift+H')
  const texts = (element: string) => listed('Changed').locator(element).allInnerTexts()
  const fields = await listed('Changed').locator('dt').allInnerTexts()
  expect(fields).toEqual(change.columns)
  // Every word that went or came, and no other: what is left of both is the same text.
  const [went, came] = [await texts('del'), await texts('ins')]
  expect(went.join(' ')).toContain('11')
  expect(came.join(' ')).toContain('not passed on')
  for (const [at, column] of change.columns.entries()) {
    const cell = listed('Changed').locator('dd').nth(at)
    const as = (gone: string): Promise<string> =>
      cell.evaluate((node, tag) => {
        const copy = node.cloneNode(true) as HTMLElement
        for (const one of copy.querySelectorAll(`${tag}, .visually-hidden`)) one.remove()
        return copy.textContent
      }, gone)
    expect(await as('ins')).toBe(change.before[column])
    expect(await as('del')).toBe(change.after[column])
  }
  await page.keyboard.press('Control+Shift+H')
  const [one] = ((await callFrom(page, 'case.list', {})) as { value: readonly { id: string }[] }).value
  const { value } = (await callFrom(page, 'chronology.sources', { caseId: one?.id })) as {
    value: readonly unknown[]
  }
  expect(value).toHaveLength(5)
})

test('once it is imported, the comment still stands on its entry, and the wording before can be seen', async () => {
  const page = app().page()
  await pressOn(page, button(page, 'Import 1 file'))
  await expect(page.getByText('1 file imported', { exact: true })).toBeVisible()
  await openEntry(page, '"reset boiler"')
  await tab(page, 'Comments 1')
  await expect(entry(page).getByText(comment)).toBeVisible()
  await tab(page, 'History')
  const versions = entry(page).getByRole('region', { name: /^Version/ })
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText('Stands now')
  await expect(versions.last()).toContainText('Earlier wording')
  await versions.last().locator('summary').click()
  await expect(versions.last()).toContainText('House 11 degrees')
  await versions.last().getByRole('button', { name: reimport.from_file }).click()
  await expect(page.getByRole('heading', { name: reimport.from_file }).first()).toBeVisible()
  await expect(page.getByText('Replaced by a later version', { exact: true })).toBeVisible()
  await expect(page.getByText(/House 11 degrees/)).toBeVisible()
})

test('the entry it left out is marked and kept', async () => {
  const page = app().page()
  const [one] = ((await callFrom(page, 'case.list', {})) as { value: readonly { id: string }[] }).value
  const removed = (await callFrom(page, 'chronology.list', { caseId: one?.id, status: 'removed' })) as {
    value: { total: number }
  }
  expect(removed.value.total).toBe(reimport.removed.length)
})
