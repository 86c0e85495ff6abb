/** Milliseconds of one run; what the work itself says it took, where it says so. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  const own = await work()
  return typeof own === 'number' ? own : performance.now() - start
}

/** Milliseconds of one core's time that the work took, however busy the machine is with other things. */
export const coreTimeOf = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** Least of several runs of two kinds in turn, so that a slow moment of the machine strikes both. */
export const leastOfBoth = async (
  rounds: number,
  first: () => unknown,
  second: () => unknown,
): Promise<readonly [number, number]> => {
  let [a, b] = [Infinity, Infinity]
  for (let round = 0; round < rounds; round += 1) {
    a = Math.min(a, await timed(first))
    b = Math.min(b, await timed(second))
  }
  return [a, b]
}

export type Figures = Map<string, number>

/** A stream of numbers from 0 to 1, the same every time (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The value below which so many in a hundred lie. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * share) / 100))] ??
  NaN
