import { describe, expect, it } from 'vitest'
import { listPlaces } from '../../renderer/features/chronology/list-places.ts'

const groups = [
  { key: 'a', from: 0, count: 2 },
  { key: 'b', from: 2, count: 1 },
  { key: '', from: 3, count: 3 },
]

const drawn = (closed: readonly string[]): readonly string[] => {
  const places = listPlaces(6, groups, new Set(closed))
  return Array.from({ length: places.count }, (_, place) => {
    const standing = places.at(place)
    return standing.kind === 'group' ? `[${standing.group.key}]` : String(standing.index)
  })
}

describe('places of a list', () => {
  it('are its entries where nothing is grouped', () => {
    const places = listPlaces(100_000, [], new Set())
    expect([places.count, places.ofEntry(99_999), places.groupAt(5)]).toEqual([100_000, 99_999, null])
    expect(places.at(7)).toEqual({ kind: 'entry', index: 7 })
  })

  it('are a heading and its entries for each group, and the heading alone where it is closed', () => {
    expect(drawn([])).toEqual(['[a]', '0', '1', '[b]', '2', '[]', '3', '4', '5'])
    expect(drawn(['b'])).toEqual(['[a]', '0', '1', '[b]', '[]', '3', '4', '5'])
    expect(drawn(['a', 'b', ''])).toEqual(['[a]', '[b]', '[]'])
  })

  it.each([[[]], [['a']], [['b', '']], [['a', 'b', '']]])(
    'lead back to what stands there, with %j closed',
    (closed) => {
      const places = listPlaces(6, groups, new Set(closed))
      for (let place = 0; place < places.count; place += 1) {
        const standing = places.at(place)
        expect(
          standing.kind === 'group' ? places.ofGroup(standing.group.key) : places.ofEntry(standing.index),
        ).toBe(place)
      }
      for (const { key, from, count } of groups)
        for (let index = from; index < from + count; index += 1)
          expect(places.groupAt(places.ofEntry(index))?.key).toBe(key)
    },
  )
})
