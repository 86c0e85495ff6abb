import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfStale } from './app-build.ts'
import { makeBigCase, measureBigCase } from './bench/big-case.ts'
import { measureGate } from './bench/gate.ts'
import { measureImport } from './bench/import.ts'
import { measureImportMemory } from './bench/import-memory.ts'
import { measureLaunch } from './bench/launch.ts'
import { measureList } from './bench/list.ts'
import type { Figures } from './bench/measure.ts'
import { measureRedaction } from './bench/redaction.ts'
import { measureStore } from './bench/store.ts'
import { measureTimeline } from './bench/timeline.ts'
import { withDisplay } from './testing/with-display.ts'

/**
 * `npm run bench [store|launch|import|memory|redaction|gate|timeline|big]…`: prints one `name: value` line a figure and writes bench.json.
 * Ratios are of two things in one run, the least of several each; milliseconds are the least of several.
 * Exit code 1 where a figure is over its limit, or under what it must reach.
 */
const limits: Readonly<Record<string, number>> = {
  'page of 200 encrypted/plain': 1.5,
  'phrase search encrypted/plain': 1.5,
  'commit of one entry encrypted/plain': 1.5,
  'launch app/bare': 1.6,
  'import time per row 10000/2000': 1.2,
  'redaction 5000/50 aliases': 1.5,
  'gate: mutations nobody noticed': 0,
  'timeline of 10000 first paint ms': 1_000,
  'import of 100000 rows from 20 files s': 60,
  'import memory held 20 files/8 files': 1.1,
  'import most memory 20 files/8 files': 1.3,
  'import of one xlsx of 100000 rows: memory held/file': 2.5,
  'import of one csv of 100000 rows: memory held/file': 1.25,
  '100000 entries: page of 200 ms': 5,
  '100000 entries: page of 200 encrypted/plain': 1.3,
  '100000 entries: phrase search ms': 25,
  '100000 entries: phrase search encrypted/plain': 1.3,
  '100000 entries: ranked search of 3 terms ms': 150,
  '100000 entries: ranked search of 3 terms encrypted/plain': 1.3,
  '100000 entries: filter to first page ms': 100,
  '100000 entries: filter by kind of contact to first page ms': 100,
  'list of 100000: mount ms': 150,
  'list of 100000: elements': 300,
  'list of 100000: elements of one line': 300,
  'list of 100000: elements of whole text': 300,
  'list of 100000: fixed height scroll frame p95 ms': 33,
  'list of 100000: variable height scroll frame p95 ms': 60,
  'list of 100000: filter to first row ms': 100,
}

/** What a figure must at least be. Source: requirements, section 5, and the proof asked of the gate. */
const floors: Readonly<Record<string, number>> = {
  'gate: mutations': 50,
  'redaction passages': 2_000,
  'redaction recall of known people': 1,
  'redaction recall of identifiers': 1,
  'redaction precision of identifiers': 0.95,
  'redaction recall of unknown names': 0.95,
  'redaction precision of questions': 0.6,
  'redaction MB/s': 5,
  'redaction of held-out passages MB/s': 5,
}

const root = path.join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

const figures: Figures = new Map()
const folder = mkdtempSync(path.join(tmpdir(), 'sar-bench-'))
try {
  if (isWanted('redaction')) await measureRedaction(figures)
  if (isWanted('gate')) await measureGate(figures)
  if (isWanted('import')) await measureImport(folder, figures)
  if (isWanted('memory')) await measureImportMemory(folder, figures)
  if (isWanted('store')) await measureStore(folder, figures)
  const big = isWanted('big') ? await makeBigCase(folder, figures) : null
  if (big !== null) await measureBigCase(folder, big, figures)
  if (isWanted('launch') || isWanted('timeline') || big !== null)
    await buildIfStale((sentence) => void process.stderr.write(`${sentence}\n`))
  if (isWanted('launch')) await measureLaunch(folder, root, figures)
  if (isWanted('timeline')) await measureTimeline(folder, figures)
  if (big !== null) await withDisplay(() => measureList(folder, big, figures))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const rounded = (value: number): number => Number(value.toPrecision(4))
let over = 0
for (const [name, value] of figures) {
  const limit = limits[name]
  const floor = floors[name]
  const isOver = limit !== undefined && value > limit
  const isUnder = floor !== undefined && !(value >= floor)
  if (isOver || isUnder) over += 1
  const said =
    limit !== undefined
      ? isOver
        ? ` (OVER the limit of ${limit})`
        : ` (limit ${limit})`
      : floor !== undefined
        ? isUnder
          ? ` (UNDER the least of ${floor})`
          : ` (at least ${floor})`
        : ''
  console.log(`${name}: ${rounded(value)}${said}`)
}
writeFileSync(
  path.join(root, 'bench.json'),
  `${JSON.stringify(Object.fromEntries([...figures].map(([name, value]) => [name, rounded(value)])), null, 2)}\n`,
)
process.exitCode = over > 0 ? 1 : 0
