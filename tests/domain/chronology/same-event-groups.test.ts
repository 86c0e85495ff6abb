import { describe, expect, it } from 'vitest'
import {
  groupsOf,
  inOrder,
  joinedThroughOthers,
  rejectedWithin,
} from '../../../domain/chronology/same-event-groups.ts'

const pairs = (...written: string[]) => written.map((pair) => inOrder(pair.charAt(0), pair.charAt(1)))

describe('groupsOf', () => {
  it('makes one event of all that confirmed pairs join, whatever their order', () => {
    const groups = [
      ['a', 'b', 'c', 'f'],
      ['d', 'e'],
    ]
    expect(groupsOf(pairs('ab', 'de', 'cb', 'fc'))).toEqual(groups)
    expect(groupsOf(pairs('fc', 'cb', 'ed', 'ba'))).toEqual(groups)
    expect(groupsOf(pairs('ab', 'bc', 'ca'))).toEqual([['a', 'b', 'c']])
    expect(groupsOf([])).toEqual([])
  })

  it('follows a chain of ten thousand without running out of stack', () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(5, '0'))
    const chain = ids.slice(1).map((id, at) => ({ a: ids[at] ?? '', b: id }))
    expect(groupsOf(chain)).toEqual([ids])
    expect(groupsOf(chain.toReversed())).toEqual([ids])
  })
})

describe('decisions that cannot both stand', () => {
  it('finds the rejected pair that a link would put into one event', () => {
    expect(rejectedWithin(pairs('ab'), pairs('ac'), inOrder('c', 'b'))).toEqual({ a: 'a', b: 'c' })
    expect(rejectedWithin(pairs('ab'), pairs('ad'), inOrder('c', 'b'))).toBeNull()
    expect(rejectedWithin([], pairs('ab'), inOrder('a', 'b'))).toEqual({ a: 'a', b: 'b' })
  })

  it('knows whether two are one event by way of others', () => {
    expect(joinedThroughOthers(pairs('ab', 'bc'), inOrder('a', 'c'))).toBe(true)
    expect(joinedThroughOthers(pairs('ab', 'bc', 'ac'), inOrder('a', 'c'))).toBe(true)
    expect(joinedThroughOthers(pairs('ab', 'ac'), inOrder('a', 'c'))).toBe(false)
  })
})
