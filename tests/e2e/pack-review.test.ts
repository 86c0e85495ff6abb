import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { callFrom, command, launch, openVaultAs, pressOn, shareApp, tabTo, typeIn, unlockAs } from './app.ts'
import { judgeScreen } from './judge.ts'
import { judgeKeyboard } from './keyboard.ts'
import { readSample } from './on-screen.ts'
import { chair, copyOfPreparedVault, manager } from './prepared-vault.ts'

/**
 * The review of a pack and its release by two people, in the window and by keyboard alone: scenarios 12 (alias sweep) and
 * 16 (two-person release) of the requirements, section 7.
 */
test.describe.configure({ mode: 'serial' })
const dir = copyOfPreparedVault()
const released = path.join(mkdtempSync(path.join(tmpdir(), 'sar-released-')), 'pack')

const app = shareApp(async () => {
  execFileSync(
    process.env['SAR_NODE'] ?? process.execPath,
    [path.join(import.meta.dirname, 'add-margaret-case.ts'), dir],
    { stdio: 'inherit' },
  )
  const started = await launch()
  await openVaultAs(started, dir, manager)
  return started
})

test.afterAll(() => {
  rmSync(path.dirname(dir), { recursive: true, force: true })
  rmSync(path.dirname(released), { recursive: true, force: true })
})

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const lock = (): Promise<Page> => app().whileLocking(() => app().page().keyboard.press('Control+L'))
const left = (page: Page): Locator => page.locator('.decisions-left')
const asked = (page: Page): Locator => page.locator('.decision[aria-current=true] strong')
/** What the recipient will read of the passage that holds these words, scrolled to as a reader does. */
const read = async (page: Page, words: string): Promise<Locator> => {
  const row = page.locator('.passage').filter({ hasText: words })
  const scroll = page.locator('.passages-scroll')
  await scroll.evaluate((box) => box.scrollTo({ top: 0 }))
  for (let pages = 0; pages < 20 && (await row.count()) === 0; pages += 1)
    await scroll.evaluate((box) => box.scrollBy({ top: 200 }))
  return row.locator('.as-written').last()
}
/** Goes along the queue until a question that begins so is in hand. */
const stepTo = async (page: Page, key: 'j' | 'k', text: string): Promise<void> => {
  const inHand = asked(page).filter({ hasText: new RegExp(`^${text}`) })
  for (let presses = 0; presses < 30 && (await inHand.count()) === 0; presses += 1)
    await page.keyboard.press(key)
  await expect(inHand).toHaveCount(1)
}
/** The service becomes other words; every other name of this queue identifies nobody. */
const answer = async (page: Page): Promise<void> => {
  const before = await left(page).innerText()
  if ((await asked(page).innerText()).startsWith('Maggie’s')) {
    await page.keyboard.press('3')
    await expect(page.getByLabel('Words the recipient will read')).toBeFocused()
    await page.keyboard.insertText('a day centre')
    await page.keyboard.press('Enter')
  } else await page.keyboard.press('4')
  await expect(left(page)).not.toHaveText(before)
}
const judge = async (name: string): Promise<void> => {
  await judgeScreen(app(), name)
  await judgeKeyboard(app().page())
}
const openPack = async (page: Page): Promise<void> => {
  await command(page, 'Cases')
  await pressOn(page, button(page, /^Adult M/))
  await page.getByRole('heading', { name: 'Adult M', level: 1 }).waitFor()
  await page.keyboard.press('Alt+6')
  await pressOn(page, button(page, 'Wharfstone Homes'))
}

test('every form of her name becomes Adult A, and a service that bears one is asked about', async () => {
  const page = app().page()
  await pressOn(page, button(page, /^Adult M/))
  await page.getByRole('heading', { name: 'Adult M', level: 1 }).waitFor()
  await command(page, 'Build a pack')
  await tabTo(page, page.getByLabel('Recipient'))
  await page.getByLabel('Recipient').selectOption('a5')
  for (const format of ['PDF', 'CSV']) {
    await tabTo(page, page.getByLabel(format, { exact: true }))
    await page.keyboard.press('Space')
  }
  await pressOn(page, button(page, 'Build the pack'))
  await expect(page.getByRole('tab', { name: 'Review' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Control+Shift+H')
  await expect(left(page)).toHaveText(/^[1-9]\d* of \d+ left$/)
  for (const [original, becomes] of [
    ['at the front door', 'Adult A was seen at the front door and said that she was well.'],
    ['asked for tea', 'Adult A asked for tea and did not want to talk.'],
    ['declined a visit', 'Adult A declined a visit.'],
    ['A card was left', 'Adult A, not at home. A card was left.'],
    ['was asleep when', 'Adult A was asleep when the carer came.'],
  ] as const)
    await expect(await read(page, original)).toHaveText(becomes)
  await expect(await read(page, 'daughter rang')).toHaveText(
    /^Adult A[’']s daughter rang the office on \[.+\]\.$/,
  )
  await expect(await read(page, 'in the afternoon')).toHaveText(
    'She went to Maggie’s Centre in the afternoon.',
  )
  const questions = await page.locator('.decision strong').allInnerTexts()
  expect(questions.some((text) => text.startsWith('Maggie’s'))).toBe(true)
  expect(questions.filter((text) => text === 'Mrs Threlkeld')).toHaveLength(1)
})

test('a replacement says whose it is and why; one from a pattern is given back with a reason, the key’s own never', async () => {
  const page = app().page()
  const opened = page.getByRole('region', { name: 'Replacement' })
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('o')
    await expect(opened).toBeVisible()
    if ((await opened.innerText()).includes('01632 960111')) break
  }
  await expect(opened).toContainText('Telephone number')
  await expect(opened).toContainText('Has the shape of one')
  await judge('pack-review-replacement')
  await pressOn(page, button(page, 'Leave these words readable'))
  await expect(opened).toContainText('Say why these words may stay')
  await typeIn(page, page.getByLabel('Why these words identify nobody'), 'The council’s public line')
  await page.keyboard.press('Enter')
  await expect(opened).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Words you marked or gave back' })).toContainText(
    'The council’s public line',
  )
  await page.keyboard.press('o')
  await expect(opened.getByText('In the people key', { exact: true })).toBeVisible()
  await expect(opened).toContainText('Adult A, Margaret O’Neill')
  await expect(button(page, 'Leave these words readable')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(opened).toHaveCount(0)
})

test('words that were missed are marked without a mouse', async () => {
  const page = app().page()
  await page.keyboard.press('m')
  const form = page.getByRole('region', { name: 'Mark words that were missed' })
  await expect(page.getByLabel('Words as they stand in the original')).toBeFocused()
  await page.keyboard.insertText('milkman at number nine')
  await expect(form.getByRole('status')).toHaveText('Stand in 1 passage')
  await judge('pack-review-mark')
  await typeIn(page, form.getByLabel('Words the recipient will read'), 'neighbour')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Words you marked or gave back' })).toContainText('neighbour')
})

test('questions are answered by one key each: here or everywhere, somebody new, undone', async () => {
  const page = app().page()
  await stepTo(page, 'j', 'Mrs Threlkeld')
  await expect(page.getByText('Place 1 of 2')).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText('Place 2 of 2')).toBeVisible()
  await judge('pack-review-question')
  await page.locator('.decision[aria-current=true]').focus()
  await page.keyboard.press('2')
  await expect(page.getByLabel('Pseudonym')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Enter the pseudonym')
  await judge('pack-review-new-person')
  await typeIn(page, page.getByLabel('Pseudonym'), 'Neighbour 1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Neighbour 1 is added to the people key.')).toBeVisible()
  await expect(page.locator('.decision').filter({ hasText: 'Mrs Threlkeld' })).toContainText(
    'Becomes “Neighbour 1”. Not applied yet',
  )
  for (let open = Number.parseInt(await left(page).innerText()); open > 0; open -= 1) await answer(page)
  await page.keyboard.press('u')
  await expect(left(page)).toHaveText(/^1 of/)
  await answer(page)
  await expect(left(page)).toHaveText(/^0 of/)
  await expect(button(page, /^Apply \d+ decisions/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing left to decide')).toBeVisible({ timeout: 60_000 })
  await expect(await read(page, 'asked for a call back')).toHaveText(
    'Neighbour 1 rang again and asked for a call back.',
  )
  await expect(await read(page, 'in the afternoon')).toHaveText('She went to a day centre in the afternoon.')
  await expect(await read(page, 'found the door open')).toHaveText('The neighbour found the door open.')
  await expect(await read(page, 'daughter rang')).toHaveText(/rang the office on 01632 960111\.$/)
})

test('the author cannot approve it, whichever door is tried', async () => {
  const page = app().page()
  await pressOn(page, page.getByRole('tab', { name: 'Review' }))
  await page.keyboard.press('End')
  await expect(page.getByText('Somebody other than you must approve: you built this pack')).toBeVisible()
  await expect(button(page, 'Approve for Wharfstone Homes')).toBeDisabled()
  const packs = (await callFrom(page, 'pack.list', {})) as { value: readonly { readonly id: string }[] }
  const packId = packs.value[0]?.id
  for (const action of ['pack.approve', 'pack.sample', 'pack.release'])
    expect(await callFrom(page, action, { packId, out: released })).toMatchObject({ ok: false })
})

test('a second person approves only after opening what the product chose', async () => {
  await lock()
  const page = await unlockAs(app(), chair)
  await openPack(page)
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('End')
  await expect(page.getByRole('region', { name: 'Sample for the approver' })).toBeVisible()
  await expect(button(page, 'Approve for Wharfstone Homes')).toBeDisabled()
  const packs = (await callFrom(page, 'pack.list', {})) as { value: readonly { readonly id: string }[] }
  expect(await callFrom(page, 'pack.approve', { packId: packs.value[0]?.id })).toMatchObject({
    ok: false,
    error: { code: 'refused', message: expect.stringMatching(/still to be opened/) },
  })
  await page.keyboard.press('n')
  await judge('pack-sample')
  await readSample(page)
  await pressOn(page, button(page, 'Approve for Wharfstone Homes'))
  await expect(page.getByText('The pack is approved. It can now be released.')).toBeVisible()
})

test('an edit after approval voids it: it is sampled and approved afresh', async () => {
  await lock()
  const page = await unlockAs(app(), manager)
  await openPack(page)
  await page.keyboard.press('Control+Shift+H')
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('Home')
  await expect(left(page)).toHaveText(/^0 of/)
  await stepTo(page, 'j', 'Maggie’s')
  await pressOn(page, button(page, 'Take this decision back'))
  await page.keyboard.press('Tab')
  await pressOn(page, button(page, 'Apply 1 decision'))
  await expect(button(page, 'Apply 1 decision')).toHaveCount(0, { timeout: 60_000 })
  await expect(page.getByText('1 question left', { exact: true })).toBeVisible()
  await stepTo(page, 'k', 'Maggie’s')
  await page.keyboard.press('3')
  await expect(page.getByLabel('Words the recipient will read')).toBeFocused()
  await page.keyboard.insertText('a centre in town')
  await page.keyboard.press('Enter')
  await pressOn(page, button(page, 'Apply 1 decision'))
  await expect(page.getByText('Ready for approval')).toBeVisible({ timeout: 60_000 })
  const packs = (await callFrom(page, 'pack.list', {})) as { value: readonly object[] }
  expect(packs.value[0]).toMatchObject({ state: 'ready', approvedBy: null })
  await lock()
  const second = await unlockAs(app(), chair)
  await openPack(second)
  await tabTo(second, second.getByRole('tab', { selected: true }))
  await second.keyboard.press('End')
  await expect(button(second, 'Approve for Wharfstone Homes')).toBeDisabled()
  await readSample(second)
  await pressOn(second, button(second, 'Approve for Wharfstone Homes'))
  await app().chooseNext([released])
  await pressOn(second, button(second, 'Choose a folder and release'))
  await expect(second.getByText('Released to Wharfstone Homes')).toBeVisible({ timeout: 60_000 })
  const csv = readFileSync(path.join(released, 'pack.csv'), 'utf8')
  expect(csv).toContain('She went to a centre in town in the afternoon.')
  expect(csv).not.toMatch(/Margaret|Maggie|O.?Neill|M\.O\.|Threlkeld|milkman/i)
})
