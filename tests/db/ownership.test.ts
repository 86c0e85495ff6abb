import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { countEntries } from '../../db/entry-list.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import { openEncrypted } from '../../db/vault/connection.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import { verifyVault } from '../../db/vault/verify-vault.ts'
import { aCaseWithSources, anEnvironment, aVault, passphrase } from './builders.ts'

/** Starts the holder and resolves once it says it is ready. */
const hold = (...args: readonly string[]): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'hold-vault.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => {
      holder.kill('SIGKILL')
    })
    holder.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('ready')) resolve(holder)
    })
    holder.on('exit', (code) => {
      reject(new Error(`the holder ended with ${code}`))
    })
  })

const kill = (holder: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    holder.on('exit', () => {
      resolve()
    })
    holder.kill('SIGKILL')
  })

describe('a vault has one owner', () => {
  it('tells a second opening who holds it and since when, and is free once the holder is dead', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    const holder = await hold(dir, passphrase, 'hold')
    const since = /"since":"([^"]+)"/.exec(readFileSync(join(dir, 'vault.lock'), 'utf8'))?.[1] ?? 'none'
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({
      failure: {
        code: 'conflict',
        message: expect.stringContaining('Robin Vale'),
        fields: [
          { path: 'user', message: 'Robin Vale' },
          { path: 'since', message: since },
        ],
      },
    })
    await kill(holder)
    expect(existsSync(join(dir, 'vault.lock'))).toBe(true)
    const again = await openVault({ dir, passphrase, env })
    closeVault(again)
    expect(existsSync(join(dir, 'vault.lock'))).toBe(false)
  })

  it('is free once its holder was killed, though nobody has heard of that death yet', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    // The shell becomes a sleeper that never asks after its child, whose number therefore stays taken.
    const args = [join(import.meta.dirname, 'hold-vault.ts'), dir, passphrase, 'hold']
    const parent = spawn('sh', ['-c', '"$0" "$@" & exec sleep 60', process.execPath, ...args])
    onTestFinished(() => void parent.kill('SIGKILL'))
    await new Promise<void>((resolve) => {
      parent.stdout.on('data', (text: Buffer) => void (text.toString().includes('ready') && resolve()))
    })
    const { pid } = JSON.parse(readFileSync(join(dir, 'vault.lock'), 'utf8')) as { readonly pid: number }
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /)
    closeVault(await openVault({ dir, passphrase, env }))
  })

  it('is held against the same process too', async () => {
    const { dir, env } = await aVault()
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({ failure: { code: 'conflict' } })
  })

  it('is held by the engine even where the lock file was removed', async () => {
    const { vault, dir } = await aVault()
    const key = Buffer.from(vault.keys.data)
    closeVault(vault)
    const holder = await hold(dir, passphrase, 'hold')
    expect(() => openEncrypted(join(dir, 'vault.db'), key, 0)).toThrow('already open')
    await kill(holder)
  })

  const lock = (overrides: object) =>
    JSON.stringify({
      token: 't',
      pid: process.pid,
      processStarted: null,
      host: hostname(),
      user: 'Kim Ash',
      since: '2026-11-24T08:00:00.000Z',
      ...overrides,
    })

  it('takes over from a process whose number another one has by now', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    writeFileSync(join(dir, 'vault.lock'), lock({ processStarted: '1' }))
    closeVault(await openVault({ dir, passphrase, env }))
  })

  it('never takes over from another computer, and names it', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    writeFileSync(join(dir, 'vault.lock'), lock({ host: 'office-pc', pid: 999_999_999 }))
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({
      failure: { code: 'conflict', message: expect.stringMatching(/Kim Ash.*office-pc.*vault\.lock/) },
    })
  })

  it('does not guess at a lock it cannot read', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    writeFileSync(join(dir, 'vault.lock'), '')
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({ failure: { code: 'conflict' } })
  })
})

describe('a process killed inside a large import', () => {
  it('leaves a vault that opens, whole, with nothing of the import', async () => {
    const { vault, dir } = await aVault()
    const { caseId, sourceIds } = aCaseWithSources(vault)
    closeVault(vault)
    const holder = await hold(dir, passphrase, 'import', caseId, sourceIds.a1)
    expect(statSync(join(dir, 'vault.db-wal')).size).toBeGreaterThan(500_000)
    await kill(holder)
    const again = await openVault({ dir, passphrase, env: anEnvironment() })
    expect(countEntries(again.db, { caseId })).toBe(0)
    expect(verifyVault(again)).toMatchObject({ ok: true, problems: [] })
    closeVault(again)
  })
})
