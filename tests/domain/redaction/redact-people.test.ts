import { describe, expect, it } from 'vitest'
import { emptyRoster, rosterSchema } from '../../../domain/people/roster.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'
import { inventedRoster, plantedVariants } from './invented-roster.ts'

const prepared = prepareRoster(inventedRoster())
const frames: readonly ((name: string) => string)[] = [
  (name) => `Spoke to ${name} about the visit.`,
  (name) => `Today we saw ${name}, who was well.`,
  (name) => `Message from ${name}: please ring back.`,
  (name) => `The key was with ${name}’s sister.`,
  (name) => `At 10.30 on 4 May 2021 (see ${name}) no change.`,
  (name) => `${name} was seen at home.`,
  (name) => `12/03/2023,10:00,${name},Home visit`,
  (name) => `Tel call to ${name} GP surgery`,
  (name) => `WITNESS: ${name} STATED NOTHING`,
  (name) => `Rang ${name} Monday re bloods`,
  (name) => `• ${name}: no reply`,
]

describe('every variant of everybody in a key', () => {
  for (const [entity, variants] of plantedVariants) {
    it.each(variants)(`${entity}: %s is replaced`, (variant) => {
      for (const frame of frames) {
        const text = frame(variant)
        const start = text.indexOf(variant)
        const end = start + variant.replace(/\.$/, '').length
        const { spans } = redact(text, prepared, { audience: 'public' })
        const span = spans.find((item) => item.start <= start && item.end >= end)
        expect(span?.entity, text).toBe(entity)
      }
    })
  }

  it('keeps possessives', () => {
    expect(redact("Margaret's coat and Maggie’s hat", prepared, { audience: 'public' }).text).toBe(
      "Adult M's coat and Adult M’s hat",
    )
    expect(redact('Tamsins keys', prepared, { audience: 'public' }).text).toBe("Worker M's keys")
  })
})

describe('acceptance scenario 12', () => {
  const roster = rosterSchema.parse({
    entries: [
      { id: 'a', kind: 'person', name: "Margaret O'Neill", pseudonym: 'Adult A', aliases: ["Mrs O'Neill"] },
    ],
  })
  const key = prepareRoster(roster)
  it.each(['Margaret', 'Maggie', "Mrs O'Neill", 'ONeill', 'M.O.'])('%s becomes Adult A', (name) => {
    expect(redact(`Seen with ${name} today`, key, { audience: 'public' }).text).toBe(
      'Seen with Adult A today',
    )
  })
  it("Margaret's becomes Adult A's", () => {
    expect(redact("Margaret's chair", key, { audience: 'public' }).text).toBe("Adult A's chair")
  })
  it("asks about Maggie's Centre as a whole", () => {
    const text = "She goes to Maggie's Centre on Fridays"
    const { candidates, text: done } = redact(text, key, { audience: 'public' })
    expect(done).toBe(text)
    expect(candidates.map(({ start, end }) => text.slice(start, end))).toEqual(["Maggie's Centre"])
    expect(candidates[0]?.entities).toEqual(['a'])
  })
})

describe('names that are ordinary words', () => {
  const replaced = (text: string): string => redact(text, prepared, { audience: 'public' }).text
  it.each([
    'Will the carer call again?',
    'She will be seen in May 2023.',
    'Grace period of 14 days? The will was signed.',
    'They may visit. The rose bush was cut.',
    'Visited in May and again in June.',
  ])('leaves %s', (text) => {
    expect(replaced(text)).toBe(text)
  })
  it.each([
    ['The nurse told Will that she was in pain.', 'The nurse told Nurse M that she was in pain.'],
    ['Spoke with Grace about it.', 'Spoke with Nurse M about it.'],
    ['Mrs Rose brought soup.', 'Volunteer M brought soup.'],
    ["Left at Will's request.", "Left at Nurse M's request."],
  ])('replaces in: %s', (text, wanted) => {
    expect(replaced(text)).toBe(wanted)
  })
  it('asks where a sentence begins with one and nothing decides', () => {
    const text = 'Rose in the garden.'
    expect(
      redact(text, prepared, { audience: 'public' }).candidates.map(({ start, end }) =>
        text.slice(start, end),
      ),
    ).toEqual(['Rose'])
  })
})

describe('initials inside longer abbreviations', () => {
  it('leaves D.O.B. where D.O. is a person', () => {
    const text = 'D.O.B. unknown'
    expect(redact(text, prepared, { audience: 'public' }).text).toBe(text)
  })
})

describe('two people with one surname', () => {
  it('asks about the bare surname and names both', () => {
    const text = 'Spoke to Mr Okonkwo today'
    const { candidates, text: done } = redact(text, prepared, { audience: 'public' })
    expect(done).toBe(text)
    expect(candidates[0]?.entities).toEqual(['m8', 'm9'])
  })
  it('follows the key where it names who is meant', () => {
    const shared = prepareRoster(
      rosterSchema.parse({
        entries: [
          { id: 'x1', kind: 'person', name: 'Ada Thorncastle', pseudonym: 'Adult T' },
          { id: 'x2', kind: 'person', name: 'Ned Thorncastle', pseudonym: 'Brother T' },
        ],
        shared_names: [
          { string: 'Thorncastle', entries: ['x1', 'x2'], use: 'x1 unless a first name says otherwise' },
        ],
      }),
    )
    expect(redact('Thorncastle and Ned Thorncastle', shared, { audience: 'public' }).text).toBe(
      'Adult T and Brother T',
    )
    const stranger = 'Basil Thorncastle rang'
    expect(redact(stranger, shared, { audience: 'public' }).text).toBe(stranger)
    expect(redact(stranger, shared, { audience: 'public' }).candidates).toHaveLength(1)
  })
})

describe('places, organisations and audiences', () => {
  it('keeps what agencies may read, and the place inside it', () => {
    const text = 'Netherfold District Council wrote from Netherfold.'
    expect(redact(text, prepared, { audience: 'agencies' }).text).toBe(text)
    expect(redact(text, prepared, { audience: 'public' }).text).toBe('the council wrote from the town.')
  })
  it('keeps the month of a death for the public and the day for the agencies', () => {
    const text = 'Died 28/01/2022, found on 28 January 2022.'
    expect(redact(text, prepared, { audience: 'public' }).text).toBe(
      'Died January 2022, found on January 2022.',
    )
    expect(redact(text, prepared, { audience: 'agencies' }).text).toBe(text)
  })
  it('keeps a phrase the key says identifies nobody', () => {
    const text = "Referred to St Luke's Hospice"
    expect(redact(text, prepared, { audience: 'public' })).toEqual({ text, spans: [], candidates: [] })
  })
})

describe('names outside the key', () => {
  const none = prepareRoster(emptyRoster)
  it.each([
    ['Spoke to Aisha Begum, neighbour', 'Aisha Begum'],
    ['Call from Mrs Okafor.', 'Mrs Okafor'],
    ['Dr P Venkataraman reviewed.', 'Dr P Venkataraman'],
    ['social worker (Kwame) rang', 'Kwame'],
    ['signed: J. Baker', 'J. Baker'],
    ['Van den Berg came', 'Van den Berg'],
    ['Siobhan Ni Dhomhnaill attended', 'Siobhan Ni Dhomhnaill'],
    ['Xiu Ying Chan, interpreter', 'Xiu Ying Chan'],
    ['Neighbour SMITHERS rang', 'SMITHERS'],
    ["O'Shaughnessy rang", "O'Shaughnessy"],
    ['Solicitor, Mr Hill, wrote', 'Mr Hill'],
    ['Mrs W rang', 'Mrs W'],
    ['BEGUM, Aisha', 'BEGUM, Aisha'],
    ['Care home: Elm Lodge', 'Elm Lodge'],
    ["at St Brigid's Church", "St Brigid's Church"],
    ['went to Pinewood Primary School', 'Pinewood Primary School'],
    ['a flat in Cotter Street', 'Cotter Street'],
    ['Reception: Yvonne', 'Yvonne'],
  ])('%s', (text, name) => {
    const { candidates, text: done } = redact(text, none, { audience: 'public' })
    expect(done).toBe(text)
    expect(candidates.map(({ start, end }) => text.slice(start, end))).toContain(name)
    expect(candidates.every(({ why }) => why.length > 10)).toBe(true)
  })
})
