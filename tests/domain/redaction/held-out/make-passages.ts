import { rosterSchema, type Roster } from '../../../../domain/people/roster.ts'
import type { IdentifierKind } from '../../../../domain/redaction/redaction.ts'
import { identifierMakers, pick, type Make, type Random } from './identifiers.ts'
import { institutions, origins, towns } from './names.ts'
import { withNames, withoutNames } from './prose.ts'
import { secondInstitutions, secondOrigins, secondTowns } from './second-names.ts'
import { secondWithNames, secondWithoutNames } from './second-prose.ts'
import { thirdIdentifiers } from './third-identifiers.ts'
import { thirdInstitutions, thirdOrigins, thirdStreets, thirdTowns } from './third-names.ts'
import { thirdWithNames, thirdWithoutNames } from './third-prose.ts'

/** What stands where in a passage. `key`: a person of the key; `unknown`: a name outside it. */
export type Planted = {
  readonly start: number
  readonly end: number
  readonly sort: 'key' | 'identifier' | 'unknown' | 'place'
  readonly kind: IdentifierKind
  readonly entity: string | null
}

export type Passage = { readonly roster: number; readonly text: string; readonly planted: readonly Planted[] }

/** The same numbers for the same seed (mulberry32). */
const seeded = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Person = { readonly id: string; readonly first: string; readonly last: string; readonly title: string }

/** Names and prose of one measure. */
export type Material = {
  readonly origins: readonly { readonly first: readonly string[]; readonly last: readonly string[] }[]
  readonly institutions: readonly string[]
  readonly towns: readonly string[]
  readonly stages: readonly (readonly string[])[]
  readonly plain: readonly string[]
  readonly identifiers: readonly Make[]
  /** Streets of the key's address; without any the key has no address. */
  readonly streets: readonly string[]
  /** How a name of the key is spoilt: by haste and layout, or by mistyping and a scanner as well. */
  readonly wear: (random: Random, name: string) => string
}

/** A written name as a hasty, shouting or pasted document may hold it. */
const worn = (random: Random, name: string): string => {
  const roll = random()
  if (roll < 0.7) return name
  if (roll < 0.78) return name.toUpperCase()
  if (roll < 0.82) return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
  if (roll < 0.86) return name.replaceAll("'", '\u2019')
  if (roll < 0.89) return name.replace(' ', '\u00a0')
  if (roll < 0.92) return name.replace(' ', '\n')
  if (roll < 0.94) return `${name.slice(0, 3)}\u00ad${name.slice(3)}`
  if (roll < 0.96) return `${name.slice(0, 2)}\u200b${name.slice(2)}`
  if (roll < 0.98) return name.replace(' ', '  ')
  return name.normalize('NFD')
}

/** One letter of a long surname exchanged, doubled, dropped or misread by a scanner; every other wear besides. */
const mistyped = (random: Random, name: string): string => {
  const long = /\p{L}{8,}/u.exec(name)
  if (long === null || random() > 0.12) return worn(random, name)
  const word = long[0]
  const at = 2 + Math.floor(random() * (word.length - 4))
  const spoilt = pick(random, [
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.replace(/o/, '0'),
    word.replace(/l/, '1'),
    word.replace(/m/, 'rn'),
  ])
  return name.replace(word, spoilt)
}

export const firstMaterial: Material = {
  origins,
  institutions,
  towns,
  stages: Object.values(withNames),
  plain: withoutNames,
  identifiers: identifierMakers,
  streets: [],
  wear: worn,
}

export const secondMaterial: Material = {
  origins: secondOrigins,
  institutions: secondInstitutions,
  towns: secondTowns,
  stages: Object.values(secondWithNames),
  plain: secondWithoutNames,
  identifiers: identifierMakers,
  streets: [],
  wear: worn,
}

export const thirdMaterial: Material = {
  origins: thirdOrigins,
  institutions: thirdInstitutions,
  towns: thirdTowns,
  stages: Object.values(thirdWithNames),
  plain: thirdWithoutNames,
  identifiers: thirdIdentifiers,
  streets: thirdStreets,
  wear: mistyped,
}

const knownTitles = ['Mr', 'Mrs', 'Ms', 'Miss']
const workTitles = ['Dr', 'Nurse', 'Sister', 'Cllr', 'PC', 'DS', 'Sgt', 'Prof', 'Rev', 'Mr', 'Mrs', 'Ms']

const somebody = (random: Random, id: string, from: Material): Person => {
  const origin = pick(random, from.origins)
  return {
    id,
    first: pick(random, origin.first),
    last: pick(random, origin.last),
    title: pick(random, knownTitles),
  }
}

/** Eight people with no name in common, so that every form of a name is one person's. */
const people = (random: Random, from: Material): Person[] => {
  const chosen: Person[] = []
  const used = new Set<string>()
  while (chosen.length < 8) {
    const person = somebody(random, `x${chosen.length + 1}`, from)
    if (used.has(person.first) || used.has(person.last)) continue
    used.add(person.first).add(person.last)
    chosen.push(person)
  }
  return chosen
}

type Key = { readonly persons: readonly Person[]; readonly address: string | null }

const rosterFrom = ({ persons, address }: Key): Roster =>
  rosterSchema.parse({
    format: '1',
    entries: [
      ...persons.map(({ id, first, last }, at) => ({
        id,
        kind: 'person',
        name: `${first} ${last}`,
        pseudonym: `Person ${at + 1}`,
        aliases: [],
      })),
      ...(address === null ? [] : [{ id: 'a', kind: 'place', name: address, pseudonym: 'Home A' }]),
    ],
  })

const keyForm = (slot: string, { first, last, title }: Person, random: Random): string => {
  switch (slot) {
    case 'K':
      return `${first} ${last}`
    case 'k':
      return first
    case 'T':
      return `${title} ${last}`
    case 'F':
      return `${last}, ${first}`
    case 'S':
      return `${first} ${last.toUpperCase()}`
    case 'O':
      return last
    default:
      return pick(random, [
        `${first.charAt(0)} ${last}`,
        `${first.charAt(0)}. ${last}`,
        `${first.charAt(0)}.${last}`,
      ])
  }
}

/** The address of the key as it is written from memory. */
const addressForm = (random: Random, address: string): string =>
  pick(random, [
    address,
    address
      .replace(/ Street$/, ' St')
      .replace(/ Road$/, ' Rd')
      .replace(/ Avenue$/, ' Ave'),
    address.toUpperCase(),
    address.replace(/ (?=\D)/, ', '),
    `no. ${address}`,
  ])

const unknownForm = (random: Random, slot: string, { first, last }: Person): string => {
  switch (slot) {
    case 'U':
      return `${first} ${last}`
    case 'u':
      return first
    default:
      return `${pick(random, workTitles)} ${last}`
  }
}

/** So many passages over twelve keys, the same for the same seed, with everything planted in them. */
export const makePassages = (
  seed: number,
  count: number,
  from: Material,
): { rosters: readonly Roster[]; passages: readonly Passage[] } => {
  const random = seeded(seed)
  const keys = Array.from({ length: 12 }, (): Key => {
    const persons = people(random, from)
    const street = from.streets.length === 0 ? null : pick(random, from.streets)
    return { persons, address: street === null ? null : `${2 + Math.floor(random() * 97)} ${street}` }
  })
  const passages: Passage[] = []
  for (let n = 0; n < count; n++) {
    const roster = n % keys.length
    const key = keys[roster]
    if (key) passages.push({ roster, ...passageFor(random, key, from) })
  }
  return { rosters: keys.map(rosterFrom), passages }
}

const passageFor = (random: Random, key: Key, from: Material): Omit<Passage, 'roster'> => {
  const planted: Planted[] = []
  const inKey = new Set(key.persons.flatMap(({ first, last }) => [first, last]))
  let text = ''
  const plant = (value: string, sort: Planted['sort'], kind: IdentifierKind, entity: string | null): void => {
    planted.push({ start: text.length, end: text.length + value.length, sort, kind, entity })
    text += value
  }
  const stranger = (): Person => {
    for (;;) {
      const person = somebody(random, '', from)
      if (!inKey.has(person.first) && !inKey.has(person.last)) return person
    }
  }
  const named = (): void => {
    const stage = pick(random, from.stages)
    const main = pick(random, key.persons)
    for (const part of pick(random, stage).split(/(\{\w\})/)) {
      const slot = /^\{(\w)\}$/.exec(part)?.[1]
      if (slot === undefined) text += part
      else if ('KkTFISO'.includes(slot))
        plant(from.wear(random, keyForm(slot, main, random)), 'key', 'PERSON', main.id)
      else if (slot === 'A') plant(addressForm(random, key.address ?? ''), 'key', 'PLACE', 'a')
      else if ('UuV'.includes(slot)) plant(unknownForm(random, slot, stranger()), 'unknown', 'PERSON', null)
      else if (slot === 'H') plant(pick(random, from.institutions), 'place', 'ORGANISATION', null)
      else plant(pick(random, from.towns), 'place', 'PLACE', null)
    }
  }
  const identified = (): void => {
    const { kind, make, frames } = pick(random, from.identifiers)
    const [before = '', after = ''] = pick(random, frames).split('@')
    text += before
    plant(make(random), 'identifier', kind, null)
    text += after
  }
  const sentences = 2 + Math.floor(random() * 4)
  if (random() < 0.1)
    text += pick(random, ['Date: 14/02/2021 Time: 09:40\n', 'CONTACT RECORD\n', 'Outcome of visit: ', '12. '])
  for (let s = 0; s < sentences; s++) {
    if (s > 0) text += pick(random, [' ', ' ', ' ', '\n'])
    const roll = random()
    if (roll < 0.4) named()
    else if (roll < 0.62) identified()
    else text += pick(random, from.plain)
  }
  return { text, planted }
}
