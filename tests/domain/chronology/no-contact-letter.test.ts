import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../documents/read/read-source.ts'
import { findGaps } from '../../../domain/chronology/find-gaps.ts'
import {
  noContactLetter,
  undeclaredStretches,
  type NoContactQuery,
} from '../../../domain/chronology/no-contact-letter.ts'
import { parseChronology } from '../../../domain/chronology/parse-chronology.ts'
import { addDays, daysBetween } from '../../../domain/dates/calendar.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

const key = readAnswerKey()

describe('undeclaredStretches', () => {
  it.each(key.files.filter(({ file }) => file !== key.reimport.to_file))(
    'leaves as many days to ask $file about as the answer key counts',
    ({ file }) => {
      const { entries } = parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file))
      const period = { from: key.review_period.start, to: key.review_period.end }
      for (const gap of findGaps(entries, period, key.gap_threshold_days)) {
        const open = undeclaredStretches(entries, [gap])
        const wanted = key.gaps.find((each) => each.file === file && each.from === gap.from)
        expect(open.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)).toBe(
          wanted?.undeclared_days,
        )
        for (const { from, to } of open) expect(gap.from <= from && from <= to && to <= gap.to).toBe(true)
      }
    },
  )

  const january = { from: '2023-01-01', to: '2023-01-31' }
  const open = (...texts: readonly string[]) =>
    undeclaredStretches(
      texts.map((text) => ({ date: parseDate(text), declaredNoContact: true })),
      [january],
    )

  it('takes statements out, however they overlap', () => {
    expect(open()).toEqual([january])
    expect(open('01/01/2023 to 31/01/2023')).toEqual([])
    expect(open('5 January 2023 to 9 January 2023', '7 January 2023 to 20 January 2023')).toEqual([
      { from: '2023-01-01', to: '2023-01-04' },
      { from: '2023-01-21', to: '2023-01-31' },
    ])
    expect(open('3 January 2023 to 28 January 2023', '7 January 2023 to 8 January 2023')).toEqual([
      { from: '2023-01-01', to: '2023-01-02' },
      { from: '2023-01-29', to: '2023-01-31' },
    ])
    expect(open('December 2022', 'February 2023')).toEqual([january])
  })

  it('does not take a contact for a statement', () => {
    expect(
      undeclaredStretches([{ date: parseDate('10/01/2023'), declaredNoContact: false }], [january]),
    ).toEqual([january])
  })
})

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

  it('refuses a letter with nothing to ask, a period that runs backwards, or no days to answer in', () => {
    expect(() => noContactLetter({ ...query, stretches: [] })).toThrow('no undeclared period')
    expect(() =>
      noContactLetter({ ...query, stretches: [{ from: '2022-02-01', to: '2022-01-01' }] }),
    ).toThrow('ends before it begins')
    expect(() => noContactLetter({ ...query, replyBy: query.writtenOn })).toThrow('later than')
    expect(() => noContactLetter({ ...query, replyBy: addDays(query.writtenOn, 1) })).not.toThrow()
  })
})
