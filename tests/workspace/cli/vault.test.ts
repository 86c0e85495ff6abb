import { spawn } from 'node:child_process'
import { closeSync, cpSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeVault } from '../../../db/vault/close-vault.ts'
import { openVault } from '../../../db/vault/open-vault.ts'
import { nodeEnvironment } from '../../../workspace/node-environment.ts'
import { failureOf, folderForAll, sar, write, type Ran } from './run-sar.ts'

const folder = folderForAll()
const vault = path.join(folder, 'the böard’s vault')
const phrase = 'gravel thimble orbit lantern'
const secondPhrase = 'walrus copper inkwell meadow'
const phraseFile = write(folder, 'pass.txt', `${phrase}\n`)
const secondFile = write(folder, 'second pass.txt', `${secondPhrase}\r\n`)
const env = { SAR_PASSPHRASE: phrase }

let created: Ran
let added: Ran
beforeAll(async () => {
  created = await sar(
    ['vault', 'create', '--vault', vault, '--name', 'Larkmere Board', '--user', 'A Author', '--json'],
    { env },
  )
  added = await sar([
    ...['vault', 'add-user', '--vault', vault, '--user', 'B Approver', '--role', 'Independent chair'],
    ...['--passphrase-file', phraseFile, '--new-passphrase-file', secondFile, '--json'],
  ])
})

describe('sar vault', () => {
  it('creates a vault, and adds a user with a passphrase from a file', () => {
    expect([created.code, created.stderr]).toEqual([0, ''])
    expect(created.json()).toMatchObject({
      name: 'Larkmere Board',
      user: 'A Author',
      role: 'business-manager',
    })
    expect(created.json()['recoveryKey']).toMatch(/\S{20,}/)
    expect([added.code, added.json()['name'], added.json()['role']]).toEqual([0, 'B Approver', 'chair'])
    expect(readFileSync(path.join(vault, 'vault.db')).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    )
  })

  it('verifies every page, the key slots and the audit', async () => {
    const ran = await sar(['vault', 'verify', '--vault', vault, '--user', 'A Author', '--json'], { env })
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.json()).toMatchObject({ ok: true, problems: [] })
    expect(ran.json()['pages']).toBe(statSync(path.join(vault, 'vault.db')).size / 4096)
    expect(ran.json()['auditEntries']).toBeGreaterThanOrEqual(4)
  })

  it('asks who opens it where there are several users', async () => {
    const nobody = failureOf(await sar(['case', 'list', '--vault', vault, '--json'], { env }))
    expect(nobody).toMatchObject({ exit: 2, code: 'invalid', stderrIsTheMessage: true })
    const stranger = await sar(['case', 'list', '--vault', vault, '--user', 'C Nobody', '--json'], { env })
    expect([stranger.code, failureOf(stranger).stderrIsTheMessage]).toEqual([3, true])
  })

  it('answers a wrong passphrase with 3, and so a missing one', async () => {
    const open = ['case', 'list', '--vault', vault, '--user', 'A Author', '--json']
    const wrong = failureOf(await sar(open, { env: { SAR_PASSPHRASE: secondPhrase } }))
    expect(wrong).toMatchObject({ code: 'wrong-passphrase', exit: 3, stderrIsTheMessage: true })
    expect(wrong.message).not.toContain(secondPhrase)
    expect(failureOf(await sar(open))).toMatchObject({ code: 'locked', exit: 3, stderrIsTheMessage: true })
    const right = await sar(open, { env })
    expect([right.code, right.json()]).toEqual([0, { cases: [] }])
  })

  it('answers 4 to who is not permitted', async () => {
    const ran = await sar([
      ...[
        'vault',
        'add-user',
        '--vault',
        vault,
        '--user',
        'D Other',
        '--role',
        'chair',
        '--as',
        'B Approver',
      ],
      ...['--passphrase-file', secondFile, '--new-passphrase-file', phraseFile, '--json'],
    ])
    expect(failureOf(ran)).toMatchObject({ code: 'not-permitted', exit: 4, stderrIsTheMessage: true })
  })

  it('answers 5 while it is open elsewhere, and says who has it', async () => {
    const held = await openVault({
      ...{ dir: vault, user: 'B Approver', passphrase: secondPhrase, env: nodeEnvironment() },
    })
    const ran = await sar(['case', 'list', '--vault', vault, '--user', 'A Author', '--json'], { env })
    closeVault(held)
    expect(failureOf(ran)).toMatchObject({ code: 'conflict', exit: 5, stderrIsTheMessage: true })
    expect(failureOf(ran).message).toContain('B Approver')
  })

  it('changes a passphrase', async () => {
    const copy = path.join(folder, 'changed')
    cpSync(vault, copy, { recursive: true })
    const third = write(folder, 'third.txt', 'harbour velvet pelican ochre')
    const as = ['--vault', copy, '--user', 'B Approver', '--json']
    const changed = await sar([
      ...['vault', 'change-passphrase', ...as],
      ...['--passphrase-file', secondFile, '--new-passphrase-file', third],
    ])
    expect([changed.code, changed.json()]).toEqual([0, { changed: true }])
    expect((await sar(['case', 'list', ...as, '--passphrase-file', third])).code).toBe(0)
  })

  it('refuses a weak passphrase and a folder that holds a vault already, and makes nothing', async () => {
    const make = ['vault', 'create', '--name', 'N', '--user', 'U', '--json', '--vault']
    const weak = path.join(folder, 'weak')
    const ran = failureOf(await sar([...make, weak], { env: { SAR_PASSPHRASE: 'password1' } }))
    expect(ran).toMatchObject({ code: 'invalid', exit: 2 })
    expect(() => statSync(path.join(weak, 'vault.db'))).toThrow('ENOENT')
    expect((await sar([...make, vault], { env })).code).toBeGreaterThan(0)
  })

  it('says what is wrong with a damaged vault, with exit 1, and keeps its cases closed', async () => {
    const copy = path.join(folder, 'damaged')
    cpSync(vault, copy, { recursive: true })
    const file = openSync(path.join(copy, 'vault.db'), 'r+')
    writeSync(file, Buffer.from([1, 2, 3, 4]), 0, 4, 4096 * 3 + 100)
    closeSync(file)
    const as = ['--vault', copy, '--user', 'A Author', '--json']
    const ran = await sar(['vault', 'verify', ...as], { env })
    const { ok, problems } = ran.json() as { ok: boolean; problems: string[] }
    expect([ran.code, ok]).toEqual([1, false])
    expect(problems.join(' ')).toContain('vault.db')
  })

  it('says so where the audit was cut off behind its back', async () => {
    const copy = path.join(folder, 'cut')
    cpSync(vault, copy, { recursive: true })
    const before = path.join(folder, 'before')
    cpSync(vault, before, { recursive: true })
    const as = ['--vault', copy, '--user', 'A Author', '--json']
    expect((await sar(['case', 'list', ...as], { env })).code).toBe(0)
    cpSync(path.join(before, 'vault.db'), path.join(copy, 'vault.db'))
    const ran = await sar(['audit', 'verify', ...as], { env })
    expect([ran.code, ran.json()['ok']]).toEqual([1, false])
    expect(Object.keys(ran.json()).sort()).toEqual(['entries', 'ok', 'problems'])
    const refused = failureOf(await sar(['case', 'list', ...as], { env }))
    expect(refused).toMatchObject({ code: 'refused', exit: 1 })
  })

  it('reads the passphrase from a prompt, without echo', async () => {
    const typed = await typedAtPrompt()
    expect(typed.code).toBe(0)
    expect(typed.shown).toContain('Passphrase: ')
    expect(typed.shown).not.toContain(phrase)
    expect(typed.shown).toContain('"cases":[]')
  })
})

/** Runs the command at a terminal of its own (util-linux `script`) and types the passphrase. */
const typedAtPrompt = (): Promise<{ readonly code: number | null; readonly shown: string }> =>
  new Promise((resolve, reject) => {
    const cli = path.join(import.meta.dirname, '..', '..', '..', 'workspace', 'cli.ts')
    const command = `'${process.execPath}' '${cli}' case list --vault '${path.join(folder, 'prompted')}' --user 'A Author' --json`
    cpSync(vault, path.join(folder, 'prompted'), { recursive: true })
    const child = spawn('script', ['-qec', command, '/dev/null'])
    let shown = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!shown.includes('Passphrase: ') && (shown + text).includes('Passphrase: '))
        setTimeout(() => child.stdin.write(`${phrase}\r`), 300)
      shown += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, shown }))
  })
