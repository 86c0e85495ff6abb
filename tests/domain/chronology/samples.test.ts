import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../documents/read/read-source.ts'
import { parseChronology, type WholeChronology } from './parse-whole.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

const key = readAnswerKey()

const parseSample = (file: string): WholeChronology =>
  parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file))

describe.each(key.files)('$file', (expected) => {
  const parsed = parseSample(expected.file)
  const rows = key.rows.filter((row) => row.file === expected.file)

  it('has every entry, with its place, date, time and storage', () => {
    expect(parsed.entries).toHaveLength(expected.entries)
    const read = parsed.entries.map((entry) => ({
      n: entry.n,
      where: entry.where,
      original: entry.date.original,
      earliest: entry.date.earliest,
      latest: entry.date.latest,
      precision: entry.date.precision,
      stored: entry.stored,
      text: entry.fields.event,
    }))
    expect(read).toEqual(
      rows.map((row) => ({
        n: row.n,
        where: row.where,
        original: row.date_as_written,
        earliest: row.earliest,
        latest: row.latest,
        precision: row.precision,
        stored: row.stored,
        text: expect.stringMatching(startsWith(row.text_starts)),
      })),
    )
    for (const row of rows) {
      const entry = parsed.entries[row.n - 1]
      if (row.time !== undefined) expect([row.where, entry?.date.time ?? null]).toEqual([row.where, row.time])
      if (row.time !== undefined || row.time_end !== undefined)
        expect([row.where, entry?.date.timeEnd ?? null]).toEqual([row.where, row.time_end ?? null])
      if (row.agency_ref !== undefined) expect(entry?.fields.reference).toBe(row.agency_ref)
    }
  })

  it('accounts for every row', () => {
    const { read, entries, headings, blank, declared } = parsed.rows
    expect(entries).toBe(expected.entries)
    expect(entries + headings + blank + declared).toBe(read)
  })

  it('marks exactly the declared stretches without contact', () => {
    expect(parsed.entries.filter((entry) => entry.declaredNoContact).map((entry) => entry.n)).toEqual(
      key.no_contact_declarations.filter((each) => each.file === expected.file).map((each) => each.n),
    )
  })

  it('finds the headings where they are', () => {
    if (expected.kind === 'csv') return expect(parsed.mapping.headingRows).toEqual([0])
    return expect(parsed.mapping.headingRows).toEqual(expected.heading_rows)
  })

  it('is read the same through the mapping it answers with', () => {
    const again = parseChronology(
      readSource(new Uint8Array(readFileSync(sampleFile(expected.file))), expected.file),
      { mapping: parsed.mapping },
    )
    expect(again.entries).toEqual(parsed.entries)
    expect(again.rows).toEqual(parsed.rows)
  })
})

const startsWith = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

describe('the sample files together', () => {
  it('hold every row of the answer key', () => {
    expect(key.rows).toHaveLength(259)
    const total = key.files.reduce((sum, { file }) => sum + parseSample(file).entries.length, 0)
    expect(total).toBe(259)
  })

  const announcement = (file: string, kind: string, place: RegExp) => {
    const found = parseSample(file).announced.filter((each) => each.kind === kind)
    expect(found.map((each) => `${each.where} ${each.detail}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(place)]),
    )
  }

  it('announce what the answer key says an import must tell', () => {
    const council = 'adult-social-care-chronology.xlsx'
    announcement(council, 'hidden-row', /^Chronology!58 /)
    announcement(council, 'hidden-column', /^Chronology!K /)
    announcement(council, 'merged-cells', /^Chronology!A10:A11 /)
    announcement(council, 'merged-cells', /^Chronology!1:2 /)
    announcement(council, 'two-row-heading', /^Chronology!3:4 /)
    announcement(council, 'not-an-entry', /^Chronology!75 .*formula/)
    announcement(council, 'sheet-without-entries', /^Abbreviations /)
    announcement('police-chronology.xlsx', 'date-system-1904', /^workbook /)
    announcement('police-chronology.xlsx', 'sheet-without-entries', /^Glossary /)
    announcement('police-chronology.xlsx', 'declared-no-contact', /^Export!7 /)
    for (const row of [2, 10, 24, 31, 43])
      announcement('hospital-trust-chronology.docx', 'section-row', new RegExp(`^table 1 row ${row} `))
    announcement('hospital-trust-chronology.docx', 'merged-cells', /29\.01\.23/)
    announcement('hospital-trust-chronology.docx', 'not-in-date-order', /^table 1 /)
    announcement('hospital-trust-chronology.docx', 'declared-no-contact', /[Ee]ntry 5\b/)
    for (const version of ['v1', 'v2']) {
      announcement(`housing-provider-chronology-${version}.xlsx`, 'text-dates', /column B.*two-digit year/i)
      announcement(
        `housing-provider-chronology-${version}.xlsx`,
        'ambiguous-date',
        /^Sheet1!11 H010 03\/04\/22/,
      )
    }
  })

  it('keep the hidden column out of the event and every other shown field', () => {
    const parsed = parseSample('adult-social-care-chronology.xlsx')
    const hidden = parsed.entries.flatMap((entry) =>
      entry.cells.filter((cell) => cell.hidden && cell.text !== ''),
    )
    expect(hidden).toHaveLength(6)
    for (const entry of parsed.entries) {
      const { internal, ...shown } = entry.fields
      if (internal !== undefined) expect(Object.values(shown).join('\n')).not.toContain(internal)
    }
    expect(parsed.entries.filter((entry) => entry.fields.internal !== undefined)).toHaveLength(6)
    expect(parsed.entries.filter((entry) => entry.hiddenRow).map((entry) => entry.where)).toEqual([
      'Chronology!58',
    ])
  })
})
