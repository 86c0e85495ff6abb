import { expect, test, type Page } from '@playwright/test'
import { launchPrepared, pressOn, shareApp, typeIn, unlockAs } from './app.ts'
import { manager } from './prepared-vault.ts'

/**
 * Acceptance scenario 9: a chronology is judged, filtered by “missed opportunity + KLOE 3 + adult not seen”, and what is
 * found becomes a finding; the finding shows its entries, an entry its findings. By keyboard alone, and over a lock.
 */
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })

const title = 'Early signs stood in five records'
const entry = (page: Page) => page.getByRole('article', { name: 'Entry' })
const found = (page: Page) => page.locator('.filter-count')

const openList = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await page.getByRole('heading', { name: 'Adult A', level: 1 }).waitFor()
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
}
/** Narrows the list by one more thing, from the control that stands beside the search. */
const addFilter = async (page: Page, kind: string, choice: RegExp): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: 'Add filter' }))
  await page.getByRole('menu').waitFor()
  await page.keyboard.type(kind)
  await page.keyboard.press('Enter')
  const editor = page.getByRole('dialog', { name: kind })
  await pressOn(page, editor.getByRole('checkbox', { name: choice }), 'Space')
  await page.keyboard.press('Escape')
  await editor.waitFor({ state: 'detached' })
}

test('entries are judged one after another and together', async () => {
  const page = app().page()
  await openList(page)
  await page.keyboard.press('Enter')
  await entry(page).waitFor()
  await page.keyboard.press('a')
  const form = page.getByRole('form', { name: 'Analysis' })
  await form.waitFor()
  await page.keyboard.press('2')
  await expect(form.getByRole('radio', { name: 'Missed opportunity' })).toBeChecked()
  await page.keyboard.press('j')
  await expect(page.getByText('The analysis is saved.')).toBeVisible()

  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 entries selected')).toBeVisible()
  await page.keyboard.press('Shift+A')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Judgement').selectOption('missed-opportunity')
  await dialog.getByLabel('Adult seen').selectOption('no')
  await dialog.getByLabel('KLOE 3').selectOption('add')
  await pressOn(page, dialog.getByRole('button', { name: 'Look over what will change' }))
  await expect(dialog.getByRole('region', { name: 'What will change' })).toContainText(
    '3 entries of 3 selected',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByText('The analysis of 3 entries is changed.')).toBeVisible()
  // One more that is judged so and is about another line: the filter must leave it out.
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Shift+A')
  await page.keyboard.press('j')
  await form.waitFor()
  await page.keyboard.press('2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Saved .* by Ada Author$/)).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the filters narrow the list to what was judged so, together', async () => {
  const page = app().page()
  await expect(found(page)).toHaveText('228 entries')
  await addFilter(page, 'Judgement', /^Missed opportunity$/)
  await expect(found(page)).toHaveText('4 entries of 228')
  await addFilter(page, 'Key line of enquiry', /^KLOE 3/)
  await addFilter(page, 'Adult seen', /^No$/)
  await expect(found(page)).toHaveText('3 entries of 228')
  const chips = page.getByRole('list', { name: 'Filters in force' })
  for (const said of ['judged missed opportunity', 'about KLOE 3', '“adult seen” is no'])
    await expect(chips.getByRole('button', { name: said, exact: true })).toBeVisible()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
})

test('what is found becomes a finding, which shows its entries and leads to each', async () => {
  const page = app().page()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+A')
  await expect(page.getByText('3 entries selected')).toBeVisible()
  await page.keyboard.press('Shift+F')
  const dialog = page.getByRole('dialog')
  await typeIn(page, dialog.getByLabel('Its title'), title)
  await typeIn(page, dialog.getByLabel('Why are they evidence?'), 'Nobody asked her')
  await pressOn(page, dialog.getByRole('button', { name: 'Add 3 entries' }))
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const date = await entry(page).getByRole('heading', { level: 2 }).innerText()
  await entry(page).getByRole('tab', { name: 'Findings 1' }).click()
  await expect(entry(page).getByText('Nobody asked her')).toBeVisible()
  await entry(page).getByRole('button', { name: title }).press('Enter')

  await page.getByRole('heading', { name: title }).waitFor()
  await expect(page).toHaveTitle('Adult A – Analysis – SAR Workspace')
  const evidence = page.getByRole('region', { name: /^Evidence/ })
  await expect(evidence.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('j')
  await expect(evidence.locator('.entry-line-open').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(entry(page).getByRole('heading', { level: 2 })).toHaveText(date)
  await expect(entry(page).getByRole('tab', { name: 'Findings 1', selected: true })).toBeVisible()
  await expect(page.locator('.grid-row[data-active]')).toBeInViewport()
})

test('what is typed survives a lock', async () => {
  const before = app().page()
  await before.getByRole('grid').focus()
  await before.keyboard.press('a')
  await before.getByRole('textbox', { name: 'Professional comment' }).fill('Nobody asked her.')
  await app().whileLocking(() => before.keyboard.press('Control+L'))
  const page = await unlockAs(app(), manager)
  await pressOn(page, page.getByRole('button', { name: 'Go on writing' }))
  await expect(page.getByRole('textbox', { name: 'Professional comment' })).toHaveValue('Nobody asked her.')
  await expect(page.getByText(/Your unsaved text from .* has been restored/)).toBeVisible()
})
