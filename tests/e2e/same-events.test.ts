import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { smallCase, smallRoster } from '../workspace/small-case.ts'
import { callFrom, command, launchPrepared, pressOn, shareApp, tabTo, typeIn } from './app.ts'

/** Acceptance scenario 6: a police visit of 14 March and the ambulance service’s 15 March; by keyboard. */
test.describe.configure({ mode: 'serial' })
const app = shareApp(launchPrepared)
const folder = mkdtempSync(path.join(tmpdir(), 'sar-same-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const agencies = [
  { id: 'police', name: 'Larkmere Police', sector: 'Police', status: 'received' },
  { id: 'ambulance', name: 'Larkmere Ambulance Service', sector: 'NHS', status: 'received' },
]
const visit =
  'Welfare visit. Officers forced entry, tenant found on the hall floor, long lie of nine hours. Ambulance called.'
const callOut =
  'Called by police who had forced entry. Tenant on hall floor, long lie of four hours. Conveyed to hospital.'
const told = {
  police: [
    ['14/03/2023', visit],
    ['20/03/2023', 'Neighbour complained of loud music.'],
  ],
  ambulance: [
    ['15/03/2023', callOut],
    ['02/04/2023', 'Fell in garden, not conveyed.'],
  ],
} as const

const importRows = async (
  page: Page,
  agencyId: string,
  rows: readonly (readonly [day: string, event: string])[],
): Promise<void> => {
  const file = path.join(folder, `${agencyId}.csv`)
  writeFileSync(file, ['Date,Event', ...rows.map(([day, event]) => `${day},"${event}"`)].join('\r\n'))
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await command(page, 'Import a chronology')
  await page.getByLabel('Which agency sent it?').selectOption(agencyId)
  await app().chooseNext([file])
  await pressOn(page, button('Choose files'))
  for (const next of ['Next: Columns', 'Next: Preview', 'Next: Import', 'Import 1 file'])
    await pressOn(page, button(next))
  await pressOn(page, button('Read the chronology'))
}
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name })
const accounts = (page: Page) => page.getByRole('group', { name: /^Account by / })

test('the two accounts are proposed side by side, with what differs marked, and confirmed', async () => {
  const page = app().page()
  const added = (await callFrom(page, 'case.add', {
    case: { ...smallCase, agencies },
    roster: smallRoster,
  })) as { readonly ok: boolean }
  expect(added.ok).toBe(true)
  await command(page, 'Settings')
  await command(page, 'Cases')
  await pressOn(page, page.getByRole('button', { name: new RegExp(`^${smallCase.working_title}`) }))
  for (const [agencyId, rows] of Object.entries(told)) await importRows(page, agencyId, rows)
  await command(page, 'Same events')
  await expect(page.getByRole('status').filter({ hasText: '1 of 1 to decide' })).toBeVisible()
  await expect(accounts(page)).toHaveCount(2)
  await expect(accounts(page).filter({ hasText: visit.slice(0, 14) })).toContainText('14/03/2023')
  await expect(accounts(page).filter({ hasText: 'Conveyed to hospital' })).toContainText('15/03/2023')
  await expect(page.getByRole('list', { name: 'What differs' })).toContainText('Date.')
  await expect(page.locator('mark.differs').first()).toContainText('differs, 1')
  await page.keyboard.press('c')
  await expect(tab(page, /^To decide 0$/)).toBeVisible()
  await expect(tab(page, /^Confirmed events 1$/)).toBeVisible()
})

test('both stay visible, and the unresolved conflict is listed until it is settled; that is taken back too', async () => {
  const page = app().page()
  await command(page, 'Unresolved conflicts')
  await expect(tab(page, /^Unresolved conflicts 2$/)).toBeVisible()
  const date = page.getByRole('group', { name: 'Date', exact: true })
  await expect(date).toContainText('14 March 2023')
  await expect(date).toContainText('15 March 2023')
  await pressOn(page, date.getByRole('button', { name: 'Settle it' }))
  const preferred = date.getByRole('radio', { name: /^Larkmere Police/ })
  await tabTo(page, preferred)
  await page.keyboard.press('Space')
  await typeIn(page, date.getByLabel('Why'), 'The control room log gives 14 March')
  await pressOn(page, date.getByRole('button', { name: 'Record the resolution' }))
  await expect(tab(page, /^Unresolved conflicts 1$/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Conflicts' })).toBeFocused()
  await page.keyboard.press('Control+Z')
  await expect(tab(page, /^Unresolved conflicts 2$/)).toBeVisible()

  await command(page, `Chronology of ${smallCase.working_title}`)
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', '5')
  await expect(grid).toContainText('14/03/2023')
  await expect(grid).toContainText('15/03/2023')
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('tab', { name: 'As recorded' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const links = page.getByRole('region', { name: 'Links of this entry' })
  await expect(links.getByRole('group', { name: /^Account by / })).toHaveCount(2)
  await expect(links).toContainText('2 unresolved differences')
})
