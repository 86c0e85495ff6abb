import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageBand } from '../../../domain/packs/find-ages.ts'
import { rewriteText } from '../../../domain/packs/rewrite-text.ts'
import { relativeTo, shownDate, type DateWriting } from '../../../domain/packs/shown-date.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { prepareRoster, redact } from '../../../domain/redaction/redact.ts'
import type { RedactionDecision } from '../../../domain/redaction/redaction.ts'
import type { AgeWay } from '../../../domain/packs/profile.ts'
import { parseRoster } from '../../../domain/people/roster.ts'

const prepared = prepareRoster(
  parseRoster({
    entries: [
      {
        ...{ id: 'p01', kind: 'person', name: 'Marjorie Quillfeather', pseudonym: 'Adult B' },
        ...{ date_of_birth: '1938-06-02', date_of_death: '2023-11-09' },
      },
    ],
  }),
)

const rewritten = (
  text: string,
  dates: DateWriting,
  ages: AgeWay = 'exact',
  decisions: readonly RedactionDecision[] = [],
) =>
  rewriteText(
    text,
    redact(text, prepared, { audience: 'public', decisions }),
    { dates, ages },
    { decisions, prepared },
  )

const month: DateWriting = { way: 'month' }
// Day 0 is a Thursday, 9 November 2023.
const relative: DateWriting = { way: 'relative', dayZero: '2023-11-09', byDay: false }
const shifted: DateWriting = { way: 'shifted', days: 70 }

describe('dates inside the text', () => {
  it.each([
    ['Seen on 14 March 2022 at home.', 'Seen on March 2022 at home.'],
    ['Seen on Monday 14th March 2022.', 'Seen on March 2022.'],
    ['Seen 14/03/2022, 14.3.22 and 2022-03-14.', 'Seen March 2022, March 2022 and March 2022.'],
    ['Letter of March 14, 2022.', 'Letter of March 2022.'],
    ['Rang on the 14th of March.', 'Rang on the March.'],
    ['Rang 14 Mar.', 'Rang March.'],
    ['In March 2022 and in spring 2022.', 'In March 2022 and in spring 2022.'],
    ['She died on 9 November 2023.', 'She died on November 2023.'],
    ['14\u00a0March\u00a02022 with hard spaces.', 'March 2022 with hard spaces.'],
  ])('by month: %s', (text, expected) => {
    expect(rewritten(text, month)).toMatchObject({ text: expected, candidates: [] })
  })

  it.each([
    ['Seen on 14 March 2022 at home.', 'Seen on Day 0 −19 months at home.'],
    ['Seen on 30 October 2023.', 'Seen on Day 0 −1 week.'],
    ['She died on 9 November 2023.', 'She died on Day 0.'],
    ['Inquest opened on 10 January 2024.', 'Inquest opened on Day 0 +2 months.'],
  ])('relative to Day 0: %s', (text, expected) => {
    expect(rewritten(text, relative)).toMatchObject({ text: expected, candidates: [] })
  })

  it.each([
    // 14 March 2022 + 70 days is 23 May 2022, a Monday as well.
    ['Seen on Monday 14 March 2022.', 'Seen on 23 May 2022.'],
    ['In March 2022 she moved.', 'In about May 2022 she moved.'],
  ])('shifted: %s', (text, expected) => {
    expect(rewritten(text, shifted)).toMatchObject({ text: expected, candidates: [] })
  })

  it.each([
    'Visited on Boxing Day.',
    'No visit on Good Friday.',
    'The May bank holiday weekend.',
    'Back on the 14th.',
  ])('asks about what cannot be converted: %s', (text) => {
    for (const dates of [month, relative, shifted]) {
      const { text: left, candidates } = rewritten(text, dates)
      expect(left).toBe(text)
      expect(candidates.map(({ kind }) => kind)).toEqual(['DATE'])
    }
  })

  it.each([
    'During the first lockdown.',
    'She moved in during Christmas week.',
    'Worse in the winter.',
    'In March she fell.',
  ])('asks about what betrays a shift or Day 0, and leaves it by month: %s', (text) => {
    expect(rewritten(text, month).candidates).toEqual([])
    for (const dates of [relative, shifted])
      expect(rewritten(text, dates).candidates.map(({ kind }) => kind)).toEqual(['DATE'])
  })

  it('leaves alone what is no date', () => {
    const text =
      'BP 120/80, ward 4, 2 tablets 3 times a day, 24/7 care, £14.50, call back at 14:03, she may fall, march to the shop.'
    for (const dates of [month, relative, shifted])
      expect(rewritten(text, dates)).toEqual({ text, spans: [], candidates: [] })
  })

  it('keeps what a person decided to keep, and replaces what they replaced', () => {
    const text = 'Visited on Boxing Day.'
    const keep: RedactionDecision = { text: 'Boxing Day', decision: 'keep' }
    expect(rewritten(text, shifted, 'exact', [keep])).toMatchObject({ text, candidates: [] })
    const replace: RedactionDecision = { text: 'Boxing Day', decision: 'replace', replacement: 'a holiday' }
    expect(rewritten(text, shifted, 'exact', [replace])).toMatchObject({
      text: 'Visited on a holiday.',
      candidates: [],
    })
  })

  it('never leaves a day that the calendar can place, whatever stands around it', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    const writings = [
      (d: Date) => d.toISOString().slice(0, 10),
      (d: Date) => `${d.getUTCDate()}/${d.getUTCMonth() + 1}/${d.getUTCFullYear()}`,
      (d: Date) =>
        d.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
      (d: Date) =>
        d.toLocaleDateString('en-GB', {
          weekday: 'long',
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          timeZone: 'UTC',
        }),
    ]
    const around = fc.constantFrom(
      'Seen on ',
      'Call at 10.30 ',
      'Visit (',
      'Mrs Quillfeather, ',
      '',
      'log 12, ',
    )
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...writings),
        around,
        fc.constantFrom(month, relative, shifted),
        (date, write, before, dates) => {
          const written = write(date)
          const { text } = rewritten(`${before}${written} at home.`, dates)
          expect(text).not.toContain(written)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('ages inside the text', () => {
  it.each([
    ['Mrs Quillfeather, aged 82, fell.', 'Adult B, aged [75 to 84], fell.'],
    ['An 82-year-old woman; her son is 51.', 'An [75 to 84]-year-old woman; her son is 51.'],
    ['Eighty-two years old.', '[75 to 84] years old.'],
    ['She was 95 when she fell.', 'She was [95 or over] when she fell.'],
    ['A child of 9 years old, 17 y/o brother.', 'A child of [under 18] years old, [under 18] y/o brother.'],
  ])('in bands: %s', (text, expected) => {
    expect(rewritten(text, { way: 'exact' }, 'band').text).toBe(expected)
  })

  it('asks about a year of birth', () => {
    expect(rewritten('Born in 1941, lived alone.', { way: 'exact' }, 'band').candidates).toHaveLength(1)
  })

  it('are those of the Safeguarding Adults Collection', () => {
    expect([17, 18, 64, 65, 74, 75, 84, 85, 94, 95, 101].map(ageBand)).toEqual([
      ...[
        'under 18',
        '18 to 64',
        '18 to 64',
        '65 to 74',
        '65 to 74',
        '75 to 84',
        '75 to 84',
        '85 to 94',
        '85 to 94',
      ],
      ...['95 or over', '95 or over'],
    ])
  })
})

describe('a date as a pack shows it', () => {
  it('counts from Day 0 in whole months, and nearer in days or weeks', () => {
    expect(relativeTo('2022-09-09', '2023-11-09', false)).toBe('Day 0 −14 months')
    expect(relativeTo('2022-09-10', '2023-11-09', false)).toBe('Day 0 −13 months')
    expect(relativeTo('2023-10-31', '2023-11-09', true)).toBe('Day 0 −9 days')
    expect(relativeTo('2023-10-31', '2023-11-09', false)).toBe('Day 0 −1 week')
    expect(relativeTo('2023-11-08', '2023-11-09', false)).toBe('Within a week of Day 0')
  })

  it('moved does not show by how much: a month or a year is written by its middle', () => {
    expect(shownDate(parseDate('14 March 2022'), shifted)).toBe('23 May 2022')
    expect(shownDate(parseDate('March 2022'), shifted)).toBe('About May 2022')
    expect(shownDate(parseDate('2021'), shifted)).toBe('About 2021')
    expect(shownDate(parseDate('before 2021'), shifted)).toBe('Before about 2021')
    expect(shownDate(parseDate('not known'), shifted)).toBe('Undated')
  })
})
