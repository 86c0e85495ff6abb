import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AnnouncementKind, SourceRow } from '../../../domain/chronology/source-table.ts'
import { readSource, type WholeDocument } from './read-whole.ts'

const folder = new URL('../../../scripts/sample-case/', import.meta.url)
const open = (file: string): WholeDocument => readSource(readFileSync(new URL(file, folder)), file)

type ExpectedRow = {
  readonly file: string
  readonly where: string
  readonly date_as_written: string
  readonly earliest: string | null
  readonly time: string | null
  readonly text_starts: string
  readonly stored: string
}
type Announce = {
  readonly what: string
  readonly where: string
  readonly author?: string
  readonly count?: number
  readonly texts?: readonly string[]
  readonly cells?: readonly { readonly record: number; readonly column: string; readonly text: string }[]
  readonly records?: readonly number[]
}
type Key = {
  readonly rows: readonly ExpectedRow[]
  readonly files: readonly {
    readonly file: string
    readonly sheets?: readonly { readonly name: string; readonly visible: boolean }[]
    readonly announce: readonly Announce[]
  }[]
  readonly imr_files: readonly {
    readonly file: string
    readonly author: string
    readonly last_modified_by: string
    readonly tracked_insertions: number
    readonly tracked_deletions: number
    readonly hidden_text: number
    readonly comments: number
    readonly header: boolean
    readonly footer: boolean
  }[]
}
const key: Key = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))

const kindsOf = (document: WholeDocument, kind: AnnouncementKind) =>
  document.announced.filter((a) => a.kind === kind)
const announcedIn = (file: string, what: string): Announce =>
  key.files.find((entry) => entry.file === file)!.announce.find((entry) => entry.what === what)!
const rowAt = (document: WholeDocument, where: string): SourceRow =>
  document.tables.flatMap((table) => table.rows).find((row) => row.where === where)!

const tableFiles = key.files.map(({ file }) => file)

describe.each(tableFiles)('%s', (file) => {
  const document = open(file)
  const expected = key.rows.filter((row) => row.file === file)

  it('has every entry of the answer key at its place, with its text', () => {
    expect(expected.length).toBeGreaterThan(0)
    for (const entry of expected) {
      const texts = rowAt(document, entry.where).cells.map((cell) => cell.text)
      expect(
        texts.some((text) => text.startsWith(entry.text_starts)),
        entry.where,
      ).toBe(true)
    }
  })

  it('shows every date as it is written', () => {
    for (const entry of expected) {
      const cells = rowAt(document, entry.where).cells
      const shown = cells.find((cell) => cell.text === entry.date_as_written)
      expect(shown, `${entry.where} ${entry.date_as_written}`).toBeDefined()
      const isBlank = entry.stored.startsWith('blank')
      expect(shown!.merged ?? false, entry.where).toBe(isBlank)
    }
  })

  it('stores every date as the answer key says, serials with their day and time', () => {
    for (const entry of expected.filter(({ stored }) => stored.startsWith('serial'))) {
      const cells = rowAt(document, entry.where).cells
      const date = cells.find((cell) => cell.text === entry.date_as_written)!
      expect(date.stored, entry.where).toBe(entry.stored)
      expect(date.iso?.slice(0, 10), entry.where).toBe(entry.earliest)
      const time = date.iso?.slice(11) || cells.find((cell) => /^\d\d:\d\d$/.test(cell.iso ?? ''))?.iso
      expect(time ?? null, entry.where).toBe(entry.time)
    }
    for (const entry of expected.filter(({ stored }) => stored === 'text')) {
      const date = rowAt(document, entry.where).cells.find((cell) => cell.text === entry.date_as_written)!
      expect(date.kind, entry.where).toBe('text')
    }
  })

  it('has the sheets of the answer key', () => {
    const sheets = key.files.find((entry) => entry.file === file)!.sheets
    if (sheets === undefined) expect(document.tables).toHaveLength(1)
    else {
      expect(document.tables.map(({ name, visible }) => ({ name, visible }))).toEqual(
        sheets.map(({ name, visible }) => ({ name, visible })),
      )
    }
  })
})

describe('what the files hide', () => {
  it('announces the hidden row, hidden column, comment and merges of the council’s workbook', () => {
    const file = 'adult-social-care-chronology.xlsx'
    const document = open(file)
    const places = (kind: AnnouncementKind) => kindsOf(document, kind).map(({ where }) => where)
    expect(places('hidden-row')).toEqual([announcedIn(file, 'hidden row').where])
    expect(rowAt(document, 'Chronology!58').hidden).toBe(true)
    expect(places('hidden-column')).toEqual([announcedIn(file, 'hidden column').where])
    expect(document.tables[0]!.columns.filter(({ hidden }) => hidden)).toEqual([{ label: 'K', hidden: true }])
    const belowHeading = document.tables[0]!.rows.filter(
      (row) => row.row > 4 && (row.cells[10]?.text ?? '') !== '',
    )
    expect(belowHeading).toHaveLength(6)
    const comment = announcedIn(file, 'cell comment')
    expect(places('comment')).toEqual([comment.where])
    expect(kindsOf(document, 'comment')[0]!.detail).toContain(comment.author)
    expect(rowAt(document, 'Chronology!50').aside).toMatchObject([
      { kind: 'comment', author: comment.author },
    ])
    expect(places('merged-cells')).toEqual(
      expect.arrayContaining([
        announcedIn(file, 'merged date cell over two entries').where,
        announcedIn(file, 'merged title rows').where,
      ]),
    )
    expect(places('formula')).toEqual(['Chronology!F75'])
    expect(kindsOf(document, 'properties')[0]!.detail).toContain('Alison Trewin')
  })

  it('announces the 1904 date system of the police workbook', () => {
    const file = 'police-chronology.xlsx'
    expect(kindsOf(open(file), 'date-system-1904').map(({ where }) => where)).toEqual([
      announcedIn(file, '1904 date system').where,
    ])
  })

  it('finds no hidden row or column where LibreOffice wrote hidden="false"', () => {
    for (const file of ['housing-provider-chronology-v1.xlsx', 'housing-provider-chronology-v2.xlsx']) {
      const document = open(file)
      expect(kindsOf(document, 'hidden-row')).toEqual([])
      expect(kindsOf(document, 'hidden-column')).toEqual([])
      expect(document.tables.every((table) => table.rows.every((row) => !row.hidden))).toBe(true)
    }
  })

  it('announces the tracked changes, hidden text, comment, merge and header of the hospital’s document', () => {
    const file = 'hospital-trust-chronology.docx'
    const document = open(file)
    const rowText = document.tables[0]!.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join('\n')
    const asides = document.tables[0]!.rows.flatMap((row) => row.aside ?? [])
    const cases = [
      ['tracked insertions', 'tracked-insertion', true],
      ['tracked deletions', 'tracked-deletion', false],
      ['hidden text', 'hidden-text', false],
    ] as const
    for (const [what, kind, isShown] of cases) {
      const { count, texts } = announcedIn(file, what)
      const found = kindsOf(document, kind)
      expect(found).toHaveLength(count!)
      for (const text of texts!) {
        expect(
          found.some(({ detail }) => detail.includes(`“${text}”`)),
          text,
        ).toBe(true)
        expect(rowText.includes(text), text).toBe(isShown)
        if (!isShown)
          expect(
            asides.some((aside) => aside.kind === kind && aside.text === text),
            text,
          ).toBe(true)
      }
    }
    const comment = announcedIn(file, 'comment')
    expect(kindsOf(document, 'comment')).toHaveLength(comment.count!)
    expect(kindsOf(document, 'comment')[0]!.detail).toContain(comment.author)
    const merge = announcedIn(file, 'vertically merged date cell over two entries')
    expect(kindsOf(document, 'merged-cells').map(({ detail }) => detail.includes(merge.where))).toEqual([
      true,
    ])
    expect(kindsOf(document, 'header-footer-text').map(({ where }) => where)).toEqual([
      announcedIn(file, 'text in page header').where,
    ])
  })

  it('announces the encoding, line breaks and formula-like cells of the practice’s csv', () => {
    const file = 'gp-practice-chronology.csv'
    const document = open(file)
    expect(kindsOf(document, 'encoding').map(({ where }) => where)).toEqual(['file'])
    expect(kindsOf(document, 'encoding')[0]!.detail).toContain('Windows-1252')
    const broken = announcedIn(file, 'line breaks inside a record').records!
    expect(
      kindsOf(document, 'line-break-in-cell').map(({ where }) => Number(/record (\d+)/.exec(where)![1])),
    ).toEqual(broken)
    const formulas = announcedIn(file, 'cells that begin with = + or -').cells!
    const found = kindsOf(document, 'formula-like-text')
    expect(found).toHaveLength(formulas.length)
    formulas.forEach(({ record, column, text }, at) => {
      expect(found[at]!.where).toMatch(new RegExp(`^record ${record}, line \\d+$`))
      expect(found[at]!.detail).toContain(`“${column}”`)
      expect(found[at]!.detail).toContain(`“${text}”`)
    })
  })
})

describe.each(key.imr_files)('$file', (expected) => {
  const document = open(expected.file)
  it('counts what the answer key counts', () => {
    const count = (kind: AnnouncementKind) => kindsOf(document, kind).length
    expect(count('tracked-insertion')).toBe(expected.tracked_insertions)
    expect(count('tracked-deletion')).toBe(expected.tracked_deletions)
    expect(count('hidden-text')).toBe(expected.hidden_text)
    expect(count('comment')).toBe(expected.comments)
    const places = kindsOf(document, 'header-footer-text').map(({ where }) => where)
    expect(places.includes('header')).toBe(expected.header)
    expect(places.includes('footer')).toBe(expected.footer)
    expect(document.properties['author']).toBe(expected.author)
    expect(document.properties['lastModifiedBy']).toBe(expected.last_modified_by)
  })
  it('gives the running text with headings and without what is hidden or deleted', () => {
    const text = document.paragraphs.map((paragraph) => paragraph.text).join('\n')
    expect(document.paragraphs[0]!.style).toBe('heading')
    expect(
      document.paragraphs.filter(({ style, level }) => style === 'heading' && level === 2).length,
    ).toBeGreaterThan(0)
    for (const { kind, detail } of document.announced) {
      const quoted = /“([^”]+)”\.$/.exec(detail)?.[1]
      if (quoted === undefined) continue
      if (kind === 'hidden-text' || kind === 'tracked-deletion') expect(text).not.toContain(quoted)
      if (kind === 'tracked-insertion') expect(text).toContain(quoted)
    }
  })
})
