import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runChild } from './child.mjs'
import { isFreshFailure, noteFailure } from './failure-note.mjs'
import { childRecord, modules, npm, root, runtime } from './paths.mjs'
import { say } from './say.mjs'
import { fingerprint, isStamped, removeStamp, writeStamp } from './stamp.mjs'

// SQLCipher's own implementation: it reads the vault's file independently of the driver that wrote it.
const folder = path.join(modules, '@journeyapps', 'sqlcipher')
const stamp = path.join(folder, '.set-up-stamp')

const failureNote = path.join(runtime, 'sqlcipher-failed')
const shownLines = 30

const expected = () =>
  fingerprint([readFileSync(path.join(folder, 'package.json')), process.platform, process.arch])

export const witnessIsPossible = () => process.platform !== 'win32'

export const witnessIsReady = () =>
  existsSync(path.join(folder, 'build', 'Release', 'node_sqlite3.node')) && isStamped(stamp, expected())

/** A C and C++ compiler, make, Python and OpenSSL's library to link with. */
export const hasCompiler = () =>
  ['c++', 'make', 'python3'].every((name) => spawnSync(name, ['--version']).status === 0) &&
  spawnSync('cc', ['-x', 'c', '-', '-lcrypto', '-o', '/dev/null'], { input: 'int main(void) { return 0; }' })
    .status === 0

export const compilingFailedLately = () => isFreshFailure(failureNote)

/** @param {string} node */
const headersFor = (node) => {
  const folder = path.resolve(path.dirname(node), '..')
  return existsSync(path.join(folder, 'include', 'node', 'node_api.h')) ? folder : undefined
}

/**
 * Compiles the witness against the headers that come with the project's Node, so that none are downloaded.
 *
 * @param {string} node the project's Node
 */
export const buildWitness = async (node) => {
  removeStamp(stamp)
  const { program, args, shell } = npm()
  const headers = headersFor(node)
  const { code, output } = await runChild(
    program,
    [...args, 'rebuild', '@journeyapps/sqlcipher', '--loglevel=error', '--foreground-scripts'],
    {
      cwd: root,
      record: childRecord,
      shell,
      output: 'hide',
      env: {
        ...process.env,
        // It only checks files; compiling it for speed takes three times as long.
        CFLAGS: `${process.env['CFLAGS'] ?? ''} -O1`,
        npm_config_jobs: String(os.availableParallelism()),
        ...(headers === undefined ? {} : { npm_config_nodedir: headers }),
      },
    },
  )
  if (code === 0 && existsSync(path.join(folder, 'build', 'Release', 'node_sqlite3.node'))) {
    removeStamp(failureNote)
    writeStamp(stamp, expected())
    return
  }
  noteFailure(failureNote)
  process.stderr.write(`${output.trim().split('\n').slice(-shownLines).join('\n')}\n`)
  say('SQLCipher could not be compiled (above); the independent check of a vault will not be available')
}
