import { describe, expect, it } from 'vitest'
import { declaresNoContact, saysNoContact } from '../../../domain/chronology/no-contact.ts'
import { parseChronology } from './parse-whole.ts'
import type { SourceDocument } from '../../../domain/chronology/source-table.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { aDocument, aTable } from './source-documents.ts'

const onOneDay = (event: string): boolean => declaresNoContact(parseDate('5 June 2023'), event, '')

describe('an agency declares no contact for a period it names', () => {
  it.each([
    'No contact Apr-Jun',
    'No contact with tenant January to June 2024',
    'The Trust had no contact between July 2022 and May 2023.',
    'Between July 2022 and May 2023 the Trust had no contact.',
    'We had no contact with Adult A during winter 2021',
    'Example Housing Association had no contact with the tenant between 1 April and 30 June 2022.',
    'No involvement with the patient from 01/02/2021 to 30/06/2021. All systems were searched.',
    'No contact was recorded between April and June 2022',
    'Nil contact: April – June 2022',
  ])('%s', (text) => {
    expect(onOneDay(text)).toBe(true)
    expect(saysNoContact(text)).toBe(true)
  })

  it.each([
    'no contact number',
    'No contact number between January and June 2024',
    'no contact made today',
    'No contact made on visit, card left.',
    'No contact on 4 March 2023',
    'No contact with daughter January to June 2024',
    'Mr B had no contact with his daughter between January and June 2024',
    'The patient said the trust had no contact between January and June 2024',
    'No contact order from January 2024 to June 2024',
    'No contact Apr-Jun. Visited on 3 July and spoke to the tenant.',
    'No contact made with tenant, will try again in June 2024',
    'No contact at 10:00-11:00',
  ])('and not in: %s', (text) => {
    expect(onOneDay(text)).toBe(false)
    expect(saysNoContact(text)).toBe(false)
  })
})

const wordFile = (paragraphs: SourceDocument['paragraphs']): SourceDocument => ({
  ...aDocument(
    [
      aTable([
        ['Date', 'Event'],
        ['14/03/2021', 'Home visit'],
      ]),
    ],
    'docx',
  ),
  paragraphs,
})

const outside = (document: SourceDocument) =>
  parseChronology(document)
    .announced.filter(({ kind }) => kind === 'declared-no-contact' || kind === 'text-outside-table')
    .map(({ kind, where, detail }) => [kind, where, detail] as const)

describe('running text outside the table of a chronology', () => {
  it('is announced: each declaration by its paragraph, the rest once', () => {
    const found = outside(
      wordFile([
        { style: 'heading', level: 1, text: 'Chronology' },
        { style: 'paragraph', level: 0, text: 'Compiled from ward notes.' },
        {
          style: 'paragraph',
          level: 0,
          text: 'Records were searched. The Trust had no contact between July 2022 and May 2023.',
        },
        { style: 'list', level: 0, text: 'ED: emergency department' },
        { style: 'paragraph', level: 0, text: ' ' },
      ]),
    )
    expect(found).toEqual([
      ['declared-no-contact', 'paragraph 3', expect.stringContaining('between July 2022 and May 2023')],
      [
        'text-outside-table',
        'outside the table',
        expect.stringMatching(/^2 paragraphs .*paragraph 2, paragraph 4/),
      ],
    ])
  })

  it('is not announced where there is none but a heading', () => {
    expect(outside(wordFile([{ style: 'heading', level: 1, text: 'Chronology' }]))).toEqual([])
  })
})
