import { readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { rolldown, type InputOptions, type OutputOptions } from 'rolldown'
import { build as viteBuild } from 'vite'
import { root } from './bootstrap/paths.mjs'
import { fingerprint, isStamped, removeStamp, writeStamp } from './bootstrap/stamp.mjs'

const dist = path.join(root, 'dist')
const stamp = path.join(dist, '.build-stamp')
const sources = ['domain', 'documents', 'db', 'workspace', 'electron', 'renderer']
const alsoSources = ['package-lock.json', 'scripts/app-build.ts']

/** Native, or reading files of their own beside their code: these stay packages. */
const external = [
  /^electron(\/|$)/,
  /^better-sqlite3(\/|$)/,
  /^@journeyapps\/sqlcipher(\/|$)/,
  /^pdfjs-dist(\/|$)/,
  /^pdfkit(\/|$)/,
  /^fontkit(\/|$)/,
  /^dejavu-fonts-ttf(\/|$)/,
]

type Part = { readonly input: InputOptions['input']; readonly output: OutputOptions }

const parts: readonly Part[] = [
  { input: { main: 'electron/main.ts' }, output: { dir: 'dist/electron', format: 'esm' } },
  {
    // A sandboxed preload can only be one CommonJS file.
    input: 'electron/preload.ts',
    output: { file: 'dist/electron/preload.cjs', format: 'cjs', codeSplitting: false },
  },
  {
    input: { process: 'workspace/process.ts', cli: 'workspace/cli.ts' },
    output: { dir: 'dist/workspace', format: 'esm' },
  },
]

const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))

const sourceFingerprint = (): string =>
  fingerprint(
    [...sources.flatMap(filesIn), ...alsoSources]
      .toSorted()
      .flatMap((file) => [file, readFileSync(path.join(root, file))]),
  )

const bundle = async ({ input, output }: Part): Promise<void> => {
  const made = await rolldown({
    cwd: root,
    ...(input === undefined ? {} : { input }),
    external,
    platform: 'node',
    logLevel: 'warn',
  })
  await made.write({ entryFileNames: '[name].js', ...output })
  await made.close()
}

/** Builds the app into dist/: the Electron main process, its preload, the workspace process, `sar` and the interface. */
export const buildApp = async (): Promise<void> => {
  const made = sourceFingerprint()
  removeStamp(stamp)
  rmSync(path.join(dist, 'electron'), { recursive: true, force: true })
  rmSync(path.join(dist, 'workspace'), { recursive: true, force: true })
  for (const part of parts) await bundle(part)
  await viteBuild({ configFile: path.join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
  writeStamp(stamp, made)
}

/** Builds unless what is in dist/ was built from exactly these sources. */
export const buildIfStale = async (tell: (sentence: string) => void): Promise<void> => {
  if (isStamped(stamp, sourceFingerprint())) return
  tell('building the app')
  await buildApp()
}
