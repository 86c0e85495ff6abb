import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { callFrom, launch, openVaultAs, ownFolder, pressOn, unlockAs, type App } from './app.ts'
import { copyOfPreparedVault, largeCase, manager } from './prepared-vault.ts'

/** Acceptance scenario 10: 5,000 entries open, filter and scroll; work survives a power cut. */
const unsaved = 'Nobody asked why the'

const answered = async <Value>(page: Page, name: string, input: unknown): Promise<Value> => {
  const result = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: Value }
  expect(result.ok, name).toBe(true)
  return result.value
}

/** The vault's own process, every page and the app itself end at once, none of them told. */
const cutPower = async (app: App, dir: string): Promise<void> => {
  const lock = JSON.parse(readFileSync(path.join(dir, 'vault.lock'), 'utf8')) as { readonly pid: number }
  const pages = await app.electron.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ pid }) => pid),
  )
  const main = app.electron.process()
  const ended = new Promise<void>((resolve) => void main.once('exit', () => resolve()))
  for (const pid of [lock.pid, ...pages.filter((pid) => pid !== main.pid)]) process.kill(pid, 'SIGKILL')
  main.kill('SIGKILL')
  await ended
}

test('5,000 entries open, filter and scroll, and work survives a power cut', async () => {
  const [own, dir] = [ownFolder(), copyOfPreparedVault()]
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'add-large-case.ts'), dir], {
    stdio: 'inherit',
  })
  const first = await launch(own)
  let second: App | undefined
  try {
    const page = await openVaultAs(first, dir, manager)
    await pressOn(page, page.getByRole('button', { name: new RegExp(`^${largeCase.title}`) }))
    await page.getByRole('heading', { name: largeCase.title, level: 1 }).waitFor()
    await page.keyboard.press('Alt+2')
    const grid = page.getByRole('grid')
    const counted = page.getByRole('search').getByRole('status')
    await expect(counted).toHaveText('5,000 entries')
    await expect(grid).toHaveAttribute('aria-rowcount', '5001')

    await page.keyboard.press('/')
    await page.keyboard.insertText(largeCase.word)
    await expect(counted).toHaveText('100 entries of 5,000')
    await expect(grid.getByRole('row').nth(1)).toContainText('A lantern stood in the window.')
    await page.keyboard.press('Escape')
    await expect(counted).toHaveText('5,000 entries')

    await grid.focus()
    await page.keyboard.press('End')
    await expect(grid.locator('[aria-rowindex="5001"]')).toContainText('Visit 5000 to the flat')
    await page.keyboard.press('Home')
    await expect(grid.locator('[aria-rowindex="2"]')).toContainText('Visit 1 to the flat')
    for (let n = 0; n < 20; n += 1) await page.keyboard.press('PageDown')
    await expect(grid.getByText('Being read')).toHaveCount(0)

    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Entry' }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('form', { name: 'Analysis' }).waitFor()
    await page.keyboard.press('2')
    await page.keyboard.press('j')
    await expect(page.getByText('The analysis is saved.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Professional comment' }).fill(unsaved)
    const drafts = () => answered<readonly { readonly text: string }[]>(page, 'draft.list', {})
    await expect.poll(async () => (await drafts()).map(({ text }) => text).join()).toContain(unsaved)

    await cutPower(first, dir)
    second = await launch(own)
    const again = await unlockAs(second, manager)
    await expect(again.getByText(/1 unsaved text kept/)).toBeVisible()
    const cases = await answered<readonly { readonly id: string; readonly title: string }[]>(
      again,
      'case.list',
      {},
    )
    const caseId = cases.find(({ title }) => title === largeCase.title)?.id ?? ''
    const judged = { caseId, judgements: ['missed-opportunity'] }
    expect((await answered<{ readonly total: number }>(again, 'chronology.list', judged)).total).toBe(1)
    expect(await answered(again, 'vault.verify', {})).toMatchObject({ ok: true, problems: [] })

    await pressOn(again, again.getByRole('button', { name: 'Go on writing' }))
    await expect(again.getByRole('textbox', { name: 'Professional comment' })).toHaveValue(unsaved)
    await expect(again.getByText(/Your unsaved text from .* has been restored/)).toBeVisible()
    expect([...first.problems, ...second.problems]).toEqual([])
  } finally {
    await first.close()
    await second?.close()
    rmSync(path.dirname(dir), { recursive: true, force: true })
  }
})
