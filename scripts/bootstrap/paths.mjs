import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export const modules = path.join(root, 'node_modules')

/** What set-up makes besides node_modules; ignored by git and never packaged. */
export const runtime = path.join(root, '.runtime')

export const childRecord = path.join(runtime, 'set-up-child.json')

/**
 * The npm that runs us where there is one, else the one on PATH. Never run by the Node inside node_modules,
 * which `npm ci` removes while it works.
 *
 * @returns {{ program: string, args: readonly string[], shell: boolean }}
 */
export const npm = () => {
  const script = process.env['npm_execpath']
  const node = [process.env['npm_node_execpath'], process.execPath].find(
    (file) => file !== undefined && existsSync(file) && !file.startsWith(modules + path.sep),
  )
  if (script !== undefined && node !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script)) {
    return { program: node, args: [script], shell: false }
  }
  return { program: 'npm', args: [], shell: process.platform === 'win32' }
}
