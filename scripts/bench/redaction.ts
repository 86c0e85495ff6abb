import { parseRoster, type Roster } from '../../domain/people/roster.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import { leastOfBoth, seeded, type Figures } from './measure.ts'
import { passageMaker } from './passages.ts'

const aliasesEach = 5
const textLength = 500_000

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

/** The same text, holding names that both keys know, against 50 and 5,000 aliases. */
export const measureRedaction = async (figures: Figures): Promise<void> => {
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
    () => redact(text, few, options),
    () => redact(text, many, options),
  )
  figures.set('redaction with 50 aliases ms', a)
  figures.set('redaction with 5000 aliases ms', b)
  figures.set('redaction MB/s', text.length / 1e6 / (b / 1_000))
  figures.set('redaction 5000/50 aliases', b / a)
}
