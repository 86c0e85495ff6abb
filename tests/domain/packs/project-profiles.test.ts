import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sensitivityFlags } from '../../../domain/chronology/analysis.ts'
import { entryFields } from '../../../domain/chronology/entry.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { choiceProblems, settleChoices, type GivenChoices } from '../../../domain/packs/choices.ts'
import { notToBeTold } from '../../../domain/packs/do-not-disclose.ts'
import { shiftDays, type Draw } from '../../../domain/packs/draw.ts'
import { withOwnData } from '../../../domain/packs/own-data.ts'
import { drawPseudonyms, roleOf } from '../../../domain/packs/pack-pseudonyms.ts'
import { packRoster } from '../../../domain/packs/pack-roster.ts'
import { packStatus, markingOf } from '../../../domain/packs/pack-words.ts'
import { profileIds, profiles, type ProfileId } from '../../../domain/packs/profile.ts'
import { projectPack, type PackMaterial, type PackReader } from '../../../domain/packs/project-pack.ts'
import { parseRoster } from '../../../domain/people/roster.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'

const drawOf =
  (secret: string): Draw =>
  (what) =>
    createHmac('sha256', secret).update(what).digest('hex')

const everybody: PackReader = { agencyId: null, mustNotRead: () => false, concerns: () => true }

type Entry = PackMaterial['entries'][number]

const anEntry = (id: string, over: Partial<Entry> = {}): Entry => ({
  ...{ id, recordId: id, agencyId: 'a1', date: parseDate('4 March 2022') },
  ...{ fields: { event: `event of ${id}` }, hiddenRow: false, flags: [], corrections: [] },
  ...over,
})

const aCase = (entries: readonly Entry[]): PackMaterial => ({
  caseTitle: 'Adult A',
  agencies: { a1: 'Council', a2: 'Police' },
  entries,
  contributions: [
    { id: 'c1', agencyId: 'a1', blocks: [{ style: 'paragraph', level: 0, text: 'report of the council' }] },
  ],
})

const project = (
  material: PackMaterial,
  id: ProfileId,
  given: GivenChoices = {},
  reader = everybody,
  secret = 'one',
) =>
  JSON.stringify(
    projectPack(
      material,
      profiles[id],
      settleChoices(profiles[id], given),
      reader,
      (text) => ({ text, spans: [], candidates: [] }),
      { recipient: 'R', timestamp: '2026-11-24T09:00:00.000Z', marking: 'M', draw: drawOf(secret) },
    ).document,
  )

describe('a profile is an allow-list', () => {
  it.each(profileIds)('%s withholds every field it does not name, and one nobody knows yet', (id) => {
    const fields = Object.fromEntries(
      [...entryFields, 'addedNextYear'].map((field) => [field, `text-of-${field}.`]),
    )
    const pack = project(aCase([anEntry('e1', { fields })]), id, { dayZero: '2022-01-01' })
    const allowed: ReadonlySet<string> = new Set(profiles[id].fields)
    for (const field of Object.keys(fields)) {
      const isOwn = !['date', 'time'].includes(field)
      expect([field, pack.includes(`text-of-${field}.`)]).toEqual([field, isOwn && allowed.has(field)])
    }
  })

  it('withholds any field of any name that no profile names', () => {
    const known: ReadonlySet<string> = new Set(entryFields)
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !known.has(name)),
        fc.constantFrom(...profileIds),
        (name, id) => {
          const fields = { event: 'seen', [name]: 'must-not-leave' }
          expect(project(aCase([anEntry('e1', { fields })]), id, { dayZero: '2022-01-01' })).not.toContain(
            'must-not-leave',
          )
        },
      ),
    )
  })

  it.each(profileIds)('%s lets in no mark it does not name, and none without a basis', (id) => {
    const profile = profiles[id]
    for (const mark of [...sensitivityFlags, 'a mark of next year']) {
      const material = aCase([anEntry('e1', { flags: [mark] })])
      const isFree = (profile.flags as readonly string[]).includes(mark)
      expect([mark, project(material, id, { dayZero: '2022-01-01' }).includes('event of e1')]).toEqual([
        mark,
        isFree,
      ])
    }
  })

  it('lets in a mark it may open where a basis is stated, and refuses one it may not', () => {
    const material = aCase([
      anEntry('e1', { flags: ['health'] }),
      anEntry('e2', { flags: ['criminal-offence', 'health'] }),
    ])
    const health = {
      sensitive: [{ flag: 'health' as const, basis: 'Article 9(2)(g); Schedule 1 paragraph 18' }],
    }
    const pack = project(material, 'partner-agency', health)
    expect(pack).toContain('event of e1')
    expect(pack).not.toContain('event of e2')
    expect(pack).toContain('marked them as sensitive: 1.')
    expect(project(material, 'publication', health)).not.toContain('event of e1')
    expect(choiceProblems(profiles.publication, settleChoices(profiles.publication, health))).toHaveLength(1)
  })

  it.each([
    ['partner-agency', true],
    ['panel', true],
    ['coroner', true],
    ['dsar', true],
    ['family', false],
    ['publication', false],
    ['research', false],
  ] as const)('%s holds contributions: %s', (id, holds) => {
    const material = aCase([anEntry('e1')])
    expect(
      project(material, id, { dayZero: '2022-01-01', kinds: ['chronology', 'contribution'] }).includes(
        'report of the council',
      ),
    ).toBe(holds)
  })

  it('holds only the agencies, kinds and period that were chosen, and says how many it withholds', () => {
    const material = aCase([
      anEntry('e1'),
      anEntry('e2', { agencyId: 'a2' }),
      anEntry('e3', { date: parseDate('2021') }),
      anEntry('e4', { date: parseDate('before 2022') }),
    ])
    const pack = project(material, 'partner-agency', {
      agencies: ['a1'],
      from: '2022-01-01',
      to: '2022-12-31',
      kinds: ['chronology'],
    })
    expect(['e1', 'e2', 'e3', 'e4'].map((id) => pack.includes(`event of ${id}`))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(pack).toContain('of some agencies only: 1.')
    expect(pack).toContain('within the period of the pack: 2.')
    expect(pack).not.toContain('report of the council')
  })

  it('withholds whole what its reader must not be told, and does not say that there is such a thing', () => {
    const reader = { ...everybody, mustNotRead: (text: string) => text.includes('e2') }
    const pack = project(
      aCase([anEntry('e1'), anEntry('e2', { fields: { event: 'e2', action: 'left alone' } })]),
      'partner-agency',
      {},
      reader,
    )
    expect(pack).not.toContain('left alone')
    expect(pack).toContain('marked them as sensitive: 1.')
    expect(pack).not.toMatch(/disclose|told/)
  })
})

const roster = parseRoster({
  entries: [
    {
      id: 'p01',
      kind: 'person',
      name: 'Marjorie Quillfeather',
      pseudonym: 'Adult A',
      relationship: 'subject',
      addresses: ['pl1'],
      identifiers: [{ type: 'nhs', value: '999 000 0018' }],
    },
    ...[1, 2, 3, 4, 5, 6].map((n) => ({
      ...{
        id: `w${n}`,
        kind: 'person',
        name: `Ostrander ${'abcdef'.charAt(n)}`,
        pseudonym: `Social Worker ${n}`,
      },
      ...{ agency: 'a1', relationship: 'practitioner' },
    })),
    {
      id: 'p02',
      kind: 'person',
      name: 'Scott Ferriby',
      pseudonym: 'Person 2',
      agency: 'a2',
      relationship: 'brother of p10',
    },
    { id: 'p10', kind: 'person', name: 'Darren Ferriby', pseudonym: 'Person 1' },
    { id: 'pl1', kind: 'place', name: '3 Kiln Street', pseudonym: 'Adult A’s home' },
    {
      id: 'pl2',
      kind: 'place',
      name: '27 Larkfield Rise',
      pseudonym: 'Address withheld',
      do_not_disclose: [{ what: 'address', entry: 'pl2', not_to: ['a5', 'p10'] }],
    },
    { id: 'pl3', kind: 'place', name: 'Larch Ward', pseudonym: 'Ward 1' },
  ],
})

describe('pseudonyms of one pack', () => {
  const of = (secret: string) => drawPseudonyms(roster, drawOf(secret))

  it('are one a person, keep the role, are nobody’s initial, and what names another follows it', () => {
    const drawn = of('one')
    expect(new Set(drawn.values()).size).toBe(drawn.size)
    for (const { id, pseudonym, name } of roster.entries) {
      const code = drawn.get(id)
      if (code === undefined) continue
      expect(roleOf(code)).toBe(id === 'pl1' ? code : roleOf(pseudonym))
      if (id !== 'pl1') expect(name.includes(code.slice(-1))).toBe(false)
    }
    expect(drawn.get('pl1')).toBe(`${drawn.get('p01')}’s home`)
    expect(of('one')).toEqual(drawn)
  })

  it('of two packs are joined by nothing but the role', () => {
    // Were the codes of two packs alike by more than chance, the six social workers would agree more than 1 in 20 times.
    const packs = Array.from({ length: 400 }, (_, n) => of(`pack ${n}`))
    const workers = roster.entries.filter(({ id }) => id.startsWith('w')).map(({ id }) => id)
    let same = 0
    let inOrder = 0
    for (const [n, pack] of packs.entries()) {
      const next = packs[(n + 1) % packs.length]
      same += workers.filter((id) => pack.get(id) === next?.get(id)).length
      inOrder += workers
        .slice(1)
        .filter((id, at) => (pack.get(workers[at] ?? '') ?? '') < (pack.get(id) ?? '')).length
    }
    expect(same / (400 * 6)).toBeLessThan(1 / 15)
    expect(Math.abs(inOrder / (400 * 5) - 0.5)).toBeLessThan(0.05)
  })

  it('make the working pseudonyms names to be searched for', () => {
    const made = packRoster(roster, profiles.publication, settleChoices(profiles.publication), drawOf('one'))
    const text = redact('Social Worker 2 rang Adult A.', prepareRoster(made), { audience: 'public' }).text
    expect(text).not.toMatch(/Social Worker 2|Adult A\b/)
    expect(text).toMatch(/^Social Worker [A-Z] rang Adult [A-Z]\.$/)
  })

  it('draws an order too: neighbours of one month do not stand in the order of the vault', () => {
    const material = aCase(Array.from({ length: 12 }, (_, n) => anEntry(`e${n + 10}`)))
    const orderIn = (secret: string): string[] =>
      [...project(material, 'publication', {}, everybody, secret).matchAll(/event of (e\d+)/g)].map(
        ([, id]) => id ?? '',
      )
    expect(orderIn('one').toSorted()).toEqual(orderIn('two').toSorted())
    expect(orderIn('one')).not.toEqual(orderIn('two'))
    expect(orderIn('one')).toEqual(orderIn('one'))
  })

  it('shifts by whole weeks, never by few, and by other lengths in other packs', () => {
    const shifts = Array.from({ length: 300 }, (_, n) => shiftDays(drawOf(`pack ${n}`)))
    for (const days of shifts) {
      expect(Math.abs(days % 7)).toBe(0)
      expect(Math.abs(days)).toBeGreaterThanOrEqual(28)
      expect(Math.abs(days)).toBeLessThanOrEqual(728)
    }
    expect(new Set(shifts).size).toBeGreaterThan(100)
  })
})

describe('who is read by name', () => {
  const shownIn = (id: ProfileId, given: GivenChoices, text: string): string => {
    const choices = settleChoices(profiles[id], given)
    const made = packRoster(roster, profiles[id], choices, drawOf('one'))
    return redact(text, prepareRoster(made), { audience: profiles[id].audience }).text
  }
  const text = 'Ostrander b saw Scott Ferriby at 27 Larkfield Rise, then Larch Ward.'

  it('professionals and places where chosen, never a home, never a relation, and nobody in public', () => {
    expect(shownIn('partner-agency', { professionals: 'name' }, text)).toBe(
      'Ostrander b saw Person 2 at Address withheld, then Ward 1.',
    )
    expect(shownIn('partner-agency', { professionals: 'role' }, text)).toContain('Social Worker saw Person 2')
    expect(shownIn('publication', { professionals: 'name' }, text)).not.toContain('Ostrander')
  })

  it('the person whose copy it is, with their own numbers, and others by the exemption', () => {
    const choices = settleChoices(profiles.dsar, { person: 'p01' })
    const made = prepareRoster(packRoster(roster, profiles.dsar, choices, drawOf('one')))
    const original = 'Marjorie Quillfeather (999 000 0018) met Darren Ferriby and Ostrander b, 01632 960123.'
    const { text: shown, kept } = withOwnData(
      original,
      redact(original, made, { audience: 'agencies' }),
      'p01',
    )
    expect(shown).toBe(
      'Marjorie Quillfeather (999 000 0018) met Person 1 [Sch 2 para 16] and Ostrander b, [telephone number, Sch 2 para 16].',
    )
    expect(kept).toEqual(['999 000 0018'])
  })
})

describe('what a recipient must not be told', () => {
  it.each([
    [{ agencyId: 'a5', person: null }, ['pl2'], false],
    [{ agencyId: 'a1', person: null }, [], false],
    [{ agencyId: null, person: 'p10' }, ['pl2'], true],
    [{ agencyId: null, person: 'p01' }, [], false],
  ])('%j', (told, entries, blocked) => {
    const found = notToBeTold(roster, told)
    expect([...found.entries]).toEqual(entries)
    expect(found.blocked).toBe(blocked)
  })

  it('an agency for which somebody on the list works is on it too', () => {
    const listed = {
      ...roster,
      entries: roster.entries.map((entry) => ({
        ...entry,
        do_not_disclose: entry.do_not_disclose.map((flag) => ({ ...flag, not_to: ['p02'] })),
      })),
    }
    expect([...notToBeTold(listed, { agencyId: 'a2', person: null }).entries]).toEqual(['pl2'])
  })
})

describe('what a pack is called', () => {
  const publication = settleChoices(profiles.publication)

  it('anonymised only where it is, and the checklist is done', () => {
    expect(packStatus(profiles.publication, publication, true)).toBe('anonymised')
    expect(packStatus(profiles.publication, publication, false)).toBe('pseudonymised')
    const research = settleChoices(profiles.research, { dates: 'shifted' })
    expect(packStatus(profiles.research, research, true)).toBe('pseudonymised')
    const opened = settleChoices(profiles.research, {
      dayZero: '2022-01-01',
      sensitive: [{ flag: 'health', basis: 'b' }],
    })
    expect(packStatus(profiles.research, opened, true)).toBe('pseudonymised')
  })

  it.each(profileIds.filter((id) => profiles[id].audience === 'agencies'))('%s never', (id) => {
    const choices = settleChoices(profiles[id], {
      dates: 'month',
      ages: 'band',
      professionals: 'role',
      places: 'role',
    })
    expect(packStatus(profiles[id], choices, true)).not.toBe('anonymised')
    expect(markingOf(profiles[id], choices, true)).toMatch(/personal data/)
  })
})
