import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { VaultEnvironment } from './environment.ts'
import { replaceFile } from './replace-file.ts'

export const attemptsFile = 'attempts.json'

const attemptsSchema = z.object({ failures: z.int().min(0), at: z.string() })
type Attempts = z.output<typeof attemptsSchema>

const longestDelaySeconds = 60
/** What a counter somebody spoilt counts as. */
const spoilt = 8

/** Seconds to wait before an attempt that follows so many failures: 0, 0, 1, 2, 4 … and never more than 60. */
export const delayAfter = (failures: number): number =>
  failures < 2 ? 0 : Math.min(longestDelaySeconds, 2 ** (failures - 2))

/**
 * Waits as long as earlier failures demand, then counts this attempt as failed until `forgetAttempts` says otherwise,
 * so that ending the program does not save an attempt. Returns how many failures went before.
 */
export const beginAttempt = async (dir: string, env: VaultEnvironment): Promise<number> => {
  const { failures, at } = readAttempts(dir)
  const waited = (Date.parse(env.now()) - Date.parse(at)) / 1_000
  const credit = Number.isFinite(waited) && waited > 0 ? waited : 0
  const seconds = Math.max(0, delayAfter(failures) - credit)
  if (seconds > 0) await env.sleep(seconds * 1_000)
  replaceFile(
    join(dir, attemptsFile),
    `${JSON.stringify({ failures: failures + 1, at: env.now() } satisfies Attempts)}\n`,
  )
  return failures
}

export const forgetAttempts = (dir: string): void => {
  rmSync(join(dir, attemptsFile), { force: true })
}

const readAttempts = (dir: string): Attempts => {
  let text: string
  try {
    text = readFileSync(join(dir, attemptsFile), 'utf8')
  } catch {
    return { failures: 0, at: '' }
  }
  try {
    return attemptsSchema.parse(JSON.parse(text))
  } catch {
    return { failures: spoilt, at: '' }
  }
}
