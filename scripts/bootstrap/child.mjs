import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'
import { writeStamp } from './stamp.mjs'

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * When a process began, in the system's own terms: together with its number it names one process for good.
 *
 * @param {number} pid
 * @returns {string | null} null: there is no such process
 */
export const startOf = (pid) => {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? null : (fields[19] ?? null)
    }
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/**
 * A set-up that was killed leaves its child (npm, say) running; two of them would spoil each other's work.
 *
 * @param {string} record file in which `runChild` noted its child
 */
export const endOrphan = async (record) => {
  let noted
  try {
    noted = JSON.parse(readFileSync(record, 'utf8'))
  } catch {
    return
  }
  const { pid, start } = noted
  if (Number.isInteger(pid) && pid > 1 && typeof start === 'string' && startOf(pid) === start) {
    say('ending what an interrupted set-up left running')
    process.kill(-pid, 'SIGKILL')
    while (startOf(pid) === start) await wait(50)
  }
  rmSync(record, { force: true })
}

/**
 * @typedef {object} ChildOptions
 * @property {string} cwd
 * @property {string} [record] file that names the child while it runs, for `endOrphan`
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'show' | 'hide'} [output] show: on standard error; hide: only returned
 * @property {number} [limit] milliseconds after which it is ended
 * @property {boolean} [shell]
 */

/**
 * Runs a program in a process group of its own, so that it and its children can be ended together.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {ChildOptions} options
 * @returns {Promise<{ code: number, output: string }>} output: what it wrote, when hidden; else empty
 */
export const runChild = (program, args, { cwd, record, env, output = 'show', limit, shell = false }) =>
  new Promise((resolve, reject) => {
    const ownGroup = process.platform !== 'win32'
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      detached: ownGroup,
      shell,
      stdio: output === 'show' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    })
    let written = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (written += text))
    }
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      if (child.pid === undefined) return
      try {
        process.kill(ownGroup ? -child.pid : child.pid, signal)
      } catch {
        // It has ended already.
      }
    }
    const start = child.pid === undefined ? null : startOf(child.pid)
    if (start !== null && record !== undefined) writeStamp(record, JSON.stringify({ pid: child.pid, start }))
    const timer = limit === undefined ? undefined : setTimeout(() => end('SIGKILL'), limit)
    /** @param {NodeJS.Signals} signal */
    const interrupted = (signal) => {
      end(signal)
      child.once('close', () => process.exit(128 + os.constants.signals[signal]))
    }
    for (const signal of signals) process.once(signal, interrupted)
    const finish = () => {
      clearTimeout(timer)
      for (const signal of signals) process.off(signal, interrupted)
      if (record !== undefined) rmSync(record, { force: true })
    }
    child.once('error', (error) => {
      finish()
      reject(error)
    })
    child.once('close', (code) => {
      finish()
      resolve({ code: code ?? 1, output: written })
    })
  })
