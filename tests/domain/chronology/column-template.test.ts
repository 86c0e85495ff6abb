import { describe, expect, it } from 'vitest'
import {
  applyTemplate,
  saysAllOf,
  signatureOf,
  templateOf,
} from '../../../domain/chronology/column-template.ts'
import type { ColumnMapping } from '../../../domain/chronology/entry.ts'
import { parseChronology } from './parse-whole.ts'
import { aDocument, aTable, merged } from './source-documents.ts'

const sheet = (name: string, event: string, titles: readonly string[] = []) =>
  aTable([...titles.map((title) => [title]), ['A', 'B', 'C'], ['14/03/2021', 'Not this', event]], { name })
const column = (index: number, field: 'date' | 'event' | 'ignore') => ({ index, heading: '', field })
const columns = [column(0, 'date'), column(1, 'ignore'), column(2, 'event')]
const mapping: ColumnMapping = { table: 'March', headingRows: [1], columns }
const template = templateOf(aDocument([sheet('March', 'One')]), mapping)

const eventsOf = (document: ReturnType<typeof aDocument>) => {
  const applied = applyTemplate(document, template)
  return applied && parseChronology(document, { mapping: applied }).entries.map(({ fields }) => fields.event)
}

describe('a kept mapping', () => {
  it('fits the same headings, whatever the sheet is called, wherever they stand, however many sheets there are', () => {
    expect(eventsOf(aDocument([sheet('April', 'Two')]))).toEqual(['Two'])
    expect(eventsOf(aDocument([sheet('May', 'Three', ['A title', 'Another'])]))).toEqual(['Three'])
    expect(eventsOf(aDocument([sheet('May', 'Four'), sheet('June', 'Five')]))).toEqual(['Four', 'Five'])
  })

  it('fits no other headings, more headings, fewer, or none', () => {
    for (const headings of [
      ['A', 'B', 'D'],
      ['A', 'B', 'C', 'D'],
      ['A', 'C', 'B'],
      ['A', 'B'],
    ])
      expect(
        applyTemplate(aDocument([aTable([headings, ['14/03/2021', 'x', 'y', 'z']])]), template),
      ).toBeNull()
    expect(applyTemplate(aDocument([]), template)).toBeNull()
  })

  it('forgives capitals, spaces and blank cells at the end', () => {
    expect(
      eventsOf(
        aDocument([
          aTable([
            [' a', 'b ', 'C', '', ''],
            ['14/03/2021', 'x', 'Six', '', ''],
          ]),
        ]),
      ),
    ).toEqual(['Six'])
  })

  it('keeps two-row headings and tables left out', () => {
    const rows = (event: string) => [
      ['When', 'What', merged('What')],
      ['', 'B', 'C'],
      ['14/03/2021', 'Not this', event],
    ]
    const document = (event: string) =>
      aDocument([aTable(rows(event), { name: 'One' }), sheet('Draft', 'Left out')])
    const two = templateOf(document('x'), {
      ...{ table: 'One', headingRows: [1, 2], columns },
      others: [{ table: 'Draft', headingRows: [1], columns, use: false }],
    })
    const applied = applyTemplate(document('Seven'), two)
    expect(applied?.headingRows).toEqual([1, 2])
    const parsed = parseChronology(document('Seven'), { mapping: applied! })
    expect(parsed.entries.map(({ fields }) => fields.event)).toEqual(['Seven'])
    expect(parsed.rows).toEqual({ read: 5, entries: 1, headings: 2, blank: 0, declared: 2 })
    expect(parsed.announced.map(({ kind, where }) => [kind, where])).toContainEqual([
      ...['sheet-without-entries', 'Draft'],
    ])
  })

  it('is one template by its headings, and knows what it already says', () => {
    const other = templateOf(aDocument([sheet('April', 'x')]), { ...mapping, table: 'April' })
    expect(signatureOf(other)).toBe(signatureOf(template))
    expect(saysAllOf(template, other)).toBe(true)
    const changed = templateOf(aDocument([sheet('April', 'x')]), {
      ...{ table: 'April', headingRows: [1], columns: [column(0, 'date'), column(1, 'event')] },
    })
    expect(signatureOf(changed)).toBe(signatureOf(template))
    expect(saysAllOf(template, changed)).toBe(false)
  })
})

describe('a mapping that decides about every table', () => {
  const document = aDocument([sheet('One', 'First'), sheet('Two', 'Second'), sheet('Three', 'Third')])
  it('reads each as said, and leaves out what is left out', () => {
    const { entries, rows } = parseChronology(document, {
      mapping: {
        ...{ table: 'One', headingRows: [1], columns },
        others: [
          { table: 'Two', headingRows: [1], columns, use: false },
          { table: 'Three', headingRows: [], columns: [column(0, 'date'), column(1, 'event')], use: true },
        ],
      },
    })
    expect(entries.map(({ sheet: name, fields }) => [name, fields.event])).toEqual([
      ['One', 'First'],
      ['Three', 'B'],
      ['Three', 'Not this'],
    ])
    expect(rows).toEqual({ read: 6, entries: 3, headings: 1, blank: 0, declared: 2 })
  })

  it('takes the headings from the file, not from whoever sent the mapping', () => {
    const { entries, mapping: answered } = parseChronology(document, {
      mapping: {
        table: 'One',
        headingRows: [1],
        columns: columns.map((one) => ({ ...one, heading: 'Adult B' })),
      },
    })
    expect(entries[0]?.cells.map(({ heading }) => heading)).toEqual(['A', 'B', 'C'])
    expect(answered.columns.map(({ heading }) => heading)).toEqual(['A', 'B', 'C'])
  })
})
