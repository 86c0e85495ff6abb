import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from '../app-build.ts'
import { hasDisplay } from '../bootstrap/plan.mjs'

export type PictureOrder = {
  readonly vaultDir: string
  readonly user: string
  readonly passphrase: string
  readonly output: string
}

const program = path.join(import.meta.dirname, 'picture-window.ts')

/** Opens the vault in a real window, on a display of its own where there is none, and takes pictures of the main screens. */
export const takePictures = async (order: PictureOrder): Promise<readonly string[]> => {
  await buildIfStale(() => undefined)
  const node = [process.execPath, program]
  const display = hasDisplay(process.platform, process.env)
    ? []
    : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24']
  const [first = process.execPath, ...rest] = [...display, ...node]
  const child = spawn(first, rest, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SAR_PICTURES: JSON.stringify(order) },
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0)
    throw new Error(
      'The window for the pictures could not be opened, or a screen in it could not be reached.',
    )
  return readdirSync(order.output).filter((name) => name.endsWith('.png'))
}
