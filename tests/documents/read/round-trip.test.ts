import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSource } from './read-whole.ts'
import { cell, docx, escapeXml, paragraph, row, table, xlsx } from './office-files.ts'

/** Texts people and systems write: any letters, line breaks, XML's own signs, quotation marks, formula-like starts. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '"',
        '""',
        "'",
        ',',
        ';',
        '\t',
        '\n',
        '<b>',
        '&amp;',
        ']]>',
        '_x000D_',
        '_x005F_',
        ' ',
        '\u00a0',
        'é',
        '😀',
        '\ufeff',
        'NULL',
        '#REF!',
        '03/04/2023',
        '0044',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
)
const grid = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

/** What XML 1.0 cannot hold even as a reference. */
const isXmlText = (value: string): boolean =>
  !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value) && value.isWellFormed()

const dropLast = (cells: readonly string[]): string[] => {
  const kept = [...cells]
  while (kept.length > 0 && kept[kept.length - 1] === '') kept.pop()
  return kept
}

/** A text as Excel stores it: what XML cannot hold, and what would look like that, is escaped (ST_Xstring). */
const asExcelText = (value: string): string =>
  escapeXml(
    value
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
        (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  )

describe('any cell text comes back exactly', () => {
  it.each(['inline', 'shared'] as const)('from a workbook, %s', (how) => {
    fc.assert(
      fc.property(grid, (cells) => {
        let strings = ''
        let count = 0
        const rows = cells.map((texts, r) => {
          const inside = texts.map((value, c) => {
            const reference = `${String.fromCharCode(65 + c)}${r + 1}`
            if (how === 'inline')
              return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${asExcelText(value)}</t></is></c>`
            strings += `<si><t xml:space="preserve">${asExcelText(value)}</t></si>`
            return `<c r="${reference}" t="s"><v>${count++}</v></c>`
          })
          return `<row r="${r + 1}">${inside.join('')}</row>`
        })
        const read = readSource(xlsx({ sheets: [{ rows: rows.join('') }], strings }), 'any.xlsx')
        const shown = read.tables[0]!.rows.map((r) => r.cells.map((c) => c.text))
        const expected = cells.map(dropLast)
        while (expected.length > 0 && expected[expected.length - 1]!.length === 0) expected.pop()
        expect(shown).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('from a document table', () => {
    const wordText = text.filter((value) => isXmlText(value) && !/[\r]/.test(value))
    const wordGrid = fc.array(fc.array(wordText, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    })
    const asRun = (value: string): string =>
      `<w:r>${value
        .split(/(\n|\t)/)
        .map((part) =>
          part === '\n'
            ? '<w:br/>'
            : part === '\t'
              ? '<w:tab/>'
              : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`,
        )
        .join('')}</w:r>`
    fc.assert(
      fc.property(wordGrid, (cells) => {
        const body = table(cells.map((texts) => row(texts.map((value) => cell(paragraph(asRun(value)))))))
        const read = readSource(docx({ body }), 'any.docx')
        expect(read.tables[0]!.rows.map((r) => r.cells.map((c) => c.text))).toEqual(cells)
      }),
      { numRuns: 200 },
    )
  })

  it('from a csv, quoted or not, whatever the line ends', () => {
    const csvText = text.filter(
      (value) => value.isWellFormed() && !/[\u0000-\u0008\u000e-\u001f\u007f\r]/.test(value),
    )
    const width = fc.integer({ min: 2, max: 4 })
    const csvGrid = width.chain((w) =>
      fc.array(fc.array(csvText, { minLength: w, maxLength: w }), { minLength: 1, maxLength: 5 }),
    )
    const lineEnd = fc.constantFrom('\r\n', '\n')
    fc.assert(
      fc.property(csvGrid, lineEnd, fc.boolean(), (cells, end, quoteAll) => {
        const field = (value: string) =>
          quoteAll || /[",;\t|\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
        const heading = cells[0]!.map((_, at) => `H${at}`)
        const all = [heading, ...cells]
        const written = all.map((texts) => texts.map(field).join(',')).join(end)
        const read = readSource(strToU8(written), 'any.csv')
        expect(read.tables[0]!.rows.map((r) => r.cells.map((c) => c.text))).toEqual(all)
      }),
      { numRuns: 300 },
    )
  })
})

describe('no bytes bring a reader down', () => {
  it('answers any bytes and any bent workbook with a document or a sentence', () => {
    const good = xlsx({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] })
    const bent = fc
      .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const copy = Uint8Array.from(good)
        for (const [at, byte] of changes) copy[at] = byte
        return copy
      })
    fc.assert(
      fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        try {
          expect(readSource(bytes, 'any.xlsx').format).toBe('xlsx')
        } catch (error) {
          expect((error as Error).name).toBe('ExpectedError')
          expect((error as Error).message).toMatch(/^any\.xlsx: .*\.$/s)
        }
      }),
      { numRuns: 500 },
    )
  })
})
