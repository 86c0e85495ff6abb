import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { addDays } from '../../domain/dates/calendar.ts'
import { noPublication } from '../../domain/reports/publication.ts'
import { basisFor } from '../../workspace/contract/pack-basis.ts'
import { defaultPackBasis } from '../../workspace/contract/packs.ts'
import { dot, pdf } from '../documents/read/pdf-files.ts'
import { callFrom, command, launchPrepared, shareApp, unlockAs } from './app.ts'
import { judgeScreen } from './judge.ts'
import { judgeKeyboard } from './keyboard.ts'
import { chair } from './prepared-vault.ts'

/** Screens that a case comes to later than the prepared one: every profile's form, a scan, a report that is due, a sealed release. */
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })

const valueOf = async <T>(name: string, input: object): Promise<T> => {
  const answer = await callFrom(app().page(), name, input)
  expect(answer, name).toMatchObject({ ok: true })
  return (answer as { readonly value: T }).value
}
const caseIdOf = async (): Promise<string> => {
  const cases = await valueOf<readonly { readonly id: string }[]>('case.list', {})
  return cases[0]?.id ?? ''
}
const inCase = async (page: Page, tab: string): Promise<void> => {
  await command(page, 'Cases')
  await page.getByRole('button', { name: /^Adult A/ }).click()
  await page.getByRole('navigation', { name: 'Parts of Adult A' }).getByRole('button', { name: tab }).click()
}
const judge = async (name: string): Promise<void> => {
  await judgeScreen(app(), name)
  await judgeKeyboard(app().page())
}

for (const [name, label] of [
  ['panel', 'Review panel'],
  ['family', 'Family'],
  ['publication', 'Publication'],
  ['research', 'Research'],
  ['dsar', 'Data subject’s copy (DSAR)'],
] as const)
  test(`pack-build-${name}: what may be chosen`, async () => {
    const page = app().page()
    await inCase(page, 'Packs')
    await page.getByRole('button', { name: 'Build a pack' }).click()
    await page.getByRole('radio', { name: label }).check()
    await expect(page.getByLabel('Purpose')).toHaveValue(basisFor(name).purpose)
    const mark = page.getByRole('checkbox', { name: 'Health', exact: true })
    if ((await mark.count()) > 0) {
      await mark.check()
      await page.getByLabel('Basis for health').waitFor()
    }
    await page.getByText('of the chronology would be in this pack').waitFor()
    await page.getByRole('group', { name: 'Accounts of' }).evaluate((group) => group.scrollIntoView())
    await judgeScreen(app(), `pack-build-${name}`)
    await page.getByRole('region', { name: 'What is withheld' }).evaluate((part) => part.scrollIntoView())
    await judge(`pack-build-${name}-below`)
    await page.getByRole('button', { name: 'Cancel' }).click()
  })

test('attention-report: a published report whose day of withdrawal has come', async () => {
  const page = app().page()
  const caseId = await caseIdOf()
  const today = new Date().toISOString().slice(0, 10)
  const { reportId } = await valueOf<{ readonly reportId: string }>('report.add', {
    ...{ caseId, kind: 'overview' },
  })
  const publishedOn = addDays(today, -300)
  await valueOf('report.publication-save', {
    ...{ caseId, reportId, version: 0 },
    publication: {
      ...noPublication,
      ...{ decision: 'full', decidedOn: publishedOn, decidedBy: 'The Board', decidedVersion: 1 },
      ...{ publishedOn, publishedWhere: 'The website of the Board', withdrawOn: today },
    },
  })
  await command(page, 'Attention')
  await page.getByRole('region', { name: 'Published reports to withdraw' }).waitFor()
  await expect(page.getByText('1 report to do')).toBeVisible()
  await judge('attention-report')
})

test('contribution-write-out: a page that is a picture, and the form to write it out', async () => {
  const page = app().page()
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sar-scan-')), 'scan.pdf')
  writeFileSync(file, await pdf((sheet) => void sheet.image(dot, 0, 0, { width: 595, height: 842 })))
  await inCase(page, 'Contributions')
  await page.getByLabel('Add a report from').selectOption('a1')
  await app().chooseNext([file])
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await page.getByText('1 page to write out').waitFor()
  await judgeScreen(app(), 'contributions-scan')
  await page.keyboard.press('Control+Shift+H')
  await page.getByRole('button', { name: 'scan.pdf' }).click()
  await page.getByRole('button', { name: 'Write out page 1' }).waitFor()
  await judge('contribution-scan')
  await page.getByRole('button', { name: 'Write out page 1' }).click()
  await page.getByRole('button', { name: 'Keep page 1' }).click()
  await page.getByRole('alert').waitFor()
  await judge('contribution-write-out')
  await page.getByLabel('What page 1 says').fill('A photograph of a kitchen.')
  await page.getByRole('button', { name: 'Keep page 1' }).click()
  await page.getByText('Page 1 is a picture.').waitFor()
  await page.keyboard.press('Control+Shift+H')
})

test('pack-release: how a pack leaves, and its passphrase once', async () => {
  const caseId = await caseIdOf()
  const { packId, candidates } = await valueOf<{
    readonly packId: string
    readonly candidates: readonly { readonly id: string; readonly decision: unknown }[]
  }>('pack.build', {
    ...{ caseId, recipient: 'a1', profile: 'partner-agency', formats: ['docx'], basis: defaultPackBasis },
    choices: { sensitive: [{ flag: 'health', basis: 'UK GDPR Article 9(2)(g)' }] },
  })
  const decisions = candidates
    .filter(({ decision }) => decision === null)
    .map(({ id }) => ({ candidate: id, decision: 'replace', replacement: '[withheld]', reason: '' }))
  await valueOf('pack.review', { packId, decisions })
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), chair)
  const { items } = await valueOf<{ readonly items: readonly { readonly id: string }[] }>('pack.sample', {
    packId,
  })
  await valueOf('pack.open-sample', { packId, items: items.map(({ id }) => id) })
  await valueOf('pack.approve', { packId })
  await inCase(page, 'Packs')
  await page.getByRole('button', { name: 'Calderwick Metropolitan Borough Council' }).first().click()
  await page.getByRole('tab', { name: 'Release' }).click()
  await page.getByRole('radio', { name: 'Sealed, as a zip with a passphrase' }).check()
  await page.getByRole('button', { name: 'Make a passphrase' }).click()
  await page.getByRole('button', { name: 'Make another' }).waitFor()
  await judgeScreen(app(), 'pack-release')
  await page.getByLabel('Passphrase', { exact: true }).evaluate((field) => field.scrollIntoView())
  await judge('pack-release-below')
  await app().chooseNext([path.join(mkdtempSync(path.join(tmpdir(), 'sar-sealed-')), 'pack')])
  await page.getByRole('button', { name: 'Choose a folder and release' }).click()
  await page.getByRole('button', { name: 'I have it, do not show it again' }).waitFor({ timeout: 60_000 })
  await judge('pack-release-passphrase')
  await page.getByRole('button', { name: 'I have it, do not show it again' }).click()
  await command(page, 'Disclosures')
  await page.locator('.disclosure summary').first().click()
  await page.getByRole('button', { name: 'Records, receipt and notices' }).first().click()
  await page.getByText('Basis for entries marked health').waitFor()
  await judge('disclosure-choices')
})
