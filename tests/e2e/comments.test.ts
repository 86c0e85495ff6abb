import { expect, test, type Page } from '@playwright/test'
import { callFrom, command, launchPrepared, pressOn, shareApp, unlockAs } from './app.ts'
import { manager, panelMember } from './prepared-vault.ts'

/** A thread between two people of one vault, one of whom mentions the other. By keyboard. */
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })

const parts = (page: Page) => page.getByRole('navigation', { name: 'Parts of Adult A' })
const openCase = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await page.getByRole('heading', { name: 'Adult A', level: 1 }).waitFor()
}
const entry = (page: Page) => page.getByRole('article', { name: 'Entry' })

let openedDate = ''
/** The entry is open, and in its place in the list. */
const expectReached = async (page: Page): Promise<void> => {
  await expect(entry(page).getByRole('heading', { level: 2 })).toHaveText(openedDate)
  await expect(entry(page).getByText('5 of 228')).toBeVisible()
  await expect(page.locator('.grid-row[data-active]')).toBeInViewport()
}

test('a comment mentions a panel member; what is half typed survives the lock', async () => {
  const page = app().page()
  await openCase(page)
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid').waitFor()
  for (let rows = 0; rows < 4; rows += 1) await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  openedDate = await entry(page).getByRole('heading', { level: 2 }).innerText()
  await page.keyboard.press('c')
  const box = page.getByRole('textbox', { name: 'Your comment on this entry' })
  await expect(box).toBeFocused()
  await page.keyboard.type('@pan')
  await expect(page.getByRole('option', { name: /^Pat Panel/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('did Mrs Hargreave say so herself?')
  await page.keyboard.press('Control+Enter')
  await expect(entry(page).getByText('did Adult A say so herself?')).toBeVisible()
  await expect(entry(page).getByRole('tab', { name: 'Comments 1' })).toBeVisible()
  await expect(box).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(box).toBeFocused()
  await page.keyboard.type('A second thought')
  await app().whileLocking(() => page.keyboard.press('Control+L'))
})

test('the panel member sees the mention, opens its thread and replies', async () => {
  const page = await unlockAs(app(), panelMember)
  await pressOn(page, page.getByRole('button', { name: /^Mentions\s*1 unread/ }))
  await expect(page).toHaveTitle('Mentions – SAR Workspace')
  await expect(page.getByText('did Adult A say so herself?')).toBeVisible()
  await pressOn(page, page.getByRole('button', { name: 'Open the thread' }))
  await expectReached(page)
  await expect(entry(page).getByText('@Pat Panel')).toBeVisible()
  await pressOn(page, entry(page).getByRole('button', { name: 'Reply' }))
  await page.keyboard.type('Not in her words. @ada')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(entry(page).locator('.comment-text', { hasText: 'Not in her words.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mentions', exact: true })).toBeVisible()
  await expect(parts(page).getByRole('button', { name: 'Analysis' })).toBeVisible()
  const [one] = ((await callFrom(page, 'case.list', {})) as { value: readonly { id: string }[] }).value
  expect(await callFrom(page, 'finding.add', { caseId: one?.id, title: 'Not theirs to make' })).toMatchObject(
    {
      ok: false,
      error: { code: 'not-permitted' },
    },
  )
  await app().whileLocking(() => page.keyboard.press('Control+L'))
})

test('the first finds the answer, and what was half typed', async () => {
  const page = await unlockAs(app(), manager)
  await pressOn(page, page.getByRole('button', { name: 'Go on writing' }))
  await expectReached(page)
  await pressOn(page, entry(page).getByRole('button', { name: /^Comment: go on with your text/ }))
  await expect(page.getByRole('textbox', { name: 'Your comment on this entry' })).toHaveValue(
    'A second thought',
  )
  await pressOn(page, entry(page).getByRole('button', { name: 'Discard' }))
  await command(page, 'Mentions')
  await expect(page.getByText('Not in her words.')).toBeVisible()
  await expect(page.getByText('1 unread').first()).toBeVisible()
  await pressOn(page, page.getByRole('button', { name: 'Open the thread' }))
  await expectReached(page)
  await pressOn(page, entry(page).getByRole('button', { name: 'Resolve' }))
  await expect(entry(page).getByText('Resolved by Ada Author')).toBeVisible()
})
