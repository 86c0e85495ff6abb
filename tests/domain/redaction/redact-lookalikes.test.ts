import { describe, expect, it } from 'vitest'
import { rosterSchema } from '../../../domain/people/roster.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'

const person = (id: string, name: string, pseudonym: string, aliases: readonly string[]) => ({
  id,
  kind: 'person',
  name,
  pseudonym,
  aliases,
})
const prepared = prepareRoster(
  rosterSchema.parse({
    format: '1',
    entries: [
      person('p1', 'Mei Ng', 'Worker 1', ['Ng']),
      person('p2', 'Hope Daley', 'Adult H', ['Hope']),
      person('p3', 'John Smith', 'Man S', ['Smith']),
      person('p4', 'Alan Blenkinsop', 'Man B', ['Blenkinsop']),
    ],
  }),
)
const read = (text: string): { text: string; asked: string[] } => {
  const done = redact(text, prepared, { audience: 'public' })
  return { text: done.text, asked: done.candidates.map(({ start, end }) => text.slice(start, end)) }
}

describe('what only looks like a name of the key', () => {
  it.each([
    ['An NG tube was placed.', 'NG'],
    ['Spoke to Ms Ng-Okafor.', 'Ms Ng-Okafor'],
    ['Okafor-Ng rang.', 'Okafor-Ng'],
    ['Hope is fading.', 'Hope'],
    ['Went to WH Smith today.', 'WH Smith'],
    ['Taken to JD Blenkinsop today.', 'JD Blenkinsop'],
  ])('is asked about and not replaced: %s', (text, asked) => {
    expect(read(text)).toEqual({ text, asked: [asked] })
  })
  it.each([
    ['Ng rang.', 'Worker 1 rang.'],
    ['Mr NG rang.', 'Worker 1 rang.'],
    ['SPOKE TO NG TODAY', 'SPOKE TO Worker 1 TODAY'],
    ['Hope said no.', 'Adult H said no.'],
    ['Hope was tearful.', 'Adult H was tearful.'],
    ['The GP Blenkinsop saw', 'The GP Man B saw'],
    ['The Blenkinsop-led visit', 'The Man B-led visit'],
  ])('is told from the name itself: %s', (text, replaced) => {
    expect(read(text).text).toBe(replaced)
  })
})

describe('names outside the key', () => {
  it.each([
    ['spoke to nurse thompson today', ['nurse thompson']],
    ['dr khan rang', ['dr khan']],
    ['seen by dr. patel-jones', ['dr. patel-jones']],
    ['mr jones and mrs brown said', ['mr jones', 'mrs brown']],
    ['pc lyle and sgt bilko attended', ['pc lyle', 'sgt bilko']],
  ])('are asked about after a title, both written small: %s', (text, asked) => {
    expect(read(text).asked).toEqual(asked)
  })
  it.each([
    'the dr said no',
    'saw mr and mrs',
    'nurse visited and the nurse practitioner rang the dr',
    'would miss appointments',
    'the doctor reviewed her; nurse to call; pc was slow',
    'has ms symptoms; ms relapse in spring; nurse rvw tomorrow',
    'dr surgery closed, nurse led clinic, nurse triaged',
  ])('are not made of the words after a title: %s', (text) => {
    expect(read(text).asked).toEqual([])
  })
  it.each([
    ['His son محمد علي rang.', 'محمد علي'],
    ['Called שרה כהן twice.', 'שרה כהן'],
    ['Met 王小明 there.', '王小明'],
    ['Met 佐々木 there.', '佐々木'],
    ['Met エリー there.', 'エリー'],
    ['Seen by ਹਰਪ੍ਰੀਤ ਸਿੰਘ today.', 'ਹਰਪ੍ਰੀਤ ਸਿੰਘ'],
  ])('are asked about in another script: %s', (text, asked) => {
    expect(read(text)).toEqual({ text, asked: [asked] })
  })
  it('in another script are replaced where the key has them', () => {
    const key = prepareRoster(
      rosterSchema.parse({ format: '1', entries: [person('p', 'محمد علي', 'Son 1', ['محمد علي'])] }),
    )
    const done = redact('His son محمد علي rang.', key, { audience: 'public' })
    expect([done.text, done.candidates]).toEqual(['His son Son 1 rang.', []])
  })
})
