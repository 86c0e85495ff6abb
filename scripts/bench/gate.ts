import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { gateMutations } from './gate-mutations.ts'
import type { Judged } from './gate-mutant.ts'
import type { Figures } from './measure.ts'

const run = promisify(execFile)
const workers = 2
/** So many mutations are judged in one process: each loads the gate anew, and what is loaded stays. */
const batch = 10
const longest = 600_000

const judge = async (mutations: readonly number[]): Promise<readonly Judged[]> => {
  const child = path.join(import.meta.dirname, 'gate-mutant.ts')
  const { stdout } = await run(process.execPath, [child, ...mutations.map(String)], {
    timeout: longest,
    maxBuffer: 1 << 24,
  })
  const judged = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Judged)
  if (judged.length !== mutations.length) throw new Error('a mutation of the gate was not judged')
  return judged
}

const say = ({ mutation, leaking, noticed }: Judged): void => {
  const held = leaking.length === 0 ? 'still refuses everything' : `lets out ${leaking.length}`
  const seen = noticed.length === 0 ? 'NOT NOTICED' : `noticed by ${noticed.length}`
  console.error(`${gateMutations[mutation]?.name ?? 'the gate as it is'}: ${held}; ${seen}`)
}

/**
 * Changes the gate's own code, one check at a time and only in memory, and asks of each change: does everything planted still
 * not leave, and does the proof notice? Where two searches back each other up, a change of one lets nothing out.
 * Errors: a change whose old text does not stand once in its file, or whose code does not run; a gate that as it is lets
 * anything out.
 */
export const measureGate = async (figures: Figures): Promise<void> => {
  const [asItIs] = await judge([-1])
  if (asItIs === undefined || asItIs.noticed.length > 0)
    throw new Error(`the gate as it is fails its proof: ${asItIs?.noticed.join('; ') ?? ''}`)
  const all = [...gateMutations.keys()]
  const waiting = Array.from({ length: Math.ceil(all.length / batch) }, (_, n) =>
    all.slice(n * batch, (n + 1) * batch),
  )
  const judged: Judged[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const verdicts = await judge(next)
      verdicts.forEach(say)
      judged.push(...verdicts)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  const count = (of: (verdict: Judged) => boolean): number => judged.filter(of).length
  figures.set('gate: things it must refuse', asItIs.tried)
  figures.set('gate: mutations', judged.length)
  figures.set(
    'gate: mutations after which everything is still refused',
    count(({ leaking }) => leaking.length === 0),
  )
  figures.set(
    'gate: mutations the proof noticed',
    count(({ noticed }) => noticed.length > 0),
  )
  figures.set(
    'gate: mutations that let something out unnoticed',
    count(({ leaking, noticed }) => leaking.length > 0 && noticed.length === 0),
  )
  figures.set(
    'gate: mutations nobody noticed',
    count(({ noticed }) => noticed.length === 0),
  )
}
