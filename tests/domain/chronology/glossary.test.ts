import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findAbbreviations,
  isNameOfKey,
  namesInCapitals,
} from '../../../domain/chronology/find-abbreviations.ts'
import { glossaryTermSchema, piecesOf } from '../../../domain/chronology/glossary.ts'
import { statedAbbreviations } from '../../../domain/chronology/stated-abbreviations.ts'
import { parseRoster } from '../../../domain/people/roster.ts'
import { readAgencyFile } from '../../../documents/read/read-file.ts'

const found = (texts: readonly string[], names: readonly string[] = [], known: readonly string[] = []) =>
  findAbbreviations(texts, { known: new Set(known), names: new Set(names) })
const only = (text: string, names: readonly string[] = []) =>
  found([text], names).map(({ abbreviation }) => abbreviation)

describe('abbreviations nobody has explained', () => {
  it('are words of capitals, counted, the most frequent first', () => {
    expect(
      found([
        'Seen by CMHT. MCA not done.',
        'CMHT and A&E told; two MCAs planned under DoLS.',
        'S42 raised, N/K',
      ]),
    ).toEqual([
      { abbreviation: 'CMHT', count: 2 },
      { abbreviation: 'MCA', count: 2 },
      { abbreviation: 'A&E', count: 1 },
      { abbreviation: 'DoLS', count: 1 },
      { abbreviation: 'N/K', count: 1 },
      { abbreviation: 'S42', count: 1 },
    ])
    expect(found(['CMHT and MCA'], [], ['CMHT'])).toEqual([{ abbreviation: 'MCA', count: 1 }])
  })

  it('are not names or initials of the key, first names, or what follows a title', () => {
    const roster = parseRoster({
      entries: [
        {
          id: 'p1',
          kind: 'person',
          name: 'Dorothy Jean Hargreave',
          pseudonym: 'Adult A',
          aliases: ['D.H.', 'Dot'],
        },
        { id: 'o1', kind: 'organisation', name: 'Larch Care', pseudonym: 'Provider LC' },
        { id: 'o2', kind: 'organisation', name: 'Larch MASH', pseudonym: 'Hub 1', aliases: ['LMH'] },
      ],
    })
    const names = [...namesInCapitals(roster)]
    expect(
      only('DH, DJH and DOT were seen; HARGREAVE left. LC and LMH rang CMHT, MASH. ADULT A', names),
    ).toEqual(['CMHT', 'MASH'])
    expect([isNameOfKey('DH', new Set(names)), isNameOfKey('PR / DH', new Set(names))]).toEqual([true, true])
    expect(isNameOfKey('VA notification', new Set(names))).toBe(false)
    expect(only('Mrs KHAN and JANE spoke to PC SHAW about a CAD')).toEqual(['CAD', 'PC'])
    expect(only('McDonald and DeVito')).toEqual([])
  })

  it('are not stress, shouting, numerals, postcodes or references', () => {
    expect(only('She was NOT seen. VERY unwell at 10 PM. Stage II')).toEqual([])
    expect(only('NOT SEEN AT HOME TODAY. ED told.')).toEqual(['ED'])
    expect(only('DY1 1HF, AB51 ABC, 45GHT/12')).toEqual([])
  })
})

describe('abbreviations a file explains', () => {
  const stated = async (file: string) => {
    const bytes = readFileSync(path.join(import.meta.dirname, '../../../scripts/sample-case', file))
    return statedAbbreviations(await readAgencyFile(bytes, file))
  }

  it('are read from a sheet of them and from a line that begins so', async () => {
    const hospital = await stated('hospital-trust-chronology.docx')
    expect(hospital.map(({ abbreviation, meaning }) => `${abbreviation} ${meaning}`)).toEqual([
      'ED emergency department',
      'DNA did not attend',
      'MUST malnutrition universal screening tool',
      'GCS Glasgow coma scale',
      'ITU intensive therapy unit',
      'BM blood glucose',
    ])
    // README of the sample: the police file has a glossary sheet.
    expect(await stated('police-chronology.xlsx')).toContainEqual(
      expect.objectContaining({ abbreviation: 'MARAC' }),
    )
    expect((await stated('adult-social-care-chronology.xlsx')).length).toBeGreaterThan(3)
    expect(await stated('gp-practice-chronology.csv')).toEqual([])
    expect(await stated('housing-provider-chronology-v1.xlsx')).toEqual([])
  })

  const table = (name: string, rows: readonly (readonly string[])[]) => ({
    tables: [
      {
        name,
        visible: true,
        columns: [],
        rows: rows.map((texts, n) => ({
          where: `${n}`,
          row: n,
          hidden: false,
          cells: texts.map((text) => ({ text, kind: 'text' as const })),
        })),
      },
    ],
    paragraphs: [],
  })

  it('are read whichever column the meaning is in, each once, and a table of entries holds none', () => {
    expect(
      statedAbbreviations(
        table('Key', [
          ['Meaning', 'Acronym'],
          ['Community mental health team', 'CMHT'],
          ['Community mental health team', 'CMHT'],
          ['', 'ED'],
          ['A sentence that somebody wrote', 'which is not short enough to be one'],
        ]),
      ),
    ).toEqual([{ abbreviation: 'CMHT', meaning: 'Community mental health team' }])
    expect(
      statedAbbreviations(
        table('Sheet1', [
          ['Date', 'Event'],
          ['CMHT', 'Visit'],
        ]),
      ),
    ).toEqual([])
    const paragraph = (style: 'heading' | 'paragraph' | 'list', text: string) => ({ style, level: 1, text })
    expect(
      statedAbbreviations({
        tables: [],
        paragraphs: [
          paragraph('heading', 'Glossary'),
          paragraph('list', 'A&E – accident and emergency'),
          paragraph('list', 'SALT: speech and language therapy.'),
          paragraph('heading', 'Chronology'),
          paragraph('paragraph', 'ED saw her at noon.'),
        ],
      }).map(({ abbreviation, meaning }) => [abbreviation, meaning]),
    ).toEqual([
      ['A&E', 'accident and emergency'],
      ['SALT', 'speech and language therapy'],
    ])
  })
})

describe('a text read with the glossary', () => {
  it('comes in pieces that are the whole text, each abbreviation with what it means', () => {
    const meanings = new Map([
      ['ED', ['emergency department']],
      ['MCA', ['Mental Capacity Act']],
    ])
    const text = 'Seen in ED; no MCAs. Edna, ed and EDs.'
    const pieces = piecesOf(text, meanings)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter(({ meanings }) => meanings.length > 0)).toEqual([
      { text: 'ED', meanings: ['emergency department'] },
      { text: 'MCAs', meanings: ['Mental Capacity Act'] },
      { text: 'EDs', meanings: ['emergency department'] },
    ])
    expect(piecesOf('', meanings)).toEqual([{ text: '', meanings: [] }])
  })

  it('needs a meaning, unless it is put aside', () => {
    const term = { abbreviation: 'ED', meaning: '', agencyId: null }
    expect(glossaryTermSchema.safeParse({ ...term, state: 'explained' }).success).toBe(false)
    expect(glossaryTermSchema.safeParse({ ...term, state: 'not-one' }).success).toBe(true)
  })
})
