import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const cli = path.join(import.meta.dirname, '..', '..', '..', 'workspace', 'cli.ts')

/** Compiled once for all these processes; it holds code only. */
const compiled = path.join(tmpdir(), `sar-tests-compiled-${process.getuid?.() ?? 0}`)

export type Ran = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output as the one object it must be. */
  readonly json: () => Record<string, unknown>
  readonly lines: () => Record<string, unknown>[]
}

/** Runs the real command line as a process of its own. */
export const sar = (
  args: readonly string[],
  options: {
    readonly input?: string | Uint8Array
    readonly env?: Readonly<Record<string, string>>
    readonly cwd?: string
  } = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { SAR_PASSPHRASE: _, SAR_NEW_PASSPHRASE: __, ...inherited } = process.env
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...inherited, NODE_COMPILE_CACHE: compiled, ...options.env },
      cwd: options.cwd ?? tmpdir(),
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        ...{ code, stdout, stderr },
        json: () => JSON.parse(stdout) as Record<string, unknown>,
        lines: () =>
          stdout
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as Record<string, unknown>),
      }),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
  })

/** A folder for the tests of one file, gone when they are over. */
export const folderForAll = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sar-cli-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

export const write = (folder: string, name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

/** What a failure must print with `--json`, and on standard error: one line, the same sentence. */
export const failureOf = (ran: Ran) => {
  const { error } = ran.json() as {
    error: { code: string; message: string; fields: readonly { path: string; message: string }[] }
  }
  return {
    ...error,
    keys: Object.keys(error).sort(),
    exit: ran.code,
    stderrIsTheMessage: ran.stderr === `${error.message}\n`,
  }
}
