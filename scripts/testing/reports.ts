import path from 'node:path'
import { z } from 'zod'

/** What one step of `npm test` found. */
export type Tally = {
  readonly passed: number
  readonly failed: number
  /** One text per thing wrong, for the person reading the terminal. */
  readonly problems: readonly string[]
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const roomOf = (root: string, file: string): string =>
  path.relative(path.join(root, 'tests'), file).split(path.sep, 1)[0] ?? ''

/**
 * Reads Vitest's JSON report. A test that did not run (skipped, to do) counts as failed, and so does a file that could
 * not be loaded and a room without a single test.
 */
export const readVitestReport = (text: string, root: string, rooms: readonly string[]): Tally => {
  const { testResults } = vitestReport.parse(JSON.parse(text))
  const problems: string[] = []
  const counts = new Map(rooms.map((room) => [room, 0]))
  let passed = 0
  for (const file of testResults) {
    const where = path.relative(root, file.name)
    const room = roomOf(root, file.name)
    counts.set(room, (counts.get(room) ?? 0) + file.assertionResults.length)
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') passed += 1
      else if (status === 'failed')
        problems.push([`${where}: ${fullName}`, ...(failureMessages ?? [])].join('\n'))
      else problems.push(`${where}: ${fullName} was not run (${status})`)
    }
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      problems.push(`${where}: ${file.message ?? 'the file could not be run'}`)
    }
  }
  for (const [room, count] of counts) if (count === 0) problems.push(`tests/${room}: there is no test`)
  return { passed, failed: problems.length, problems }
}

type Suite = {
  readonly title: string
  readonly specs?: readonly Spec[] | undefined
  readonly suites?: readonly Suite[] | undefined
}
type Spec = z.infer<typeof spec>

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(
        z.object({ errors: z.array(z.object({ message: z.string().optional() })).optional() }),
      ),
    }),
  ),
})
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ title: z.string(), specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
)
const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

const specsOf = (suites: readonly Suite[]): readonly Spec[] =>
  suites.flatMap((one) => [...(one.specs ?? []), ...specsOf(one.suites ?? [])])

/** Reads Playwright's JSON report. Only a test that ran once and passed counts as passed. */
export const readPlaywrightReport = (text: string): Tally => {
  const report = playwrightReport.parse(JSON.parse(text))
  const problems = report.errors.map(({ message }) => message ?? 'the tests could not be loaded')
  let passed = 0
  for (const { title, file, tests } of specsOf(report.suites)) {
    for (const { status, results } of tests) {
      if (status === 'expected') passed += 1
      else {
        const messages = results.flatMap(({ errors }) => (errors ?? []).map(({ message }) => message ?? ''))
        problems.push([`${file}: ${title} (${status})`, ...messages].join('\n'))
      }
    }
  }
  if (passed + problems.length === 0) problems.push('tests/e2e: there is no test')
  return { passed, failed: problems.length, problems }
}
