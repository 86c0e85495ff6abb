import { assertNever } from '../result.ts'
import { addDays, weekdayOf } from './calendar.ts'
import type { Expression } from './expression.ts'
import { notUnderstood } from './join-ends.ts'
import type { Reading } from './join-ends.ts'
import type { Unresolved } from './resolve-point.ts'

/** The span once "before", "by", "after", "since", "week commencing" and their like are applied. */
export const qualify = (expression: Expression, reading: Reading): Reading | Unresolved => {
  const { earliest, latest } = reading
  if (earliest === null || latest === null) return reading
  const single = earliest === latest
  const range = (from: string, to: string): Reading => ({
    ...reading,
    earliest: from,
    latest: to,
    precision: 'range',
  })
  switch (expression.qualifier) {
    case 'none':
      return reading
    case 'before':
      return { ...reading, earliest: null, latest: addDays(earliest, -1), precision: 'before' }
    case 'by':
      return { ...reading, earliest: null, latest, precision: 'before' }
    case 'since':
      return { ...reading, earliest, latest: null, precision: 'after' }
    case 'after': {
      const festival = expression.ends.at(-1)?.point.kind === 'festival'
      return {
        ...reading,
        earliest: single || festival ? latest : addDays(latest, 1),
        latest: null,
        precision: 'after',
      }
    }
    case 'week-commencing':
      return single ? range(earliest, addDays(earliest, 6)) : notUnderstood
    case 'week-ending':
      return single ? range(addDays(latest, -6), latest) : notUnderstood
    case 'weekend': {
      if (!single) return range(earliest, latest)
      const weekday = weekdayOf(earliest)
      if (weekday < 5) return notUnderstood
      const saturday = addDays(earliest, 6 - weekday)
      return range(weekday === 5 ? earliest : saturday, addDays(saturday, 1))
    }
    default:
      return assertNever(expression.qualifier)
  }
}
