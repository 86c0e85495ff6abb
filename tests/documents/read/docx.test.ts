import { describe, expect, it } from 'vitest'
import { readSource, type WholeDocument } from './read-whole.ts'
import {
  cell,
  deleted,
  docx,
  paragraph,
  row,
  run,
  table,
  textCell,
  tracked,
  wPart,
  type DocumentParts,
} from './office-files.ts'

const read = (parts: DocumentParts): WholeDocument => readSource(docx(parts), 'report.docx')
const textsOf = (document: WholeDocument) => document.paragraphs.map(({ text }) => text)
const cellTexts = (document: WholeDocument) =>
  document.tables[0]!.rows.map((r) => r.cells.map((c) => (c.merged ? `(${c.text})` : c.text)))
const announced = (document: WholeDocument, kind: string) =>
  document.announced.filter((a) => a.kind === kind).map(({ where, detail }) => `${where} ${detail}`)
const oneCell = (inside: string): DocumentParts => ({ body: table([row([cell(inside)])]) })

describe('running text', () => {
  it('tells headings, lists and paragraphs, by style and by themselves', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Kop2"/><w:name w:val="My head"/></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/></w:style>'
    const body = [
      paragraph(run('Own'), '<w:pStyle w:val="Mine"/>'),
      paragraph(run('Outline'), '<w:outlineLvl w:val="0"/>'),
      paragraph(run('Bullet'), '<w:pStyle w:val="L"/>'),
      paragraph(run('Second level'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
      paragraph(run('Plain'), '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      paragraph(''),
    ].join('')
    expect(read({ body, styles }).paragraphs).toEqual([
      { style: 'heading', level: 2, text: 'Own' },
      { style: 'heading', level: 1, text: 'Outline' },
      { style: 'list', level: 1, text: 'Bullet' },
      { style: 'list', level: 2, text: 'Second level' },
      { style: 'paragraph', level: 0, text: 'Plain' },
    ])
  })
  it('reads tabs, line breaks, special hyphens, symbols and joined runs', () => {
    const body = paragraph(
      `${run('Do')}${run('rothy')}<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`,
    )
    expect(textsOf(read({ body }))).toEqual(['Dorothy\ta\nb\u2011cd✓'])
  })
  it('reads what a field shows and not its instruction, nested and simple ones too', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const nested =
      mark('begin') +
      instruction(' IF ') +
      mark('begin') +
      instruction(' PAGE ') +
      mark('separate') +
      run('UNSEEN') +
      mark('end') +
      mark('separate') +
      run('seen') +
      mark('end')
    const link =
      mark('begin') +
      instruction(' HYPERLINK "https://example.com/case" ') +
      mark('separate') +
      run('the record') +
      mark('end')
    const form =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData></w:fldChar></w:r>' +
      instruction(' FORMDROPDOWN ') +
      mark('end')
    const document = read({
      body:
        paragraph(`${nested} ${link}<w:fldSimple w:instr=" DATE ">${run(' 1 May')}</w:fldSimple>`) +
        paragraph(form),
    })
    expect(textsOf(document)).toEqual(['seenthe record 1 May', 'No'])
    expect(announced(document, 'external-link').join()).toContain('https://example.com/case')
  })
  it('reads a text box once, after the text it is anchored in', () => {
    const box = (inside: string) => `<w:txbxContent>${paragraph(run(inside))}</w:txbxContent>`
    const body = paragraph(
      `${run('Anchor')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="b" descr="A photograph of the hall"/><wps:wsp><wps:txbx>${box('Boxed')}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Boxed')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    const document = read({ body })
    expect(textsOf(document)).toEqual(['Anchor\nBoxed'])
    expect(announced(document, 'embedded').join()).toContain('A photograph of the hall')
  })
  it('reads content controls, hyperlinks and smart tags as the text they hold', () => {
    const body = `<w:sdt><w:sdtPr><w:alias w:val="NO"/></w:sdtPr><w:sdtContent>${paragraph(`<w:hyperlink>${run('link')}</w:hyperlink><w:smartTag>${run(' tag')}</w:smartTag>`)}</w:sdtContent></w:sdt>`
    expect(textsOf(read({ body }))).toEqual(['link tag'])
  })
})

describe('tracked changes', () => {
  it('takes insertions in and leaves deletions out, with author, place and text', () => {
    const inside = paragraph(
      run('Seen. ') +
        tracked('ins', 'Ann Example', run('Again') + run('. ')) +
        deleted('Bo Example', 'Difficult family.') +
        run('End.'),
    )
    const document = read(oneCell(inside))
    expect(cellTexts(document)).toEqual([['Seen. Again. End.']])
    expect(announced(document, 'tracked-insertion')).toEqual([
      'table 1 row 1 Inserted by Ann Example as a tracked change, read as accepted: “Again. ”.',
    ])
    expect(announced(document, 'tracked-deletion')).toEqual([
      'table 1 row 1 Deleted by Bo Example as a tracked change, read as accepted and so left out: “Difficult family.”.',
    ])
    expect(document.tables[0]!.rows[0]!.aside).toEqual([
      { kind: 'tracked-deletion', text: 'Difficult family.', author: 'Bo Example' },
    ])
  })
  it('reads a move at its new place only', () => {
    const document = read({
      body:
        paragraph(run('A ') + deleted('Ann Example', 'moved', 'moveFrom')) +
        paragraph(tracked('moveTo', 'Ann Example', run('moved'))),
    })
    expect(textsOf(document)).toEqual(['A ', 'moved'])
    expect(announced(document, 'tracked-deletion')[0]).toContain('Moved away by Ann Example')
    expect(announced(document, 'tracked-insertion')[0]).toContain('Moved here by Ann Example')
  })
  it('counts text inserted by one person and deleted by another as deleted', () => {
    const document = read({
      body: paragraph(run('Kept') + tracked('ins', 'Ann Example', deleted('Bo Example', 'gone'))),
    })
    expect(textsOf(document)).toEqual(['Kept'])
    expect(announced(document, 'tracked-insertion')).toEqual([])
    expect(announced(document, 'tracked-deletion')).toHaveLength(1)
  })
  it('runs a paragraph on where its end was deleted', () => {
    const mark = '<w:rPr><w:del w:id="9" w:author="Ann Example"/></w:rPr>'
    expect(textsOf(read({ body: paragraph(run('One '), mark) + paragraph(run('two')) }))).toEqual(['One two'])
  })
  it('keeps a deleted table row’s number and its text aside, and takes an inserted row in', () => {
    const body = table([
      row([textCell('a'), textCell('b')]),
      row(
        [
          cell(paragraph(deleted('Ann Example', '1 May'))),
          cell(paragraph(deleted('Ann Example', 'Shouted.'))),
        ],
        '<w:del w:id="1" w:author="Ann Example"/>',
      ),
      row(
        [
          cell(paragraph(tracked('ins', 'Bo Example', run('2 May')))),
          cell(paragraph(tracked('ins', 'Bo Example', run('Calm.')))),
        ],
        '<w:ins w:id="2" w:author="Bo Example"/>',
      ),
    ])
    const document = read({ body })
    expect(cellTexts(document)).toEqual([['a', 'b'], [], ['2 May', 'Calm.']])
    expect(document.tables[0]!.rows[1]).toMatchObject({
      where: 'table 1 row 2',
      aside: [{ kind: 'tracked-deletion', text: '1 May | Shouted.', author: 'Ann Example' }],
    })
    expect(announced(document, 'tracked-deletion')).toEqual([
      'table 1 row 2 Deleted by Ann Example as a tracked change, read as accepted and so left out: “1 May | Shouted.”.',
    ])
    expect(announced(document, 'tracked-insertion')).toEqual([
      'table 1 row 3 Inserted by Bo Example as a tracked change, read as accepted: “2 May | Calm.”.',
    ])
  })
})

describe('hidden text', () => {
  const styles =
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Ghost"/><w:name w:val="Heir"/></w:style><w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
  it.each([
    ['itself', run('Hidden.', '<w:vanish/>'), ''],
    ['a character style', run('Hidden.', '<w:rStyle w:val="Ghost"/>'), ''],
    ['an inherited character style', run('Hidden.', '<w:rStyle w:val="Heir"/>'), ''],
    ['a paragraph style', run('Hidden.'), '<w:pStyle w:val="Gone"/>'],
  ])('leaves out text hidden by %s, aside and announced', (_, hidden, properties) => {
    const document = read({
      styles,
      ...oneCell(paragraph(run('Shown. ', '<w:vanish w:val="0"/>') + hidden, properties)),
    })
    expect(cellTexts(document)).toEqual([['Shown. ']])
    expect(document.tables[0]!.rows[0]!.aside).toEqual([{ kind: 'hidden-text', text: 'Hidden.' }])
    expect(announced(document, 'hidden-text')).toEqual([
      'table 1 row 1 Hidden text, left out of the entry and kept aside: “Hidden.”.',
    ])
  })
  it('joins hidden runs into one announcement and does not heed a former format', () => {
    const former = '<w:rPrChange w:id="1" w:author="Ann Example"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    const document = read({
      body: paragraph(run('a ', '<w:vanish/>') + run('b', '<w:vanish w:val="true"/>') + run('shown', former)),
    })
    expect(textsOf(document)).toEqual(['shown'])
    expect(announced(document, 'hidden-text')).toHaveLength(1)
    expect(announced(document, 'hidden-text')[0]).toContain('“a b”')
  })
  it('marks and announces a hidden table row', () => {
    const document = read({
      body: table([
        row([textCell('quiet')], '<w:hidden/>'),
        row([textCell('loud')], '<w:hidden w:val="0"/>'),
      ]),
    })
    expect(document.tables[0]!.rows.map(({ hidden }) => hidden)).toEqual([true, false])
    expect(announced(document, 'hidden-row')).toEqual(['table 1 row 1 The row is hidden. It reads: “quiet”.'])
  })
})

describe('tables', () => {
  it('spreads spans, carries merged text down and keeps columns in step', () => {
    const body = table([
      row([textCell('Date'), textCell('Event'), textCell('Action')]),
      row([textCell('Ward stay', '<w:gridSpan w:val="3"/>')]),
      row([textCell('1 May', '<w:vMerge w:val="restart"/>'), textCell('Fell'), textCell('Seen')]),
      row([cell(paragraph(''), '<w:vMerge/>'), textCell('Both', '<w:gridSpan w:val="2"/>')]),
      row([textCell('Indented')], '<w:gridBefore w:val="1"/>'),
    ])
    const document = read({ body })
    expect(cellTexts(document)).toEqual([
      ['Date', 'Event', 'Action'],
      ['Ward stay', '(Ward stay)', '(Ward stay)'],
      ['1 May', 'Fell', 'Seen'],
      ['(1 May)', 'Both', '(Both)'],
      ['', 'Indented'],
    ])
    expect(document.tables[0]!.rows.map(({ where, row: number }) => [where, number])[3]).toEqual([
      'table 1 row 4',
      4,
    ])
    expect(announced(document, 'merged-cells')).toEqual([
      'table 1 row 4 Cells are merged across columns: “Both”.',
      'table 1 rows 3-4 In column 1 one merged cell covers rows 3 to 4: “1 May”. Its text is taken for each of them.',
    ])
  })
  it('keeps text that lies under a merge aside', () => {
    const document = read({
      body: table([
        row([textCell('top', '<w:vMerge w:val="restart"/>')]),
        row([textCell('under', '<w:vMerge w:val="continue"/>')]),
      ]),
    })
    expect(cellTexts(document)).toEqual([['top'], ['(top)']])
    expect(document.tables[0]!.rows[1]!.aside).toEqual([{ kind: 'hidden-text', text: 'under' }])
  })
  it('keeps a nested table’s text inside its cell, and numbers only outer tables', () => {
    const inner = table([row([textCell('a'), textCell('b')]), row([textCell('c'), textCell('d')])])
    const body =
      table([row([cell(paragraph(run('before')) + inner + paragraph(run('after')))])]) +
      paragraph(run('between')) +
      table([row([textCell('second')])])
    const document = read({ body })
    expect(cellTexts(document)).toEqual([['before\na\tb\nc\td\nafter']])
    expect(document.tables.map(({ name }) => name)).toEqual(['table 1', 'table 2'])
    expect(document.tables[1]!.rows[0]!.where).toBe('table 2 row 1')
  })
  it('puts the paragraphs of a cell on lines of their own', () => {
    expect(
      cellTexts(read(oneCell(paragraph(run('one')) + paragraph('') + paragraph(run('two')) + paragraph('')))),
    ).toEqual([['one\n\ntwo']])
  })
})

describe('what stands beside the text', () => {
  it('announces comments with author and anchor, and those placed nowhere', () => {
    const comment = (id: number, author: string, text: string) =>
      `<w:comment w:id="${id}" w:author="${author}">${paragraph(run(text))}${paragraph(run('second line'))}</w:comment>`
    const document = read({
      ...oneCell(
        paragraph(
          `${run('He ')}<w:commentRangeStart w:id="4"/>${run('shouted')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`,
        ),
      ),
      links: [{ id: 'c', type: 'comments', target: 'odd-name.xml' }],
      parts: {
        'text/odd-name.xml': wPart(
          'comments',
          comment(4, 'Ann Example', 'Keep?') + comment(5, 'Bo Example', 'Lost'),
        ),
      },
    })
    expect(announced(document, 'comment')).toEqual([
      'table 1 row 1 Comment by Ann Example on “shouted”: “Keep?\nsecond line”.',
      'file Comment by Bo Example, not placed in the text: “Lost\nsecond line”.',
    ])
    expect(document.tables[0]!.rows[0]!.aside).toEqual([
      { kind: 'comment', text: 'Keep?\nsecond line', author: 'Ann Example' },
    ])
  })
  it('announces headers, footers and footnotes, and gives notes as running text', () => {
    const document = read({
      body: paragraph(`${run('Claim')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      links: [
        { id: 'h', type: 'header', target: 'h.xml' },
        { id: 'h2', type: 'header', target: 'h2.xml' },
        { id: 'f', type: 'footer', target: 'f.xml' },
        { id: 'n', type: 'footnotes', target: 'n.xml' },
      ],
      parts: {
        'text/h.xml': wPart('hdr', paragraph(run('Ref 1') + deleted('Ann Example', 'old ref'))),
        'text/h2.xml': wPart('hdr', paragraph(run('Ref 1'))),
        'text/f.xml': wPart('ftr', paragraph(run('Draft'))),
        'text/n.xml': wPart(
          'footnotes',
          `<w:footnote w:type="separator" w:id="0">${paragraph(run('---'))}</w:footnote><w:footnote w:id="2">${paragraph(run('As told by the ward.'))}</w:footnote>`,
        ),
      },
    })
    expect(announced(document, 'header-footer-text')).toEqual([
      'paragraph 1 A footnote reads: “As told by the ward.”.',
      'header The page header reads: “Ref 1”.',
      'footer The page footer reads: “Draft”.',
    ])
    expect(announced(document, 'tracked-deletion')[0]).toContain('header Deleted by Ann Example')
    expect(textsOf(document)).toEqual(['Claim', 'As told by the ward.'])
  })
  it('announces embedded objects, pictures, inserted files, links and macros by relationship', () => {
    const document = read({
      body: paragraph(run('x')),
      links: [
        { id: 'o', type: 'oleObject', target: 'e/o.bin' },
        { id: 'k', type: 'package', target: 'e/sheet.xlsx' },
        { id: 'i', type: 'image', target: 'e/p.png' },
        { id: 'a', type: 'aFChunk', target: 'e/chunk.html' },
        { id: 't', type: 'attachedTemplate', target: 'file:///S:/Cases/template.dotm', external: true },
        {
          id: 'v',
          type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          target: 'vba.bin',
        },
      ],
      parts: {
        'text/e/o.bin': 'o',
        'text/e/sheet.xlsx': 's',
        'text/e/p.png': 'p',
        'text/e/chunk.html': 'c',
        'text/vba.bin': 'v',
      },
    })
    expect(
      document.announced
        .filter(({ kind }) => kind === 'embedded')
        .map(({ where }) => where)
        .sort(),
    ).toEqual(['text/e/chunk.html', 'text/e/o.bin', 'text/e/p.png', 'text/e/sheet.xlsx'])
    expect(announced(document, 'macro')).toEqual([
      'text/vba.bin The file carries a macro (text/vba.bin). It was not run.',
    ])
    expect(announced(document, 'external-link').join()).toContain('template.dotm')
  })
})
