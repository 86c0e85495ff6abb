import { describe, expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from '../../scripts/testing/reports.ts'

const file = (name: string, statuses: readonly string[], status = 'passed', message = '') => ({
  name: `/repo/tests/${name}`,
  status,
  message,
  assertionResults: statuses.map((one, at) => ({
    status: one,
    fullName: `case ${at}`,
    failureMessages: one === 'failed' ? ['expected 1 to be 2'] : [],
  })),
})

const vitest = (...testResults: readonly object[]) =>
  readVitestReport(JSON.stringify({ testResults }), '/repo', ['domain'])

describe('the report of the rooms’ tests', () => {
  it('counts what passed', () => {
    expect(vitest(file('domain/a.test.ts', ['passed', 'passed']))).toEqual({
      passed: 2,
      failed: 0,
      problems: [],
    })
  })

  it('shows what failed, with its message', () => {
    const tally = vitest(file('domain/a.test.ts', ['passed', 'failed'], 'failed'))
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.problems[0]).toContain('tests/domain/a.test.ts: case 1')
    expect(tally.problems[0]).toContain('expected 1 to be 2')
  })

  it.each(['skipped', 'pending', 'todo', 'disabled'])('takes a test that is %s for a failure', (status) => {
    expect(vitest(file('domain/a.test.ts', ['passed', status]))).toMatchObject({ passed: 1, failed: 1 })
  })

  it('takes a file that could not be loaded for a failure', () => {
    const tally = vitest(
      file('domain/a.test.ts', ['passed']),
      file('domain/b.test.ts', [], 'failed', 'cannot find module'),
    )
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.problems[0]).toContain('cannot find module')
  })

  it('takes a room without a test for a failure', () => {
    expect(vitest().problems).toEqual(['tests/domain: there is no test'])
  })
})

const playwright = (statuses: readonly string[], errors: readonly object[] = []) =>
  readPlaywrightReport(
    JSON.stringify({
      errors,
      suites: [
        {
          title: 'lock.e2e.ts',
          specs: [],
          suites: [
            {
              title: 'locking',
              specs: statuses.map((status, at) => ({
                title: `case ${at}`,
                file: 'lock.e2e.ts',
                tests: [
                  {
                    status,
                    results: [{ errors: status === 'unexpected' ? [{ message: 'no such button' }] : [] }],
                  },
                ],
              })),
            },
          ],
        },
      ],
    }),
  )

describe('the report of the window tests', () => {
  it('counts what passed, at any depth', () => {
    expect(playwright(['expected', 'expected'])).toEqual({ passed: 2, failed: 0, problems: [] })
  })

  it('shows what failed, with its message', () => {
    const tally = playwright(['expected', 'unexpected'])
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.problems[0]).toContain('no such button')
  })

  it.each(['skipped', 'flaky'])('takes a test that is %s for a failure', (status) => {
    expect(playwright(['expected', status])).toMatchObject({ passed: 1, failed: 1 })
  })

  it('takes an error outside any test, or no test at all, for a failure', () => {
    expect(playwright(['expected'], [{ message: 'no tests found' }])).toMatchObject({ passed: 1, failed: 1 })
    expect(playwright([]).problems).toEqual(['tests/e2e: there is no test'])
  })
})
