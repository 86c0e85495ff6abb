import { describe, expect, it } from 'vitest'
import { readReport } from '../../../documents/read/read-report.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { docx, ole, paragraph, row, run, table, textCell, wPart } from './office-files.ts'
import { dot, pdf, put } from './pdf-files.ts'

const refusal = async (bytes: Uint8Array, name: string): Promise<string> => {
  try {
    await readReport(bytes, name)
  } catch (error) {
    if (error instanceof ExpectedError) return error.failure.message
    throw error
  }
  throw new Error('The file was read, and should have been refused.')
}
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('reports in Word', () => {
  it('keep a table as a table, its stated heading, and a note with its mark in the text', async () => {
    const { blocks } = await readReport(
      docx({
        body: [
          paragraph(run('Background'), '<w:outlineLvl w:val="0"/>'),
          paragraph(`${run('The ward agreed')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`),
          table([
            row([textCell('Date'), textCell('What was done')], '<w:tblHeader/>'),
            row([textCell('3 May'), textCell('Visited')]),
            row([textCell(''), textCell('')]),
          ]),
        ].join(''),
        links: [{ id: 'n', type: 'footnotes', target: 'n.xml' }],
        parts: {
          'text/n.xml': wPart(
            'footnotes',
            `<w:footnote w:id="2">${paragraph(run('By telephone.'))}</w:footnote>`,
          ),
        },
      }),
      'report.docx',
    )
    expect(blocks).toEqual([
      { style: 'heading', level: 1, text: 'Background' },
      { style: 'paragraph', level: 0, text: 'The ward agreed[1].' },
      {
        style: 'table',
        rows: [
          ['Date', 'What was done'],
          ['3 May', 'Visited'],
        ],
        headingRows: 1,
      },
      { style: 'note', level: 0, text: '[1] By telephone.' },
    ])
  })

  it('leave out a note whose mark is deleted, and announce it', async () => {
    const { blocks, announced } = await readReport(
      docx({
        body: paragraph(
          `${run('Seen.')}<w:del w:id="1" w:author="Ann"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`,
        ),
        links: [{ id: 'n', type: 'footnotes', target: 'n.xml' }],
        parts: {
          'text/n.xml': wPart(
            'footnotes',
            `<w:footnote w:id="2">${paragraph(run('Told by the neighbour.'))}</w:footnote>`,
          ),
        },
      }),
      'report.docx',
    )
    expect(blocks).toEqual([{ style: 'paragraph', level: 0, text: 'Seen.' }])
    expect(announced).toContainEqual({
      kind: 'hidden-text',
      where: 'paragraph 1',
      detail: 'A footnote whose mark is hidden or deleted was left out: “Told by the neighbour.”.',
    })
  })
})

describe('reports as plain text', () => {
  it('are parted into headings, paragraphs and list items', async () => {
    const text =
      'AGENCY REPORT\r\n\r\nShe lived alone.\r\nShe was seen weekly.\r\n\r\n- Visit in May\r\n- Visit in June\r\n\r\n2.1 Findings\r\n\r\nNone.'
    expect(await readReport(bytesOf(text), 'report.txt')).toEqual({
      format: 'txt',
      announced: [],
      properties: {},
      blocks: [
        { style: 'heading', level: 1, text: 'AGENCY REPORT' },
        { style: 'paragraph', level: 0, text: 'She lived alone.\nShe was seen weekly.' },
        { style: 'list', level: 1, text: '- Visit in May' },
        { style: 'list', level: 1, text: '- Visit in June' },
        { style: 'heading', level: 1, text: '2.1 Findings' },
        { style: 'paragraph', level: 0, text: 'None.' },
      ],
    })
  })

  it('are decoded from Windows-1252, which is announced, and lose no letter', async () => {
    const { blocks, announced } = await readReport(
      Uint8Array.from([0x5a, 0x6f, 0xeb, 0x20, 0xa3, 0x35]),
      'report.txt',
    )
    expect(blocks).toEqual([{ style: 'paragraph', level: 0, text: 'Zoë £5' }])
    expect(announced.map(({ kind }) => kind)).toEqual(['encoding'])
  })

  it('keep right-to-left and mixed scripts letter for letter', async () => {
    const text = 'Name: نور الهدى (Noor), said שלום and Łukasz 漢字.'
    expect((await readReport(bytesOf(text), 'report.txt')).blocks).toEqual([
      { style: 'paragraph', level: 0, text },
    ])
  })
})

describe('reports in PDF', () => {
  const scan = pdf((page) => {
    put(page, 'The first page was typed.', 60, 90)
    page.addPage().image(dot, 0, 0, { width: 595, height: 842 })
    page.addPage()
    page.addPage()
    put(page, 'So was the last.', 60, 90)
  })

  it('stand with the pages that are pictures, and without those that are blank', async () => {
    const { blocks, announced } = await readReport(await scan, 'report.pdf')
    expect(blocks).toEqual([
      { style: 'paragraph', level: 0, text: 'The first page was typed.' },
      { style: 'page', page: 2 },
      { style: 'paragraph', level: 0, text: 'So was the last.' },
    ])
    expect(announced).toContainEqual({
      kind: 'scanned-page',
      where: 'page 2',
      detail: 'The page is a picture without text. Nothing was read of it.',
    })
  })

  it('are taken in where every page is a picture', async () => {
    const bytes = await pdf((page) => page.image(dot, 0, 0, { width: 595, height: 842 }))
    expect((await readReport(bytes, 'scan.pdf')).blocks).toEqual([{ style: 'page', page: 1 }])
  })

  it('count a page as unread where a stamp or running head on a picture is all that can be read', async () => {
    const bytes = await pdf((page) => {
      for (let n = 0; n < 4; n += 1) {
        if (n > 0) page.addPage()
        put(page, 'Scanned by the records office', 60, 30)
        page.image(dot, 60, 80, { width: 400, height: 600 })
        if (n === 1)
          for (let line = 0; line < 5; line += 1)
            put(page, 'A caption of six words, typed.', 60, 700 + line * 20)
      }
    })
    const { blocks } = await readReport(bytes, 'scan.pdf')
    expect(blocks.flatMap((block) => (block.style === 'page' ? [block.page] : []))).toEqual([1, 3, 4])
  })

  it('of 400 pages are read while their reader hears of each, and can be stopped at any', async () => {
    const bytes = await pdf((page) => {
      for (let n = 0; n < 400; n += 1) {
        if (n > 0) page.addPage()
        for (let line = 0; line < 40; line += 1)
          put(page, `On day ${n + 1} item ${line + 1} is what the agency found.`, 60, 60 + line * 18)
      }
    })
    const heard: number[] = []
    const { blocks } = await readReport(bytes, 'long.pdf', (done) => heard.push(done))
    expect(heard).toEqual(Array.from({ length: 400 }, (_, page) => page))
    expect(JSON.stringify(blocks).match(/what the agency found/gu)?.length).toBe(16_000)
    const stop = new AbortController()
    const reading = readReport(bytes, 'long.pdf', (done) => {
      if (done === 3) stop.abort()
      stop.signal.throwIfAborted()
    })
    await expect(reading).rejects.toThrow(/abort/iu)
  }, 60_000)
})

describe('reports that cannot be read', () => {
  it.each([
    ['locked.docx', ole('EncryptedPackage'), /^locked\.docx: the file is protected with a password/],
    ['old.doc', ole('WordDocument'), /^old\.doc: the file is in the old Office format/],
    ['cut.docx', docx({ body: paragraph(run('Seen at home')) }).subarray(0, 200), /^cut\.docx: /],
    ['empty.txt', new Uint8Array(), /^empty\.txt: the file is empty/],
    ['blank.txt', bytesOf(' \n\n '), /^blank\.txt: no text was found in it/],
    ['binary.txt', Uint8Array.from({ length: 64 }, (_, at) => at % 32), /^binary\.txt: the file is not text/],
  ])('say what is wrong with %s', async (name, bytes, why) => {
    expect(await refusal(bytes, name)).toMatch(why)
  })
})
