import { describe, expect, it } from 'vitest'
import { rosterSchema } from '../../../domain/people/roster.ts'
import { findLeaks, replacementProblem } from '../../../domain/redaction/find-leaks.ts'
import { prepareRoster } from '../../../domain/redaction/redact.ts'
import type { Audience, RedactionDecision } from '../../../domain/redaction/redaction.ts'
import { sampleRoster } from './sample-texts.ts'

const entry = (id: string, kind: string, name: string, pseudonym: string, more: object = {}) => ({
  id,
  kind,
  name,
  pseudonym,
  aliases: [name],
  ...more,
})
const prepared = prepareRoster(
  rosterSchema.parse({
    format: '1',
    entries: [
      entry('rose', 'person', 'Rose Tyler', 'Adult R', { aliases: ['Rose Tyler', 'Rose'] }),
      entry('elm', 'organisation', 'Elm House Care Home', 'Care Home'),
      entry('lane', 'place', 'Hospital Lane', 'Hospital'),
      entry('carer', 'person', 'Jane Carer', 'Carer', { aliases: ['Jane Carer', 'Mrs Carer'] }),
      entry('imran', 'person', 'Imran Chaudhry', 'Neighbour', {
        identifiers: [{ type: 'telephone', value: '07700 900322' }],
      }),
      entry('sorrel', 'place', '19 Sorrel Way', 'Address 1'),
      entry('ravi', 'person', 'Ravi Iyer', 'Worker 1'),
      entry('town', 'place', 'Netherfold', 'the town', { replace_in: 'public' }),
      entry('homes', 'organisation', 'Netherfold Homes', 'Landlord'),
    ],
  }),
)
const entities = (
  text: string,
  decisions: readonly RedactionDecision[] = [],
  audience: Audience = 'public',
): (string | null)[] => [
  ...new Set(
    findLeaks([{ file: 'pack.docx', where: 'body', text }], prepared, { audience, decisions }).map(
      ({ entity }) => entity,
    ),
  ),
]

describe('a name that holds a pseudonym', () => {
  it('is found where every name of a sentence does', () => {
    expect(entities('Mrs Carer of Hospital Lane phoned Elm House Care Home.').sort()).toEqual([
      'carer',
      'elm',
      'lane',
    ])
  })
  it.each([
    ['carer', 'Jane Carer came'],
    ['carer', 'CARER, Jane'],
    ['lane', 'at Hospital Lane'],
    ['elm', 'ELM HOUSE CARE HOME'],
  ])('is found: %s in "%s"', (entity, text) => {
    expect(entities(text)).toContain(entity)
  })
  it('is not the pseudonym itself, beside others or in brackets', () => {
    expect(entities("The Carer took Adult R to the Hospital from the Care Home (Carer's words).")).toEqual([])
  })
  it('is found where it begins with a name this audience may read', () => {
    expect(entities('Netherfold Homes in Netherfold', [], 'agencies')).toEqual(['homes'])
    expect(entities('The Landlord in Netherfold', [], 'agencies')).toEqual([])
  })
  it('is found in the sample, whose council is called "Council"', () => {
    const leaks = findLeaks(
      [{ file: 'a', where: 'b', text: 'Calderwick Metropolitan Borough Council' }],
      prepareRoster(sampleRoster()),
      { audience: 'public' },
    )
    expect(leaks.map(({ entity }) => entity)).toContain('a1')
  })
  it('does not take the letter of a pseudonym and the next word for initials', () => {
    expect(entities('The visit was to Adult R. I rang back.')).toEqual([])
    expect(entities('The visit was by R. I. on Monday.')).toEqual(['ravi'])
  })
})

describe('a phrase decided to be kept', () => {
  const keep: readonly RedactionDecision[] = [{ text: 'Rose Garden', decision: 'keep' }]
  it('excuses what lies inside it and no more', () => {
    expect(entities('Met in the Rose Garden.', keep)).toEqual([])
    expect(entities('Met Rose Tyler in the Rose Garden.', keep)).toEqual(['rose'])
    expect(entities('Met in Hospital Lane.', [{ text: 'Lane', decision: 'keep' }])).toEqual(['lane'])
  })
  it('does not excuse where it is a part of a longer word', () => {
    expect(entities('Chaudhrys came', [{ text: 'Chaudhry', decision: 'keep' }])).toEqual(['imran'])
  })
})

describe('a replacement somebody wrote', () => {
  const written = 'Imran Chaudhry of 19 Sorrel Way, 07700 900322'
  it('hides nothing from the gate', () => {
    const decisions: readonly RedactionDecision[] = [
      { text: 'the man', decision: 'replace', replacement: written },
    ]
    expect(entities(`Seen by ${written}.`, decisions)).toEqual(expect.arrayContaining(['imran', 'sorrel']))
  })
  it.each([
    written,
    'Mr Chaudhry',
    'Rose',
    'Rose from next door',
    '07700 900 322',
    'NE1 4ST',
    'Netherfold man',
  ])('is refused without being repeated: %s', (text) => {
    const problem = replacementProblem(text, prepared)
    expect(problem).toMatch(/^[A-Z][^!]+\.$/)
    expect(problem).not.toContain(text)
  })
  it.each([
    'a neighbour',
    'Adult R',
    'Carer',
    'the Care Home',
    'Neighbour 2',
    '[person]',
    "Adult R's niece",
    '',
  ])('is taken: %s', (text) => {
    expect(replacementProblem(text, prepared)).toBeNull()
  })
})
