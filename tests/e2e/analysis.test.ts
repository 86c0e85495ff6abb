import { expect, test, type Page } from '@playwright/test'
import { callFrom, launchPrepared, pressOn, shareApp, unlockAs } from './app.ts'
import { manager } from './prepared-vault.ts'

/** Acceptance scenario 9, its filter half: a chronology judged by keyboard alone, over a lock, and found again. */
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })

const openList = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await page.getByRole('heading', { name: 'Adult A', level: 1 }).waitFor()
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
}
const answered = async <Value>(page: Page, name: string, input: unknown): Promise<Value> => {
  const result = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: Value }
  expect(result.ok).toBe(true)
  return result.value
}
const found = async (page: Page) => {
  const [one] = await answered<readonly { readonly id: string }[]>(page, 'case.list', {})
  const filter = { judgements: ['missed-opportunity'], kloes: [3], adultSeen: ['no'] }
  return answered<{ readonly recordIds: readonly string[] }>(page, 'chronology.record-ids', {
    caseId: one?.id ?? '',
    ...filter,
  })
}

test('entries are judged one after another and together, by keyboard, and the filter finds them', async () => {
  const page = app().page()
  await openList(page)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Entry' }).waitFor()
  await page.keyboard.press('a')
  const form = page.getByRole('form', { name: 'Analysis' })
  await form.waitFor()
  await page.keyboard.press('2')
  await expect(form.getByRole('radio', { name: 'Missed opportunity' })).toBeChecked()
  await page.keyboard.press('j')
  await expect(page.getByText('The analysis is saved.')).toBeVisible()
  expect((await found(page)).recordIds).toHaveLength(0)

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
  expect((await found(page)).recordIds).toHaveLength(3)
})

test('what is typed survives a lock', async () => {
  const before = app().page()
  await before.getByRole('textbox', { name: 'Professional comment' }).fill('Nobody asked her.')
  await app().whileLocking(() => before.keyboard.press('Control+L'))
  const page = await unlockAs(app(), manager)
  await pressOn(page, page.getByRole('button', { name: 'Go on writing' }))
  await expect(page.getByRole('textbox', { name: 'Professional comment' })).toHaveValue('Nobody asked her.')
  await expect(page.getByText(/Your unsaved text from .* has been restored/)).toBeVisible()
})
