import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { endOrphan, runChild, startOf } from '../../scripts/bootstrap/child.mjs'
import { inTurn } from '../../scripts/bootstrap/turn.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const scripts = path.resolve(import.meta.dirname, '../../scripts/bootstrap')

const killHard = async (pid: number, ended: Promise<unknown>): Promise<void> => {
  process.kill(pid, 'SIGKILL')
  await ended
}

describe('setting up one folder', () => {
  it('is done by one at a time', async () => {
    const root = temporaryFolder()
    const seen: string[] = []
    const visit = (name: string): Promise<void> =>
      inTurn(root, async () => {
        seen.push(`${name} in`)
        await wait(30)
        seen.push(`${name} out`)
      })
    await Promise.all([visit('a'), visit('b'), visit('c')])
    const visitors = seen.filter((_, at) => at % 2 === 0).map((word) => word.slice(0, 1))
    expect(seen).toEqual(visitors.flatMap((name) => [`${name} in`, `${name} out`]))
    expect(visitors.toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('passes on when the work fails', async () => {
    const root = temporaryFolder()
    await expect(inTurn(root, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
    expect(await inTurn(root, () => Promise.resolve('next'))).toBe('next')
  })

  it('is free again when its holder is killed', async () => {
    const root = temporaryFolder()
    const code = `const { inTurn } = await import(${JSON.stringify(path.join(scripts, 'turn.mjs'))})
      await inTurn(${JSON.stringify(root)}, async () => { console.log('held'); await new Promise((r) => setTimeout(r, 1e6)) })`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', code])
    const ended = once(holder, 'exit')
    await once(holder.stdout, 'data')
    const turn = inTurn(root, () => Promise.resolve('mine'))
    expect(await Promise.race([turn, wait(200, 'waiting')])).toBe('waiting')
    await killHard(Number(holder.pid), ended)
    expect(await turn).toBe('mine')
  })
})

describe('a child of the set-up', () => {
  it('hands back what it wrote and how it ended', async () => {
    const record = path.join(temporaryFolder(), 'child')
    const code = "console.log('out'); console.error('err'); process.exit(3)"
    const ran = await runChild(process.execPath, ['-e', code], { cwd: '.', record, output: 'hide' })
    expect(ran.code).toBe(3)
    expect(ran.output).toContain('out')
    expect(ran.output).toContain('err')
    expect(existsSync(record)).toBe(false)
  })

  it('is ended when it takes too long', async () => {
    const ran = await runChild(process.execPath, ['-e', 'setTimeout(() => {}, 1e6)'], {
      cwd: '.',
      output: 'hide',
      limit: 300,
    })
    expect(ran.code).not.toBe(0)
  })

  it('is ended by the next set-up when its own was killed', async () => {
    const record = path.join(temporaryFolder(), 'child')
    const code = `const { runChild } = await import(${JSON.stringify(path.join(scripts, 'child.mjs'))})
      const work = ['-e', "setTimeout(() => {}, 1e6)"]
      const running = runChild(process.execPath, work, { cwd: '.', record: ${JSON.stringify(record)}, output: 'hide' })
      console.log('started')
      await running`
    const first = spawn(process.execPath, ['--input-type=module', '-e', code])
    const ended = once(first, 'exit')
    await once(first.stdout, 'data')
    const noted: { pid: number; start: string } = JSON.parse(readFileSync(record, 'utf8'))
    await killHard(Number(first.pid), ended)
    expect(startOf(noted.pid)).toBe(noted.start)
    await endOrphan(record)
    expect(startOf(noted.pid)).not.toBe(noted.start)
    expect(existsSync(record)).toBe(false)
  })

  it('leaves alone a process that only has the same number', async () => {
    const record = path.join(temporaryFolder(), 'child')
    writeFileSync(record, JSON.stringify({ pid: process.pid, start: 'another time' }))
    await endOrphan(record)
    expect(existsSync(record)).toBe(false)
  })
})
