import { describe, expect, it } from 'vitest'
import { chooseSample } from '../../../domain/packs/approval-sample.ts'
import type { Passage } from '../../../domain/packs/project-pack.ts'

const span = { start: 0, end: 1, kind: 'PERSON', replacement: 'X', confidence: 1, source: 'roster' } as const

const aPassage = (n: number, spans = 0, redacted = 'words'): Passage => ({
  ...{ id: `p${n}`, where: `Entry E${n}`, original: 'words', redacted, candidates: [] },
  spans: Array.from({ length: spans }, () => span),
})

const none = (): number => 0
const ids = (sample: readonly { readonly id: string }[]): readonly string[] => sample.map(({ id }) => id)

describe('the sample of an approver', () => {
  it('takes the passages with most replaced, then others by chance, five of each of a small pack', () => {
    const passages = Array.from({ length: 40 }, (_, n) => aPassage(n, n < 8 ? 8 - n : 0))
    const sample = chooseSample(passages, none, 'deadbeef')
    expect(ids(sample.filter(({ chosenFor }) => chosenFor === 'risk'))).toEqual([
      'p0',
      'p1',
      'p2',
      'p3',
      'p4',
    ])
    expect(sample.filter(({ chosenFor }) => chosenFor === 'chance')).toHaveLength(5)
    expect(new Set(ids(sample)).size).toBe(10)
  })

  it('weighs words that somebody kept above a replacement', () => {
    const passages = Array.from({ length: 20 }, (_, n) => aPassage(n, n < 6 ? 2 : 0))
    const sample = chooseSample(passages, ({ id }) => (id === 'p19' ? 1 : 0), 'deadbeef')
    expect(sample[0]).toEqual({ id: 'p19', chosenFor: 'risk' })
  })

  it('is the same for the same pack, and another for another', () => {
    const passages = Array.from({ length: 200 }, (_, n) => aPassage(n))
    const [a, again, b] = ['00c0ffee', '00c0ffee', '0badf00d'].map((seed) =>
      ids(chooseSample(passages, none, seed)),
    )
    expect(a).toEqual(again)
    expect(a).not.toEqual(b)
  })

  it('draws every passage sooner or later: chance favours none', () => {
    const passages = Array.from({ length: 50 }, (_, n) => aPassage(n))
    const drawn = new Map<string, number>()
    for (let seed = 0; seed < 2_000; seed += 1)
      for (const id of ids(chooseSample(passages, none, (seed * 7_919).toString(16).padStart(8, '0'))))
        drawn.set(id, (drawn.get(id) ?? 0) + 1)
    // Five of fifty, two thousand times: 200 each; four standard deviations are about 54.
    expect(drawn.size).toBe(50)
    for (const times of drawn.values()) expect(Math.abs(times - 200)).toBeLessThan(54)
  })

  it('grows with the pack up to fifteen of each, and leaves out what holds no word', () => {
    const passages = Array.from({ length: 5_000 }, (_, n) => aPassage(n, 1))
    expect(chooseSample(passages, none, '12345678')).toHaveLength(30)
    expect(chooseSample([aPassage(1, 1, ' '), aPassage(2)], none, '12345678')).toEqual([
      { id: 'p2', chosenFor: 'chance' },
    ])
    expect(chooseSample([], none, '12345678')).toEqual([])
  })
})
