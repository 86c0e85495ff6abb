import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { ExpectedError } from '../../domain/result.ts'

/** A secret from a file (its last line break dropped), else a variable, else a prompt without echo. */
export const readSecret = async (
  file: string | undefined,
  variable: string,
  prompt: string,
): Promise<string | null> => {
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new ExpectedError('invalid', 'The passphrase file cannot be read.')
    })
    return text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
  }
  const fromVariable = process.env[variable]
  if (fromVariable !== undefined && fromVariable !== '') return fromVariable
  return process.stdin.isTTY ? ask(prompt) : null
}

/** Null where the person leaves the prompt. */
const ask = async (prompt: string): Promise<string | null> => {
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const answer = await new Promise<string | null>((resolve) => {
    lines.once('close', () => resolve(null))
    void lines.question('').then(resolve)
  })
  lines.close()
  process.stderr.write('\n')
  return answer
}
