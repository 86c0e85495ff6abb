/** What the demonstration says as it goes, and what it holds against the answer key. */
export type Report = {
  readonly step: <T>(title: string, work: () => Promise<T> | T, say: (value: T) => string) => Promise<T>
  /** One expectation: `missing` lists what does not hold. */
  readonly expect: (title: string, missing: readonly string[], checked: number) => void
  readonly failed: () => number
}

const shown = 5

export const createReport = (): Report => {
  let failed = 0
  return {
    step: async (title, work, say) => {
      const start = performance.now()
      const value = await work()
      const seconds = ((performance.now() - start) / 1_000).toFixed(1)
      console.log(`${title}\n    ${say(value)} (${seconds} s)`)
      return value
    },
    expect: (title, missing, checked) => {
      if (missing.length === 0) return console.log(`    as expected: ${title}, ${checked} checked`)
      failed += 1
      console.log(`    NOT AS EXPECTED: ${title}, ${missing.length} of ${checked}`)
      for (const line of missing.slice(0, shown)) console.log(`        ${line}`)
    },
    failed: () => failed,
  }
}
