import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { deriveArgon2id, kdfFloor } from '../../../db/vault/key-derivation.ts'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import { dispatch } from '../../../workspace/dispatch.ts'
import { createHost } from '../../../workspace/host.ts'
import { nodeEnvironment } from '../../../workspace/node-environment.ts'
import type { EntryRow, ImportReport } from '../../../workspace/views.ts'
import { missingAnnouncements } from '../../../scripts/demo/check-announced.ts'
import { rowFaults } from '../../../scripts/demo/check-rows.ts'
import { readExpected } from '../../../scripts/demo/expected.ts'
import { sample, sampleCaseFolder } from '../builders.ts'
import { failureOf, folderForAll, sar, write, type Ran } from './run-sar.ts'

/** What goes out to agencies and to the review's own desk, from a terminal, on the sample case. */
const folder = folderForAll()
const vault = path.join(folder, 'vault')
const passphrase = 'gravel thimble orbit lantern'
const author = (...args: string[]): Promise<Ran> =>
  sar([...args, '--vault', vault, '--json'], { env: { SAR_PASSPHRASE: passphrase } })

let caseId = ''
beforeAll(async () => {
  // At the least cost that the product accepts: several processes will open it.
  const derivation = {
    ...{ calibrate: () => Promise.resolve(kdfFloor), accepts: () => true, derive: deriveArgon2id },
  }
  const host = createHost({ ...nodeEnvironment(), derivation })
  const must = <T>(result: { ok: true; value: T } | { ok: false }): T => {
    if (!result.ok) throw new Error('the vault could not be prepared')
    return result.value
  }
  must(await dispatch(host, 'vault.create', { dir: vault, name: 'Calderwick', user: 'A Author', passphrase }))
  caseId = must(await dispatch(host, 'sample.load', {})).caseId
  must(await dispatch(host, 'vault.lock', {}))
})

describe('the answer key, met from a terminal', () => {
  const expected = readExpected(sampleCaseFolder)
  const dryRun = async (agency: string, file: string) => {
    const ran = await author(
      ...['chronology', 'import', '--case', caseId, '--agency', agency, '--dry-run', sample(file)],
    )
    expect([file, ran.code, ran.stderr]).toEqual([file, 0, ''])
    return ran.json() as unknown as ImportReport
  }

  it('lists every row of the five files as the key has it', async () => {
    const ran = await author('chronology', 'list', '--case', caseId)
    const { entries } = ran.json() as { entries: EntryRow[] }
    const first = expected.files.filter(({ file }) => file !== expected.reimport.to_file)
    const found = first.map(({ file }) => rowFaults(entries, file, expected.rows))
    expect(found.flatMap(({ faults }) => faults)).toEqual([])
    expect(found.map(({ checked }) => checked)).toEqual(first.map((one) => one.entries))
    expect(entries).toHaveLength(first.reduce((sum, one) => sum + one.entries, 0))
  })

  it('accounts for every row of a file, and announces what the key asks for', async () => {
    const [{ file = '', agency = '', entries = 0, announce = [] } = {}] = expected.files
    const { rows, announced } = await dryRun(agency, file)
    expect(rows.entries).toBe(entries)
    expect(rows.read).toBe(rows.entries + rows.headings + rows.blank + rows.declared)
    expect(missingAnnouncements(announce, announced)).toEqual([])
  })

  it('tells exactly what a second version changes', async () => {
    const { to_file: file, added, changed, removed, unchanged } = expected.reimport
    const report = await dryRun('a5', file)
    expect(report).toMatchObject({
      ...{ added: added.length, changed: changed.length, removed: removed.length, unchanged, source: null },
    })
    expect(report.differences.map(({ kind, reference }) => [kind, reference])).toEqual([
      ...changed.map(({ ref }) => ['changed', ref]),
      ...removed.map(({ ref }) => ['removed', ref]),
      ...added.map(({ ref }) => ['added', ref]),
    ])
  })
})

describe('sar chronology gaps', () => {
  type Gap = Readonly<
    Record<'agency' | 'from' | 'to' | 'days' | 'declared' | 'undeclaredDays' | 'state', unknown>
  >

  it('prints the answer key’s gaps, and the agency without a file as one', async () => {
    const ran = await author('chronology', 'gaps', '--case', caseId)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    const { gaps, gapDays } = ran.json() as { gaps: Gap[]; gapDays: number }
    const key = JSON.parse(readFileSync(sample('expected.json'), 'utf8')) as {
      gap_threshold_days: number
      gaps: {
        file: string
        from: string
        to: string
        days: number
        declared: string
        undeclared_days: number
      }[]
    }
    const agencies = JSON.parse(readFileSync(sample('case.json'), 'utf8')) as {
      agencies: { id: string; chronology: string | null }[]
    }
    const agencyOf = new Map(agencies.agencies.map(({ id, chronology }) => [chronology, id]))
    expect(gapDays).toBe(key.gap_threshold_days)
    expect(
      gaps.map(({ agency, from, to, days, declared, undeclaredDays }) => ({
        ...{ agency, from, to, days, declared, undeclaredDays },
      })),
    ).toEqual([
      ...key.gaps.map(({ file, undeclared_days: undeclaredDays, ...gap }) => ({
        ...{ agency: agencyOf.get(file), from: gap.from, to: gap.to, days: gap.days, declared: gap.declared },
        undeclaredDays,
      })),
      {
        agency: 'a6',
        from: '2021-04-01',
        to: '2023-11-09',
        days: 953,
        declared: 'none',
        undeclaredDays: 953,
      },
    ])
    expect(new Set(gaps.map(({ state }) => state))).toEqual(new Set(['open']))
  })

  it('takes another length to look with, and refuses what is none', async () => {
    const longer = await author('chronology', 'gaps', '--case', caseId, '--at-least', '290')
    expect((longer.json() as { gaps: Gap[] }).gaps.map(({ days }) => days)).toEqual([295, 953])
    const bad = failureOf(await author('chronology', 'gaps', '--case', caseId, '--at-least', 'long'))
    expect(bad).toMatchObject({ code: 'invalid', exit: 2, fields: [{ path: 'at-least' }] })
  })
})

describe('sar chronology export', () => {
  it('writes what was asked for in pseudonyms unless names are asked for, and says what', async () => {
    const out = path.join(folder, 'police')
    const ran = await author(
      ...['chronology', 'export', '--case', caseId, '--agency', 'a2', '--format', 'xlsx', '--out', out],
    )
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.json()).toMatchObject({
      entries: 35,
      names: false,
      files: [{ name: 'working-chronology.xlsx' }],
    })
    expect(readdirSync(out)).toEqual(['working-chronology.xlsx'])
    const named = path.join(folder, 'named')
    const whole = await author('chronology', 'export', '--case', caseId, '--names', '--out', named)
    expect(whole.json()).toMatchObject({ entries: 228, names: true })
    expect(readdirSync(named)).toHaveLength(2)
  })

  it('refuses the vault’s folder and another format, and writes nothing', async () => {
    const inside = path.join(vault, 'out')
    const refused = failureOf(await author('chronology', 'export', '--case', caseId, '--out', inside))
    expect(refused).toMatchObject({ code: 'invalid', exit: 2, stderrIsTheMessage: true })
    const out = path.join(folder, 'pdf')
    const format = failureOf(
      await author('chronology', 'export', '--case', caseId, '--format', 'pdf', '--out', out),
    )
    expect(format).toMatchObject({ code: 'invalid', exit: 2, fields: [{ path: 'format' }] })
    expect([existsSync(inside), existsSync(out)]).toEqual([false, false])
  })
})

describe('sar chronology template', () => {
  it('makes one for an agency and for all, with instructions from a file, and says which is whose', async () => {
    const instructions = write(folder, 'instructions.txt', 'Please return it within three weeks.\n')
    const out = path.join(folder, 'one template')
    const ran = await author(
      ...['chronology', 'template', '--case', caseId, '--agency', 'a6', '--format', 'docx'],
      ...['--instructions', instructions, '--out', out],
    )
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.json()).toMatchObject({ files: [{ agencyId: 'a6', name: 'chronology-template-1.docx' }] })
    const { texts } = await inspectFile(
      readFileSync(path.join(out, 'chronology-template-1.docx')),
      'chronology-template-1.docx',
    )
    expect(texts.map(({ text }) => text).join('\n')).toContain('Please return it within three weeks.')
    const all = path.join(folder, 'all templates')
    await author(
      'chronology',
      'template',
      '--case',
      caseId,
      '--agency',
      'all',
      '--format',
      'xlsx',
      '--out',
      all,
    )
    // case.json names six agencies.
    expect(readdirSync(all)).toHaveLength(6)
  })

  it('refuses instructions that name somebody of the key, and another format', async () => {
    const named = write(folder, 'named.txt', 'Look for Dorothy Hargreave.')
    const out = path.join(folder, 'no templates')
    const of = ['chronology', 'template', '--case', caseId, '--agency', 'a6', '--out', out, '--format']
    const refused = failureOf(await author(...of, 'xlsx', '--instructions', named))
    expect(refused).toMatchObject({ code: 'refused', exit: 1, stderrIsTheMessage: true })
    expect(refused.message).not.toMatch(/Hargreave/)
    expect(failureOf(await author(...of, 'pdf'))).toMatchObject({ code: 'invalid', exit: 2 })
    expect(existsSync(out)).toBe(false)
  })
})
