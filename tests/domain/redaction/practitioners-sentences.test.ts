import { describe, expect, it } from 'vitest'
import { rosterSchema } from '../../../domain/people/roster.ts'
import { findLeaks } from '../../../domain/redaction/find-leaks.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'
import { practitionersSentences } from './practitioners-sentences.ts'

const key = prepareRoster(
  rosterSchema.parse({
    entries: [
      {
        id: 'b',
        kind: 'person',
        name: 'Bernadette Anne McAllister',
        pseudonym: 'Adult B',
        aliases: ['Bernie', 'Berni'],
        date_of_birth: '1949-03-12',
        identifiers: [{ type: 'mosaic', value: '1029384' }],
      },
      {
        id: 'g',
        kind: 'person',
        name: 'Gerald Will',
        pseudonym: 'Husband',
        aliases: ['Gerry'],
        aliases_needing_care: { Will: 'also an ordinary word' },
        date_of_birth: '1951-02-03',
      },
      {
        id: 'd',
        kind: 'person',
        name: 'Grace Will-Owusu',
        pseudonym: 'Daughter',
        aliases_needing_care: { Grace: 'also an ordinary word' },
      },
      { id: 'h', kind: 'place', name: '22 Tenter Lane', pseudonym: 'Home B' },
    ],
  }),
)

type Stretch = { readonly start: number; readonly end: number; readonly must: 'go' | 'show' }

/** The sentence without its marks, and where they stood. */
const read = (marked: string): { text: string; stretches: Stretch[] } => {
  const stretches: Stretch[] = []
  let text = ''
  for (const part of marked.split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    const must = part.startsWith('[') ? 'go' : part.startsWith('{') ? 'show' : null
    const plain = must === null ? part : part.slice(1, -1)
    if (must !== null) stretches.push({ start: text.length, end: text.length + plain.length, must })
    text += plain
  }
  return { text, stretches }
}

const covered = (
  items: readonly { start: number; end: number }[],
  { start, end }: Stretch,
  text: string,
): boolean =>
  [...text.slice(start, end)].every(
    (letter, i) =>
      !/[\p{L}\p{N}]/u.test(letter) || items.some((item) => item.start <= start + i && item.end > start + i),
  )

describe('a practitioner’s sentence', () => {
  it.each(practitionersSentences)('%s', (marked) => {
    const { text, stretches } = read(marked)
    const { spans, candidates, text: done } = redact(text, key, { audience: 'public' })
    const told = `${done} | ${candidates.map(({ start, end }) => text.slice(start, end)).join(' | ')}`
    for (const stretch of stretches) {
      const found = stretch.must === 'go' ? spans : [...spans, ...candidates]
      expect(covered(found, stretch, text), `${text.slice(stretch.start, stretch.end)} in: ${told}`).toBe(
        true,
      )
    }
    const needless = [...spans, ...candidates].filter(
      (item) => !stretches.some((stretch) => item.start < stretch.end && item.end > stretch.start),
    )
    expect(
      needless.map(({ start, end }) => text.slice(start, end)),
      told,
    ).toEqual([])
    expect(
      findLeaks([{ file: 'a', where: 'b', text: done }], key, { audience: 'public' }).filter(
        ({ text: leaked }) => !candidates.some(({ start, end }) => text.slice(start, end).includes(leaked)),
      ),
      told,
    ).toEqual([])
  })
})
