import path from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

// Files that need not exist: the project's own rules, without those that ask the type checker.
const untyped = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
  ],
})

const rulesBroken = async (eslint: ESLint, file: string, text: string): Promise<readonly string[]> => {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

/** A statement that uses what it imports, so that only the door can be at fault. */
const importing = (source: string): string => `import { thing } from '${source}'\nexport const used = thing\n`
const importingType = (source: string): string =>
  `import type { Thing } from '${source}'\nexport type Used = Thing\n`

const closed: readonly (readonly [from: string, source: string])[] = [
  ['domain/dates/x.ts', 'node:fs'],
  ['domain/dates/x.ts', 'node:crypto'],
  ['domain/dates/x.ts', 'fs'],
  ['domain/dates/x.ts', 'react'],
  ['domain/dates/x.ts', 'better-sqlite3'],
  ['domain/dates/x.ts', '../../db/cases.ts'],
  ['domain/dates/x.ts', '../../documents/read/read-source.ts'],
  ['domain/dates/x.ts', '../../workspace/contract.ts'],
  ['domain/x.ts', '../renderer/api.ts'],
  ['domain/x.ts', '../electron/main.ts'],
  ['documents/read/x.ts', '../../db/cases.ts'],
  ['documents/read/x.ts', '../../workspace/contract.ts'],
  ['documents/read/x.ts', '../../domain/redaction/redact.ts'],
  ['documents/read/x.ts', 'better-sqlite3'],
  ['documents/read/x.ts', 'electron'],
  ['documents/write/x.ts', 'react'],
  ['db/x.ts', '../documents/read/read-source.ts'],
  ['db/x.ts', '../workspace/contract.ts'],
  ['db/vault/x.ts', '../../electron/main.ts'],
  ['db/x.ts', 'electron'],
  ['db/x.ts', 'docx'],
  ['workspace/actions/x.ts', 'electron'],
  ['workspace/actions/x.ts', 'react'],
  ['workspace/actions/x.ts', 'better-sqlite3'],
  ['workspace/actions/x.ts', '@journeyapps/sqlcipher'],
  ['workspace/actions/x.ts', '../../electron/main.ts'],
  ['workspace/actions/x.ts', '../../renderer/api.ts'],
  ['electron/x.ts', '../db/cases.ts'],
  ['electron/x.ts', '../documents/read/read-source.ts'],
  ['electron/x.ts', '../workspace/dispatch.ts'],
  ['electron/x.ts', '../workspace/actions/cases.ts'],
  ['electron/x.ts', '../renderer/api.ts'],
  ['electron/x.ts', 'better-sqlite3'],
  ['renderer/x.tsx', 'electron'],
  ['renderer/x.tsx', 'node:fs'],
  ['renderer/x.tsx', 'better-sqlite3'],
  ['renderer/x.tsx', '../db/cases.ts'],
  ['renderer/x.tsx', '../documents/read/read-source.ts'],
  ['renderer/x.tsx', '../electron/main.ts'],
  ['renderer/x.tsx', '../workspace/dispatch.ts'],
  ['renderer/features/packs/x.tsx', '../cases/page.tsx'],
  ['renderer/features/packs/x.tsx', '../../features/cases/slice.ts'],
  ['renderer/ui/x.tsx', '../../domain/result.ts'],
  ['renderer/ui/x.tsx', '../store.ts'],
]

const open: readonly (readonly [from: string, source: string])[] = [
  ['domain/dates/x.ts', 'zod'],
  ['domain/dates/x.ts', 'temporal-polyfill'],
  ['domain/dates/x.ts', '../result.ts'],
  ['documents/read/x.ts', 'node:zlib'],
  ['documents/read/x.ts', 'saxes'],
  ['documents/read/x.ts', 'pdfjs-dist/legacy/build/pdf.mjs'],
  ['documents/read/x.ts', '../../domain/result.ts'],
  ['db/x.ts', 'better-sqlite3'],
  ['db/x.ts', '@journeyapps/sqlcipher'],
  ['db/x.ts', '../domain/permissions/permissions.ts'],
  ['workspace/actions/x.ts', '../../db/cases.ts'],
  ['workspace/actions/x.ts', '../../documents/read/read-source.ts'],
  ['workspace/actions/x.ts', '../../domain/redaction/redact.ts'],
  ['electron/x.ts', 'electron'],
  ['electron/x.ts', '../workspace/contract.ts'],
  ['renderer/x.tsx', '../workspace/contract.ts'],
  ['renderer/x.tsx', '../domain/permissions/permissions.ts'],
  ['renderer/features/packs/x.tsx', '../../ui/button.tsx'],
  ['renderer/features/packs/x.tsx', './slice.ts'],
  ['renderer/ui/x.tsx', 'react-aria-components'],
]

describe('doors between rooms', () => {
  it.each(closed)('%s may not import %s', async (from, source) => {
    expect(await rulesBroken(untyped, from, importing(source))).toEqual(['rooms/doors'])
  })

  it.each(open)('%s may import %s', async (from, source) => {
    expect(await rulesBroken(untyped, from, importing(source))).toEqual([])
  })

  it('closes every door for types too, where the table says nothing else', async () => {
    for (const [from, source] of [
      ['domain/x.ts', '../db/cases.ts'],
      ['documents/read/x.ts', '../../db/cases.ts'],
      ['renderer/x.tsx', '../db/cases.ts'],
      ['renderer/x.tsx', '../workspace/dispatch.ts'],
    ] as const) {
      expect(await rulesBroken(untyped, from, importingType(source)), from).toEqual(['rooms/doors'])
    }
  })

  it('opens some doors for types only', async () => {
    for (const [from, source] of [
      ['documents/write/x.ts', '../../domain/packs/pack-document.ts'],
      ['renderer/x.tsx', '../workspace/views.ts'],
      ['electron/x.ts', '../workspace/messages.ts'],
    ] as const) {
      expect(await rulesBroken(untyped, from, importingType(source)), from).toEqual([])
      expect(await rulesBroken(untyped, from, importing(source)), from).toEqual(['rooms/doors'])
    }
  })

  it('sees every way of importing', async () => {
    for (const text of [
      "export { thing } from '../db/cases.ts'\n",
      "export * from '../db/cases.ts'\n",
      "export type { Thing } from '../db/cases.ts'\n",
      "export const load = () => import('../db/cases.ts')\n",
      "export type Thing = import('../db/cases.ts').Thing\n",
      "import '../db/cases.ts'\n",
      "export const load = () => import('node:fs')\n",
    ]) {
      expect(await rulesBroken(untyped, 'domain/x.ts', text), text).toContain('rooms/doors')
    }
  })
})

describe('style', () => {
  const refused: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
    ['an enum', 'domain/x.ts', 'export enum Colour { Red }\n', 'no-restricted-syntax'],
    ['a default export', 'db/x.ts', 'export default 1\n', 'no-restricted-syntax'],
    ['a class', 'workspace/x.ts', 'export class Thing {}\n', 'no-restricted-syntax'],
    ['the clock in domain', 'domain/x.ts', 'export const a = Date.now()\n', 'no-restricted-syntax'],
    ['a new Date in domain', 'domain/x.ts', 'export const a = new Date()\n', 'no-restricted-syntax'],
    ['a parsed Date in domain', 'domain/x.ts', "export const a = new Date('2020')\n", 'no-restricted-syntax'],
    [
      'Temporal’s clock in domain',
      'domain/x.ts',
      "import { Temporal } from 'temporal-polyfill'\nexport const a = Temporal.Now.plainDateISO()\n",
      'no-restricted-syntax',
    ],
    ['randomness in domain', 'domain/x.ts', 'export const a = Math.random()\n', 'no-restricted-syntax'],
    [
      'the environment in domain',
      'domain/x.ts',
      "export const a = process.env['A']\n",
      'no-restricted-globals',
    ],
    ['the network in domain', 'domain/x.ts', "export const a = fetch('x')\n", 'no-restricted-globals'],
    [
      'SQL in workspace',
      'workspace/x.ts',
      "export const a = (db: any) => db.prepare('x')\n",
      'no-restricted-syntax',
    ],
    ['a log line in db', 'db/x.ts', "console.log('x')\n", 'no-console'],
    ['== for ===', 'db/x.ts', 'export const same = (a: number, b: number) => a == b\n', 'eqeqeq'],
  ]

  it.each(refused)('refuses %s', async (_what, file, text, rule) => {
    expect(await rulesBroken(untyped, file, text)).toContain(rule)
  })

  it('accepts an error class, and a default export where a tool reads it', async () => {
    expect(await rulesBroken(untyped, 'domain/x.ts', 'export class OddError extends Error {}\n')).toEqual([])
    expect(await rulesBroken(untyped, 'renderer/vite.config.ts', 'export default {}\n')).toEqual([])
  })

  it('does not let a comment switch a rule off', async () => {
    const text = '// eslint-disable-next-line no-restricted-syntax\nexport const a = Date.now()\n'
    expect(await rulesBroken(untyped, 'domain/x.ts', text)).toContain('no-restricted-syntax')
  })

  it('refuses a hook called only sometimes', async () => {
    const text =
      "import { useState } from 'react'\nexport const Thing = ({ on }: { on: boolean }) => {\n  if (on) useState(1)\n  return null\n}\n"
    expect(await rulesBroken(untyped, 'renderer/x.tsx', text)).toContain('react-hooks/rules-of-hooks')
  })
})

describe('rules that ask the type checker', () => {
  const typed = new ESLint({ cwd: root })
  const head = "import type { Result } from './result.ts'\nexport type Used = Result<string>\n"
  const refused: readonly (readonly [what: string, text: string, rule: string])[] = [
    [
      'a promise nobody waits for',
      'export const go = (work: () => Promise<void>) => {\n  work()\n}\n',
      '@typescript-eslint/no-floating-promises',
    ],
    [
      'a switch that forgets a case',
      "export const size = (of: 'big' | 'small') => {\n  switch (of) {\n    case 'big':\n      return 2\n  }\n  return 1\n}\n",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    [
      'an import of types only that does not say so',
      "import { Result } from './result.ts'\nexport type Used2 = Result<string>\n",
      '@typescript-eslint/consistent-type-imports',
    ],
    ['any', 'export const a = (b: any): string => b.c\n', '@typescript-eslint/no-unsafe-return'],
  ]

  // The text stands in for a file that exists, so that the type checker knows its project.
  it.each(refused)('refuse %s', async (_what, text, rule) => {
    expect(await rulesBroken(typed, 'domain/result.ts', text)).toContain(rule)
  })

  it('accept what is in order', async () => {
    expect(await rulesBroken(typed, 'domain/result.ts', head)).toEqual([])
  })
})
