import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hasDisplay } from '../bootstrap/plan.mjs'

const noDisplay = 'There is no display, and none could be made: Xvfb could not be started (package xvfb).'

/** Runs work that opens windows, on the display there is or else on one made for it. */
export const withDisplay = async <T>(work: () => Promise<T>): Promise<T> => {
  if (hasDisplay(process.platform, process.env)) return work()
  const args = ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [number] = (await Promise.race([
      once(server.stdout, 'data'),
      once(server, 'close').then(() => Promise.reject(new Error(noDisplay))),
    ]).catch(() => Promise.reject(new Error(noDisplay)))) as readonly [Buffer]
    process.env['DISPLAY'] = `:${number.toString('utf8').trim()}`
    return await work()
  } finally {
    delete process.env['DISPLAY']
    server.kill()
  }
}
