import { entryFields } from '../../../domain/chronology/entry.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { rosterSchema } from '../../../domain/people/roster.ts'
import type { CaseMaterial } from '../../../workspace/packs/material.ts'
import { firstNames, streetKinds, streets, surnames } from './names.ts'

/** A case of invented people, and every string of it that no file may hold. */
export type GeneratedCase = { readonly source: CaseMaterial; readonly planted: readonly string[] }

/** Numbers from 0 to 1 that are the same for the same seed. Source: mulberry32, public domain. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Dice = {
  readonly below: (n: number) => number
  readonly pick: <T>(of: readonly T[]) => T
  readonly digits: (n: number) => string
}

const diceFrom = (seed: number): Dice => {
  const random = randomFrom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  return {
    below,
    pick: (of) => {
      const one = of[below(of.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    digits: (n) => Array.from({ length: n }, () => String(below(10))).join(''),
  }
}

/** A valid NHS number: weights 10 to 2, 11 less the remainder by 11. Source: requirements, section 5. */
const nhsNumber = ({ digits }: Dice): string => {
  for (;;) {
    const nine = `9${digits(8)}`
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${check}`
  }
}

const aPerson = (dice: Dice, n: number, taken: Set<string>) => {
  const [first, short] = dice.pick(firstNames.filter(([name]) => !taken.has(name)))
  const last = dice.pick(surnames.filter((name) => !taken.has(name)))
  taken.add(first).add(last)
  const year = 1925 + dice.below(60)
  const [month, day] = [1 + dice.below(12), 13 + dice.below(15)]
  const birth = [year, String(month).padStart(2, '0'), String(day)].join('-')
  const address = `${1 + dice.below(180)} ${dice.pick(streets)} ${dice.pick(streetKinds)}, WX${1 + dice.below(9)} ${dice.below(9)}QT`
  const identifiers = [
    { type: 'NHS number', value: nhsNumber(dice) },
    {
      type: 'NI number',
      value: `J${dice.pick([...'ABCEGHJ'])} ${dice.digits(2)} ${dice.digits(2)} ${dice.digits(2)} C`,
    },
    { type: 'mobile', value: `07700 900${dice.digits(3)}` },
    { type: 'email', value: `${first.charAt(0)}${dice.digits(4)}@example.org`.toLowerCase() },
    {
      type: 'vehicle',
      value: `W${dice.pick([...'ABCDE'])}${51 + dice.below(20)} ${dice.pick([...'KLMN'])}${dice.pick([...'PRST'])}X`,
    },
    { type: 'crime number', value: `20/${dice.digits(6)}/${20 + dice.below(5)}` },
  ]
  return {
    id: `p${n}`,
    first,
    short,
    last,
    birth,
    address,
    identifiers,
    pseudonym: n === 1 ? 'Adult A' : `Relative ${n}`,
  }
}

type Person = ReturnType<typeof aPerson>

/** One letter out of a long surname, as a tired hand leaves it. */
const slipOf = (last: string): readonly string[] =>
  /^[A-Za-z]{10,}$/.test(last) ? [`Mrs ${last.slice(0, 5)}${last.slice(6)}`] : []

/** A person as records write them: names in every form, numbers, addresses, days. */
const formsOf = ({ first, short, last, birth, address, identifiers }: Person): readonly string[] => {
  const [year = '', month = '', day = ''] = birth.split('-')
  const straight = last.replaceAll('’', "'")
  return [
    ...[
      `${first} ${last}`,
      `${first} ${last}`.toUpperCase(),
      `${last}, ${first}`,
      `Mrs ${last}`,
      `Mr ${straight}`,
    ],
    ...[
      `${first}\n${last}`,
      `${first}\u00a0${last}`,
      `${first.charAt(0)}. ${last}`,
      `${first.normalize('NFD')} ${last.normalize('NFD')}`,
    ],
    ...[
      `${first.slice(0, 3)}\u200b${first.slice(3)} ${last}`,
      `${first} ${last.slice(0, 2)}\u00ad${last.slice(2)}`,
    ],
    ...[`${first}’s`, last, `Dr ${first.charAt(0)} ${last}`, `${last} ${first}`],
    ...[last.replace(/['’ -]/g, ' '), last.replace(/['’ -]/g, '')].map((spelled) => `${first} ${spelled}`),
    ...(short === undefined ? [] : [`${short} ${last}`]),
    ...(/^[A-Za-z]{5,}$/.test(first) ? [[...first].join(' ')] : []),
    ...slipOf(last),
    ...identifiers.map(({ value }) => value),
    ...identifiers.slice(0, 2).map(({ value }) => value.replaceAll(' ', '')),
    ...[address, address.replace(',', '\n'), address.slice(address.indexOf('WX'))],
    ...[`${day}/${month}/${year}`, `${day}.${month}.${year}`],
  ]
}

const frames: readonly ((planted: string) => string)[] = [
  (planted) => `Home visit. ${planted} was seen and the plan was agreed.`,
  (planted) => `The duty worker rang about ${planted} and left a message.`,
  (planted) => `Referred by the ward; see ${planted} for the background.`,
  (planted) =>
    `Concern raised by the care provider regarding ${planted}, who had not been seen since the weekend.`,
  (planted) => `(${planted})`,
  (planted) => planted,
]

/** Names outside the key, in fields no profile lets through: an allow-list keeps them in. */
const withheldName = (dice: Dice): string =>
  `Barnabus Withold${dice.pick([...'abcdefgh'])}${dice.pick([...'mnprst'])}er`

const kept = new Set(['comment', 'kloes', 'risk', 'internal', 'ignore', 'reference'])

/** A case from a seed: two to four people, planted in every field of entries and every kind of block, title and agencies. */
export const generateCase = (seed: number): GeneratedCase => {
  const dice = diceFrom(seed)
  const taken = new Set<string>()
  const people = Array.from({ length: 2 + dice.below(3) }, (_, n) => aPerson(dice, n + 1, taken))
  const planted = new Set<string>()
  const plant = (): string => {
    const form = dice.pick(formsOf(dice.pick(people)))
    planted.add(form)
    return dice.pick(frames)(form)
  }
  const withhold = (): string => {
    const name = withheldName(dice)
    planted.add(name)
    return `${name} told the chair. ${plant()}`
  }
  const entries = Array.from({ length: 4 + dice.below(3) }, (_, n) => ({
    ...{
      id: `e${n}`,
      recordId: `r${n}`,
      agencyId: `a${1 + (n % 2)}`,
      hiddenRow: n === 3,
      flags: n === 2 && dice.below(2) === 0 ? ['health'] : [],
    },
    corrections: n === 0 ? [{ kind: 'correction' as const, field: 'event', stands: plant() }] : [],
    date: parseDate(`${1 + dice.below(28)}/0${1 + dice.below(9)}/202${dice.below(4)}`),
    fields: Object.fromEntries(
      entryFields.map((field) => [field, kept.has(field) || n === 3 ? withhold() : plant()]),
    ),
  }))
  const contributions = ['a1', 'a2'].map((agencyId, n) => ({
    ...{ id: `c${n}`, agencyId },
    blocks: [
      ...(['heading', 'paragraph', 'list', 'note'] as const).map((style) => ({
        style,
        level: 1,
        text: plant(),
      })),
      {
        style: 'table' as const,
        rows: [
          [plant(), plant()],
          [plant(), ''],
        ],
        headingRows: dice.below(2),
      },
    ],
  }))
  const [adult] = people
  const title = `${adult?.first ?? ''} ${adult?.last ?? ''}`
  planted.add(title)
  const roster = rosterSchema.parse({
    entries: people.flatMap((person) => [
      {
        ...{
          id: person.id,
          kind: 'person',
          name: `${person.first} ${person.last}`,
          pseudonym: person.pseudonym,
        },
        ...{ aliases: person.short === undefined ? [] : [`${person.short} ${person.last}`] },
        ...{ identifiers: person.identifiers, date_of_birth: person.birth, addresses: [`l${person.id}`] },
      },
      { id: `l${person.id}`, kind: 'place', name: person.address, pseudonym: `Home ${person.id.slice(1)}` },
    ]),
  })
  return {
    planted: [...planted],
    source: {
      ...{ roster, report: null },
      ...{ decisions: [], records: [], fingerprint: String(seed) },
      material: {
        caseTitle: title,
        agencies: { a1: 'Larkmere Council', a2: `Friends of ${title}` },
        entries,
        contributions,
      },
    },
  }
}
