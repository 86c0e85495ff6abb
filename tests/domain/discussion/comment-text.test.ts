import { describe, expect, it } from 'vitest'
import { fromTyped, mentionAt, mentionedIn, partsOf } from '../../../domain/discussion/comment-text.ts'

const people = [
  { id: 'u-1', name: 'Robin Vale' },
  { id: 'u-2', name: 'Robin Valentine' },
  { id: 'u-3', name: 'Siân O’Dea (Board)' },
]
const isUser = (id: string): boolean => people.some((one) => one.id === id)

describe('a comment’s text', () => {
  it('keeps a mention by the person’s id, the longest name that fits', () => {
    expect(fromTyped('@Robin Valentine and @Robin Vale, see this', people)).toBe(
      '@[u-2] and @[u-1], see this',
    )
    expect(fromTyped('Ask @siân o’dea (board).', people)).toBe('Ask @[u-3].')
  })

  it('leaves addresses, unknown names and longer words alone', () => {
    for (const typed of ['write to a@example.com', '@Nobody Here', '@Robin Valerie', 'no mention'])
      expect(fromTyped(typed, people)).toBe(typed)
    expect(fromTyped('@Robin Vale', [])).toBe('@Robin Vale')
  })

  it('comes apart into words and people, and what names nobody stays words', () => {
    expect(partsOf('@[u-1]: see @[nobody] and @[u-1]', isUser)).toEqual([
      { kind: 'mention', userId: 'u-1' },
      { kind: 'text', text: ': see @[nobody] and ' },
      { kind: 'mention', userId: 'u-1' },
    ])
    expect(mentionedIn('@[u-2] @[u-2] @[x]', isUser)).toEqual(['u-2'])
    expect(partsOf('', isUser)).toEqual([])
  })

  it('offers people by any word of their name while one is being typed', () => {
    const at = (typed: string) => mentionAt(typed, typed.length, people)
    expect(at('Please @rob')).toEqual({ from: 7, people: people.slice(0, 2) })
    expect(at('@')?.people).toEqual(people)
    expect(at('@vale')?.people).toEqual(people.slice(0, 2))
    expect(at('@Robin Vale')?.people).toEqual([people[1]])
    expect(at('@o’d')?.people).toEqual([people[2]])
    for (const typed of ['a@rob', '@ rob', '@rob\n', '@xyz', 'rob', '@Robin Valentine'])
      expect(at(typed)).toBeNull()
  })

  it('reads only what stands before the caret', () => {
    expect(mentionAt('@rob and more', 4, people)?.people).toEqual(people.slice(0, 2))
  })
})
