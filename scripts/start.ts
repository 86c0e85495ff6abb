import { spawn } from 'node:child_process'
import os from 'node:os'
import { buildIfStale } from './app-build.ts'
import { root } from './bootstrap/paths.mjs'
import { hasDisplay } from './bootstrap/plan.mjs'
import { electronPath } from './electron-runtime.ts'

const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

const open = (program: string): void => {
  const args: string[] = []
  if (process.getuid?.() === 0) {
    tell('You are root, so the window opens without Chromium’s sandbox (--no-sandbox).')
    args.push('--no-sandbox')
  }
  const env = { ...process.env, SAR_NODE: process.execPath }
  const child = spawn(program, [...args, root, ...process.argv.slice(2)], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void child.kill(signal))
  }
  child.on('error', (error) => {
    tell(`Electron could not be started: ${error.message}`)
    process.exit(70)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + os.constants.signals[signal ?? 'SIGTERM']))
}

if (!hasDisplay(process.platform, process.env)) {
  tell('There is no display to open a window on; run "npm run demo" to see the main job without one.')
  process.exitCode = 1
} else {
  const program = electronPath()
  if (program === null) {
    tell('There is no Electron to run; run "npm run bootstrap" first.')
    process.exitCode = 1
  } else {
    await buildIfStale(tell)
    open(program)
  }
}
