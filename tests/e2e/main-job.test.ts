import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { missingAnnouncements } from '../../scripts/demo/check-announced.ts'
import { holds } from '../../scripts/demo/check-text.ts'
import { readExpected } from '../../scripts/demo/expected.ts'
import { callFrom, command, launch, pressOn, shareApp, tabTo, typeIn, unlockAs } from './app.ts'
import { answerQuestion, everyRow, readSample, shownAnnouncements, shownTables } from './on-screen.ts'
import { chair, chronologies, manager, sample, samples } from './prepared-vault.ts'

/** The main job as its people do it, by keyboard, held against the sample case's answer key. */
test.describe.configure({ mode: 'serial' })
const app = shareApp(launch)
const folder = mkdtempSync(path.join(tmpdir(), 'sar-job-'))
const vault = path.join(folder, 'vault')
const released = path.join(folder, 'released')
const published = path.join(folder, 'published')
const expected = readExpected(samples)

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const lock = (): Promise<Page> => app().whileLocking(() => app().page().keyboard.press('Control+L'))

test('a vault is created, with advice on a weak passphrase and a recovery key', async () => {
  const page = app().page()
  await pressOn(page, page.getByRole('main').getByRole('button', { name: 'Create a vault' }))
  await pressOn(page, button(page, 'Create the vault').last())
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('Enter a name for the vault')
  await expect(summary).toContainText('Choose a folder for the vault')
  await typeIn(page, page.getByLabel('Name of the vault'), 'Calderwick Board')
  await app().chooseNext([vault])
  await pressOn(page, button(page, 'Choose a folder'))
  await expect(page.getByText(vault)).toBeVisible()
  await typeIn(page, page.getByLabel('Your name'), manager.user)
  await typeIn(page, page.getByLabel('Passphrase', { exact: true }), 'password1234')
  await expect(page.getByText('not accepted')).toBeVisible()
  await expect(page.getByText(/often used passphrase/)).toBeVisible()
  await typeIn(page, page.getByLabel('The passphrase again'), 'password1234')
  await page.keyboard.press('Enter')
  await expect(summary).toBeFocused()
  expect(readdirSync(folder)).toEqual([])
  await typeIn(page, page.getByLabel('Passphrase', { exact: true }), manager.passphrase)
  await expect(page.getByText('Very hard to guess')).toBeVisible()
  await typeIn(page, page.getByLabel('The passphrase again'), manager.passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Keep this recovery key' })).toBeVisible()
  await expect(page.getByTestId('recovery-key')).toHaveText(/^([0-9A-Z]{4,8}[- ]?){4,}/)
  await expect(button(page, 'Go on to the vault')).toBeDisabled()
  await tabTo(page, page.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await pressOn(page, button(page, 'Go on to the vault'))
  await expect(page.getByRole('heading', { name: 'No case is here yet' })).toBeVisible()
})

test('it locks, refuses a wrong passphrase in one sentence, and opens', async () => {
  const page = await lock()
  await expect(page.getByRole('heading', { name: 'Open Calderwick Board' })).toBeVisible()
  await expect(page.getByText('Calderwick Safeguarding Adults Board')).toHaveCount(0)
  await expect(page.getByLabel(`Passphrase of ${manager.user}`)).toBeFocused()
  await page.keyboard.insertText('not the passphrase at all')
  await page.keyboard.press('Enter')
  const problem = page.getByRole('alert')
  await expect(problem).toBeFocused()
  await expect(problem).toContainText('That user and passphrase do not open this vault.')
  await unlockAs(app(), manager)
})

test('a second user is added', async () => {
  const page = app().page()
  await command(page, 'Settings')
  await pressOn(page, button(page, 'Add a user'))
  await typeIn(page, page.getByLabel('Name', { exact: true }), chair.user)
  await tabTo(page, page.getByLabel('Role'))
  await page.keyboard.type('Independent')
  await typeIn(page, page.getByLabel('First passphrase'), chair.passphrase)
  await pressOn(page, button(page, 'Add the user'))
  await expect(page.getByText(`${chair.user} Independent chair`)).toBeVisible()
})

test('the case is added from its two files', async () => {
  const page = app().page()
  await command(page, 'Add a case')
  await pressOn(page, button(page, 'Add the case'))
  await expect(page.getByRole('alert')).toContainText('Choose the file with the people key')
  await app().chooseNext([sample('case.json')], [sample('roster.json')])
  await pressOn(page, button(page, 'The case: choose a file'))
  await pressOn(page, button(page, 'The people key: choose a file'))
  await pressOn(page, button(page, 'Add the case'))
  await expect(page.getByRole('heading', { name: 'Adult A', level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/^Adult A – Overview/)
})

test('five agencies’ files are looked over, every row accounted for, and imported', async () => {
  const page = app().page()
  await command(page, 'Import a chronology')
  await page.keyboard.press('Control+Shift+H')
  for (const [agencyId, file] of chronologies) {
    const { entries = 0, announce = [] } = expected.files.find((one) => one.file === file) ?? {}
    await tabTo(page, page.getByLabel('Which agency sent it?'))
    await page.getByLabel('Which agency sent it?').selectOption(agencyId)
    await app().chooseNext([sample(file)])
    await pressOn(page, button(page, 'Choose files'))
    await expect(page.getByRole('grid', { name: /as it is in the file$/ })).toBeVisible()
    if (agencyId === 'a1')
      for (const title of ['Hidden rows', 'Hidden columns', 'Comments', 'Merged cells'])
        await expect(page.getByText(title, { exact: true })).toBeVisible()
    if (agencyId === 'a3')
      for (const title of ['Tracked deletions, set aside', 'Hidden text, set aside'])
        await expect(page.getByText(title, { exact: true })).toBeVisible()
    await pressOn(page, button(page, 'Next: Columns'))
    await expect(page.getByText('Date and event are known')).toBeVisible()
    await pressOn(page, button(page, 'Next: Preview'))
    const counts = page.getByRole('group', { name: /^Rows of the file/ })
    await expect(counts).toBeVisible()
    const sum = (await counts.innerText()).replaceAll(/\s+/g, ' ')
    const [read = 0, ...parts] = [...sum.matchAll(/\d+/g)].slice(0, 5).map(Number)
    expect(
      parts.reduce((total, part) => total + part, 0),
      sum,
    ).toBe(read)
    expect(sum).toContain(`${entries} entries`)
    expect(missingAnnouncements(announce, await shownAnnouncements(page)), file).toEqual([])
    await pressOn(page, button(page, 'Next: Import'))
    await pressOn(page, button(page, 'Import 1 file'))
    await expect(page.getByText('1 file imported', { exact: true })).toBeVisible()
    await pressOn(page, button(page, 'Import something else'))
    await expect(page.getByRole('row', { name: new RegExp(`^${file}`) })).toContainText(String(entries))
  }
  await page.keyboard.press('Control+Shift+H')
})

test('the combined chronology holds every entry once, in order, and is read by keyboard', async () => {
  const page = app().page()
  await page.keyboard.press('Alt+2')
  const grid = page.getByRole('grid', { name: 'Combined chronology' })
  await tabTo(page, grid)
  const rows = await everyRow(page, grid)
  const imported = new Set(chronologies.map(([, file]) => file))
  const wanted = expected.rows.filter(({ file }) => imported.has(file))
  expect(rows).toHaveLength(wanted.length)
  // The five files name their places in five ways, so a place alone says which row of which file it is.
  const byPlace = new Map(wanted.map((row) => [row.where, row]))
  expect(byPlace.size).toBe(wanted.length)
  const known = rows.map((row) => byPlace.get(row.where))
  expect(rows.filter((_, index) => known[index] === undefined)).toEqual([])
  expect(new Set(known).size).toBe(wanted.length)
  expect(rows.map(({ date }) => date)).toEqual(known.map((row) => row?.date_as_written))
  const keys = known.map((row) => row?.earliest ?? row?.latest ?? '9999')
  expect(keys).toEqual([...keys].sort())
  expect(rows.map(({ date }) => date)).toContain('?22 May 2016')
  const hidden = wanted.find((row) => row['hidden_row'] === true)
  expect(rows.filter((row) => row.hidden).map(({ where }) => where)).toEqual([hidden?.where])
})

test('search, j and k, Enter and Esc, and the cell as it was imported', async () => {
  const page = app().page()
  const grid = page.getByRole('grid', { name: 'Combined chronology' })
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search the chronology')).toBeFocused()
  await page.keyboard.insertText('forced entry')
  await expect(page.locator('.filter-count')).toHaveText(/^\d\d? entr(y|ies) of 228$/)
  await page.keyboard.press('Enter')
  await expect(grid).toBeFocused()
  await page.keyboard.press('Home')
  const count = (await grid.getByRole('row').count()) - 1
  expect(count).toBeGreaterThan(1)
  await page.keyboard.press('j')
  await expect(grid).toHaveAttribute('aria-activedescendant', 'entry-row-1')
  await page.keyboard.press('k')
  await expect(grid).toHaveAttribute('aria-activedescendant', 'entry-row-0')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('article', { name: 'Entry' })
  await expect(panel.getByRole('heading').first()).toBeVisible()
  await pressOn(page, panel.getByRole('tab', { name: 'As recorded' }))
  const source = panel.getByRole('tab', { name: 'Source' })
  for (let presses = 0; presses < 8 && (await source.getAttribute('aria-selected')) !== 'true'; presses += 1)
    await page.keyboard.press('ArrowRight')
  const place = (await grid.getByRole('row').nth(1).getByRole('gridcell').last().innerText()).trim()
  await expect(panel.getByText(place, { exact: true })).toBeVisible()
  await expect(panel.getByText('SHA-256 of the file')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(grid).toBeFocused()
})

test('Enter pressed before the search has answered opens the first match, not what stood there before', async () => {
  const page = app().page()
  const search = page.getByLabel('Search the chronology')
  const grid = page.getByRole('grid', { name: 'Combined chronology' })
  await search.fill('')
  await expect(page.locator('.filter-count')).toHaveText('228 entries')
  await grid.press('Home')
  await page.keyboard.press('/')
  await page.keyboard.insertText('forced entry')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Entry' }).getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.filter-count')).toHaveText(/^\d\d? entr(y|ies) of 228$/)
  await expect(grid.locator('[data-open]')).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('Escape')
})

test('accounts of one event are proposed, as suggestions', async () => {
  const page = app().page()
  const pair = expected.same_event_pairs.find(({ id }) => id === 'E1')
  const [police, council] = ['police-chronology.xlsx', 'adult-social-care-chronology.xlsx'].map((file) => {
    const account = pair?.accounts.find((one) => one.file === file)
    return expected.rows.find((row) => row.file === file && row.n === account?.n)
  })
  await page.keyboard.press('Control+Shift+H')
  const row = page.getByRole('row').filter({ hasText: police?.where ?? 'no such row' })
  await row.first().click()
  const panel = page.getByRole('article', { name: 'Entry' })
  await panel.getByRole('tab', { name: 'Links' }).click()
  await expect(panel.getByText('Suggestions only.', { exact: false })).toBeVisible()
  await expect(panel.getByText(council?.text_starts.slice(0, 40) ?? 'no text').first()).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  await page.keyboard.press('Escape')
})

test('an entry of the people key is changed, and names show only while asked for', async () => {
  const page = app().page()
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('Names and other names are hidden.')).toBeVisible()
  await expect(page.getByText('Dorothy Jean Hargreave')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+H')
  await expect(page.getByRole('cell', { name: 'Dorothy Jean Hargreave', exact: true })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.insertText('Adult A')
  await pressOn(page, button(page, 'Edit Adult A'))
  await typeIn(page, page.getByLabel('Role'), 'The adult under review')
  await pressOn(page, button(page, 'Save'))
  await expect(page.getByText('Adult A is saved in the people key.')).toBeVisible()
  await expect(page.getByText('The adult under review')).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  await expect(page.getByText('Dorothy Jean Hargreave')).toHaveCount(0)
})

test('the agencies’ reports are kept and read', async () => {
  const page = app().page()
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { name: 'No report has come in yet' })).toBeVisible()
  for (const [agencyId, file] of [
    ['a6', 'imr-home-care-provider.docx'],
    ['a5', 'imr-housing-provider.docx'],
  ] as const) {
    await tabTo(page, page.getByLabel('Add a report from'))
    await page.getByLabel('Add a report from').selectOption(agencyId)
    await app().chooseNext([sample(file)])
    await pressOn(page, button(page, 'Choose a file'))
    await expect(button(page, file)).toBeVisible()
  }
  await pressOn(page, button(page, 'imr-housing-provider.docx'))
  await pressOn(page, button(page, /Show names and read/))
  await expect(page.getByRole('complementary', { name: 'What the file holds besides' })).toContainText(
    /tracked/i,
  )
  await page.keyboard.press('Control+Shift+H')
})

test('a pack is built and every question decided beside the original', async () => {
  const page = app().page()
  await command(page, 'Build a pack')
  await tabTo(page, page.getByLabel('Recipient'))
  await page.getByLabel('Recipient').selectOption('a5')
  for (const format of ['Excel', 'CSV', 'JSON']) {
    await tabTo(page, page.getByLabel(format, { exact: true }))
    await page.keyboard.press('Space')
  }
  await pressOn(page, button(page, 'Build the pack'))
  await expect(page.getByRole('tab', { name: 'Review' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Names are hidden' })).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  await expect(page.getByRole('heading', { name: 'What the recipient will read' })).toBeVisible()
  const left = page.locator('.decisions-left')
  await expect(left).toHaveText(/^[1-9]\d* of \d+ left$/)
  while (!(await left.innerText()).startsWith('0 ')) await answerQuestion(page)
  await expect(button(page, /^Apply \d+ decisions/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing left to decide')).toBeVisible({ timeout: 60_000 })
})

test('who built a pack cannot approve it', async () => {
  const page = app().page()
  await pressOn(page, page.getByRole('tab', { name: 'Review' }))
  await page.keyboard.press('End')
  await expect(page.getByText('Somebody other than you must approve: you built this pack')).toBeVisible()
  await expect(button(page, 'Approve for Wharfstone Homes')).toBeDisabled()
  const packs = (await callFrom(page, 'pack.list', {})) as {
    readonly value: readonly { readonly id: string }[]
  }
  const refused = await callFrom(page, 'pack.approve', { packId: packs.value[0]?.id })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: expect.stringMatching(/^(refused|not-permitted|conflict)$/) },
  })
})

test('a second person reads, approves and releases it; no file holds anything of the key', async () => {
  await lock()
  const page = await unlockAs(app(), chair)
  await pressOn(page, button(page, /^Adult A/))
  await page.keyboard.press('Alt+6')
  await pressOn(page, button(page, 'Wharfstone Homes'))
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('End')
  await pressOn(page, button(page, 'Open all that the recipient will read'))
  await expect(page.getByRole('article', { name: 'What the recipient will read' })).toBeVisible()
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('End')
  await readSample(page)
  await pressOn(page, button(page, 'Approve for Wharfstone Homes'))
  await app().chooseNext([released])
  await pressOn(page, button(page, 'Choose a folder and release'))
  await expect(page.getByText('Released to Wharfstone Homes')).toBeVisible({ timeout: 60_000 })
  const files = readdirSync(released)
  expect(files.map((file) => path.extname(file)).toSorted()).toEqual(
    ['.csv', '.docx', '.json', '.json', '.pdf', '.xlsx'].toSorted(),
  )
  const forbidden = expected.must_not_occur.filter(({ packs }) => packs === 'every')
  expect(forbidden.length).toBeGreaterThan(100)
  for (const file of files) {
    const { texts, properties } = await inspectFile(readFileSync(path.join(released, file)), file)
    const whole = [file, ...texts.map(({ text }) => text), ...Object.values(properties)].join('\n')
    expect(forbidden.filter((one) => holds(whole, one)).map(({ string }) => string)).toEqual([])
    if (file.endsWith('.csv')) for (const { text } of expected.must_stay) expect(whole).toContain(text)
  }
})

test('the disclosure is listed with who agreed', async () => {
  const page = app().page()
  await command(page, 'Disclosures')
  const one = page.getByRole('listitem').filter({ hasText: 'Wharfstone Homes' })
  await pressOn(page, one.locator('summary'))
  await expect(one.getByText(`${manager.user}, ${chair.user}, ${chair.user}`)).toBeVisible()
  await expect(one).toContainText('.docx')
})

test('earlier years come in, the tables equal the answer key, and are published', async () => {
  await lock()
  const page = await unlockAs(app(), manager)
  await command(page, 'Statistics')
  await app().chooseNext([sample('history.json')])
  await pressOn(page, button(page, 'Import earlier years'))
  await expect(page.getByText(/5 years: \d+ reviews added/)).toBeVisible()
  for (const [year, totals] of Object.entries(expected.history_totals)) {
    await page.getByLabel('Year').selectOption(year)
    await expect(button(page, `Publish ${year}`)).toBeVisible()
    const tables = await shownTables(page)
    for (const [id, cells] of Object.entries(totals.sac_rounded)) {
      if (typeof cells !== 'object' || cells === null) continue
      const wanted = Object.fromEntries(Object.entries(cells).map(([label, cell]) => [label, String(cell)]))
      const table = tables.find((one) => Object.keys(wanted).every((label) => label in one))
      expect(table, `${id} of ${year}`).toMatchObject(wanted)
    }
  }
  const [year = ''] = Object.keys(expected.history_totals).slice(-1)
  await pressOn(page, button(page, `Publish ${year}`))
  await app().chooseNext([published])
  await pressOn(page, button(page, 'Choose a folder and publish'))
  await expect(page.getByText('2 files written', { exact: false })).toBeVisible()
  expect(
    readdirSync(published)
      .map((file) => path.extname(file))
      .toSorted(),
  ).toContain('.csv')
})

test('the audit says who did what', async () => {
  const page = app().page()
  await command(page, 'Audit')
  const rows = page.getByRole('row')
  const said = async (who: string, what: string): Promise<void> =>
    expect(rows.filter({ hasText: who }).filter({ hasText: what }).first()).toBeVisible()
  await said(chair.user, 'Approved a pack')
  await said(chair.user, 'Released a pack')
  await said(manager.user, 'Published statistics')
  await said(manager.user, 'Built a pack')
  await expect(rows.filter({ hasText: 'Looked over a chronology, nothing imported' })).toHaveCount(5)
  await expect(rows.filter({ hasText: /Imported a chronology/ })).toHaveCount(5)
  await said(manager.user, 'Changed the people key')
  await pressOn(page, button(page, 'Verify now'))
  await expect(page.getByText('The record is whole')).toBeVisible()
})
