import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sample } from '../builders.ts'
import { smallRoster } from '../small-case.ts'
import { failureOf, folderForAll, sar, write } from './run-sar.ts'

const folder = folderForAll()
const roster = write(folder, 'roster.json', JSON.stringify(smallRoster))
const empty = write(folder, 'empty.json', '{"version":"1","entries":[]}')

describe('sar redact', () => {
  it('prints one object; offsets are UTF-16 units of the input', async () => {
    const input = '😀 Mrs Quillfeather, NHS 999 000 0018, met Mrs Ostrander.'
    const ran = await sar(['redact', '--roster', roster, '--json'], { input })
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
    const { text, spans, candidates, ...rest } = ran.json() as {
      text: string
      spans: { start: number; end: number; kind: string; entity?: string; replacement: string }[]
      candidates: { start: number; end: number; kind: string }[]
    }
    expect(rest).toEqual({})
    expect(text).toBe('😀 Adult B, NHS [NHS number], met Mrs Ostrander.')
    expect(spans.map(({ start, end, kind }) => [input.slice(start, end), kind])).toEqual([
      ['Mrs Quillfeather', 'PERSON'],
      ['999 000 0018', 'NHS_NUMBER'],
    ])
    expect(spans[0]).toMatchObject({ entity: 'p01', replacement: 'Adult B', source: 'roster' })
    expect(spans.every((span) => 'confidence' in span && 'source' in span)).toBe(true)
    expect(candidates.map(({ start, end, kind }) => [input.slice(start, end), kind])).toEqual([
      ['Mrs Ostrander', 'PERSON'],
    ])
    expect(Object.keys(candidates[0] ?? {})).toEqual(
      expect.arrayContaining(['start', 'end', 'kind', 'confidence', 'why']),
    )
  })

  it('answers 2,000 lines in one go, in order, with their ids, an empty line passed over', async () => {
    const lines = Array.from({ length: 2_000 }, (_, n) =>
      JSON.stringify({ id: n % 2 === 0 ? `line ${n}` : n, text: `Seen ${n}: Toby Quillfeather.` }),
    )
    const input = `${[lines[0], '', ...lines.slice(1)].join('\n')}\n`
    const ran = await sar(['redact', '--roster', roster, '--json-lines'], { input })
    expect(ran.code).toBe(0)
    expect(ran.lines().map(({ id, text }) => ({ id, text }))).toEqual(
      lines.map((_, n) => ({ id: n % 2 === 0 ? `line ${n}` : n, text: `Seen ${n}: Son 1.` })),
    )
  })

  it('says which line is bad, counting empty ones, and prints none of the others', async () => {
    const input = '{"id":1,"text":"Mrs Quillfeather"}\n\n{"id":2}\n'
    const missing = await sar(['redact', '--roster', roster, '--json-lines'], { input })
    expect({ code: missing.code, stdout: missing.stdout }).toEqual({ code: 2, stdout: '' })
    expect(missing.stderr).toMatch(/^line 3: .*"text".*\.\n$/)
    const broken = await sar(['redact', '--roster', roster, '--json-lines'], {
      input: '{"text":"a"}\n{"text":"Mrs Quillfeather"\n',
    })
    expect(broken.code).toBe(2)
    expect(broken.stderr).toBe('line 2 is not valid JSON (line 1, column 27).\n')
  })

  it('leaves what is replaced only in public to the agencies', async () => {
    const input = 'Larkmere Council wrote.'
    const agencies = await sar(['redact', '--roster', roster, '--audience', 'agencies'], { input })
    const byDefault = await sar(['redact', '--roster', roster], { input })
    expect(agencies.stdout.trim()).toBe('Larkmere Council wrote.')
    expect(byDefault.stdout.trim()).toBe('Council wrote.')
  })

  it('takes an empty roster, a file with an odd name, and keeps unknown fields out of its way', async () => {
    write(folder, '-näme ü.txt', 'Rang 01632 960123.')
    const ran = await sar(['redact', '--roster', empty, '--json', '--', '-näme ü.txt'], { cwd: folder })
    expect(ran.json()).toMatchObject({ text: 'Rang [telephone number].' })
  })

  it('refuses text that is not UTF-8, a missing file, and a key that is not one, without quoting them', async () => {
    const latin = await sar(['redact', '--roster', roster, '--json'], {
      input: Buffer.from('Zo\xeb Quillfeather', 'latin1'),
    })
    expect(failureOf(latin)).toMatchObject({ code: 'invalid', exit: 2, stderrIsTheMessage: true })
    const missing = await sar(['redact', '--roster', roster, '--json', '/nowhere/gone.txt'])
    expect(failureOf(missing)).toMatchObject({ code: 'invalid', exit: 2, stderrIsTheMessage: true })
    expect(failureOf(missing).message).toMatch(/^gone\.txt /)
    const bad = write(folder, 'bad.json', '{\n "entries": [{"name": "Marjorie Quillfeather" "id": 1}]\n}')
    const broken = await sar(['redact', '--roster', bad, '--json'], { input: 'x' })
    expect(failureOf(broken)).toMatchObject({
      keys: ['code', 'fields', 'message'],
      code: 'invalid',
      message: 'bad.json is not valid JSON (line 2, column 47).',
      exit: 2,
    })
    const wrong = write(folder, 'wrong.json', '{"version":"1","entries":[{"id":"p1"}]}')
    const shape = failureOf(await sar(['redact', '--roster', wrong, '--json'], { input: 'x' }))
    expect(shape).toMatchObject({ code: 'invalid', exit: 2 })
    expect(shape.fields.some(({ path: at }) => at.startsWith('entries.0.'))).toBe(true)
  })
})

const table = {
  dimensions: [{ name: 'Outcome', categories: ['Died', 'Survived'] }],
  counts: [
    { at: ['Died'], count: 12 },
    { at: ['Survived'], count: 3 },
  ],
  rule: { kind: 'sac' },
}

describe('sar protect', () => {
  it('applies the rule: 0 to 4 as [c], others to the nearest 5, margins from their own count', async () => {
    const file = write(folder, 'table.json', JSON.stringify(table))
    const ran = await sar(['protect', '--in', file, '--json'])
    expect(ran.stderr).toBe('')
    const { cells, audit, safe } = ran.json() as {
      cells: { at: string[]; shown: string; status: string }[]
      audit: { at: string[]; low: number; high: number }[]
      safe: boolean
    }
    expect(cells.map(({ at, shown }) => [at.join(), shown])).toEqual(
      expect.arrayContaining([
        ['Died', '10'],
        ['Survived', '[c]'],
        ['Total', '15'],
      ]),
    )
    expect(cells.find(({ at }) => at[0] === 'Survived')?.status).toBe('primary')
    // 10 stands for 8 to 12 and 15 for 13 to 17, so that the hidden count is at least 13 - 12.
    expect(audit.find(({ at }) => at[0] === 'Survived')).toMatchObject({ low: 1, high: 4 })
    expect([safe, ran.code]).toEqual([true, 0])
  })

  it('answers a table a line, and names the line that is no table', async () => {
    const line = JSON.stringify(table)
    const ran = await sar(['protect', '--json-lines'], { input: `${line}\n\n${line}\n` })
    expect(ran.code).toBe(0)
    expect(ran.lines().map(({ safe }) => safe)).toEqual([true, true])
    const bad = await sar(['protect', '--json-lines'], {
      input: `${line}\n\n${JSON.stringify({ ...table, counts: [{ at: ['Nobody'], count: 1 }] })}\n`,
    })
    expect({ code: bad.code, stdout: bad.stdout }).toEqual({ code: 2, stdout: '' })
    expect(bad.stderr).toMatch(/^line 3: .*counts\.0\.at\.0/)
  })

  it('says with field paths what is wrong in a table', async () => {
    const file = write(
      folder,
      'negative.json',
      JSON.stringify({ ...table, counts: [{ at: ['Died'], count: -1 }] }),
    )
    const failure = failureOf(await sar(['protect', '--in', file, '--json']))
    expect(failure).toMatchObject({ code: 'invalid', exit: 2, stderrIsTheMessage: true })
    expect(failure.fields.map(({ path: at }) => at)).toEqual(['counts.0.count'])
  })
})

describe('sar dates', () => {
  it('reads one date as one object, day first', async () => {
    const ran = await sar(['dates', '--json'], { input: '03/04/2023 at 10:15\n' })
    expect(ran.json()).toMatchObject({
      original: '03/04/2023 at 10:15',
      earliest: '2023-04-03',
      latest: '2023-04-03',
      precision: 'exact',
      time: '10:15',
      warnings: expect.any(Array) as unknown,
    })
    expect(ran.code).toBe(0)
  })

  it('reads lines in order, with a year to fall back on as text or number', async () => {
    const input = [
      '{"text":"Before 2021"}',
      '{"text":"3 March","default":"2022"}',
      '',
      '{"text":"3 March","default":2022}',
    ]
    const ran = await sar(['dates', '--json-lines'], { input: input.join('\r\n') })
    const march = { earliest: '2022-03-03', latest: '2022-03-03', precision: 'exact' }
    expect(ran.lines()).toMatchObject([
      { original: 'Before 2021', earliest: null, latest: '2020-12-31', precision: 'before' },
      march,
      march,
    ])
    const bad = await sar(['dates', '--json-lines'], {
      input: '{"text":"May"}\n{"text":"May","default":"22"}',
    })
    expect([bad.code, bad.stdout]).toEqual([2, ''])
    expect(bad.stderr).toMatch(/^line 2: "default": Give the year as YYYY/)
  })
})

describe('sar inspect and check-leaks', () => {
  it('lists what hides in a file', async () => {
    const ran = await sar(['inspect', '--json', sample('adult-social-care-chronology.xlsx')])
    const { texts, properties, findings, ...rest } = ran.json() as {
      texts: { where: string; text: string; hidden: boolean }[]
      properties: Record<string, string>
      findings: { kind: string; where: string }[]
    }
    expect([ran.code, rest]).toEqual([0, {}])
    const kinds = findings.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['hidden-row', 'hidden-column', 'comment']))
    expect(texts.some(({ hidden }) => hidden) && texts.some(({ hidden }) => !hidden)).toBe(true)
    expect(typeof properties).toBe('object')
  })

  it('finds the key in text and in a file’s name, says so with exit 1, and is quiet about a clean file', async () => {
    const leaking = write(folder, 'minutes.csv', 'Date,Event\r\n1/2/2023,Toby Quillfeather came\r\n')
    const named = write(folder, 'Marjorie Quillfeather.csv', 'Date,Event\r\n1/2/2023,A visit\r\n')
    const ran = await sar(['check-leaks', '--roster', roster, '--json', leaking, named])
    const { leaks } = ran.json() as { leaks: Record<string, string>[] }
    expect(ran.code).toBe(1)
    expect(leaks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ file: 'minutes.csv', entity: 'p02', kind: 'PERSON' }),
        expect.objectContaining({ file: 'Marjorie Quillfeather.csv', where: 'file name', entity: 'p01' }),
      ]),
    )
    expect(leaks.every((leak) => 'where' in leak && 'text' in leak)).toBe(true)
    const clean = write(folder, 'clean.csv', 'Date,Event\r\n1/2/2023,A visit\r\n')
    const quiet = await sar(['check-leaks', '--roster', roster, '--json', clean])
    expect([quiet.code, quiet.json()]).toEqual([0, { leaks: [] }])
  })

  it('does not call a file clean that it cannot open', async () => {
    const whole = readFileSync(sample('police-chronology.xlsx'))
    const cut = write(folder, 'cut.xlsx', whole.subarray(0, 2_000))
    const checked = failureOf(await sar(['check-leaks', '--roster', roster, '--json', cut]))
    expect(checked).toMatchObject({ code: 'invalid', exit: 2 })
    expect(checked.message).toContain('cut.xlsx')
    const inspected = failureOf(await sar(['inspect', '--json', path.join(folder, 'nothing.docx')]))
    expect(inspected).toMatchObject({ code: 'invalid', exit: 2 })
  })
})
