import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { callFrom, launch, pressOn, shareApp, typeIn } from './app.ts'
import { judgeScreen } from './judge.ts'
import { judgeKeyboard } from './keyboard.ts'
import { manager, samples } from './prepared-vault.ts'

/** The screens before a vault is open, and the sample case from the first of them. */
const app = shareApp(launch)
const folder = mkdtempSync(path.join(tmpdir(), 'sar-start-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))
test.describe.configure({ mode: 'serial' })

const judge = async (page: Page, name: string): Promise<void> => {
  await judgeScreen(app(), name)
  await judgeKeyboard(page)
}
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

test('the first screen says what a vault is and where to begin', async () => {
  const page = app().page()
  await expect(page).toHaveTitle('SAR Workspace')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A vault for Safeguarding Adult Reviews')
  await expect(page.getByText('None has been opened here yet.')).toBeVisible()
  await judge(page, 'start')
})

test('nothing runs that could read a vault until one is asked for', async () => {
  expect(await callFrom(app().page(), 'vault.session', {})).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  })
  const children = await app().electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().filter(({ serviceName, name }) => /vault/i.test(`${serviceName} ${name}`)),
  )
  expect(children).toEqual([])
})

test('a folder that is no vault is refused in a sentence', async () => {
  const page = app().page()
  await app().chooseNext([samples])
  await pressOn(page, page.getByRole('button', { name: 'Open another vault' }))
  await expect(page.getByText('This folder could not be opened as a vault')).toBeVisible()
  await judge(page, 'not-a-vault')
})

test('creating a vault: what is missing, and the recovery key', async () => {
  const page = app().page()
  await pressOn(page, page.getByRole('button', { name: 'Create a vault' }).first())
  await pressOn(page, button(page, 'Create the vault'))
  await page.getByRole('alert').waitFor()
  await typeIn(page, page.getByLabel('Passphrase', { exact: true }), 'password1234')
  await page.getByText('not accepted').waitFor()
  await judge(page, 'create')
  await app().chooseNext([path.join(folder, 'vault')])
  await typeIn(page, page.getByLabel('Name of the vault'), 'Calderwick Board')
  await button(page, 'Choose a folder').click()
  await typeIn(page, page.getByLabel('Your name'), manager.user)
  await typeIn(page, page.getByLabel('Passphrase', { exact: true }), manager.passphrase)
  await typeIn(page, page.getByLabel('The passphrase again'), manager.passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Keep this recovery key' }).waitFor()
  await judge(page, 'recovery-key')
})

test('the recovery key opens the vault', async () => {
  const page = app().page()
  const key = await page.getByTestId('recovery-key').innerText()
  await page.getByRole('checkbox').check()
  await pressOn(page, button(page, 'Go on to the vault'))
  await page.getByRole('heading', { name: 'No case is here yet' }).waitFor()
  await judge(page, 'no-case')
  const next = await app().whileLocking(() => page.keyboard.press('Control+L'))
  await next.getByLabel(`Passphrase of ${manager.user}`).waitFor()
  await judge(next, 'unlock')
  await pressOn(next, button(next, 'Use the recovery key instead'))
  await typeIn(next, next.getByLabel('Recovery key', { exact: true }), key.toLowerCase().replaceAll('-', ' '))
  await next.keyboard.press('Enter')
  await expect(next.getByRole('heading', { name: 'No case is here yet' })).toBeVisible()
  await app().whileLocking(() => next.keyboard.press('Control+L'))
})

test('the sample case opens from the first screen, apart from any work, and opens again', async () => {
  const page = app().page()
  await pressOn(page, page.getByRole('button', { name: 'Explore a sample case' }))
  await expect(page.getByText('Everything in it is invented.', { exact: false })).toBeVisible()
  await judge(page, 'sample')
  await pressOn(page, button(page, 'Open the sample case'))
  await expect(page.getByRole('button', { name: /^Adult A/ })).toContainText('228 entries', {
    timeout: 60_000,
  })
  expect(existsSync(path.join(app().profile, 'sample-vault', 'vault.db'))).toBe(true)
  const next = await app().whileLocking(() => page.keyboard.press('Control+L'))
  await pressOn(next, next.getByRole('button', { name: 'Explore a sample case' }))
  await pressOn(next, button(next, 'Open the sample case'))
  await expect(next.getByRole('button', { name: /^Adult A/ })).toHaveCount(1)
})
