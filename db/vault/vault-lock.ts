import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ExpectedError } from '../../domain/result.ts'

export const lockFile = 'vault.lock'

const holderSchema = z.object({
  token: z.string(),
  pid: z.int().positive(),
  /** When that process started, in the kernel's own count, where it can be read: tells a reused number apart. */
  processStarted: z.string().nullable(),
  host: z.string(),
  user: z.string(),
  since: z.string(),
})
type Holder = z.output<typeof holderSchema>

/**
 * Makes this process the one owner of a vault folder and returns how to give it up.
 * A lock left by a process of this host that is no longer there is taken over; any other throws `conflict`, saying who
 * holds the vault and since when. The engine's own exclusive lock stands behind this one.
 */
export const takeVaultLock = (dir: string, user: string, since: string, token: string): (() => void) => {
  const path = join(dir, lockFile)
  const mine: Holder = {
    token,
    pid: process.pid,
    processStarted: processStarted(process.pid),
    host: hostname(),
    user,
    since,
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createExclusively(path, `${JSON.stringify(mine)}\n`)) return () => release(path, token)
    const holder = readHolder(path)
    if (holder === 'gone') continue
    if (holder === 'unreadable' || isHeld(holder)) throw heldBy(holder)
    setAside(path, holder.token)
  }
  throw heldBy('unreadable')
}

const createExclusively = (path: string, text: string): boolean => {
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  try {
    writeSync(file, text)
  } finally {
    closeSync(file)
  }
  return true
}

const readHolder = (path: string): Holder | 'gone' | 'unreadable' => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return 'gone'
  }
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
}

const isHeld = (holder: Holder): boolean => {
  if (holder.host !== hostname()) return true
  if (!isRunning(holder.pid)) return false
  return holder.processStarted === null || holder.processStarted === processStarted(holder.pid)
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !hasEnded(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Linux's /proc/PID/stat from its third field on, the process's state; nothing elsewhere. */
const processStat = (pid: number): readonly string[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** A process that was killed keeps its number until its parent has heard of it: it holds nothing any more. */
const hasEnded = (pid: number): boolean => ['Z', 'X'].includes(processStat(pid)[0] ?? '')

/** Field 22 there. */
const processStarted = (pid: number): string | null => processStat(pid)[19] ?? null

/** Renamed first, then looked at: of two processes that find one stale lock, only one moves it. */
const setAside = (path: string, token: string): void => {
  const aside = `${path}.stale`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (typeof moved === 'string' || moved.token === token) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

const release = (path: string, token: string): void => {
  const holder = readHolder(path)
  if (typeof holder !== 'string' && holder.token === token) rmSync(path, { force: true })
}

const heldBy = (holder: Holder | 'unreadable'): ExpectedError => {
  if (holder === 'unreadable')
    return new ExpectedError(
      'conflict',
      `The vault is in use: another program is opening it, or ${lockFile} was left damaged. If nobody has the vault open, remove that file.`,
    )
  const elsewhere =
    holder.host === hostname()
      ? ''
      : ` on another computer (${holder.host}). If that computer no longer has it open, remove ${lockFile} from the vault's folder`
  return new ExpectedError(
    'conflict',
    `The vault is already open: ${holder.user} has had it open since ${holder.since}${elsewhere}.`,
    [
      { path: 'user', message: holder.user },
      { path: 'since', message: holder.since },
    ],
  )
}
