/** Chance that repeats itself: the same seed gives the same numbers. */
export type Dice = {
  readonly next: () => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly shuffle: <T>(from: readonly T[]) => readonly T[]
}

/** Mulberry32, a public-domain generator by Tommy Ettinger. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new RangeError('There is nothing to pick from.')
    return found
  }
  const shuffle = <T>(from: readonly T[]): readonly T[] =>
    from
      .map((value) => [next(), value] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value)
  return { next, chance: (share) => next() < share, pick, shuffle }
}
