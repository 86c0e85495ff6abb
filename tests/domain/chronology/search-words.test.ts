import { describe, expect, it } from 'vitest'
import { findMatches, holdsAll, searchTerms } from '../../../domain/chronology/search-words.ts'

const marked = (text: string, typed: string): string => {
  let at = 0
  let shown = ''
  for (const { start, end } of findMatches(text, searchTerms(typed))) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return shown + text.slice(at)
}

describe('what a person searches for', () => {
  it.each([
    ['nurse', ['nurse*']],
    ['district nurse', ['district', 'nurse*']],
    ['"district nurse"', ['district nurse']],
    ['“district nurse” vis', ['district nurse', 'vis*']],
    ['safeg* concern', ['safeg*', 'concern*']],
    ['"home vis*"', ['home vis*']],
    ['"home vis"*', ['home vis*']],
    ['O’Neill', ['o neill*']],
    ['Café ÉLAN', ['cafe', 'elan*']],
    ['- ~ "" *', []],
  ])('%s is read as %j', (typed, expected) => {
    expect(
      searchTerms(typed).map(({ words, unfinished }) => words.join(' ') + (unfinished ? '*' : '')),
    ).toEqual(expected)
  })
})

describe('what is marked in a text', () => {
  it.each([
    ['A nurse, the NURSE’s notes', 'nurse', 'A [nurse], the [NURSE]’s notes'],
    ['At the café and the cafeteria', 'cafe', 'At the [café] and the [cafeteria]'],
    ['At the café and the cafeteria', '"cafe"', 'At the [café] and the cafeteria'],
    [
      'The district. Nurse came; district nurse',
      '"district nurse"',
      'The [district. Nurse] came; [district nurse]',
    ],
    ['home visit, home visits, at home', '"home vis*"', '[home visit], [home visits], at home'],
    ['called at home', 'home called', '[called] at [home]'],
    ['a a a', '"a a"', '[a a a]'],
    ['Zoë’s naïve ﬁle', 'zoe naive', '[Zoë]’s [naïve] ﬁle'],
    ['nothing here', 'elsewhere', 'nothing here'],
    ['nothing here', '', 'nothing here'],
  ])('in %j by %j', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected)
  })

  it('holds all terms or not', () => {
    expect(holdsAll('Called at home', searchTerms('home called'))).toBe(true)
    expect(holdsAll('Called at home', searchTerms('"home called"'))).toBe(false)
    expect(holdsAll('Called at home', searchTerms('hom*'))).toBe(true)
    expect(holdsAll('Called at home', searchTerms('"hom"'))).toBe(false)
  })
})
