import { execFile } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { WatchedImport } from './import-watched.ts'
import type { Figures } from './measure.ts'
import { writeCsv, writeWorkbook } from './workbooks.ts'

const sizes = [5_000, 100_000] as const
const formats = ['xlsx', 'csv'] as const
const megabyte = 1024 * 1024

const program = (name: string): string => path.join(import.meta.dirname, name)
const run = promisify(execFile)

/**
 * What importing one file takes of memory above what the process had, an Excel and a csv file of few rows and of many, each
 * in a process of its own on a copy of one vault: the most of the machine's, and what was in use once rubbish was
 * collected. The second is given as a multiple of the file's own bytes too: they are held, and its rows are not.
 */
export const measureImportMemory = async (folder: string, figures: Figures): Promise<void> => {
  const empty = path.join(folder, 'empty-vault')
  await run(process.execPath, [program('import-all.ts'), empty])
  for (const format of formats)
    for (const rows of sizes) {
      const file = path.join(folder, `rows-${rows}.${format}`)
      if (format === 'xlsx') await writeWorkbook(file, rows, 1)
      else writeCsv(file, rows, 1)
      const { most } = await importFile(empty, file, rows, 'most')
      const { held } = await importFile(empty, file, rows, 'held')
      const name = `import of one ${format} of ${rows} rows`
      figures.set(`${name}: file MB`, statSync(file).size / megabyte)
      figures.set(`${name}: most memory MB`, most)
      figures.set(`${name}: memory held MB`, held ?? NaN)
      if (rows === Math.max(...sizes))
        figures.set(`${name}: memory held/file`, (held ?? NaN) / (statSync(file).size / megabyte))
      rmSync(file)
    }
  rmSync(empty, { recursive: true })
}

const importFile = async (
  empty: string,
  file: string,
  rows: number,
  look: 'most' | 'held',
): Promise<WatchedImport> => {
  const dir = `${empty}-${look}`
  cpSync(empty, dir, { recursive: true })
  const given = [program('import-watched.ts'), dir, file, String(rows), look]
  const { stdout } = await run(process.execPath, ['--expose-gc', ...given])
  rmSync(dir, { recursive: true })
  return JSON.parse(stdout) as WatchedImport
}
