import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recentVaultsIn } from '../../electron/recent-vaults.ts'

const aFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sar-recent-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** As much of a vault as the list looks at. */
const aVault = (folder: string, name: string) => {
  const where = path.join(folder, name)
  mkdirSync(where)
  writeFileSync(path.join(where, 'keyslots.json'), '{}')
  return { path: where, name, lastOpened: '2026-11-24T08:00:00.000Z' }
}

describe('vaults opened before', () => {
  it('lists the latest first and each once', async () => {
    const folder = aFolder()
    const recent = recentVaultsIn(path.join(folder, 'profile'))
    const [first, second] = [aVault(folder, 'one'), aVault(folder, 'two')]
    await recent.add(first)
    await recent.add(second)
    await recent.add({ ...first, lastOpened: '2026-11-25T08:00:00.000Z' })
    expect((await recent.list()).map(({ name }) => name)).toEqual(['one', 'two'])
    expect((await recent.list())[0]?.lastOpened).toBe('2026-11-25T08:00:00.000Z')
  })

  it('keeps eight, and leaves out a folder that is no vault any more', async () => {
    const folder = aFolder()
    const recent = recentVaultsIn(folder)
    const vaults = Array.from({ length: 10 }, (_, index) => aVault(folder, `vault ${index}`))
    for (const vault of vaults) await recent.add(vault)
    expect((await recent.list()).map(({ name }) => name)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2].map((index) => `vault ${index}`),
    )
    rmSync(vaults[9]?.path ?? '', { recursive: true })
    expect((await recent.list()).map(({ name }) => name)).not.toContain('vault 9')
  })

  it('is read by its owner only and holds folder, name and time, nothing else', async () => {
    const folder = aFolder()
    await recentVaultsIn(folder).add({ ...aVault(folder, 'one'), secret: 'x' } as never)
    const file = path.join(folder, 'recent-vaults.json')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const [kept] = JSON.parse(readFileSync(file, 'utf8')) as readonly object[]
    expect(Object.keys(kept ?? {}).toSorted()).toEqual(['lastOpened', 'name', 'path'])
  })

  it('treats a damaged list as none, and writes a whole one over it', async () => {
    const folder = aFolder()
    const recent = recentVaultsIn(folder)
    for (const damage of ['', '{', '{"path":1}', '[{"path":"/x"}]']) {
      writeFileSync(path.join(folder, 'recent-vaults.json'), damage)
      expect(await recent.list()).toEqual([])
    }
    await recent.add(aVault(folder, 'one'))
    expect((await recent.list()).map(({ name }) => name)).toEqual(['one'])
  })
})
