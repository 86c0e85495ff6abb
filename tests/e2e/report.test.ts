import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { callFrom, launch, openVaultAs, shareApp, unlockAs } from './app.ts'
import { readSample } from './on-screen.ts'
import { chair, copyOfPreparedVault, manager, sample } from './prepared-vault.ts'

/** A public report from its first word to its release, by two people, searched for every name of the sample's key. */
test.describe.configure({ mode: 'serial' })
const dir = copyOfPreparedVault()
const released = path.join(mkdtempSync(path.join(tmpdir(), 'sar-published-')), 'report')

const app = shareApp(async () => {
  const started = await launch()
  await openVaultAs(started, dir, manager)
  return started
})

test.afterAll(() => {
  rmSync(path.dirname(dir), { recursive: true, force: true })
  rmSync(path.dirname(released), { recursive: true, force: true })
})

const key = JSON.parse(readFileSync(sample('roster.json'), 'utf8')) as {
  readonly entries: readonly { readonly name: string; readonly pseudonym: string }[]
}
const lock = (): Promise<Page> => app().whileLocking(() => app().page().keyboard.press('Control+L'))
const openTab = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('button', { name: /^Adult A/ }).click()
  await page.getByRole('navigation', { name: 'Parts of Adult A' }).getByRole('button', { name: tab }).click()
}
const everyNameWritten = key.entries.map(({ name }) => `- It was about ${name}.`).join('\n')

test('an author writes with names; typed words outlive a lock', async () => {
  const page = app().page()
  await openTab(page, 'Reports')
  await page.getByRole('button', { name: 'Write a report' }).click()
  await page.getByRole('radio', { name: /^Learning brief/ }).click()
  await page.getByRole('button', { name: 'Begin the report' }).click()
  await page.getByRole('navigation', { name: 'Outline' }).waitFor()
  await page.getByRole('button', { name: 'Names hidden' }).click()
  const why = page.getByRole('region', { name: 'Why this review was carried out' })
  await why.getByLabel('Text').fill(everyNameWritten)
  await lock()
  const again = await unlockAs(app(), manager)
  await openTab(again, 'Reports')
  await again.getByRole('button', { name: 'Safeguarding adult review: Adult A' }).click()
  await again.getByRole('button', { name: 'Names hidden' }).click()
  await again.getByRole('button', { name: 'Go on writing' }).click()
  await expect(
    again.getByRole('region', { name: 'Why this review was carried out' }).getByLabel('Text'),
  ).toHaveValue(everyNameWritten)
  await again.getByRole('button', { name: 'Save the report' }).click()
  const draft = again.getByRole('article', { name: 'The report as the public would read it' })
  await expect(draft).toContainText('Safeguarding adult review: Dot')
  await expect(draft).toContainText('It was about Dot.')
  await expect(draft).not.toContainText('Hargreave')
})

test('what the Board decided is recorded, and a pack of the report is built and decided', async () => {
  const page = app().page()
  await page.getByRole('button', { name: 'Record the publication' }).click()
  await page.getByRole('radio', { name: 'Publish a learning brief' }).click()
  await page.locator('#decidedOn').fill('2 March 2024')
  await page.getByLabel('Decided by').fill('The Board')
  await page.getByLabel('Version the Board decided on').selectOption('2')
  await page.locator('#familyToldOn').fill('4 March 2024')
  await page.locator('#familyToldBy').fill('The review author')
  await page.getByLabel('To be withdrawn on').fill('24 November 2999')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('To be published').waitFor()
  await page.getByRole('button', { name: 'Build a pack of it' }).click()
  await page.getByRole('button', { name: 'Build the pack' }).click()
  await expect(page.getByRole('tab', { name: 'Review' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'For The public' })).toBeVisible()
  const packs = (await callFrom(page, 'pack.list', {})) as { value: readonly { readonly id: string }[] }
  const packId = packs.value[0]?.id
  const pack = (await callFrom(page, 'pack.show', { packId })) as {
    value: { readonly candidates: readonly { readonly id: string; readonly decision: unknown }[] }
  }
  const open = pack.value.candidates.filter(({ decision }) => decision === null)
  const decisions = open.map(({ id }) => ({ candidate: id, decision: 'keep', reason: 'An ordinary word' }))
  if (decisions.length > 0)
    expect(await callFrom(page, 'pack.review', { packId, decisions })).toMatchObject({ ok: true })
  expect(await callFrom(page, 'pack.approve', { packId })).toMatchObject({ ok: false })
})

test('a second person approves and releases it, and no file holds a name of the key', async () => {
  await lock()
  const page = await unlockAs(app(), chair)
  await openTab(page, 'Packs')
  await page.getByRole('button', { name: 'The public' }).click()
  await page.getByRole('tab', { name: 'Approve' }).click()
  await readSample(page)
  await page.getByRole('button', { name: 'Approve for The public' }).click()
  await page.getByText('The pack is approved. It can now be released.').waitFor()
  await app().chooseNext([released])
  await page.getByRole('button', { name: 'Choose a folder and release' }).click()
  await expect(page.getByText('Released to The public')).toBeVisible({ timeout: 60_000 })
  for (const name of ['pack.docx', 'pack.pdf', 'manifest.json']) {
    const file = path.join(released, name)
    expect(existsSync(file)).toBe(true)
    const { texts, properties } = await inspectFile(readFileSync(file), name)
    const all = [...texts.map(({ text }) => text), ...Object.values(properties)]
      .join('\n')
      .replace(/\s+/g, ' ')
    for (const { name: person } of key.entries.filter(({ name: one }) => one !== 'Calderwick'))
      expect(all.toLowerCase(), name).not.toContain(person.toLowerCase())
    expect(all).not.toMatch(/Hargreave|Whitlock|Adult A|Daughter 1/)
    if (name !== 'manifest.json') expect(all).toContain('withdrawn from publication on 24 November 2999')
  }
})
