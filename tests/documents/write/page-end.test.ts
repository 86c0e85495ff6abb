import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import { missingWords } from '../../../documents/write/missing-words.ts'
import { writeDocument } from '../../../documents/write/write-document.ts'
import type { PackBlock } from '../../../domain/packs/pack-document.ts'
import { aPack, aTable } from './pack-documents.ts'

/** Wider than a line of running text, so that it is broken wherever it stands. */
const address = `https://example.com/${'a/very/long/address/that/fits/no/line/'.repeat(4)}?query=1234567890`
const items = [Array.from({ length: 6 }, () => address).join(' seen '), 'and more']

/** So many lines of running text that what follows comes to the end of the page at one of these. */
const fillers = Array.from({ length: 20 }, (_, nth) => 16 + nth)
const filler = (lines: number): readonly PackBlock[] =>
  Array.from({ length: lines }, (_, line) => ({ type: 'paragraph', text: `Line ${line}` }))

const parted = async (blocks: readonly PackBlock[]): Promise<readonly string[]> => {
  const document = aPack(blocks)
  return missingWords(document, await inspectFile(await writeDocument(document, 'pdf'), 'pack.pdf'))
}

describe('a word wider than its place', () => {
  it.each([
    ['a list', (): PackBlock => ({ type: 'list', items })],
    ['a paragraph', (): PackBlock => ({ type: 'paragraph', text: items.join(' ') })],
    [
      'a table',
      () =>
        aTable(
          ['Date', 'Event', 'Source'],
          [
            ['4 March', ...items],
            ['5 March', address, address],
          ],
        ),
    ],
  ] as const)('is not parted by the end of a page, wherever that comes in %s', async (_, block) => {
    for (const lines of fillers)
      expect([lines, await parted([...filler(lines), block()])]).toEqual([lines, []])
  })
})

describe('a heading', () => {
  const tall = Array.from({ length: 9 }, () => 'seen').join('\n')
  it.each([
    ['a paragraph', (): readonly PackBlock[] => [{ type: 'paragraph', text: 'What follows it.' }]],
    ['a list', (): readonly PackBlock[] => [{ type: 'list', items: ['What follows it.'] }]],
    ['a table', () => [aTable(['Date', 'Event'], [['What follows it.', tall]])]],
    [
      'another heading and a table',
      () => [
        { type: 'heading' as const, level: 2 as const, text: 'Under it' },
        aTable(['Date', 'Event'], [['What follows it.', tall]]),
      ],
    ],
  ] as const)('stands on the page of what follows it, wherever that comes, before %s', async (_, blocks) => {
    for (const lines of fillers) {
      const document = aPack([
        ...filler(lines),
        { type: 'heading', level: 1, text: 'The heading' },
        ...blocks(),
      ])
      const { texts } = await inspectFile(await writeDocument(document, 'pdf'), 'pack.pdf')
      const pageOf = (words: string) =>
        texts.filter(({ text }) => text.includes(words)).map(({ where }) => /page \d+/u.exec(where)?.[0])
      expect([lines, pageOf('The heading')[0]]).toEqual([lines, pageOf('What follows it.')[0]])
      expect(pageOf('The heading')[0]).toMatch(/^page/u)
    }
  })
})
