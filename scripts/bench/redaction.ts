import { parseRoster, type Roster } from '../../domain/people/roster.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import { makePassages } from '../../tests/domain/redaction/held-out/make-passages.ts'
import { measure, share, type Measured } from '../../tests/domain/redaction/held-out/measure.ts'
import { heldOutSets } from '../../tests/domain/redaction/held-out/sets.ts'
import { coreTimeOf, leastOfBoth, seeded, type Figures } from './measure.ts'
import { passageMaker } from './passages.ts'

const aliasesEach = 5
const textLength = 500_000
const passagesEach = 2_400

const syllables = [
  'bar',
  'den',
  'fol',
  'gra',
  'hen',
  'jar',
  'kel',
  'lom',
  'mar',
  'nor',
  'pen',
  'ros',
  'sel',
  'tav',
  'wil',
]

const nameMaker = (seed: number): (() => string) => {
  const random = seeded(seed)
  const part = (): string => syllables[Math.floor(random() * syllables.length)] ?? 'bar'
  return () => {
    const name = part() + part() + part()
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
}

/** A key of so many aliases, five a person, every name invented. */
const rosterOf = (aliases: number): Roster => {
  const name = nameMaker(3)
  return parseRoster({
    format: '1',
    entries: Array.from({ length: aliases / aliasesEach }, (_, n) => {
      const [first, last] = [name(), name()]
      return {
        id: `p${n}`,
        kind: 'person',
        name: `${first} ${last}`,
        pseudonym: `Person ${n}`,
        aliases: [`${first} ${last}`, `Mrs ${last}`, `${first} ${name()}`, `${name()} ${last}`, last],
      }
    }),
  })
}

/** The same text, holding names that both keys know, against 50 and 5,000 aliases; and passages as people write them. */
const measureSpeed = async (figures: Figures): Promise<void> => {
  const [small, large] = [rosterOf(50), rosterOf(5_000)]
  const passage = passageMaker(5)
  const known = small.entries.map(({ name }) => name)
  let text = ''
  for (let n = 0; text.length < textLength; n += 1)
    text += `${passage(400)} ${known[n % known.length]} was there.\n`
  const [few, many] = [prepareRoster(small), prepareRoster(large)]
  const options = { audience: 'public' } as const
  const [a, b] = await leastOfBoth(
    7,
    () => coreTimeOf(() => redact(text, few, options)),
    () => coreTimeOf(() => redact(text, many, options)),
  )
  figures.set('redaction with 50 aliases ms', a)
  figures.set('redaction with 5000 aliases ms', b)
  figures.set('redaction 5000/50 aliases', b / a)
  figures.set('redaction MB/s', text.length / 1e6 / (b / 1_000))
  const written = heldOutSets
    .flatMap(({ material, seed }) => makePassages(seed, passagesEach, material).passages)
    .map(({ text: said }) => said)
    .join('\n')
  const [c, d] = await leastOfBoth(
    5,
    () => coreTimeOf(() => redact(written, few, options)),
    () => coreTimeOf(() => redact(written, many, options)),
  )
  figures.set('redaction of held-out passages MB/s', written.length / 1e6 / (Math.max(c, d) / 1_000))
}

type Counted = 'key' | 'identifiers' | 'identifierPrecision' | 'unknown' | 'questionPrecision'

/** What is found in the passages held apart from everything the rules were made on: shares, and how many were misses. */
const measureFindings = (figures: Figures): void => {
  const sets = heldOutSets.map(({ material, seed }) => measure(seed, passagesEach, material))
  const pooled = (of: Counted): number =>
    share({ right: sum(sets, (set) => set[of].right), all: sum(sets, (set) => set[of].all) })
  figures.set(
    'redaction passages',
    sum(sets, ({ passages }) => passages),
  )
  figures.set('redaction recall of known people', pooled('key'))
  figures.set('redaction recall of identifiers', pooled('identifiers'))
  figures.set('redaction precision of identifiers', pooled('identifierPrecision'))
  figures.set('redaction recall of unknown names', pooled('unknown'))
  figures.set('redaction precision of questions', pooled('questionPrecision'))
}

const sum = (sets: readonly Measured[], of: (set: Measured) => number): number =>
  sets.reduce((total, set) => total + of(set), 0)

export const measureRedaction = async (figures: Figures): Promise<void> => {
  measureFindings(figures)
  await measureSpeed(figures)
}
