import { afterEach, describe, expect, it } from 'vitest'
import { writeDocument } from '../../../documents/write/write-document.ts'
import { packFormats } from '../../../domain/packs/pack-document.ts'
import { unzipSync } from 'fflate'
import { aPack, aTable } from './pack-documents.ts'

const document = aPack([
  { type: 'heading', level: 1, text: 'About this pack' },
  { type: 'list', items: ['First', 'Second'] },
  aTable(
    ['Date', 'Time', 'Agency', 'Event', 'Action'],
    [['01/02/2022', '10:00', 'Police', 'Łukasz seen', 'None']],
  ),
  aTable(['Agency', 'Entries'], [['Police', '35']], 'Counts'),
])

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

describe.each(packFormats)('%s', (format) => {
  it('is the same bytes in every run and every time zone', async () => {
    const first = await writeDocument(document, format)
    for (const other of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
      process.env['TZ'] = other
      expect(Buffer.from(await writeDocument(document, format)).equals(first)).toBe(true)
    }
  })

  it('is other bytes for another document', async () => {
    const other = aPack([...document.blocks, { type: 'paragraph', text: 'One more.' }])
    expect(
      Buffer.from(await writeDocument(other, format)).equals(await writeDocument(document, format)),
    ).toBe(false)
  })

  it('names no program, path, user or moment of writing', async () => {
    const bytes = await writeDocument(document, format)
    const parts = format === 'docx' || format === 'xlsx' ? Object.values(unzipSync(bytes)) : []
    const everything = [bytes, ...parts].map((part) => Buffer.from(part).toString('latin1')).join('\n')
    const year = new Date().getFullYear()
    const fixed = everything.replaceAll(/2026-?11-?24/gu, '')
    expect(fixed).not.toMatch(
      /pdfkit|un-named|docx\.js|sheetjs|write-excel|node_modules|\/home\/|\/root\/|undefined|rsid/iu,
    )
    expect(fixed).not.toContain(`${year}-`)
    expect(fixed).not.toContain(`D:${year}`)
    expect(fixed).not.toContain(process.cwd())
  })
})
