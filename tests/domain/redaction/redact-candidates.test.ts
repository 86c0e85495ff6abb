import { describe, expect, it } from 'vitest'
import { emptyRoster, rosterSchema } from '../../../domain/people/roster.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'

const nobody = prepareRoster(emptyRoster)
const asked = (text: string, key = nobody): string[] =>
  redact(text, key, { audience: 'public' }).candidates.map(({ start, end }) => text.slice(start, end))

describe('named institutions outside the key', () => {
  it.each([
    ['Staff at The Willows care home rang.', 'The Willows care home'],
    ['He moved to Rowan House nursing home.', 'Rowan House nursing home'],
    ['Pupil of Hillside Primary School.', 'Hillside Primary School'],
    ["She attends St Mary's Church.", "St Mary's Church"],
    ['Seen at Oakfield Surgery today.', 'Oakfield Surgery'],
    ['Admitted to Queen Elizabeth Hospital.', 'Queen Elizabeth Hospital'],
    ['Visited Cedar Lodge.', 'Cedar Lodge'],
    ['Moved to The Laurels in May.', 'The Laurels'],
  ])('%s', (text, name) => {
    const { candidates } = redact(text, nobody, { audience: 'public' })
    expect(asked(text)).toContain(name)
    expect(candidates[0]?.why).toMatch(/institution|house or home/)
  })
  it.each([
    'The Day Centre was closed. The Hospital rang. Attended Primary School. Community Hospital bed.',
    'Urgent Care Centre, Crown Court, Town Hall, Civic Centre, Job Centre, Stroke Ward, Medical Ward.',
    'The care home rang. A nursing home was found. Children’s Services and Women’s Refuge were told.',
  ])('asks about no such place in: %s', (text) => {
    expect(asked(text)).toEqual([])
  })
})

describe('shorthand, medicines and aids', () => {
  it.each([
    'Hosp adm. Obs stable. Appt made. Meds given. Rx issued. Pt well. NOK told. TTOs ready. Ax done. O/E nil. D/C home.',
    'MDT held. Ix sent. Hx taken. Abx started. Zimmer frame, Velcro, Fortisip, Ensure, Tena pads, Lifeline, Careline.',
    'Dosette box. Waterlow 18. Barthel 12. Bradford assessment. Skype call. WhatsApp sent. Beck inventory. Sara Stedy used.',
    'Co-codamol 30/500, Co-careldopa, Co-amoxiclav given. Seen at 2pm.',
    'Dept, Mgr, Asst, Mtg, Wknd, Poss UTI, Prev CVA, Approx 2pm, Rec, Incl, Excl, Assmt.',
  ])('%s', (text) => {
    expect(asked(text)).toEqual([])
  })
})

describe('addresses and map positions', () => {
  const done = (text: string): string => redact(text, nobody, { audience: 'public' }).text
  it.each([
    ['At 22 Acacia Avenue, Oldtown OL1 2AB.', 'At [address] [postcode].'],
    ['14 Mill Lane, Upper Thorpe, Newcastle upon Tyne, NE1 4XX', '[address], [postcode]'],
    ['3 Elm Close, Peterson opened the door', '[address], Peterson opened the door'],
    ['at 51.5074, -0.1278 by the river', 'at [map position] by the river'],
    ['see http://example.org/x?y=1 51.5074, -0.1278.', 'see [web address] [map position].'],
    ['Sat nav 52.48N 1.89W.', 'Sat nav [map position].'],
    ['what3words ///filled.count.soap now', 'what3words [map position] now'],
    ['what3words filled.count.soap now', 'what3words [map position] now'],
  ])('%s', (text, wanted) => {
    expect(done(text)).toBe(wanted)
  })
})

describe('names as they reach a record', () => {
  const key = prepareRoster(
    rosterSchema.parse({
      entries: [
        { id: 'd', kind: 'person', name: 'Dorothy Hargreave', pseudonym: 'Adult D', aliases: ['D.H.'] },
        { id: 'k', kind: 'person', name: 'Karen Hargreave-Cobb', pseudonym: 'Daughter', aliases: ['Karen'] },
        { id: 'w', kind: 'person', name: '王小明', pseudonym: 'Neighbour', aliases: [] },
        { id: 'm', kind: 'person', name: 'محمد الحسن', pseudonym: 'Son', aliases: [] },
        { id: 'j', kind: 'person', name: 'Ji-hoon Park', pseudonym: 'Friend', aliases: [] },
        { id: 'b', kind: 'person', name: 'Bill Worthington', pseudonym: 'Carer', aliases: ['Bill'] },
      ],
    }),
  )
  it.each([
    ['Mrs Hargreve rang', 'Adult D rang'],
    ['HARGRE-\nAVE left', 'Adult D left'],
    ['Hargre-\nave left', 'Adult D left'],
    ['Mrs\nHargreave left', 'Adult D left'],
    ['😀Dorothy was well', '😀Adult D was well'],
    ['王小明说 and 小明', 'Neighbour说 and Neighbour'],
    ['محمد الحسن came', 'Son came'],
    ["the Hargreaves' house", "the Adult D's house"],
    ['Hargreave (Dorothy) left', 'Adult D left'],
    ['Ji-hoon and Jihoon and Ji Hoon Park and PARK, Ji-hoon', 'Friend and Friend and Friend and Friend'],
    ['karen said no', 'Daughter said no'],
    ['Hargreave-Cobb and Hargreave - Cobb', 'Daughter and Daughter'],
  ])('%s', (text, wanted) => {
    expect(redact(text, key, { audience: 'public' }).text).toBe(wanted)
  })
  it('replaces a slip of a long surname with less confidence', () => {
    const { spans } = redact('Mrs Hargreve rang', key, { audience: 'public' })
    expect(spans[0]?.confidence).toBeLessThan(0.95)
    expect(spans[0]?.entity).toBe('d')
  })
  it.each([
    ['W0rthington came', 'W0rthington', 'b'],
    ['VVorthington came', 'VVorthington', 'b'],
    ['seen by D0rothy', 'D0rothy', 'd'],
    ['They told bill to go', 'bill', 'b'],
  ])('asks about %s', (text, name, entity) => {
    const { candidates } = redact(text, key, { audience: 'public' })
    expect(candidates.map(({ start, end }) => text.slice(start, end))).toEqual([name])
    expect(candidates[0]?.entities).toContain(entity)
  })
  it('gives offsets of the input where signs of two code units stand before a name', () => {
    const text = '👩‍👩‍👧 🏠 Karen left'
    expect(
      redact(text, key, { audience: 'public' }).spans.map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['Karen'])
  })
})
