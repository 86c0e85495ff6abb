import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { dispatch } from '../../workspace/dispatch.ts'
import { createHost } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { act } from '../demo/act.ts'
import { benchUser } from './import-all.ts'

/** What importing one file took of memory above what the process had before it, in megabytes. */
export type WatchedImport = {
  /** The most the whole process had: rubbish not yet collected and the database's cache with it. */
  readonly most: number
  /** The most that was in use: heap and buffers after a collection, at steps of the import. Null where none was forced. */
  readonly held: number | null
}

const megabyte = 1024 * 1024
/** At how many steps of the keeping of the entries the memory is looked at. */
const steps = 20

/** Looks at the memory of the whole process from a thread of its own, as an import leaves its own no turn. */
const watch = `
  const { workerData } = require('node:worker_threads')
  const seen = new Float64Array(workerData)
  setInterval(() => { seen[0] = Math.max(seen[0], process.memoryUsage.rss()) }, 5)
`

const inUse = (): number => {
  // Buffers found unused by one collection are given back by the next.
  for (let n = 0; n < 2; n += 1) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / megabyte
}

/**
 * Run as a program of its own with `--expose-gc`: opens a vault that is there, lets the process come to rest, and imports
 * one file of so many rows; one line of JSON. What is held is looked at from the calls an import makes: its progress, and
 * a new id for each entry that it keeps.
 */
const importWatched = async (dir: string, file: string, rows: number, isHeld: boolean): Promise<void> => {
  const env = nodeEnvironment()
  let ids = 0
  let held = 0
  const look = (): void => void (held = isHeld ? Math.max(held, inUse()) : 0)
  const host = createHost({
    ...env,
    newId: () => {
      ids += 1
      if (ids % Math.ceil(rows / steps) === 0) look()
      return env.newId()
    },
  })
  await act(host, 'vault.open', { dir, ...benchUser })
  const [one] = await act(host, 'case.list', {})
  const seen = new Float64Array(new SharedArrayBuffer(8))
  const watcher = new Worker(watch, { eval: true, workerData: seen.buffer })
  await new Promise((ready) => watcher.once('online', ready))
  for (let n = 0; n < 5; n += 1) {
    inUse()
    await setTimeout(100)
  }
  const base = inUse()
  const whole = process.memoryUsage.rss()
  seen[0] = whole
  const asked = { caseId: one?.id ?? '', agencyId: 'a1', path: file }
  const { ok } = await dispatch(host, 'chronology.import', asked, { progress: look })
  if (!ok) throw new Error('The bench could not import its file.')
  look()
  const most = ((seen[0] ?? 0) - whole) / megabyte
  const done: WatchedImport = { most, held: isHeld ? held - base : null }
  console.log(JSON.stringify(done))
  await watcher.terminate()
  await act(host, 'vault.lock', {})
}

if (import.meta.main) {
  const [dir = '', file = '', rows = '0', isHeld = ''] = process.argv.slice(2)
  await importWatched(dir, file, Number(rows), isHeld === 'held')
}
