import { stickyMatch } from './clock.ts'
import { exp, parts } from './date-words.ts'
import { bareMonthDayAt, daysAt } from './day-points.ts'
import { periodsAt } from './period-points.ts'
import type { PointMatch } from './point.ts'

const partWord = exp(
  String.raw`(?:the )?(?:very )?(early|beginning|start|mid|middle|late|end)(?:(?: to |-| - |/| or )(mid|late|end))?(?: of| in|-| -|)(?: the)? ?`,
)

/** Every point that can begin at this place of normalised text, the likeliest reading first. */
export function* pointsAt(text: string, at: number): Generator<PointMatch> {
  yield* daysAt(text, at)
  yield* periodsAt(text, at)
  yield* bareMonthDayAt(text, at)
  const part = stickyMatch(partWord, text, at)
  const word = part?.[1] === undefined ? undefined : parts[part[1]]
  const until = part?.[2] === undefined ? undefined : parts[part[2]]
  // "late-mid March" runs backwards
  if (!part || word === undefined || (word === 'late' && until === 'mid')) return
  for (const inner of periodsAt(text, at + part[0].length)) {
    const { point } = inner
    if (point.kind === 'month' || point.kind === 'season' || point.kind === 'year' || point.kind === 'decade')
      yield { end: inner.end, point: { ...point, part: word, ...(until ? { partTo: until } : {}) } }
  }
}
