import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../documents/read/read-source.ts'
import { findGaps } from '../../../domain/chronology/find-gaps.ts'
import { parseChronology } from './parse-whole.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

const key = readAnswerKey()

describe('findGaps', () => {
  it.each(key.files.filter(({ file }) => file !== key.reimport.to_file))(
    'finds the gaps of $file',
    ({ file }) => {
      const { entries } = parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file))
      const period = { from: key.review_period.start, to: key.review_period.end }
      expect(
        findGaps(entries, period, key.gap_threshold_days).map((gap) => ({
          file,
          from: gap.from,
          to: gap.to,
          days: gap.days,
          declared: gap.declared,
          undeclared_days: gap.undeclaredDays,
        })),
      ).toEqual(key.gaps.filter((gap) => gap.file === file))
    },
  )

  const january = { from: '2023-01-01', to: '2023-01-31' }
  const contact = (text: string, declaredNoContact = false) => ({ date: parseDate(text), declaredNoContact })

  it('counts both ends of the period, and an empty file as one gap', () => {
    expect(findGaps([], january, 31)).toEqual([
      { from: '2023-01-01', to: '2023-01-31', days: 31, declared: 'none', undeclaredDays: 31 },
    ])
    expect(findGaps([contact('31 January 2023')], january, 30).map(({ to }) => to)).toEqual(['2023-01-30'])
    expect(findGaps([contact('16 January 2023')], january, 16)).toEqual([])
  })

  it('widens imprecise dates, and takes only the named day of an open one', () => {
    expect(findGaps([contact('January 2023')], january, 1)).toEqual([])
    expect(findGaps([contact('mid January 2023')], january, 1).map(({ from, to }) => [from, to])).toEqual([
      ['2023-01-01', '2023-01-10'],
      ['2023-01-21', '2023-01-31'],
    ])
    expect(findGaps([contact('before 17 January 2023')], january, 16).map(({ from }) => from)).toEqual([])
    expect(findGaps([contact('before 17 January 2023')], january, 15)).toHaveLength(2)
  })

  it('says how far declarations cover a gap, however they overlap', () => {
    const declared = (...texts: readonly string[]) =>
      findGaps(
        texts.map((text) => contact(text, true)),
        january,
        31,
      ).map((gap) => [gap.declared, gap.undeclaredDays])
    expect(declared('01/01/2023 to 31/01/2023')).toEqual([['whole', 0]])
    expect(declared('01/01/2023 to 20/01/2023', '11/01/2023 to 25/01/2023')).toEqual([['part', 6]])
    expect(declared('February 2023')).toEqual([['none', 31]])
  })
})
