import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Errors of a text compiled as a file of a room, with that room's own tsconfig. */
const errorsIn = (room: string, text: string): readonly string[] => {
  const configFile = path.join(root, room, 'tsconfig.json')
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(configFile))
  const file = path.join(root, room, 'boundary-trial.ts')
  const host = ts.createCompilerHost(options)
  const fileExists = host.fileExists.bind(host)
  const getSourceFile = host.getSourceFile.bind(host)
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : getSourceFile(name, version)
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

const unknown: readonly (readonly [room: string, name: string, text: string])[] = [
  ['domain', 'process', 'export const a = process.cwd()\n'],
  ['domain', 'Buffer', "export const a = Buffer.from('x')\n"],
  ['domain', 'document', 'export const a = document.title\n'],
  ['domain', 'setTimeout', 'setTimeout(() => {}, 1)\n'],
  ['domain', 'fetch', "export const a = fetch('x')\n"],
  ['domain', 'console', "console.log('x')\n"],
  ['documents', 'document', 'export const a = document.title\n'],
  ['documents', 'window', 'export const a = window.name\n'],
  ['db', 'document', 'export const a = document.title\n'],
  ['db', 'HTMLElement', 'export const a: HTMLElement[] = []\n'],
  ['workspace', 'document', 'export const a = document.title\n'],
  ['workspace', 'window', 'export const a = window.name\n'],
  ['renderer', 'process', 'export const a = process.cwd()\n'],
  ['renderer', 'Buffer', "export const a = Buffer.from('x')\n"],
  ['renderer', '__dirname', 'export const a = __dirname\n'],
]

describe('a room’s types', () => {
  it.each(unknown)('%s does not know %s', (room, name, text) => {
    const errors = errorsIn(room, text)
    expect(errors.join('\n')).toContain(`Cannot find name '${name}'`)
  })

  it('domain cannot import a Node module', () => {
    expect(
      errorsIn('domain', "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n"),
    ).not.toEqual([])
  })

  const known: readonly (readonly [room: string, text: string])[] = [
    ['domain', "export const a = new Map([['a', 1]])\n"],
    ['documents', "export const a = Buffer.from('x')\n"],
    ['db', 'export const a = process.cwd()\n'],
    ['workspace', 'export const a = process.cwd()\n'],
    ['electron', 'export const a = process.cwd()\n'],
    ['renderer', 'export const a = document.title\n'],
  ]

  it.each(known)('%s knows what is its own', (room, text) => {
    expect(errorsIn(room, text)).toEqual([])
  })

  const careless: readonly (readonly [what: string, text: string])[] = [
    ['an enum', 'export enum Colour { Red }\n'],
    ['an index that may be missing', 'export const first = (all: readonly string[]): string => all[0]\n'],
    ['an undefined for an optional field', 'export const a: { readonly b?: string } = { b: undefined }\n'],
    [
      'a type imported as a value',
      "import { ImpreciseDate } from './dates/imprecise-date.ts'\nexport type A = ImpreciseDate\n",
    ],
  ]

  it.each(careless)('no room accepts %s', (_what, text) => {
    expect(errorsIn('domain', text)).not.toEqual([])
  })
})
