import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import type { Input } from '../../workspace/contract.ts'
import type { TemplateFormat } from '../../workspace/contract/template.ts'
import { aFolder } from '../db/builders.ts'
import { escapeXml } from '../documents/read/office-files.ts'
import { aWorkspace, type Workspace } from './builders.ts'
import { smallCase, smallRoster } from './small-case.ts'

/**
 * What an agency writes, by the usual heading; the fourth row states a period without contact. No day could be a month: one
 * that could is asked about, in a template as anywhere (requirements section 2, import traps).
 */
const answers = [
  {
    ...{ Date: '14/04/2023', Time: '09:15', 'End time': '10:00', 'Source of information': 'Tenancy file' },
    ...{ 'Author or role': 'Housing officer', Contact: 'Face to face', 'Adult seen': 'Yes' },
    ...{ 'Event as recorded': 'Visit: rent arrears discussed.', 'Action or response': 'Referred to ASC.' },
    ...{ Outcome: 'Assessed', 'Agency’s own comment': 'Late', 'Voice or wishes recorded': 'No' },
  },
  {
    Date: 'March 2023',
    'Event as recorded': 'Three letters returned to the office.',
    Contact: 'Letter or email',
  },
  { Date: '01/05/2023', 'End date': '04/05/2023', 'Event as recorded': 'In hospital, keys held by TFL.' },
  {
    ...{ Date: '01/06/2023', 'End date': '30/09/2023', 'Source of information': 'All records' },
    'Event as recorded': 'No contact with this agency in this period.',
  },
] as const
const glossary = ['TFL', 'Tenancy and family liaison'] as const

const rowsFor = (
  headings: readonly string[],
  usual: ReadonlyMap<string, string>,
): readonly (readonly string[])[] =>
  answers.map((answer) =>
    headings.map(
      (heading) => (answer as Readonly<Record<string, string>>)[usual.get(heading) ?? heading] ?? '',
    ),
  )

const edit = (bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes)
  parts[part] = strToU8(change(strFromU8(parts[part]!)))
  return zipSync(parts)
}

const inCells = (xml: string, rows: readonly (readonly string[])[], firstRow: number): string => {
  let changed = xml
  rows.forEach((cells, at) =>
    cells.forEach((text, column) => {
      if (text === '') return
      const reference = `${String.fromCharCode(65 + column)}${firstRow + at}`
      const cell = new RegExp(`<c r="${reference}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`)
      expect(changed).toMatch(cell)
      changed = changed.replace(
        cell,
        (_, style: string = '') =>
          `<c r="${reference}"${style} t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`,
      )
    }),
  )
  return changed
}

/** Fills the file in as Excel would: below the three examples, and below the abbreviations that are there. */
const fillSheet = (bytes: Uint8Array, rows: readonly (readonly string[])[], known: number): Uint8Array =>
  edit(
    edit(bytes, 'xl/worksheets/sheet2.xml', (xml) => inCells(xml, rows, 7)),
    'xl/worksheets/sheet3.xml',
    (xml) => inCells(xml, [glossary], known + 2),
  )

const inTable = (xml: string, table: number, rows: readonly (readonly string[])[]): string => {
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
  const before = tables[table]?.[0] ?? ''
  let left = [...rows]
  const after = before.replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => {
    if (left.length === 0 || row.replace(/<[^>]+>/g, '').trim() !== '') return row
    const [cells = [], ...rest] = left
    left = rest
    let column = -1
    return row.replace(/<\/w:p><\/w:tc>/g, (end) => {
      column += 1
      const text = cells[column] ?? ''
      return text === '' ? end : `<w:r><w:t>${escapeXml(text)}</w:t></w:r>${end}`
    })
  })
  expect(left).toEqual([])
  return xml.replace(before, () => after)
}

/** Fills the file in as Word would. */
const fillWord = (bytes: Uint8Array, rows: readonly (readonly string[])[]): Uint8Array =>
  edit(bytes, 'word/document.xml', (xml) => inTable(inTable(xml, 0, rows), 1, [glossary]))

const aCase = async () => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
  return { ...workspace, caseId }
}

const made = async (
  { act, caseId }: Pick<Workspace, 'act'> & { readonly caseId: string },
  change: Partial<Input<'template.make'>> = {},
) => {
  const out = path.join(aFolder(), 'out')
  const order = { caseId, agencyIds: ['a2'], formats: ['xlsx', 'docx'] as TemplateFormat[], out }
  return { out, report: await act('template.make', { ...order, ...change }) }
}

const textOf = async (out: string, name: string): Promise<string> => {
  const { texts, properties } = await inspectFile(readFileSync(path.join(out, name)), name)
  return [name, ...texts.map(({ text }) => text), ...Object.values(properties)].join('\n')
}

describe.each(['xlsx', 'docx'] as const)('a template filled in as %s', (format) => {
  it.each([
    ['the usual headings', {}],
    [
      'headings of the case’s own, which no import would guess',
      {
        'Event as recorded': 'What we hold',
        Date: 'On',
        'End date': 'Until',
        Contact: 'In which way',
        Outcome: 'And then',
      },
    ],
  ] as const)(
    'comes back under %s with no mapping, nothing asked, every row an entry',
    async (_, renamed) => {
      const one = await aCase()
      const own: Readonly<Record<string, string>> = renamed
      const { version, wording } = await one.act('wording.show', { caseId: one.caseId })
      await one.act('wording.save', {
        ...{ caseId: one.caseId, version },
        wording: {
          ...wording,
          columns: wording.columns.map(({ id, heading, places }) => ({
            ...{ id, heading: own[heading] ?? heading, places: [...places] },
          })),
        },
      })
      const { columns } = await one.act('template.review', { caseId: one.caseId })
      const usual = new Map(Object.entries(own).map(([was, is]) => [is, was]))
      const { out } = await made(one, { formats: [format] })
      const name = `chronology-template-1.${format}`
      const bytes = new Uint8Array(readFileSync(path.join(out, name)))
      const rows = rowsFor(columns, usual)
      // The case's own file explains no abbreviation, so the list begins with the usual eight.
      const file = path.join(aFolder(), `return.${format}`)
      writeFileSync(file, format === 'xlsx' ? fillSheet(bytes, rows, 8) : fillWord(bytes, rows))
      const report = await one.act('chronology.import', { caseId: one.caseId, agencyId: 'a2', path: file })
      expect(report.needsAttention).toEqual([])
      expect([report.added, report.rows.entries]).toEqual([4, 4])
      const { read, entries, headings, blank, declared } = report.rows
      expect(entries + headings + blank + declared).toBe(read)
      const list = await one.act('chronology.list', { caseId: one.caseId })
      expect(
        list.entries.map(({ date, event, declaredNoContact }) => [
          date.earliest,
          date.latest,
          event,
          declaredNoContact,
        ]),
      ).toEqual([
        ['2023-03-01', '2023-03-31', 'Three letters returned to the office.', false],
        ['2023-04-14', '2023-04-14', 'Visit: rent arrears discussed.', false],
        ['2023-05-01', '2023-05-04', 'In hospital, keys held by TFL.', false],
        ['2023-06-01', '2023-09-30', 'No contact with this agency in this period.', true],
      ])
      const visit = await one.act('chronology.entry', { entryId: list.entries[1]?.id ?? '' })
      expect(visit.date).toMatchObject({ time: '09:15', timeEnd: '10:00' })
      expect(visit.fields).toMatchObject({
        ...{
          source: 'Tenancy file',
          author: 'Housing officer',
          contactType: 'Face to face',
          adultSeen: 'Yes',
        },
        ...{ action: 'Referred to ASC.', outcome: 'Assessed', comment: 'Late', wishes: 'No' },
      })
      // The period that was stated is accounted for, and the abbreviation that was explained is offered.
      const { agencies } = await one.act('no-contact.show', { caseId: one.caseId })
      const stated = agencies.find(({ agencyId }) => agencyId === 'a2')?.statedInFile
      expect(stated).toMatchObject([{ from: '2023-06-01', to: '2023-09-30' }])
      const { offered } = await one.act('glossary.list', { caseId: one.caseId })
      expect(offered).toContainEqual(expect.objectContaining({ abbreviation: 'TFL', meaning: glossary[1] }))
    },
  )
})

describe('making templates', () => {
  it('makes one for each agency chosen, neutral by name, with the case’s headings, period and instructions', async () => {
    const one = await aCase()
    const { out, report } = await made(one, {
      agencyIds: ['a1', 'a2'],
      instructions: 'Please look at the paper files as well.\nReturn it within three weeks.',
    })
    expect(readdirSync(out).sort()).toEqual([
      ...['chronology-template-1.docx', 'chronology-template-1.xlsx'],
      ...['chronology-template-2.docx', 'chronology-template-2.xlsx'],
    ])
    expect(report.files.map(({ agencyId, name }) => [agencyId, name])).toContainEqual([
      'a2',
      'chronology-template-2.docx',
    ])
    for (const name of readdirSync(out)) {
      const words = await textOf(out, name)
      for (const said of [
        ...['LRK-SAR-2026-B', '1 January 2023', '31 December 2023', 'Event as recorded', 'End date'],
        ...['Please look at the paper files as well.', 'Return it within three weeks.', 'do not invent one'],
      ])
        expect([name, words.includes(said) || said]).toEqual([name, true])
      expect(words).not.toMatch(/Quillfeather|Marjorie|999 000 0018/)
    }
    const { rows } = await one.act('audit.list', {})
    const logged = rows.filter(({ action }) => action === 'template.make')
    expect(logged.map(({ detail }) => [detail['state'], detail['agencies'], detail['files']])).toEqual([
      ['written', 2, 4],
      ['prepared', 2, 4],
    ])
    expect(JSON.stringify(logged)).not.toContain(out)
  })

  it('refuses instructions that name somebody, until they do not or a person says they name nobody', async () => {
    const one = await aCase()
    const instructions = 'Look for Mrs Quillfeather and for Mrs Ostrander.'
    const { found } = await one.act('template.review', { caseId: one.caseId, instructions })
    expect(found.map(({ text, replacement }) => [text, replacement])).toEqual([
      ['Mrs Quillfeather', 'Adult B'],
      ['Mrs Ostrander', null],
    ])
    const refused = made(one, { instructions })
    await expect(refused).rejects.toThrow(/^refused: The instructions hold something/)
    await expect(refused).rejects.not.toThrow(/Quillfeather|Ostrander/)
    await expect(
      made(one, { instructions, namesNobody: ['Mrs Quillfeather', 'Mrs Ostrander'] }),
    ).rejects.toThrow(/^refused: /)
    const told = { instructions: 'Look for Adult B and for Mrs Ostrander.', namesNobody: ['Mrs Ostrander'] }
    expect(readdirSync((await made(one, told)).out)).toHaveLength(2)
  })

  it('refuses the vault’s folder, another case’s agency, and a case without a period, with nothing written', async () => {
    const one = await aCase()
    await expect(made(one, { out: path.join(one.dir, 't') })).rejects.toThrow(
      /^invalid: .*vault’s own folder/,
    )
    const out = path.join(aFolder(), 'none')
    await expect(made(one, { agencyIds: ['a9'], out })).rejects.toThrow(/^not-found: /)
    const { review_period_start: _, review_period_end: __, ...dates } = smallCase.dates
    const without = { ...smallCase, ref: 'LRK-2', dates }
    const { caseId } = await one.act('case.add', { case: without, roster: smallRoster })
    await expect(made({ ...one, caseId }, { out })).rejects.toThrow(/^invalid: .*no review period/)
    expect(existsSync(out)).toBe(false)
  })
})
