import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectContribution } from '../../../domain/packs/project-contribution.ts'
import {
  pagesInWords,
  redactedCells,
  rowText,
  withTranscriptions,
} from '../../../domain/packs/report-block.ts'
import { parseRoster } from '../../../domain/people/roster.ts'
import { prepareRoster } from '../../../domain/redaction/prepare-roster.ts'
import { redact } from '../../../domain/redaction/redact.ts'

const names = { name: 'Contribution 1', agency: 'Police' }
const asItIs = (_: string, text: string) => ({ text, spans: [] })

describe('a report in a pack', () => {
  it('is built anew: headings, paragraphs, one list of neighbouring items, a table, notes at the end', () => {
    const built = projectContribution(
      [
        { style: 'heading', level: 1, text: 'Background' },
        { style: 'list', level: 1, text: 'First' },
        { style: 'list', level: 1, text: 'Second' },
        { style: 'note', level: 0, text: '[1] By telephone.' },
        {
          style: 'table',
          rows: [
            ['Date', 'Done'],
            ['3 May', 'Visited'],
          ],
          headingRows: 1,
        },
        { style: 'paragraph', level: 0, text: 'The end.' },
      ],
      names,
      asItIs,
    )
    expect(built).toEqual([
      { type: 'heading', level: 1, text: 'Contribution 1: Police' },
      { type: 'heading', level: 2, text: 'Background' },
      { type: 'list', items: ['First', 'Second'] },
      {
        type: 'table',
        caption: 'Contribution 1, table 1',
        columns: [
          { heading: 'Date', weight: expect.any(Number) as number },
          { heading: 'Done', weight: expect.any(Number) as number },
        ],
        rows: [['3 May', 'Visited']],
      },
      { type: 'paragraph', text: 'The end.' },
      { type: 'heading', level: 2, text: 'Notes' },
      { type: 'list', items: ['[1] By telephone.'] },
    ])
  })

  it('gives columns of a table without headings a number, and keeps its first row', () => {
    const long = 'She was seen at home on the third of May by two officers, who found her well.'
    const [, table] = projectContribution(
      [{ style: 'table', rows: [['Seen', long]], headingRows: 0 }],
      names,
      asItIs,
    )
    expect(table).toMatchObject({
      columns: [{ heading: 'Column 1' }, { heading: 'Column 2' }],
      rows: [['Seen', long]],
    })
  })

  it('is refused while a page of it is unread, naming the pages, and taken once they are written out', () => {
    const blocks = [1, 2, 3, 5].map((page) => ({ style: 'page' as const, page }))
    expect(() => projectContribution(blocks, names, asItIs)).toThrow(
      'Contribution 1: Police: nothing can be read on pages 1 to 3 and 5, which are pictures.',
    )
    const written = withTranscriptions(
      blocks,
      [1, 2, 3, 5].map((page) => ({ page, text: `Line\n\nof ${page}` })),
    )
    expect(projectContribution(written, names, asItIs)).toHaveLength(1 + 4 * 3)
  })

  it('says pages in words', () => {
    expect(pagesInWords([4])).toBe('page 4')
    expect(pagesInWords([1, 2, 4, 6, 7, 8])).toBe('pages 1 and 2, 4 and 6 to 8')
  })
})

describe('a redacted row', () => {
  it('keeps its cells apart, also where a replacement reaches over two', () => {
    // "Anna", "Bell" and "12" in a row parted by tabs, with "na Be" replaced by X and "12" by Y.
    const spans = [
      { start: 2, end: 7, replacement: 'X' },
      { start: 10, end: 12, replacement: 'Y' },
    ]
    expect(redactedCells(['Anna', 'Bell', '12'], spans)).toEqual(['AnX', 'll', 'Y'])
  })

  it('keeps every replacement and every letter beside it in its own cell', () => {
    const part = fc.record({ before: fc.string(), inside: fc.string({ minLength: 1 }), after: fc.string() })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const cells = parts.map(({ before, inside, after }) => before + inside + after)
        const spans = parts.map(({ before, inside }, at) => {
          const start = rowText([...cells.slice(0, at), before]).length
          return { start, end: start + inside.length, replacement: '§' }
        })
        expect(redactedCells(cells, spans)).toEqual(parts.map(({ before, after }) => `${before}§${after}`))
      }),
    )
  })

  it('uses the heading beside a number to tell what it is', () => {
    const cells = ['Date of birth', '2 June 1938']
    const { spans } = redact(
      rowText(cells),
      prepareRoster(parseRoster({ version: '1', entries: [] }, 'The roster')),
      {
        audience: 'public',
      },
    )
    expect(redactedCells(cells, spans)[1]).not.toContain('1938')
  })
})
