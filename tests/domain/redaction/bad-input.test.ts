import { describe, expect, it } from 'vitest'
import { emptyRoster, rosterSchema } from '../../../domain/people/roster.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'

const person = (id: string, name: string, aliases: readonly string[] = []) => ({
  id,
  kind: 'person',
  name,
  pseudonym: `Person ${id.toUpperCase()}`,
  aliases,
})
const keyOf = (...entries: readonly object[]) => prepareRoster(rosterSchema.parse({ entries }))
const read = (text: string, key: ReturnType<typeof keyOf>) => {
  const { text: done, candidates } = redact(text, key, { audience: 'public' })
  return {
    done,
    asked: candidates.map(({ start, end, entities }) => [text.slice(start, end), entities ?? []]),
  }
}

describe('a contribution of 400 pages', () => {
  const key = keyOf(person('a', 'Oluwaseun Featherstonehaugh', ['Seun']))
  const page = `${'Seen at home by two carers, well in herself, no new concerns, plan unchanged.\n'.repeat(38)}Oluwaseun Featherstonehaugh, NHS 999 000 0018, spoke to Mrs Quigley.\n`

  it('is read to its last page', () => {
    const text = page.repeat(400)
    expect(text.length).toBeGreaterThan(1_200_000)
    const { spans, candidates } = redact(text, key, { audience: 'public' })
    expect(spans.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 400 }, () => ['PERSON', 'NHS_NUMBER']).flat(),
    )
    expect(candidates).toHaveLength(400)
    expect(text.slice(spans.at(-1)?.start, spans.at(-1)?.end)).toBe('999 000 0018')
  })

  it.each([
    ['one word', 'a'.repeat(400_000)],
    ['one number', '7'.repeat(400_000)],
    ['capitals', 'A '.repeat(200_000)],
    ['a capitalised name', 'Seun '.repeat(80_000)],
    ['commas', ','.repeat(400_000)],
    ['dots and letters', 'a.'.repeat(200_000)],
    ['at signs', '@'.repeat(200_000)],
    ['hyphens at line ends', 'ab-\n'.repeat(100_000)],
    ['marks on one letter', `e${'\u0301'.repeat(300_000)}`],
    ['embraced text', '\u202eSeun\u202c'.repeat(60_000)],
  ])('of nothing but %s takes no longer than its length', (_name, text) => {
    const timed = (whole: string): number => {
      const start = process.cpuUsage()
      redact(whole, key, { audience: 'public' })
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    timed(text.slice(0, text.length / 8))
    const eighth = Math.min(timed(text.slice(0, text.length / 8)), timed(text.slice(0, text.length / 8)))
    // eight times the text; what grows with the square would take 64 times as long
    expect(timed(text)).toBeLessThan(32 * Math.max(eighth, 20_000))
  })
})

describe('right-to-left and mixed scripts', () => {
  const key = keyOf(
    person('a', 'محمد علي', ['Mohammed Ali']),
    person('b', 'שרה כהן'),
    person('c', 'Сергей Иванов'),
  )
  it.each([
    ['قال محمد علي إنه بخير', 'قال Person A إنه بخير'],
    ['Mohammed Ali (محمد علي) rang.', 'Person A (Person A) rang.'],
    ['\u202bمحمد\u00a0علي\u202c rang', '\u202bPerson A\u202c rang'],
    ['محمّد علي rang', 'Person A rang'],
    ['Told שרה כהן', 'Told Person B'],
    ['СЕРГЕЙ ИВАНОВ', 'Person C'],
  ])('%s', (text, wanted) => {
    expect(read(text, key).done).toBe(wanted)
  })
})

describe('two people of one name', () => {
  const key = keyOf(person('a', 'Ann Colclough'), person('b', 'Ann Colclough'), person('c', 'Fred Colclough'))
  it('are asked about together, and told from a third by his first name', () => {
    const { done, asked } = read('Ann Colclough rang. Fred Colclough was out.', key)
    expect(done).toBe('Ann Colclough rang. Person C was out.')
    expect(asked).toEqual([['Ann Colclough', ['a', 'b']]])
  })
})

describe('an alias inside another', () => {
  const key = keyOf(
    person('a', 'Lee Marsden', ['Lee']),
    person('b', 'Leeanne Marsden-Lee', ['Leeanne', 'Lee-Anne']),
    { id: 'h', kind: 'organisation', name: 'Lee Marsden Court', pseudonym: 'Home H' },
  )
  it.each([
    ['Lee rang about Leeanne.', 'Person A rang about Person B.'],
    ['Lee-Anne rang.', 'Person B rang.'],
    ['Lee Marsden lives at Lee Marsden Court.', 'Person A lives at Home H.'],
    ['Mrs Marsden-Lee rang.', 'Person B rang.'],
    ['Leeds and fleece and Leek are no people.', 'Leeds and fleece and Leek are no people.'],
  ])('%s', (text, wanted) => {
    expect(read(text, key).done).toBe(wanted)
  })
})

describe('an empty roster', () => {
  it('still finds identifiers and asks about names', () => {
    const { done, asked } = read('Karen Hobday, NHS 999 000 0018, rang.', prepareRoster(emptyRoster))
    expect(done).toBe('Karen Hobday, NHS [NHS number], rang.')
    expect(asked).toEqual([['Karen Hobday', []]])
  })
})
