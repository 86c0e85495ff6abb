import { describe, expect, it } from 'vitest'
import {
  noContactLetter,
  noContactWords,
  type NoContactQuery,
} from '../../../domain/chronology/no-contact-letter.ts'
import { addDays } from '../../../domain/dates/calendar.ts'

describe('noContactLetter', () => {
  const query: NoContactQuery = {
    agency: 'Westmere Housing',
    caseReference: 'SAR-2024-03',
    codeName: 'Adult A',
    board: 'Westmere Safeguarding Adults Board',
    reviewPeriod: { from: '2021-04-01', to: '2023-11-09' },
    stretches: [
      { from: '2022-01-01', to: '2022-06-30' },
      { from: '2022-09-09', to: '2023-01-16' },
    ],
    hasChronology: true,
    writtenOn: '2024-03-04',
    replyBy: '2024-03-25',
    timestamp: '2024-03-04T09:00:00Z',
  }
  const letter = noContactLetter(query)
  const words = letter.blocks.flatMap((block) =>
    block.type === 'list' ? block.items : block.type === 'table' ? block.rows.flat() : [block.text],
  )

  it('asks about each period in words, and says what is asked and by when', () => {
    const table = letter.blocks.find((block) => block.type === 'table')
    expect(table?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['1 January 2022', '30 June 2022', '181 days'],
      ['9 September 2022', '16 January 2023', '130 days'],
    ])
    expect(words).toContain('Please answer by 25 March 2024.')
    expect(words.some((text) => /no contact/.test(text) && /say so/.test(text))).toBe(true)
    expect(words.some((text) => /send the entries/.test(text))).toBe(true)
    expect(words.join(' ')).toContain('1 April 2021 to 9 November 2023')
    expect(words.join('\n')).not.toMatch(/\d{4}-\d{2}-\d{2}|!/)
  })

  it('knows the adult by the case reference and the code name only', () => {
    expect(letter.subtitle).toBe('Case reference SAR-2024-03. Adult A. 4 March 2024')
    expect(words.join(' ')).toContain('Adult A')
    expect(letter.marking).toContain('personal data')
  })

  it('speaks of one period as one', () => {
    const single = noContactLetter({ ...query, stretches: [{ from: '2022-01-01', to: '2022-01-01' }] })
    const table = single.blocks.find((block) => block.type === 'table')
    expect(table?.caption).toBe('Period without an entry')
    expect(table?.rows[0]?.[2]).toBe('1 day')
    expect(JSON.stringify(single.blocks)).not.toMatch(/periods|each period/)
  })

  it('does not thank for a chronology that never came', () => {
    const { before, after } = noContactWords({ ...query, hasChronology: false })
    expect(before).toContain('We have had no chronology from you')
    expect(before + after).not.toMatch(/thank you|your chronology has/i)
  })

  it('takes the words of whoever edited it, lists included, and keeps the periods', () => {
    const edited = noContactLetter(query, {
      before: '  Dear colleague,\n\n\nAs we said by telephone:\nthis is about two periods.\n',
      after: '- First\n- Second\n\n- not a list\nbut a paragraph',
    })
    expect(edited.blocks.map((block) => (block.type === 'table' ? block.rows.length : block))).toEqual([
      { type: 'paragraph', text: 'Dear colleague,' },
      { type: 'paragraph', text: 'As we said by telephone:\nthis is about two periods.' },
      2,
      { type: 'list', items: ['First', 'Second'] },
      { type: 'paragraph', text: '- not a list\nbut a paragraph' },
    ])
    expect(noContactLetter(query, noContactWords(query))).toEqual(letter)
  })

  it('refuses a letter with nothing to ask, a period that runs backwards, or no days to answer in', () => {
    expect(() => noContactLetter({ ...query, stretches: [] })).toThrow('no undeclared period')
    expect(() =>
      noContactLetter({ ...query, stretches: [{ from: '2022-02-01', to: '2022-01-01' }] }),
    ).toThrow('ends before it begins')
    expect(() => noContactLetter({ ...query, replyBy: query.writtenOn })).toThrow('later than')
    expect(() => noContactLetter({ ...query, replyBy: addDays(query.writtenOn, 1) })).not.toThrow()
  })
})
