import { describe, expect, it } from 'vitest'
import { readSource, type WholeDocument } from './read-whole.ts'
import { parseChronology } from '../../domain/chronology/parse-whole.ts'
import {
  cell,
  deleted,
  docx,
  inlineCell,
  paragraph,
  row,
  run,
  table,
  textCell,
  wPart,
  xlsx,
  type DocumentParts,
} from './office-files.ts'

const read = (parts: DocumentParts): WholeDocument => readSource(docx(parts), 'report.docx')
const textsOf = (document: WholeDocument) => document.paragraphs.map(({ text }) => text)
const announced = (document: WholeDocument, kind: string) =>
  document.announced.filter((a) => a.kind === kind).map(({ where, detail }) => `${where} ${detail}`)

describe('text whose look keeps it from being seen, or withdraws it', () => {
  const white = 'Text in the colour of the page, which its reader does not see, was read as part of the text'
  it('announces white text and keeps it, by a run, a style and a paragraph', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Pale"><w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>'
    const document = read({
      styles,
      body:
        paragraph(
          run('Seen ') + run('un', '<w:color w:val="FFFFFF"/>') + run('seen', '<w:rStyle w:val="Ghost"/>'),
        ) +
        paragraph(
          run('All pale') + run(' but this', '<w:color w:val="000000"/>'),
          '<w:pStyle w:val="Pale"/>',
        ),
    })
    expect(textsOf(document)).toEqual(['Seen unseen', 'All pale but this'])
    expect(announced(document, 'hidden-text')).toEqual([
      `paragraph 1 ${white}: “unseen”.`,
      `paragraph 2 ${white}: “All pale”.`,
    ])
  })
  it('says nothing of white text on a dark cell, paragraph or run, and says it on a white one', () => {
    const ink = '<w:color w:val="FFFFFF"/>'
    const on = (fill: string) =>
      cell(paragraph(run(`on ${fill}`, ink)), `<w:shd w:val="clear" w:fill="${fill}"/>`)
    const document = read({
      body:
        table([row([on('1F3864'), on('FFFFFF'), on('auto')])]) +
        paragraph(run('dark paragraph', ink), '<w:shd w:val="clear" w:fill="000000"/>') +
        paragraph(run('dark run', `${ink}<w:shd w:val="clear" w:fill="000000"/>`)) +
        paragraph(run('highlit', `${ink}<w:highlight w:val="blue"/>`)),
    })
    expect(announced(document, 'hidden-text')).toEqual([
      `table 1 row 1 ${white}: “on FFFFFF”.`,
      `table 1 row 1 ${white}: “on auto”.`,
    ])
  })
  it('announces text of two points or less, and struck-out text with its place', () => {
    const document = read({
      body:
        paragraph(run('Large ') + run('tiny', '<w:sz w:val="4"/>') + run(' five', '<w:sz w:val="5"/>')) +
        table([
          row([textCell('Date'), textCell('Event')]),
          row([
            textCell('1 May 2022'),
            cell(
              paragraph(
                run('Seen ') +
                  run('at home', '<w:strike/>') +
                  run(' in ') +
                  run('ward', '<w:dstrike/>') +
                  run(' 4', '<w:strike w:val="0"/>'),
              ),
            ),
          ]),
        ]),
    })
    expect(announced(document, 'hidden-text')).toEqual([
      'paragraph 1 Text too small to be read on the page was read as part of the text: “tiny”.',
    ])
    expect(announced(document, 'struck-text')).toEqual([
      'table 1 row 2 Struck-out text was read as part of the text: “at home”.',
      'table 1 row 2 Struck-out text was read as part of the text: “ward”.',
    ])
    const [entry] = parseChronology(document).entries
    expect(entry!.fields.event).toBe('Seen at home in ward 4')
  })
  it('does not announce looks of text that is left out anyway', () => {
    const document = read({
      body: paragraph(run('Kept') + run('hidden', '<w:vanish/><w:strike/>') + deleted('A', 'gone')),
    })
    expect(announced(document, 'struck-text')).toEqual([])
    expect(announced(document, 'hidden-text')).toHaveLength(1)
  })
})

describe('list numbers', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const scheme = (id: number, levels: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
  const num = (id: number, of: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
  const item = (text: string, id: number, at = 0) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)
  const withLists = (numbering: string, body: string, styles = ''): DocumentParts => ({
    body,
    styles,
    links: [{ id: 'n', type: 'numbering', target: 'lists.xml' }],
    parts: { 'text/lists.xml': wPart('numbering', numbering) },
  })
  const outline = scheme(
    0,
    level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)') + level(2, 'upperRoman', '%1.%2.%3'),
  )

  it('counts levels, begins deeper ones again, and goes on after other text', () => {
    const body = [
      item('one', 1),
      item('first', 1, 1),
      item('second', 1, 1),
      item('deep', 1, 2),
      paragraph(run('between')),
      item('two', 1),
      item('again', 1, 1),
    ].join('')
    expect(textsOf(read(withLists(outline + num(1, 0), body)))).toEqual([
      '1. one',
      'a) first',
      'b) second',
      '1.b.I deep',
      'between',
      '2. two',
      'a) again',
    ])
  })
  it('shares a count between lists of one scheme, and begins again where a list says so', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const body = item('a', 1) + item('b', 2) + item('c', 3) + item('d', 3)
    expect(textsOf(read(withLists(outline + num(1, 0) + num(2, 0) + num(3, 0, restart), body)))).toEqual([
      '1. a',
      '2. b',
      '5. c',
      '6. d',
    ])
  })
  it('gives bullets no number, and shows Roman, letter and ordinal numbers as Word does', () => {
    const formats = ['bullet', 'lowerRoman', 'upperLetter', 'ordinal', 'decimalZero', 'none']
    const schemes = formats.map((format, at) =>
      scheme(
        at,
        `<w:lvl w:ilvl="0"><w:start w:val="29"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1"/></w:lvl>`,
      ),
    )
    const body = formats.map((format, at) => item(format, at + 1)).join('')
    const numbering = schemes.join('') + formats.map((_, at) => num(at + 1, at)).join('')
    expect(textsOf(read(withLists(numbering, body)))).toEqual([
      'bullet',
      'xxix lowerRoman',
      'CC upperLetter',
      '29th ordinal',
      '29 decimalZero',
      'none',
    ])
  })
  it('numbers headings by their style and cells that hold a number alone', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbers = paragraph('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    const numbering =
      scheme(0, level(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>')) + scheme(1, level(0, 'decimal', '%1.'))
    const body =
      paragraph(run('Background'), '<w:pStyle w:val="H1"/>') +
      table([row([cell(numbers), textCell('1 May')]), row([cell(numbers), textCell('2 May')])]) +
      paragraph(run('Analysis'), '<w:pStyle w:val="H1"/>') +
      paragraph(run('Unnumbered'), '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    const document = read(withLists(numbering + num(1, 0) + num(2, 1), body, styles))
    expect(textsOf(document)).toEqual(['1 Background', '2 Analysis', 'Unnumbered'])
    expect(document.tables[0]!.rows.map(({ cells }) => cells[0]!.text)).toEqual(['1.', '2.'])
  })
  it('does not count a paragraph that a tracked change deletes', () => {
    const gone = paragraph(
      deleted('A', 'gone'),
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:author="A"/></w:rPr>',
    )
    expect(textsOf(read(withLists(outline + num(1, 0), item('a', 1) + gone + item('b', 1))))).toEqual([
      '1. a',
      '2. b',
    ])
  })
})

describe('order of paragraphs and tables', () => {
  it('keeps tables where they stand between paragraphs', () => {
    const body =
      paragraph(run('Before')) +
      table([row([textCell('A')])]) +
      paragraph(run('Between')) +
      table([row([textCell('B')])])
    expect(read({ body }).blocks).toEqual([
      { style: 'paragraph', level: 0, text: 'Before' },
      { style: 'table', table: 0 },
      { style: 'paragraph', level: 0, text: 'Between' },
      { style: 'table', table: 1 },
    ])
  })
})

describe('prompts of a workbook', () => {
  it('announces what input rules show, wherever they are kept', () => {
    const rules =
      '<dataValidations count="2"><dataValidation type="list" sqref="B2:B9 D2" promptTitle="Seen" prompt="Write Yes or No_x000a_only"><formula1>"Yes,No"</formula1></dataValidation>' +
      '<dataValidation sqref="C1" errorTitle="Stop" error="Not a date"/><dataValidation sqref="E1"/></dataValidations>'
    const document = readSource(
      xlsx({ sheets: [{ name: 'Log', rows: `<row r="1">${inlineCell('A1', 'x')}</row>`, after: rules }] }),
      'rules.xlsx',
    )
    expect(announced(document, 'input-prompt')).toEqual([
      'Log!B2:B9 A prompt on the cell reads: “Seen: Write Yes or No\nonly”. It is not part of any row.',
      'Log!C1 A prompt on the cell reads: “Stop: Not a date”. It is not part of any row.',
    ])
  })
})
