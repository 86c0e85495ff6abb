import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { openSealed } from '../../documents/seal/open-sealed.ts'
import { aDocx, anXlsx, cell, link, wordPart } from '../documents/inspect/build-files.ts'
import { command, launchPrepared, pressOn, shareApp, tabTo, typeIn, unlockAs } from './app.ts'
import { readSample } from './on-screen.ts'
import { chair } from './prepared-vault.ts'

/**
 * Acceptance scenarios 13 and 14: a report that hides words in every place Word has for it, and names numbers of every kind,
 * goes through the window into a pack; nothing of either is in the bytes of what leaves. The last pack leaves sealed.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'sar-traps-'))
const released = path.join(folder, 'released')
const app = shareApp(launchPrepared)
test.describe.configure({ mode: 'serial' })
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' })

// Scenario 13, and a CHI number, a National Insurance number, a plate and a crime number that are nobody's.
const identifiers = [
  '943 476 5919',
  '943 476 5918',
  '010147 1238',
  'AB 12 34 56 C',
  'DY1 1HF',
  'AB51 ABC',
  '22/123456/19',
] as const
const hidden = 'Zephyrine Quillon'
const fileName = 'zephyrine-quillon.docx'
const kept = 'The visit went ahead as planned.'

const p = (inside: string): string => `<w:p>${inside}</w:p>`
const run = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const [valid, mistyped, chi, insurance, postcode, plate, crime] = identifiers
const report = aDocx(
  [
    p(run(kept)),
    p(run(`NHS number ${valid}, typed elsewhere as ${mistyped}. CHI number ${chi}.`)),
    p(run(`National Insurance number ${insurance}. Postcode ${postcode}. Car registration ${plate}.`)),
    p(run(`Crime number ${crime}.`)),
    p(
      `<w:ins w:id="1" w:author="${hidden}">${run('It was repeated.')}</w:ins>` +
        `<w:del w:id="2" w:author="${hidden}"><w:r><w:delText>${hidden} came.</w:delText></w:r></w:del>`,
    ),
    p(`${run(hidden, '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r>`),
  ].join(''),
  {
    'word/comments.xml': wordPart(
      'comments',
      `<w:comment w:id="1" w:author="${hidden}">${p(run(`Ask ${hidden}.`))}</w:comment>`,
    ),
    'word/embeddings/Book.xlsx': anXlsx([
      { name: 'S', xml: `<sheetData><row r="1">${cell('A1', hidden)}</row></sheetData>` },
    ]),
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link('rId1', 'officeDocument', 'word/document.xml')}<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${hidden}</dc:creator></cp:coreProperties>`,
  },
  [link('rId7', 'comments', 'comments.xml'), link('rId8', 'package', 'embeddings/Book.xlsx')],
)

/** Everything in a file's bytes: as they lie, and every Deflate stream in them, found without any reader of the format. */
const wholeOf = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes)
  const texts = [buffer.toString('latin1'), buffer.toString('utf8')]
  const take = (inflate: () => Buffer): void => {
    try {
      const content = inflate()
      texts.push(content.toString('latin1'), content.toString('utf8'), content.toString('utf16le'))
    } catch {
      // What is not packed has been taken as it lies.
    }
  }
  for (let at = buffer.indexOf('PK\u0003\u0004'); at >= 0; at = buffer.indexOf('PK\u0003\u0004', at + 4)) {
    const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
    take(() => inflateRawSync(buffer.subarray(start), { finishFlush: 2 }))
  }
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const start = at + (buffer[at + 6] === 13 ? 8 : 7)
    take(() => inflateSync(buffer.subarray(start), { finishFlush: 2 }))
  }
  return texts.join('\n')
}
/** Word and Excel part texts by runs and cells; what stands between tags is left out. */
const plain = (text: string): string => text.replace(/<[^>]*>/gu, '')
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

test('the report is announced for what it hides, and shows none of it', async () => {
  const page = app().page()
  const file = path.join(folder, fileName)
  writeFileSync(file, report)
  await pressOn(page, button(page, /^Adult A/))
  await page.keyboard.press('Alt+3')
  await tabTo(page, page.getByLabel('Add a report from'))
  await page.getByLabel('Add a report from').selectOption('a3')
  await app().chooseNext([file])
  await pressOn(page, button(page, 'Choose a file'))
  const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: /docx|Word file/ }) })
  await expect(rows).toHaveCount(3)
  await pressOn(page, rows.last().getByRole('button'))
  const besides = page.getByRole('complementary', { name: 'What the file holds besides' })
  for (const kind of [
    'tracked insertion',
    'tracked deletion',
    'hidden text',
    'comment',
    'embedded',
    'properties',
  ])
    await expect(besides.getByText(kind, { exact: true }).first()).toBeVisible()
  await expect(page.locator('.report-text')).toContainText(kept)
  await expect(page.locator('.report-text')).not.toContainText('Zephyrine')
})

test('it is built into a pack of five formats, and nothing is left to decide', async () => {
  const page = app().page()
  await command(page, 'Build a pack')
  await tabTo(page, page.getByLabel('Recipient'))
  await page.getByLabel('Recipient').selectOption('a4')
  for (const format of ['Excel', 'CSV', 'JSON']) {
    await tabTo(page, page.getByLabel(format, { exact: true }))
    await page.keyboard.press('Space')
  }
  await pressOn(page, button(page, 'Build the pack'))
  await expect(page.getByRole('tab', { name: 'Review' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Nothing left to decide')).toBeVisible({ timeout: 60_000 })
})

test('it leaves sealed, its passphrase shown once, and nothing of either is in the bytes', async () => {
  await app().whileLocking(() => app().page().keyboard.press('Control+L'))
  const page = await unlockAs(app(), chair)
  await pressOn(page, button(page, /^Adult A/))
  await page.keyboard.press('Alt+6')
  await pressOn(page, button(page, 'Millrace Surgery'))
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('End')
  await readSample(page)
  await pressOn(page, button(page, /^Approve for/))
  await tabTo(page, page.getByRole('radio', { name: 'As files in a folder' }))
  await page.keyboard.press('ArrowDown')
  const passphrase = page.getByLabel('Passphrase', { exact: true })
  await expect(button(page, 'Choose a folder and release')).toBeDisabled()
  await typeIn(page, passphrase, 'password1234')
  await expect(page.getByText('not accepted')).toBeVisible()
  await pressOn(page, button(page, 'Make another'))
  await expect(passphrase).toHaveValue(/^(?:[a-z2-9]{4}-){5}[a-z2-9]{4}$/)
  const secret = await passphrase.inputValue()
  await app().chooseNext([released])
  await pressOn(page, button(page, 'Choose a folder and release'))
  await expect(page.getByText('Released to Millrace Surgery')).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByText(secret, { exact: true })).toBeVisible()
  await pressOn(page, button(page, 'I have it, do not show it again'))
  await expect(page.getByText(secret)).toHaveCount(0)

  expect(readdirSync(released)).toEqual(['pack.zip'])
  const files = await openSealed(readFileSync(path.join(released, 'pack.zip')), 'pack.zip', secret)
  expect(files.map(({ name }) => name).toSorted()).toEqual(
    ['manifest.json', 'pack.csv', 'pack.docx', 'pack.json', 'pack.pdf', 'pack.xlsx'].toSorted(),
  )
  for (const { name, bytes } of files) {
    const whole = wholeOf(bytes)
    const { texts, properties } = await inspectFile(bytes, name)
    const read = [...texts.map(({ text }) => text), ...Object.values(properties)].join('')
    const both = [whole, plain(whole), name, read].map(bare).join(' ')
    for (const word of [...identifiers, 'Zephyrine', 'Quillon'])
      expect([name, word, both.includes(bare(word))]).toEqual([name, word, false])
    expect([name, both.includes(bare(kept))]).toEqual([name, name !== 'manifest.json'])
  }
})
