import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { command, launch, openVaultAs, ownFolder, pressOn, shareApp, typeIn } from './app.ts'
import { copyOfPreparedVault, manager } from './prepared-vault.ts'

/**
 * Acceptance scenario 18: one entry sent in packs to three agencies, one of them merged into a successor, is rectified: three
 * tasks, the right addresses, the letters’ text, the outcomes.
 */
const letters = mkdtempSync(path.join(tmpdir(), 'sar-letters-'))
const app = shareApp(async () => {
  const dir = copyOfPreparedVault()
  // The police have theirs in the prepared vault.
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'release-packs.ts'), dir, 'a3', 'a4'])
  const started = await launch(ownFolder())
  await openVaultAs(started, dir, manager)
  return {
    ...started,
    close: async () => {
      await started.close()
      rmSync(path.dirname(dir), { recursive: true, force: true })
      rmSync(letters, { recursive: true, force: true })
    },
  }
})
test.describe.configure({ mode: 'serial' })

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' })

const police = 'Calderwick Constabulary'
const hospital = 'Wenbury Hospitals NHS Foundation Trust'
const surgery = 'Millrace Surgery'
const successor = 'Calder Valley Primary Care Partnership'

const addresses: Readonly<Record<string, string>> = {
  [police]: 'Records, 1 Station Road, Calderwick',
  [hospital]: 'Information governance, Wenbury General, Wenbury',
  [surgery]: 'Millrace House, Weir Lane, Calderwick',
  [successor]: '4 Tannery Court, Calderwick',
}
const corrected = 'The door was answered at the second visit, not the first.'

const saveAddress = async (page: Page, name: string, address: string): Promise<void> => {
  await pressOn(page, button(page, `Edit ${name}`))
  await typeIn(page, page.getByLabel(/^Postal address/), address)
}

test('the agencies are put in the register, one with the body that took its place', async () => {
  const page = app().page()
  await command(page, 'People and organisations')
  for (const name of [police, hospital, surgery]) {
    await pressOn(page, button(page, `Add ${name} to the register`))
    await saveAddress(page, name, addresses[name] ?? '')
    await pressOn(page, button(page, 'Save'))
    await page.getByText(addresses[name] ?? '').waitFor()
  }
  await pressOn(page, button(page, 'Add a person or organisation'))
  await typeIn(page, page.getByLabel('Name'), successor)
  await typeIn(page, page.getByLabel(/^Postal address/), addresses[successor] ?? '')
  await pressOn(page, button(page, 'Save'))
  await page.getByRole('row', { name: new RegExp(`^${successor}`) }).waitFor()
  await pressOn(page, button(page, `Edit ${surgery}`))
  await page.getByLabel(/^Now stands in its place/).selectOption({ label: successor })
  await typeIn(page, page.getByLabel('Since'), '1 April 2024')
  await pressOn(page, button(page, 'Save'))
  await page.getByText(`Since 1 April 2024: ${successor}`).waitFor()
})

test('one entry is rectified; what the agency wrote stays', async () => {
  const page = app().page()
  await command(page, 'Cases')
  await pressOn(page, button(page, /^Adult A/))
  await button(page.getByRole('navigation', { name: 'Parts of Adult A' }), 'Chronology').click()
  const grid = page.getByRole('grid', { name: 'Combined chronology' })
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const entry = page.getByRole('article', { name: 'Entry' })
  const recorded = entry.locator('.reading').first()
  await recorded.waitFor()
  const before = await recorded.innerText()
  await pressOn(page, button(entry, 'Who was sent this entry?'))
  await expect(
    entry.getByRole('list', { name: 'Who was sent this entry' }).getByRole('listitem'),
  ).toHaveCount(3)
  await pressOn(page, button(entry, 'Record a correction'))
  await typeIn(page, entry.getByLabel(/^The words that are right/), corrected)
  await typeIn(page, entry.getByLabel('Why'), 'The log of that night says so')
  await typeIn(page, entry.getByLabel('Evidence'), 'Incident log')
  await typeIn(page, entry.getByLabel('Asked for by'), 'A relative')
  await pressOn(page, button(entry, 'Record the correction'))
  await entry.getByText(corrected).waitFor()
  await page.getByText('3 notices are due, under Attention.').waitFor()
  expect(await recorded.innerText()).toBe(before)
})

test('there are three tasks, each to the address that is right now', async () => {
  const page = app().page()
  await command(page, 'Attention')
  await page.getByText('3 notices to do').waitFor()
  const rows = page.getByRole('region', { name: 'To do' }).locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(3)
  for (const name of [police, hospital, surgery]) await expect(rows.filter({ hasText: name })).toHaveCount(1)
  await expect(rows.filter({ hasText: surgery })).toContainText(`Goes to ${successor}`)
})

/** Opens a notice, saves its letter, and gives back what each file of it says. */
const sendTo = async (page: Page, name: string): Promise<readonly string[]> => {
  await pressOn(page, button(page, new RegExp(`^Open notice \\d+ to ${name}`)))
  await page.getByRole('article', { name: 'What the recipient will read' }).waitFor()
  const out = path.join(letters, name.replaceAll(' ', '-'))
  await app().chooseNext([out])
  await pressOn(page, button(page, 'Choose a folder and save the letter'))
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  const n = /^Notice (\d+) to /.exec(title)?.[1] ?? ''
  const files = [`notice-${n}.docx`, `notice-${n}.pdf`]
  await page.getByText(`The letter is saved as ${files.join(' and ')}.`).waitFor()
  return Promise.all(
    files.map(async (file) => {
      const { texts } = await inspectFile(readFileSync(path.join(out, file)), file)
      return texts.map(({ text }) => text).join('\n')
    }),
  )
}

test('two letters go, one of them to the successor, and say what was rectified and where', async () => {
  const page = app().page()
  for (const [name, addressee] of [
    [police, police],
    [surgery, successor],
  ] as const) {
    const texts = await sendTo(page, name)
    expect(texts).toHaveLength(2)
    for (const text of texts) {
      const line = text.replaceAll(/\s+/g, ' ')
      expect(line).toContain(`To: ${addressee}`)
      expect(line).toContain(addresses[addressee])
      expect(line).toContain(`Corrected: ${corrected}`)
      expect(line).toContain('Article 19 of the UK GDPR')
      expect(line).toMatch(/Entry E\d+/)
      expect(line).not.toContain('Dorothy')
      if (addressee === successor)
        expect(line).toContain(
          // The people key has a code for the surgery, so its name is in no letter.
          'We sent GP Practice, in whose place you stand,',
        )
    }
    await pressOn(page, button(page, 'Back to Attention'))
  }
})

test('an acknowledgement and a reason not to write are recorded, and nothing is left to do', async () => {
  const page = app().page()
  await pressOn(page, button(page, new RegExp(`^Open notice \\d+ to ${police}`)))
  await pressOn(page, button(page, 'Record what became of it'))
  await page.getByRole('radio', { name: /^Acknowledged/ }).check()
  await pressOn(page, button(page, 'Record it'))
  await page.getByText('Acknowledged', { exact: true }).first().waitFor()
  await pressOn(page, button(page, 'Back to Attention'))
  await pressOn(page, button(page, new RegExp(`^Open notice \\d+ to ${hospital}`)))
  await pressOn(page, button(page, 'Record what became of it'))
  await page.getByRole('radio', { name: /^Disproportionate effort/ }).check()
  await pressOn(page, button(page, 'Record it'))
  await page.getByRole('alert').getByText('Say why this recipient is not notified').waitFor()
  await typeIn(
    page,
    page.getByLabel('Reason, or how it was acknowledged'),
    'It has confirmed that it holds no copy',
  )
  await pressOn(page, button(page, 'Record it'))
  await page.getByText('It has confirmed that it holds no copy').waitFor()
  await pressOn(page, button(page, 'Back to Attention'))
  await page.getByText('Nothing to do').waitFor()
  await expect(page.getByRole('region', { name: 'Settled' }).locator('tbody').getByRole('row')).toHaveCount(2)
  await command(page, 'Disclosures')
  await expect(
    page.getByRole('listitem').filter({ hasText: `Sent to ${successor} in its place` }),
  ).toHaveCount(1)
})
