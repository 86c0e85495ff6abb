import { describe, expect, it } from 'vitest'
import { successionOf } from '../../../domain/recipients/recipient.ts'

const register = (...all: readonly (readonly [id: string, successorId?: string, succeededOn?: string])[]) => {
  const known = new Map(
    all.map(([id, successorId = null, succeededOn = null]) => [id, { id, successorId, succeededOn }]),
  )
  return (id: string) => known.get(id)
}
const ids = (...given: Parameters<typeof successionOf>): readonly string[] =>
  successionOf(...given).map(({ id }) => id)

describe('who stands in a recipient’s place', () => {
  // Clinical commissioning groups ended on 30 June 2022; integrated care boards began on 1 July (Health and Care Act 2022).
  const find = register(['ccg', 'icb', '2022-07-01'], ['icb', 'larger', '2026-04-01'], ['larger'])

  it('is itself until the day of the merger, and its successor from that day on', () => {
    expect(ids(find, 'ccg', '2022-06-30')).toEqual(['ccg'])
    expect(ids(find, 'ccg', '2022-07-01')).toEqual(['ccg', 'icb'])
  })

  it('is followed through every merger', () => {
    expect(ids(find, 'ccg', '2026-11-24')).toEqual(['ccg', 'icb', 'larger'])
  })

  it('ends a ring where it would begin again, and nobody stands for whom the register does not know', () => {
    expect(ids(register(['a', 'b', '2020-01-01'], ['b', 'a', '2020-01-01']), 'a', '2026-01-01')).toEqual([
      'a',
      'b',
    ])
    expect(ids(find, 'nobody', '2026-01-01')).toEqual([])
  })
})
