import { roomTests, sourceChecks, windowTests, type Step } from './testing/steps.ts'
import type { Tally } from './testing/reports.ts'

const tell = (text: string): void => void process.stdout.write(`${text}\n`)

const runStep = async ({ name, run }: Step): Promise<Tally> => {
  const began = performance.now()
  const tally = await run().catch((error: unknown): Tally => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { passed: 0, failed: 1, problems: [text] }
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  tell(`${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`)
  for (const problem of tally.problems) tell(problem.replace(/^/gm, '    '))
  return tally
}

/** Two at a time: the machine this must suit has two cores. */
const runInPairs = async (steps: readonly Step[]): Promise<readonly Tally[]> => {
  const waiting = [...steps]
  const tallies: Tally[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      tallies.push(await runStep(step))
    }
  }
  await Promise.all([work(), work()])
  return tallies
}

const tallies = [...(await runInPairs(sourceChecks)), await runStep(roomTests), await runStep(windowTests)]
const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0)
const failed = sum((tally) => tally.failed)
tell(`${sum((tally) => tally.passed)} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
