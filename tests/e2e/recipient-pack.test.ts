import { expect, test, type Page } from '@playwright/test'
import { callFrom, command, launchPrepared, pressOn, shareApp, tabTo, unlockAs } from './app.ts'
import { panelMember } from './prepared-vault.ts'

/** Acceptance scenarios 11 and 15: the key renamed once, and a pack cut to who receives it. */
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })

type Entry = {
  readonly id: string
  readonly recordId: string
  readonly agencyId: string
  readonly event: string
}

const valueOf = async <Value>(page: Page, name: string, input: unknown): Promise<Value> => {
  const result = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: Value }
  expect(result).toMatchObject({ ok: true })
  return result.value
}

const caseIdIn = async (page: Page): Promise<string> => {
  const cases = await valueOf<readonly { readonly id: string; readonly title: string }[]>(
    page,
    'case.list',
    {},
  )
  return cases.find(({ title }) => title === 'Adult A')?.id ?? ''
}

const entriesIn = async (page: Page, pseudonyms: boolean): Promise<readonly Entry[]> => {
  const caseId = await caseIdIn(page)
  const listed = await valueOf<{ readonly entries: readonly Entry[] }>(page, 'chronology.list', {
    ...{ caseId, pseudonyms, limit: 5_000 },
  })
  return listed.entries
}

const inCase = async (page: Page, tab: string): Promise<void> => {
  await command(page, 'Cases')
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await pressOn(
    page,
    page.getByRole('navigation', { name: 'Parts of Adult A' }).getByRole('button', { name: tab }),
  )
}

const startPack = async (page: Page): Promise<void> => {
  await inCase(page, 'Packs')
  await pressOn(page, page.getByRole('button', { name: 'Build a pack' }))
  await page.getByRole('heading', { name: 'Build a pack' }).waitFor()
}

test('scenario 15: a housing pack leaves out health, convictions and the safe address, and says so', async () => {
  const page = app().page()
  const caseId = await caseIdIn(page)
  const [first, second] = (await entriesIn(page, false)).filter(({ agencyId }) => agencyId === 'a2')
  for (const [entry, flags] of [
    [first, ['health']],
    [second, ['criminal-offence']],
  ] as const)
    await valueOf(page, 'analysis.save', {
      ...{ caseId, records: [{ recordId: entry?.recordId, version: 0 }], change: { flags } },
    })
  await startPack(page)
  await page.getByLabel('Recipient').selectOption({ label: 'Wharfstone Homes' })
  const withheld = page.getByRole('region', { name: 'What is withheld' })
  await expect(withheld).toContainText(
    '2 entries are withheld because the review has marked them as sensitive: health (1) and criminal offence or allegation (1).',
  )
  await expect(withheld).toContainText(
    /\d+ (?:entry or paragraph is|entries or paragraphs are) left out whole/,
  )
  await expect(withheld).not.toContainText(/Larkfield/)
  await pressOn(page, page.getByRole('button', { name: 'Build the pack' }))
  await page.getByRole('tab', { name: 'Files and gate' }).waitFor({ timeout: 60_000 })
  const packs = await valueOf<readonly { readonly id: string; readonly builtAt: string }[]>(
    page,
    'pack.list',
    { caseId },
  )
  const passages = await valueOf<readonly { readonly id: string; readonly original: string }[]>(
    page,
    'pack.passages',
    {
      packId: packs[0]?.id,
    },
  )
  expect(passages.length).toBeGreaterThan(200)
  const ids = passages.map(({ id }) => id.split(':')[1])
  expect(ids).not.toContain(first?.id)
  expect(ids).not.toContain(second?.id)
  expect(passages.filter(({ original }) => /Larkfield|WN9 ?8DU/i.test(original))).toEqual([])
})

test('scenario 15: nothing is built for somebody on a “do not disclose to” list', async () => {
  const page = app().page()
  await startPack(page)
  await page.getByLabel('Recipient').selectOption({ label: 'Wharfstone Homes' })
  await tabTo(page, page.getByRole('radio', { name: /^Partner agency/ }))
  await page.getByRole('radio', { name: /^Family/ }).check()
  await page.getByLabel('Who receives it').selectOption({ label: 'Person 1' })
  await expect(page.getByRole('region', { name: 'What is withheld' })).toContainText(
    'Nothing can be sent to this person.',
  )
  await pressOn(page, page.getByRole('button', { name: 'Build the pack' }))
  await expect(page.getByRole('alert')).toContainText('“do not disclose to” list', { timeout: 60_000 })
})

test('scenario 11: a pseudonym is changed once, every view follows, and no stored text changes', async () => {
  const page = app().page()
  const before = await entriesIn(page, false)
  const shown = await entriesIn(page, true)
  expect(shown.filter(({ event }) => event.includes('Daughter 1')).length).toBeGreaterThan(0)
  await inCase(page, 'People key')
  await pressOn(page, page.getByRole('button', { name: 'Edit Daughter 1', exact: true }))
  await page.getByRole('button', { name: 'Show names' }).waitFor()
  await page.keyboard.press('Control+Shift+H')
  const field = page.getByLabel('Pseudonym', { exact: true })
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('Elder daughter')
  await pressOn(page, page.getByRole('button', { name: 'Save', exact: true }))
  await expect(page.getByRole('rowheader', { name: 'Elder daughter', exact: true })).toBeVisible()
  await page.keyboard.press('Control+Shift+H')
  expect(await entriesIn(page, false)).toEqual(before)
  const after = await entriesIn(page, true)
  expect(after.map(({ event }) => event)).toEqual(
    shown.map(({ event }) => event.replaceAll('Daughter 1', 'Elder daughter')),
  )
  const caseId = await caseIdIn(page)
  const listed = async (name: string, input: object): Promise<string> =>
    JSON.stringify(await valueOf(page, name, { caseId, pseudonyms: true, ...input }))
  expect(await listed('chronology.list', { search: 'tea', limit: 50 })).not.toContain('Daughter 1')
  await inCase(page, 'Chronology')
  await page.getByRole('grid').waitFor()
  await expect(page.getByText('Daughter 1')).toHaveCount(0)
  const out = await valueOf<{ readonly packId: string }>(page, 'pack.build', {
    ...{ caseId, recipient: 'a1', profile: 'partner-agency', formats: ['json'] },
    basis: { purpose: 'p', lawfulBasis: 'l', power: 's45', necessity: 'n' },
  })
  const { document } = await valueOf<{ readonly document: unknown }>(page, 'pack.show', {
    packId: out.packId,
  })
  expect(JSON.stringify(document)).toContain('Elder daughter')
  expect(JSON.stringify(document)).not.toContain('Daughter 1')
})

test('scenario 11: a panel member reads the new pseudonym and cannot open the key', async () => {
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), panelMember)
  const events = (await entriesIn(page, false)).map(({ event }) => event)
  expect(events.some((event) => event.includes('Elder daughter'))).toBe(true)
  expect(events.filter((event) => /Karen|Whitlock|Daughter 1/.test(event))).toEqual([])
  await pressOn(page, page.getByRole('button', { name: /^Adult A/ }))
  await page.getByRole('heading', { name: 'Adult A', level: 1 }).waitFor()
  await expect(page.getByRole('button', { name: 'People key' })).toHaveCount(0)
  expect(await callFrom(page, 'people-key.list', { caseId: await caseIdIn(page) })).toMatchObject({
    ok: false,
    error: { code: 'not-permitted' },
  })
})
