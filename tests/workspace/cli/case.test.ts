import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { deriveArgon2id, kdfFloor } from '../../../db/vault/key-derivation.ts'
import { dispatch } from '../../../workspace/dispatch.ts'
import { createHost } from '../../../workspace/host.ts'
import { nodeEnvironment } from '../../../workspace/node-environment.ts'
import { sample } from '../builders.ts'
import { unknownName, writeSmallFiles } from '../small-case.ts'
import { failureOf, folderForAll, sar, write, type Ran } from './run-sar.ts'

/** The main job from a terminal, one step after another on one vault. */
const folder = folderForAll()
const vault = path.join(folder, 'vault')
const files = writeSmallFiles(path.join(folder, 'files in ü'))
const phrases = { 'A Author': 'gravel thimble orbit lantern', 'B Approver': 'walrus copper inkwell meadow' }
type User = keyof typeof phrases

const as = (user: User, ...args: string[]): Promise<Ran> =>
  sar([...args, '--vault', vault, '--user', user, '--json'], { env: { SAR_PASSPHRASE: phrases[user] } })
const author = (...args: string[]): Promise<Ran> => as('A Author', ...args)

let caseId = ''
beforeAll(async () => {
  // At the least cost that the product accepts: many processes will open it.
  const derivation = {
    ...{ calibrate: () => Promise.resolve(kdfFloor), accepts: () => true, derive: deriveArgon2id },
  }
  const host = createHost({ ...nodeEnvironment(), derivation })
  const must = (result: { ok: boolean }): void => expect(result).toMatchObject({ ok: true })
  const passphrase = phrases['A Author']
  must(await dispatch(host, 'vault.create', { dir: vault, name: 'Larkmere', user: 'A Author', passphrase }))
  must(
    await dispatch(host, 'vault.add-user', {
      ...{ user: 'B Approver', role: 'chair', passphrase: phrases['B Approver'] },
    }),
  )
  must(await dispatch(host, 'vault.lock', {}))
  const added = await author('case', 'add', '--case', files.case, '--roster', files.roster)
  expect([added.code, added.stderr, Object.keys(added.json())]).toEqual([0, '', ['caseId']])
  caseId = String(added.json()['caseId'])
})

describe('sar case', () => {
  it('lists and shows cases, without their special-category data', async () => {
    const { cases } = (await author('case', 'list')).json() as { cases: Record<string, unknown>[] }
    expect(cases).toMatchObject([{ id: caseId, ref: 'LRK-SAR-2026-B', title: 'Adult B' }])
    const shown = await author('case', 'show', '--case', caseId)
    expect(shown.json()).toMatchObject({ id: caseId, title: 'Adult B' })
    for (const secret of ['Bangladeshi', 'Zoroastrian', 'Bisexual', 'narcolepsy', 'Memory and Cognition'])
      expect(shown.stdout).not.toContain(secret)
  })

  it('says that there is no such case, rather than show an empty one', async () => {
    for (const command of ['case show', 'chronology list', 'chronology links'])
      expect(failureOf(await author(...command.split(' '), '--case', 'nope'))).toMatchObject({
        ...{ code: 'not-found', exit: 2, stderrIsTheMessage: true },
      })
  })

  it('refuses the same case twice and a case file with a fault, naming it', async () => {
    const again = await author('case', 'add', '--case', files.case, '--roster', files.roster)
    expect(failureOf(again)).toMatchObject({ code: 'conflict', exit: 5 })
    const faulty = write(folder, 'faulty.json', '{"ref":"X"}')
    const ran = failureOf(await author('case', 'add', '--case', faulty, '--roster', files.roster))
    expect(ran).toMatchObject({ code: 'invalid', exit: 2, stderrIsTheMessage: true })
  })
})

describe('sar chronology', () => {
  it('tells what an import would do and keeps nothing, then does it', async () => {
    const into = ['chronology', 'import', '--case', caseId, '--agency', 'a1', files.chronology]
    const dry = await author(...into, '--dry-run')
    expect(dry.json()).toMatchObject({ source: null, added: 3 })
    const before = (await author('chronology', 'list', '--case', caseId)).json()
    expect(before).toEqual({ entries: [] })
    const ran = await author(...into)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    const report = ran.json() as { rows: Record<string, number>; mapping: { columns: unknown[] } }
    expect(report).toMatchObject({
      source: { file: 'council.csv' },
      rows: { read: 4, entries: 3, headings: 1, blank: 0, declared: 0 },
      ...{ added: 3, changed: 0, removed: 0, unchanged: 0 },
      announced: expect.any(Array) as unknown,
      needsAttention: expect.any(Array) as unknown,
    })
    expect(report.mapping.columns).toHaveLength(5)
    const mapping = write(folder, 'mapping.json', JSON.stringify(report.mapping))
    const again = await author(...into, '--mapping', mapping)
    expect(again.json()).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 3 })
  })

  it('lists the combined chronology in order, with its source', async () => {
    const { entries } = (await author('chronology', 'list', '--case', caseId)).json() as {
      entries: Record<string, unknown>[]
    }
    expect(entries).toMatchObject([
      {
        id: expect.any(String) as unknown,
        agency: 'a1',
        source: { file: 'council.csv', row: 1 },
        date: { original: '03/04/2023', earliest: '2023-04-03', precision: 'exact', time: '10:15' },
        event: 'Mrs Quillfeather seen at home. Rang 01632 960123.',
        action: 'Referral made',
        analysis: 'Good practice',
      },
      { date: { earliest: '2023-05-01', latest: '2023-05-31', precision: 'month' } },
      { date: { earliest: '2023-06-12' } },
    ])
  })

  it('searches, and filters by agency and dates', async () => {
    const list = async (...args: string[]): Promise<unknown[]> =>
      ((await author('chronology', 'list', '--case', caseId, ...args)).json() as { entries: unknown[] })
        .entries
    expect(await list('--search', 'neighbour')).toHaveLength(1)
    expect(await list('--agency', 'a2')).toHaveLength(0)
    expect(await list('--from', '2023-05-02', '--to', '2023-05-30')).toHaveLength(1)
    const bad = failureOf(await author('chronology', 'list', '--case', caseId, '--from', '1 May'))
    expect(bad).toMatchObject({ code: 'invalid', exit: 2, fields: [{ path: 'from' }] })
  })

  it('refuses an unknown agency and a mapping that is none', async () => {
    const into = ['chronology', 'import', '--case', caseId, files.chronology, '--agency']
    expect((await author(...into, 'a99')).code).toBe(2)
    const mapping = write(folder, 'no-mapping.json', '{"table":1}')
    expect((await author(...into, 'a1', '--mapping', mapping)).code).toBe(2)
  })

  it('proposes accounts of one event by two agencies', async () => {
    const police = write(
      folder,
      'police.csv',
      'Date,Event\r\n03/04/2023,"Officers at home address with council. Mrs Quillfeather seen at home, rang council."\r\n',
    )
    await author('chronology', 'import', '--case', caseId, '--agency', 'a2', police)
    const { links } = (await author('chronology', 'links', '--case', caseId)).json() as {
      links: { entryIds: string[]; score: number; reason: string }[]
    }
    expect(links.every(({ entryIds }) => entryIds.length === 2)).toBe(true)
    expect(links.every(({ score, reason }) => score > 0 && reason !== '')).toBe(true)
  })

  it('keeps a contribution once', async () => {
    const add = [
      'contribution',
      'add',
      '--case',
      caseId,
      '--agency',
      'a2',
      sample('imr-housing-provider.docx'),
    ]
    const ran = await author(...add)
    expect(ran.code).toBe(0)
    expect(ran.json()).toMatchObject({ agencyId: 'a2', fileName: 'imr-housing-provider.docx' })
    expect(ran.json()['words']).toBeGreaterThan(50)
    expect((await author(...add)).code).toBe(5)
  })
})

describe('sar pack, from question to disclosure', () => {
  let packId = ''
  const build = (...more: string[]): Promise<Ran> =>
    author('pack', 'build', '--case', caseId, '--recipient', 'a2', '--profile', 'publication', ...more)

  it('builds, and asks about a name in nobody’s key', async () => {
    const ran = await build('--formats', 'csv,json', '--out', path.join(folder, 'draft'))
    const report = ran.json() as {
      packId: string
      state: string
      candidates: { text: string }[]
      files: unknown[]
    }
    expect([ran.code, report.state]).toEqual([0, 'needs-review'])
    expect(report.candidates.map(({ text }) => text)).toContain(unknownName)
    expect(report.files).toHaveLength(2)
    expect(existsSync(path.join(folder, 'draft'))).toBe(false)
    packId = report.packId
  })

  it('refuses to approve or release what is not decided', async () => {
    const approved = failureOf(await as('B Approver', 'pack', 'approve', '--pack', packId))
    expect(approved).toMatchObject({ code: 'refused', exit: 1, stderrIsTheMessage: true })
    const out = path.join(folder, 'too-early')
    const released = failureOf(await author('pack', 'release', '--pack', packId, '--out', out))
    expect(released).toMatchObject({ code: 'refused', exit: 1 })
    expect(existsSync(out)).toBe(false)
  })

  it('takes decisions by text, and names the one it cannot use', async () => {
    const unusable = write(folder, 'unusable.json', '[{"candidate":"x","decision":"perhaps"}]')
    const bad = failureOf(await author('pack', 'review', '--pack', packId, '--decisions', unusable))
    expect(bad).toMatchObject({ code: 'invalid', exit: 2 })
    const decisions = write(
      folder,
      'decisions.json',
      JSON.stringify([{ candidate: unknownName, decision: 'replace', replacement: 'a neighbour' }]),
    )
    const ran = await author('pack', 'review', '--pack', packId, '--decisions', decisions)
    expect([ran.code, ran.json()['state']]).toEqual([0, 'ready'])
    expect(ran.json()['searches']).toMatchObject({ isDemanded: true, open: 0 })
  })

  it('takes answers to what could be searched for, and names the one that is nowhere in the pack', async () => {
    const searches = [{ item: 'quotation of nobody', answer: 'not-found' }]
    const file = write(folder, 'searches.json', JSON.stringify({ searches }))
    const bad = failureOf(await author('pack', 'review', '--pack', packId, '--decisions', file))
    expect(bad).toMatchObject({ code: 'invalid', exit: 2 })
  })

  it('is approved by another user than the builder, and released with a manifest', async () => {
    const own = failureOf(await author('pack', 'approve', '--pack', packId))
    expect(own).toMatchObject({ code: 'not-permitted', exit: 4 })
    const approved = await as('B Approver', 'pack', 'approve', '--pack', packId)
    expect(approved.json()).toMatchObject({ state: 'approved', approvedBy: 'B Approver' })
    const out = path.join(folder, 'to send')
    const released = await as('B Approver', 'pack', 'release', '--pack', packId, '--out', out)
    expect(released.code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'pack.csv', 'pack.json'])
    const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as {
      readonly pack: string
      readonly files: unknown[]
    }
    expect(manifest).toMatchObject({ format: 'sar-manifest-1' })
    expect(manifest.pack.replaceAll(':', '')).toBe(packId.replaceAll('-', ''))
    expect(manifest.files).toHaveLength(2)
    const checked = await sar([
      ...['check-leaks', '--roster', files.roster, '--audience', 'public', '--json'],
      ...readdirSync(out).map((name) => path.join(out, name)),
    ])
    expect([checked.code, checked.json()]).toEqual([0, { leaks: [] }])
  })

  it('writes marked drafts of a pack with nothing to decide', async () => {
    const out = path.join(folder, 'draft')
    const ran = await build('--formats', 'csv', '--out', out)
    expect([ran.code, ran.json()['state'], readdirSync(out)]).toEqual([0, 'ready', ['draft.csv']])
    expect(readFileSync(path.join(out, 'draft.csv'), 'utf8')).toContain('Draft for checking')
  })

  it('refuses an unknown format and an unknown recipient', async () => {
    expect(failureOf(await build('--formats', 'docx,exe'))).toMatchObject({ code: 'invalid', exit: 2 })
    const nobody = await author(
      ...['pack', 'build', '--case', caseId, '--recipient', 'a99', '--profile', 'publication'],
      ...['--formats', 'csv'],
    )
    expect(nobody.code).toBe(2)
  })
})

describe('sar history, stats and audit', () => {
  it('enters earlier years and publishes a year’s tables, equal to the answer key', async () => {
    const imported = await author('history', 'import', sample('history.json'))
    expect(imported.json()).toMatchObject({ unchanged: 0, changed: 0 })
    const key = JSON.parse(readFileSync(sample('expected.json'), 'utf8')) as {
      history_totals: Record<string, { sac_rounded: { SG5a: Record<string, unknown> } }>
    }
    const [year = '', totals] = Object.entries(key.history_totals).at(-1) ?? []
    const out = path.join(folder, 'tables')
    const ran = await author('stats', '--year', year, '--rule', 'sac', '--out', out, '--formats', 'csv,json')
    expect(ran.code).toBe(0)
    const { tables } = ran.json() as { tables: { id: string; cells: { at: string[]; shown: string }[] }[] }
    const shown = Object.fromEntries(
      tables.find(({ id }) => id === 'SG5a')?.cells.map(({ at, shown: text }) => [at[0], text]) ?? [],
    )
    for (const [label, count] of Object.entries(totals?.sac_rounded.SG5a ?? {}))
      expect([label, shown[label]]).toEqual([label, String(count)])
    expect(readdirSync(out).sort()).toEqual([`annual-tables-${year}.csv`, `annual-tables-${year}.json`])
    const nothing = failureOf(
      await author('stats', '--year', '1999-00', '--rule', 'sac', '--out', path.join(folder, 'none')),
    )
    expect(nothing).toMatchObject({ code: 'invalid', exit: 2 })
  })

  it('refuses a history file with a fault, with its place', async () => {
    const cut = write(folder, 'cut history.json', '{"years":["2020-21"],\n "cases":[{"ref":"X"')
    const ran = failureOf(await author('history', 'import', cut))
    expect(ran.message).toBe('cut history.json is not valid JSON (line 2, column 21).')
    expect(ran.exit).toBe(2)
  })

  it('lists the audit, of one record too, and proves its chain', async () => {
    const { rows } = (await author('audit', 'list')).json() as { rows: Record<string, unknown>[] }
    const actions = rows.map(({ action }) => action)
    expect(actions).toEqual(
      expect.arrayContaining([
        ...['case.add-from-files', 'chronology.import', 'contribution.add', 'history.import'],
        ...['pack.build', 'pack.review', 'pack.approve', 'pack.release', 'statistics.publish'],
      ]),
    )
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => rows.length - at))
    expect(rows.at(-1)).toMatchObject({ seq: 1, hash: expect.any(String) as unknown })
    const ofCase = (await author('audit', 'list', '--record', caseId)).json() as {
      rows: { action: string }[]
    }
    expect(ofCase.rows.map(({ action }) => action)).toContain('case.add-from-files')
    expect((await author('audit', 'list', '--from', '2999-01-01')).json()).toEqual({ rows: [] })
    const verified = await author('audit', 'verify')
    expect([verified.code, verified.json()]).toMatchObject([0, { ok: true, problems: [] }])
  })
})
