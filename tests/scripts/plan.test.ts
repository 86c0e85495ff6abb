import { describe, expect, it } from 'vitest'
import { hasDisplay, needsOf, readRequest } from '../../scripts/bootstrap/plan.mjs'

describe('what set-up is asked for', () => {
  it('passes everything after the file on to it', () => {
    expect(
      readRequest(['--quiet', '--then', 'workspace/cli.ts', 'redact', '--quiet', '--then', 'x']),
    ).toEqual({
      quiet: true,
      file: 'workspace/cli.ts',
      args: ['redact', '--quiet', '--then', 'x'],
    })
  })

  it('may be nothing more than the set-up itself', () => {
    expect(readRequest([])).toEqual({ quiet: false, file: null, args: [] })
  })

  it('refuses what it does not know', () => {
    expect(() => readRequest(['--fast'])).toThrow('--fast')
    expect(() => readRequest(['--then'])).toThrow('--then needs')
  })
})

describe('what a target needs', () => {
  const needs = (file: string | null, args: readonly string[] = [], display = false) =>
    needsOf({ quiet: false, file, args }, { display })

  it('sar needs only the dependencies', () => {
    expect(needs('workspace/cli.ts', ['case', 'list'])).toEqual({
      witness: 'no',
      electron: false,
      systemLibraries: 'no',
    })
  })

  it('sar needs the witness where it is asked for the independent check', () => {
    expect(needs('workspace/cli.ts', ['vault', 'verify', '--independent']).witness).toBe('wanted')
  })

  it('the app needs an Electron only where it can be shown', () => {
    expect(needs('scripts/start.ts', [], true)).toMatchObject({ electron: true, systemLibraries: 'wanted' })
    expect(needs('scripts/start.ts', [], false)).toMatchObject({ electron: false, systemLibraries: 'no' })
  })

  it('demo, tests and a plain set-up need an Electron and its libraries', () => {
    for (const file of ['scripts/demo.ts', 'scripts/test.ts', 'scripts/bench.ts', null]) {
      expect(needs(file), String(file)).toMatchObject({ electron: true, systemLibraries: 'required' })
    }
  })

  it('tests need the witness, and the demo would like it', () => {
    expect(needs('scripts/test.ts').witness).toBe('required')
    expect(needs('scripts/demo.ts').witness).toBe('wanted')
  })

  it('a display is asked for on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })
})
