import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAgencyFile, type WholeDocument } from './read-whole.ts'
import { writeDocument } from '../../../documents/write/write-document.ts'
import { parseChronology } from '../../domain/chronology/parse-whole.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { dot, pdf, put, putRow, type Draw } from './pdf-files.ts'

const read = async (draw: Draw, options?: PDFKit.PDFDocumentOptions): Promise<WholeDocument> =>
  readAgencyFile(await pdf(draw, options), 'agency.pdf')
const textsOf = (document: WholeDocument, table = 0) =>
  document.tables[table]!.rows.map(({ cells }) => cells.map(({ text }) => text))
const announced = (document: WholeDocument, kind: string) =>
  document.announced.filter((each) => each.kind === kind).map(({ where, detail }) => `${where} ${detail}`)

const columns = [40, 110, 160, 250]
const rowAt = (
  document: PDFKit.PDFDocument,
  y: number,
  ...cells: readonly (string | readonly string[])[]
): number =>
  putRow(
    document,
    cells.map((cell, at) => ({ x: columns[at]!, lines: typeof cell === 'string' ? [cell] : cell })),
    y,
  )
const heading = ['Date', 'Time', 'Author', 'Event'] as const

describe('tables that no lines rule', () => {
  it('rebuilds columns and rows whose texts wrap, with rows set apart', async () => {
    const document = await read((page) => {
      page.fontSize(16)
      put(page, 'Chronology of contact', 40, 40)
      page.fontSize(9)
      rowAt(page, 80, ...heading)
      rowAt(page, 100, ['14 March', '2022'], '10:30', 'Duty worker', [
        'Visited at home and found that',
        'she was well and self-',
        'neglecting.',
      ])
      rowAt(page, 145, '15/03/2022', '', 'GP', 'Letter received.')
      rowAt(
        page,
        165,
        'Spring 2022',
        '9am',
        ['District', 'nurse'],
        ['Leg dressed.', 'Asked for her daughter.'],
      )
      rowAt(page, 200, '1 May 2022', '', 'GP', 'Seen.')
    })
    expect(textsOf(document)).toEqual([
      [...heading],
      [
        '14 March 2022',
        '10:30',
        'Duty worker',
        'Visited at home and found that she was well and self-neglecting.',
      ],
      ['15/03/2022', '', 'GP', 'Letter received.'],
      ['Spring 2022', '9am', 'District nurse', 'Leg dressed. Asked for her daughter.'],
      ['1 May 2022', '', 'GP', 'Seen.'],
    ])
    expect(document.blocks).toEqual([
      { style: 'heading', level: 1, text: 'Chronology of contact' },
      { style: 'table', table: 0 },
    ])
    expect(document.tables[0]!.rows[1]!.where).toBe('page 1, table 1 row 2')
    const parsed = parseChronology(document)
    expect(parsed.rows).toEqual({ read: 5, entries: 4, headings: 1, blank: 0, declared: 0 })
    expect(parsed.entries.map(({ date }) => date.earliest)).toEqual([
      '2022-03-14',
      '2022-03-15',
      '2022-03-01',
      '2022-05-01',
    ])
  })

  it('tells rows apart by their dates where they stand close', async () => {
    const document = await read((page) => {
      let y = 60
      y += rowAt(page, y, ...heading)
      y += rowAt(page, y, ['14 March', '2022'], '10:30', 'GP', ['Visited at home', 'and found her well'])
      y += rowAt(page, y, '15/03/2022', '', 'GP', 'Letter received')
      y += rowAt(page, y, '16/03/2022', '', 'Nurse', ['Leg dressed and', 'bandaged'])
      rowAt(page, y, '17/03/2022', '', 'GP', 'Seen')
    })
    expect(textsOf(document).map(([date, , , event]) => [date, event])).toEqual([
      ['Date', 'Event'],
      ['14 March 2022', 'Visited at home and found her well'],
      ['15/03/2022', 'Letter received'],
      ['16/03/2022', 'Leg dressed and bandaged'],
      ['17/03/2022', 'Seen'],
    ])
  })

  it('joins pages with repeated headings, leaves out running heads, and mends a row the break cuts', async () => {
    const document = await read((page) => {
      for (const number of [1, 2, 3]) {
        if (number > 1) page.addPage()
        put(page, 'Restricted: housing', 40, 20)
        put(page, `Page ${number} of 3`, 480, 820)
        rowAt(page, 50, ...heading)
        if (number === 1) {
          rowAt(page, 80, '1/3/2022', '10:30', 'GP', 'First visit.')
          rowAt(page, 110, '2/3/2022', '', 'GP', 'Second visit.')
          rowAt(page, 140, '3/3/2022', '11:00', 'Nurse', [
            'The third visit, which is',
            'told at some length and so',
          ])
        } else if (number === 2) {
          rowAt(page, 80, '', '', '', ['runs over to the next page.'])
          rowAt(page, 110, '4/3/2022', '', 'GP', 'Fourth visit.')
          rowAt(page, 140, '5/3/2022', '', 'GP', 'Fifth visit.')
          rowAt(page, 170, '6/3/2022', '', 'GP', 'Sixth visit.')
        } else rowAt(page, 80, '7/3/2022', '12:00', 'GP', 'Seventh visit.')
      }
    })
    expect(document.tables).toHaveLength(1)
    expect(
      textsOf(document)
        .filter(([date]) => date !== 'Date')
        .map(([date, , , event]) => [date, event]),
    ).toEqual([
      ['1/3/2022', 'First visit.'],
      ['2/3/2022', 'Second visit.'],
      ['3/3/2022', 'The third visit, which is told at some length and so runs over to the next page.'],
      ['4/3/2022', 'Fourth visit.'],
      ['5/3/2022', 'Fifth visit.'],
      ['6/3/2022', 'Sixth visit.'],
      ['7/3/2022', 'Seventh visit.'],
    ])
    expect(announced(document, 'joined-row')).toHaveLength(1)
    expect(announced(document, 'joined-row')[0]).toContain(
      'page 1, table 1 row 4 The row runs over to page 2',
    )
    expect(announced(document, 'header-footer-text')).toEqual([
      'pages Printed at the head or foot of the pages, and left out: “Restricted: housing”.',
      'pages Printed at the head or foot of the pages, and left out: “Page 1 of 3”.',
    ])
    expect(document.paragraphs).toEqual([])
    expect(parseChronology(document).rows).toEqual({
      read: 10,
      entries: 7,
      headings: 3,
      blank: 0,
      declared: 0,
    })
  })

  it('follows columns that shift from one page to the next', async () => {
    const places = [
      [40, 110, 160, 250],
      [70, 150, 190, 300],
    ]
    const document = await read((page) => {
      places.forEach((xs, number) => {
        if (number > 0) page.addPage()
        const line = (y: number, cells: readonly string[]) =>
          putRow(
            page,
            cells.map((text, at) => ({ x: xs[at]!, lines: [text] })),
            y,
          )
        line(60, heading)
        for (let n = 1; n <= 5; n += 1)
          line(60 + n * 20, [
            `${n}/${number + 1}/2022`,
            '10:30',
            'Duty worker',
            `Event ${number + 1}.${n} as recorded.`,
          ])
      })
    })
    expect(document.tables).toHaveLength(1)
    const parsed = parseChronology(document)
    expect(parsed.rows).toEqual({ read: 12, entries: 10, headings: 2, blank: 0, declared: 0 })
    expect(parsed.entries.map(({ fields }) => fields.event)).toEqual(
      [1, 2].flatMap((month) => [1, 2, 3, 4, 5].map((n) => `Event ${month}.${n} as recorded.`)),
    )
  })

  it('takes two columns of prose for prose, and a numbered list for a list', async () => {
    const prose = 'Words that fill the column from one edge to the other'
    const document = await read((page) => {
      for (let n = 0; n < 8; n += 1) {
        put(page, prose, 40, 60 + n * 11)
        put(page, prose, 320, 60 + n * 11)
      }
      for (let n = 1; n <= 4; n += 1) {
        put(page, `${n}.`, 40, 300 + n * 11)
        put(page, `Recommendation ${n}`, 58, 300 + n * 11)
      }
    })
    expect(document.tables).toEqual([])
    expect(document.paragraphs.filter(({ style }) => style === 'list').map(({ text }) => text)).toEqual(
      [1, 2, 3, 4].map((n) => `${n}. Recommendation ${n}`),
    )
  })
})

describe('tables with ruled lines', () => {
  const edges = [40, 110, 250, 500]
  const grid = (
    page: PDFKit.PDFDocument,
    levels: readonly number[],
    skip: (row: number, column: number) => boolean,
  ) => {
    levels.forEach((y, row) =>
      edges.slice(1).forEach((right, column) => {
        if (!skip(row, column)) page.moveTo(edges[column]!, y).lineTo(right, y).stroke()
      }),
    )
    for (const x of edges) page.moveTo(x, levels[0]!).lineTo(x, levels.at(-1)!).stroke()
  }
  it('reads cells by their lines, and a cell over two rows for both', async () => {
    const document = await read((page) => {
      const levels = [60, 80, 110, 140, 170]
      grid(page, levels, (row, column) => row === 2 && column === 0)
      const cells = [
        ['Date', 'Author', 'Event'],
        ['14/03/2022', 'GP', 'Seen in surgery'],
        ['', 'Nurse', 'Leg dressed'],
        ['15/03/2022', 'GP', 'Letter'],
      ]
      cells.forEach((row, at) =>
        row.forEach((text, column) => put(page, text, edges[column]! + 4, levels[at]! + 4)),
      )
    })
    expect(document.tables[0]!.rows[2]!.cells[0]).toEqual({ text: '14/03/2022', kind: 'text', merged: true })
    const parsed = parseChronology(document)
    expect(parsed.entries.map(({ date, fields }) => [date.earliest, fields.event])).toEqual([
      ['2022-03-14', 'Seen in surgery'],
      ['2022-03-14', 'Leg dressed'],
      ['2022-03-15', 'Letter'],
    ])
    expect(parsed.entries[1]!.stored).toBe('blank, vertically merged')
  })
  it('reads a page that is turned', async () => {
    const document = await read((page) => {
      Object.assign(page.page.dictionary.data, { Rotate: 90 })
      page.rotate(-90, { origin: [0, 0] }).translate(-842, 0)
      rowAt(page, 60, ...heading)
      for (let n = 1; n <= 4; n += 1) rowAt(page, 60 + n * 20, `${n}/3/2022`, '10:30', 'GP', `Event ${n}.`)
    })
    expect(parseChronology(document).entries.map(({ fields }) => fields.event)).toEqual(
      [1, 2, 3, 4].map((n) => `Event ${n}.`),
    )
  })
})

describe('what a PDF holds beside what it shows', () => {
  it('leaves out and announces hidden and off-page text, and announces comments, links and files', async () => {
    const document = await read(
      (page) => {
        put(page, 'A paragraph that can be seen.', 40, 60)
        page.fillColor('white')
        put(page, 'White words', 40, 90)
        page.fillColor('black')
        put(page, 'Beyond the edge', 900, 60)
        page.note(40, 100, 20, 20, 'Ask the ward', { Title: 'x' } as never)
        page.link(40, 60, 50, 10, 'https://example.com/')
        page.file(Buffer.from('secret'), { name: 'notes.txt' })
      },
      { info: { Author: 'Pat Writer', Title: 'Report' } },
    )
    expect(document.paragraphs.map(({ text }) => text)).toEqual(['A paragraph that can be seen.'])
    expect(announced(document, 'hidden-text')).toEqual([
      'page 1 Text that the page does not show was left out: “White words”.',
      'page 1 Text that lies outside the page was left out: “Beyond the edge”.',
    ])
    expect(announced(document, 'comment')[0]).toContain('“Ask the ward”')
    expect(announced(document, 'external-link')[0]).toContain('https://example.com/')
    expect(announced(document, 'embedded')[0]).toContain('notes.txt')
    expect(document.properties).toMatchObject({ author: 'Pat Writer', title: 'Report' })
    expect(announced(document, 'properties')[0]).toContain('Pat Writer')
  })
  it('says which page is a picture without text', async () => {
    const document = await read((page) => {
      put(page, 'Words on the first page.', 40, 60)
      page.addPage()
      page.image(dot, 0, 0, { width: 595, height: 842 })
    })
    expect(announced(document, 'scanned-page')).toEqual([
      'page 2 The page is a picture without text. Nothing was read of it.',
    ])
  })
})

describe('the PDF this product writes', () => {
  const word = fc.constantFrom(
    'visit',
    'Dr',
    'seen',
    'well,',
    'Łukasz',
    'no-contact',
    'and',
    'home.',
    '14:30',
    '“said”',
  )
  const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '))
  it('comes back row by row over its pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 4, maxLength: 60 }), async (rows) => {
        const cells = rows.map(([event, action], at) => [`${(at % 28) + 1}/03/2022`, event, action])
        const bytes = await writeDocument(
          {
            title: 'Chronology',
            subtitle: 'All agencies',
            marking: 'Official – sensitive',
            language: 'en-GB',
            timestamp: '2026-01-01T00:00:00Z',
            blocks: [
              {
                type: 'table',
                caption: 'Events',
                columns: [
                  { heading: 'Date', weight: 1 },
                  { heading: 'Event', weight: 3 },
                  { heading: 'Action', weight: 2 },
                ],
                rows: cells,
              },
            ],
          },
          'pdf',
        )
        const document = await readAgencyFile(bytes, 'own.pdf')
        const plain = (cell: string) => cell.replace(/\s+/g, ' ').trim()
        expect(document.tables).toHaveLength(1)
        expect(
          textsOf(document)
            .filter(([date]) => date !== 'Date')
            .map((row) => row.map(plain)),
        ).toEqual(cells)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe('PDFs that must be refused, and long ones that must not', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    try {
      await readAgencyFile(bytes, 'agency.pdf')
    } catch (error) {
      expect(error).toBeInstanceOf(ExpectedError)
      return (error as ExpectedError).failure.message
    }
    throw new Error('The file was read, and should have been refused.')
  }
  const words: Draw = (page) => {
    for (let n = 0; n < 30; n += 1) put(page, `Line ${n} of the report`, 40, 40 + n * 12)
  }
  it('refuses a scan, giving the reason', async () => {
    const bytes = await pdf((page) => page.image(dot, 0, 0, { width: 595, height: 842 }))
    expect(await refusal(bytes)).toBe(
      'agency.pdf: the PDF holds pictures of pages and no text, as a scanner makes it. Ask for the file it was made from.',
    )
  })
  it('refuses a PDF without any text, or with hidden text alone', async () => {
    expect(await refusal(await pdf(() => undefined))).toBe('agency.pdf: the PDF has no text.')
    const hidden = await pdf((page) => {
      page.fillColor('white')
      put(page, 'White words', 40, 90)
    })
    expect(await refusal(hidden)).toContain('is hidden')
  })
  it('refuses one that a password keeps closed', async () => {
    const locked = await pdf(words, { userPassword: 'x', pdfVersion: '1.7' })
    expect(await refusal(locked)).toBe(
      'agency.pdf: the file is protected with a password. Ask for a copy without one.',
    )
  })
  it('refuses every cut, and what only begins like a PDF', async () => {
    const whole = await pdf(words)
    for (const part of [0.02, 0.3, 0.6, 0.9, 0.99])
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * part)))).toMatch(
        /cut short or damaged/,
      )
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing\n%%EOF'))).toContain('damaged')
  })
  it('refuses a stream that unpacks to far more than a page, and one packed twice', async () => {
    const packed = deflateSync(Buffer.alloc(160 * 1024 * 1024, ' '), { level: 9 })
    const around = (head: string, stream: Uint8Array) =>
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n4 0 obj\n<< ${head} /Length ${stream.length} >>\nstream\n`),
        stream,
        Buffer.from('\nendstream\nendobj\n%%EOF'),
      ])
    expect(packed.length).toBeLessThan(1024 * 1024)
    expect(await refusal(around('/Filter /FlateDecode', packed))).toContain('unpacks to far more')
    expect(await refusal(around('/Filter [/FlateDecode /FlateDecode]', deflateSync(packed)))).toContain(
      'unpacks to far more',
    )
  })
  it('reads a thousand pages as one table', async () => {
    const bytes = await pdf((page) => {
      for (let number = 0; number < 1000; number += 1) {
        if (number > 0) page.addPage()
        rowAt(page, 50, ...heading)
        for (let n = 1; n <= 10; n += 1)
          rowAt(page, 50 + n * 30, `${n}/3/2022`, '10:30', 'GP', [`Event ${number * 10 + n}`, 'as recorded'])
      }
    })
    const begun = performance.now()
    const document = await readAgencyFile(bytes, 'long.pdf')
    console.log(`1,000 pages of PDF read in ${Math.round(performance.now() - begun)} ms`)
    expect(document.tables).toHaveLength(1)
    const events = textsOf(document)
      .filter(([date]) => date !== 'Date')
      .map(([, , , event]) => event)
    expect(events).toEqual(Array.from({ length: 10_000 }, (_, at) => `Event ${at + 1} as recorded`))
  }, 180_000)
})
