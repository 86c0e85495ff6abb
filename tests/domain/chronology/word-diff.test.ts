import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, type DiffPart } from '../../../domain/chronology/word-diff.ts'

const told = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('diffWords', () => {
  it('marks whole words, and nothing that stayed', () => {
    expect(told('House 11 degrees. I told the office.', 'House 9 degrees. I told the office.')).toBe(
      'House [-11-]{+9+} degrees. I told the office.',
    )
    expect(told('Seen.', 'Seen at home.')).toBe('Seen{+ at home+}.')
    expect(told('Told office', 'Told office, and Karen rang back')).toBe(
      'Told office{+, and Karen rang back+}',
    )
    expect(told('', 'New')).toBe('{+New+}')
    expect(told('Old', '')).toBe('[-Old-]')
    expect(told('', '')).toBe('')
    expect(told('Same', 'Same')).toBe('Same')
  })

  it('shows a phrase that became another as one', () => {
    expect(told('She was very well today', 'She was quite unwell today')).toBe(
      'She was [-very well-]{+quite unwell+} today',
    )
  })

  it('keeps letters with their marks, and emoji, whole', () => {
    expect(told('café 👩‍⚕️ visit', 'cafe\u0301 👩 visit')).toBe('[-café 👩‍⚕️-]{+cafe\u0301 👩+} visit')
  })

  it('gives both texts back, whatever they are, with no more changed than need be', () => {
    const word = fc.constantFrom('a', 'b', 'c', ' ', '. ', '\n')
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        expect(without(parts, 'added')).toBe(before)
        expect(without(parts, 'removed')).toBe(after)
        expect(parts.some((part) => part.text === '')).toBe(false)
        expect(parts.some((part, at) => part.kind === parts[at + 1]?.kind)).toBe(false)
        if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('answers at once on long texts with nothing in common', () => {
    const words = (stem: string) => Array.from({ length: 20_000 }, (_, n) => `${stem}${n}`).join(' ')
    const parts = diffWords(words('a'), words('b'))
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
