import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../documents/read/read-source.ts'
import { accountForSilences, stillAsked } from '../../../domain/chronology/account-for-silences.ts'
import { parseChronology } from './parse-whole.ts'
import { addDays, daysBetween, type Span } from '../../../domain/dates/calendar.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { daysIn, splitSpans } from '../../../domain/dates/split-spans.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'
import { diceOf } from './dice.ts'

const key = readAnswerKey()
const period = { from: key.review_period.start, to: key.review_period.end }
const nothing = { entries: [], statements: [], queries: [] }
const january = { from: '2023-01-01', to: '2023-01-31' }
const contact = (text: string, declaredNoContact = false) => ({ date: parseDate(text), declaredNoContact })

describe('accountForSilences', () => {
  it.each(key.files.filter(({ file }) => file !== key.reimport.to_file))(
    'leaves as many days of $file open as the answer key counts undeclared',
    ({ file }) => {
      const { entries } = parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file))
      const silences = accountForSilences({ ...nothing, entries }, period, key.gap_threshold_days)
      expect(
        silences.map(({ from, to, days, declared, stretches }) => ({
          ...{ file, from, to, days, declared },
          undeclared_days: stretches
            .filter(({ state }) => state === 'open')
            .reduce((sum, stretch) => sum + stretch.days, 0),
        })),
      ).toEqual(key.gaps.filter((gap) => gap.file === file))
      for (const silence of silences) {
        const { stretches } = silence
        expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([silence.from, silence.to])
        stretches.slice(1).forEach((next, at) => expect(next.from).toBe(addDays(stretches[at]?.to ?? '', 1)))
        expect(silence.state).toBe(silence.declared === 'whole' ? 'declared' : 'open')
      }
    },
  )

  it('takes an agency with no file for one silence from end to end', () => {
    expect(accountForSilences(nothing, period, 90)).toEqual([
      {
        ...{ ...period, days: daysBetween(period.from, period.to) + 1, declared: 'none', state: 'open' },
        undeclaredDays: daysBetween(period.from, period.to) + 1,
        stretches: [{ ...period, days: daysBetween(period.from, period.to) + 1, state: 'open', by: null }],
      },
    ])
  })

  it('says who accounts for which part: the file, a statement taken down, a promise, a question, nobody', () => {
    const [silence] = accountForSilences(
      {
        entries: [contact('1 January 2023 to 5 January 2023', true)],
        statements: [{ id: 's', from: '2023-01-04', to: '2023-01-10' }],
        queries: [
          { id: 'q', from: '2023-01-08', to: '2023-01-20', toFollow: false },
          { id: 'p', from: '2023-01-19', to: '2023-01-25', toFollow: true },
        ],
      },
      january,
      31,
    )
    expect(
      silence?.stretches.map(({ from, to, state, by }) => [from.slice(8), to.slice(8), state, by]),
    ).toEqual([
      ['01', '05', 'stated-in-file', null],
      ['06', '10', 'stated', 's'],
      ['11', '18', 'asked', 'q'],
      ['19', '25', 'to-follow', 'p'],
      ['26', '31', 'open', null],
    ])
    expect([silence?.state, silence?.declared, silence?.undeclaredDays]).toEqual(['open', 'part', 21])
  })

  it('is queried once every day not stated has been asked about, and declared once all are stated', () => {
    const asked = { id: 'q', from: '2022-12-01', to: '2023-02-28', toFollow: false }
    const state = (record: Partial<Parameters<typeof accountForSilences>[0]>) =>
      accountForSilences({ ...nothing, ...record }, january, 31)[0]?.state
    expect(state({ queries: [asked] })).toBe('queried')
    expect(state({ queries: [{ ...asked, to: '2023-01-30' }] })).toBe('open')
    expect(state({ queries: [asked], statements: [asked] })).toBe('declared')
    expect(state({ entries: [contact('January 2023', true)] })).toBe('declared')
  })
})

describe('stillAsked', () => {
  const query = { from: '2022-01-01', to: '2022-06-30' }
  const still = (entries: readonly string[], length = 90, statements: readonly Span[] = []) =>
    stillAsked(
      query,
      {
        entries: entries.map((text) => contact(text)),
        statements: statements.map((one) => ({ ...one, id: 's' })),
      },
      length,
    )

  it('is the whole until something comes, and what is left that still counts afterwards', () => {
    expect(still([])).toEqual([query])
    // 59 days before 1 March are shorter than 90; 121 after it are not.
    expect(still(['1 March 2022'])).toEqual([{ from: '2022-03-02', to: '2022-06-30' }])
    expect(still(['1 March 2022', '15 May 2022'])).toEqual([])
    expect(still(['spring 2022'])).toEqual([])
    expect(still(['1 March 2022', '15 May 2022'], 60)).toEqual([{ from: '2022-03-02', to: '2022-05-14' }])
  })

  it('is not closed by a longer length chosen later', () => {
    expect(still([], 365)).toEqual([query])
    expect(still(['1 March 2022'], 365)).toEqual([])
  })

  it('takes statements out, in the file or taken down', () => {
    expect(still([], 90, [query])).toEqual([])
    expect(
      stillAsked(query, { entries: [contact('January 2022 to June 2022', true)], statements: [] }, 90),
    ).toEqual([])
  })
})

describe('splitSpans', () => {
  it('parts days so that every day falls on one side, whatever overlaps', () => {
    const { next } = diceOf(20_260_301)
    const roll = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
    const day = (n: number) => addDays('2023-01-01', n)
    const span = (): Span => {
      const from = roll(0, 40)
      return { from: day(from), to: day(from + roll(0, 12)) }
    }
    const within = (spans: readonly Span[], at: string) =>
      spans.some(({ from, to }) => from <= at && at <= to)
    for (let round = 0; round < 40; round += 1) {
      const whole = { from: day(5), to: day(35) }
      const by = Array.from({ length: roll(0, 5) }, span)
      const { inside, outside } = splitSpans([whole], by)
      for (let at = day(0); at <= day(60); at = addDays(at, 1)) {
        expect(within(inside, at)).toBe(within([whole], at) && within(by, at))
        expect(within(outside, at)).toBe(within([whole], at) && !within(by, at))
      }
      const days = [...inside, ...outside].reduce((sum, one) => sum + daysIn(one), 0)
      expect(days).toBe(31)
    }
  })
})
