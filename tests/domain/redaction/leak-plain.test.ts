import { describe, expect, it } from 'vitest'
import { rosterSchema } from '../../../domain/people/roster.ts'
import { plainLeaks, plainNeedles } from '../../../domain/redaction/leak-plain.ts'

const roster = rosterSchema.parse({
  entries: [
    {
      ...{ id: 'p1', kind: 'person', name: 'Siobhán O’Rafferty', pseudonym: 'Adult A' },
      ...{
        aliases: ['Shiv', 'Siobhán Mary O’Rafferty'],
        date_of_birth: '1948-03-14',
        date_of_death: '2023-11-09',
      },
      identifiers: [
        { type: 'NHS number', value: '943 476 5919' },
        { type: 'NI number', value: 'QQ 12 34 56 C' },
        { type: 'email', value: 's.orafferty@example.org' },
        { type: 'vehicle', value: 'AB51 ABC' },
      ],
    },
    {
      ...{
        id: 'p2',
        kind: 'person',
        name: 'Will Grace',
        pseudonym: 'Son 1',
        aliases: ['Will', 'Billy Grace'],
      },
      aliases_needing_care: { Will: 'an ordinary word' },
    },
    { id: 'l1', kind: 'place', name: '14 Larch Close, Wexcombe, WX4 7QT', pseudonym: 'Home 1' },
    { id: 'o1', kind: 'organisation', name: 'Wexcombe Council', pseudonym: 'Council', replace_in: 'public' },
    { id: 'o2', kind: 'organisation', name: 'Out of Hours Team', pseudonym: 'Team 1' },
  ],
  keep: ['Larch Close Surgery'],
})

const found = (text: string, audience: 'agencies' | 'public' = 'public', isRaw = false) =>
  plainLeaks([{ file: 'f', where: 'w', text }], plainNeedles(roster, { audience }), isRaw).map(
    ({ entity }) => entity,
  )

describe('the plainest search', () => {
  it.each([
    'Siobhán O’Rafferty',
    "SIOBHAN O'RAFFERTY’s bag",
    'siobhan\u00a0o\u2019rafferty',
    'o_rafferty.siobhan',
    'ORafferty',
    'Mrs\nO’Rafferty',
    'S O’Rafferty',
    'Sio\u00adbhán O\u200b’Rafferty',
    '943 476 5919',
    '9434765919',
    '943-476-5919',
    '94 34 76 59 19',
    'qq123456c',
    'QQ 123 456 C',
    's.orafferty@example.org',
    'S.ORafferty%example.org',
    'ab51abc',
    '14/03/1948',
    '14.3.1948',
    '14th March 1948',
    'March 14, 1948',
    '1948-03-14',
    '14031948',
    '9 Nov 2023',
  ])('finds %j', (text) => {
    expect(found(`Seen: ${text}, at home.`)).toContain('p1')
  })

  it.each([
    ['Billy Grace rang', 'p2'],
    ['Will Grace rang', 'p2'],
    ['at 14 Larch Close', 'l1'],
    ['Larch Close', 'l1'],
    ['Wexcombe Council', 'o1'],
  ])('finds in %j what is of %s', (text, entity) => {
    expect(found(text)).toContain(entity)
  })

  it.each([
    'She will grace us with a visit; the period of grace ended.',
    'Will they come? The out of hours team was rung.',
    'Referred by Larch Close Surgery.',
    'Adult A was seen; Home 1 and Council were told.',
    'On 14/03/2021 at 19:48, 943 calls of 476 people, 5,919 in all.',
    '3a:51:20:94:34',
  ])('leaves %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('lets agencies read what is replaced only for the public', () => {
    expect(found('Wexcombe Council', 'agencies')).toEqual([])
    expect(found('9 November 2023', 'agencies')).toEqual([])
  })

  it('looks for what a person decided to replace, as it was written, and not for words', () => {
    const decisions = [
      { text: 'Mrs Ostrander', decision: 'replace' as const, replacement: 'a neighbour' },
      { text: 'May', decision: 'replace' as const, entity: 'p2' },
      { text: 'Tordoff House', decision: 'keep' as const },
    ]
    const needles = plainNeedles(roster, { audience: 'public', decisions })
    const texts = ['Mrs\nOstrander called.', 'mrs ostrander', 'In May 2021', 'Tordoff House'].map((text) => ({
      ...{ file: 'f', where: text, text },
    }))
    expect(plainLeaks(texts, needles).map(({ where, entity }) => ({ where, entity }))).toEqual([
      { where: 'Mrs\nOstrander called.', entity: null },
    ])
  })

  it('makes no number out of several in bytes, and no name of a few letters', () => {
    expect(found('943 476 59 19', 'public', true)).toEqual([])
    expect(found('943 476 5919', 'public', true)).toEqual(['p1'])
  })

  it('knows what a person decided to keep where the tags between two paragraphs are gone', () => {
    expect(found('Larch Close SurgeryThe report', 'public', true)).toEqual([])
    expect(found('14 Larch Close The report', 'public', true)).not.toEqual([])
    expect(found('Larch Close SurgeryThe report')).toEqual(['l1'])
  })
})
