import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from './host.ts'

/** The nearest folder above this file that holds the sample case, both in the repository and in an installed package. */
const findSampleCase = (): string => {
  const given = process.env['SAR_SAMPLE_CASE']
  if (given) return given
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'scripts', 'sample-case')
    if (existsSync(candidate)) return candidate
  }
  return path.join(import.meta.dirname, 'sample-case')
}

/** An error's class and engine code; its message may hold case text and is never written anywhere. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const place = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  return `${error.constructor.name}${code}${place.replace(/\(?(file:\/\/|\/|[A-Z]:\\).*[/\\]/, '(')}`
}

export const nodeEnvironment = (): Environment => ({
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
  randomBytes: (count) => randomBytes(count),
  sleep: (milliseconds) => sleep(milliseconds),
  sampleCaseFolder: findSampleCase(),
  onUnexpected: (action, error) => void process.stderr.write(`unexpected in ${action}: ${describe(error)}\n`),
})
