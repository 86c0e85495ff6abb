import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from '../app-build.ts'
import { runChild } from '../bootstrap/child.mjs'
import { modules, root } from '../bootstrap/paths.mjs'
import { hasDisplay } from '../bootstrap/plan.mjs'
import { readPlaywrightReport, readVitestReport, type Tally } from './reports.ts'

export type Step = { readonly name: string; readonly run: () => Promise<Tally> }

/** Nothing here takes as long; what does is stuck. */
const limit = 15 * 60 * 1000

const results = path.join(root, 'test-results')

const rooms = [
  'domain',
  'documents',
  'db',
  'workspace',
  'electron',
  'scripts',
  'boundaries',
  'renderer',
] as const
const typedFolders = ['domain', 'documents', 'db', 'workspace', 'electron', 'renderer', 'scripts', 'tests']

type Ran = { readonly code: number; readonly output: string }

const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  runChild(program, args, {
    cwd: root,
    output: 'hide',
    limit,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
  })

const tool = (file: string, args: readonly string[]): Promise<Ran> =>
  run(process.execPath, [path.join(modules, file), ...args])

const check = async (ran: Promise<Ran>): Promise<Tally> => {
  const { code, output } = await ran
  return code === 0
    ? { passed: 1, failed: 0, problems: [] }
    : { passed: 0, failed: 1, problems: [output.trim() || `it ended with exit code ${code}`] }
}

/** Checks that read the source only; each counts as one. */
export const sourceChecks: readonly Step[] = [
  { name: 'lint', run: () => check(tool('eslint/bin/eslint.js', ['.', '--max-warnings=0'])) },
  {
    name: 'format',
    run: () => check(tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])),
  },
  ...typedFolders.map((folder) => ({
    name: `types of ${folder}`,
    run: () => check(tool('typescript/bin/tsc', ['-p', folder, '--pretty', 'false'])),
  })),
]

/** A run that failed without its report saying why still fails. */
const orOutput = (tally: Tally, { code, output }: Ran): Tally =>
  code === 0 || tally.failed > 0
    ? tally
    : { ...tally, failed: 1, problems: [`it ended with exit code ${code}\n${output.trim()}`] }

const reported = (file: string, ran: Ran, read: (text: string) => Tally): Tally =>
  orOutput(
    existsSync(file) ? read(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, problems: [] },
    ran.code === 0 && !existsSync(file) ? { code: 1, output: `no report was written\n${ran.output}` } : ran,
  )

const freshReport = (name: string): string => {
  mkdirSync(results, { recursive: true })
  const file = path.join(results, name)
  rmSync(file, { force: true })
  return file
}

export const roomTests: Step = {
  name: `tests of ${rooms.join(', ')}`,
  run: async () => {
    const file = freshReport('rooms.json')
    const ran = await tool('vitest/vitest.mjs', [
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    return reported(file, ran, (text) => readVitestReport(text, root, rooms))
  },
}

export const windowTests: Step = {
  name: 'tests in a real window',
  run: async () => {
    await buildIfStale(() => {})
    const file = freshReport('window.json')
    const command = [
      process.execPath,
      path.join(modules, '@playwright', 'test', 'cli.js'),
      ...['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    ]
    const screen = ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24']
    const [program = '', ...args] = hasDisplay(process.platform, process.env)
      ? command
      : [...screen, ...command]
    const ran = await run(program, args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file, SAR_NODE: process.execPath })
    return reported(file, ran, readPlaywrightReport)
  },
}
