import { saysNoContact } from './no-contact.ts'
import type { Announcement, SourceDocument } from './source-table.ts'
import { countOf, listPlaces, startSentence } from './table-places.ts'

/**
 * What the running text beside the tables of a chronology holds: each paragraph that declares no contact, and once how
 * many others there are. Places are `paragraph N`, counted from 1 over the paragraphs as read. Headings are left out,
 * unless they declare something: they name the file and say nothing of its events.
 */
export const announceParagraphs = (document: SourceDocument): readonly Announcement[] => {
  const filled = document.paragraphs.flatMap(({ text, style }, index) =>
    text.trim() === '' ? [] : [{ text: text.trim(), style, where: `paragraph ${index + 1}` }],
  )
  const declared = filled.filter(({ text }) => sentencesOf(text).some(saysNoContact))
  const other = filled.filter((each) => each.style !== 'heading' && !declared.includes(each))
  return [
    ...declared.map(({ text, where }): Announcement => ({
      kind: 'declared-no-contact',
      where,
      detail: `A paragraph outside the table declares no contact, and it is not an entry: “${shorten(text)}”.`,
    })),
    ...(other.length === 0
      ? []
      : [
          {
            kind: 'text-outside-table' as const,
            where: 'outside the table',
            detail: `${startSentence(countOf(other.length, 'paragraph'))} outside the table ${other.length === 1 ? 'was' : 'were'} not taken as ${other.length === 1 ? 'an entry' : 'entries'}: ${listPlaces(other.map(({ where }) => where))}.`,
          },
        ]),
  ]
}

const sentencesOf = (text: string): readonly string[] => [text, ...text.split(/(?<=[.;!?])\s+|\n+/)]

const longestQuote = 160
const shorten = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text
