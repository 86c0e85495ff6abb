import { expect, test, type Page } from '@playwright/test'
import { callFrom, command, launchPrepared, pressOn, shareApp, typeIn, unlockAs } from './app.ts'
import { judgeScreen } from './judge.ts'
import { chair, manager, panelMember } from './prepared-vault.ts'

/** What each person sees of one vault, and what is written down when the most sensitive things are looked at. */
const app = shareApp(() => launchPrepared(panelMember))
test.describe.configure({ mode: 'serial' })

const openCase = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await page.getByRole('heading', { name: 'Adult A', level: 1 }).waitFor()
}

test('a panel member reads the chronology in pseudonyms, and is told whose the rest is', async () => {
  const page = app().page()
  await openCase(page)
  await expect(page.getByText('Pseudonyms only')).toBeVisible()
  const parts = page.getByRole('navigation', { name: 'Parts of Adult A' })
  await expect(parts.getByRole('button')).toHaveText(['Overview', 'Chronology', 'Analysis', 'Reports'])
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('People key')).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+Shift+H')
  await expect(page.getByText('Pseudonyms only')).toBeVisible()
  await expect(page.getByText(/Hargreave/)).toHaveCount(0)
  await page.keyboard.press('Alt+1')
  await expect(page.getByText(/It can be revealed by the business manager/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Reveal/ })).toHaveCount(0)
  await judgeScreen(app(), 'panel-member')
})

test('the door refuses a panel member what the window does not offer', async () => {
  const page = app().page()
  const cases = (await callFrom(page, 'case.list', {})) as {
    readonly value: readonly { readonly id: string }[]
  }
  const caseId = cases.value[0]?.id ?? ''
  const refused = { ok: false, error: { code: 'not-permitted' } }
  expect(await callFrom(page, 'people-key.list', { caseId })).toMatchObject(refused)
  expect(await callFrom(page, 'audit.list', {})).toMatchObject(refused)
  expect(await callFrom(page, 'contribution.list', { caseId })).toMatchObject(refused)
  const reason = 'I would like to know this'
  expect(
    await callFrom(page, 'sensitive.reveal', { caseId, adultId: 'x', category: 'health', reason }),
  ).toMatchObject(refused)
  const listed = JSON.stringify(await callFrom(page, 'chronology.list', { caseId, limit: 5_000 }))
  expect(listed).not.toContain('Hargreave')
})

test('a chair sees the case and its packs and no people key', async () => {
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), chair)
  await openCase(page)
  await expect(page.getByRole('navigation', { name: 'Parts of Adult A' }).getByRole('button')).toHaveText([
    'Overview',
    'Chronology',
    'Contributions',
    'Analysis',
    'Packs',
    'Reports',
  ])
  await page.keyboard.press('Alt+6')
  await pressOn(page, page.getByRole('button', { name: 'Wharfstone Homes' }))
  await expect(page.getByRole('tab', { name: 'Approve' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Review' })).toHaveCount(0)
})

test('sensitive information is hidden, revealed for a reason, and the look is on record', async () => {
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), manager)
  await openCase(page)
  const value = page.getByRole('definition').filter({ hasText: 'Christian' })
  await expect(value).toHaveCount(0)
  await pressOn(page, page.getByRole('button', { name: 'Reveal religion or belief of Adult A' }))
  await pressOn(page, page.getByRole('button', { name: 'Reveal and log' }))
  await expect(page.getByRole('alert')).toContainText('Say why you need to see this')
  const reason = 'To check what the panel will be told.'
  await typeIn(page, page.getByLabel('Why do you need to see this?'), reason)
  await pressOn(page, page.getByRole('button', { name: 'Reveal and log' }))
  await expect(value).toBeVisible()
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Alt+1')
  await page.getByRole('heading', { name: 'Adults' }).waitFor()
  await expect(value).toHaveCount(0)
  await command(page, 'Audit')
  const rows = page.getByRole('row').filter({ hasText: 'Revealed sensitive information' })
  const row = rows.filter({ hasText: manager.user })
  await expect(row).toContainText(reason)
  await expect(row).toContainText('religion')
  await expect(rows.filter({ hasText: panelMember.user })).toContainText('Was refused')
})
