import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../documents/read/read-source.ts'
import { compareVersions, type ComparableEntry } from '../../../domain/chronology/compare-versions.ts'
import type { ParsedEntry } from '../../../domain/chronology/entry.ts'
import { parseChronology } from './parse-whole.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

const entriesOf = (file: string): readonly ParsedEntry[] =>
  parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file)).entries

const anEntry = (reference: string, date: string, event: string): ComparableEntry => ({
  date: parseDate(date),
  fields: { ...(reference === '' ? {} : { reference }), event },
  cells: [
    { heading: 'No.', text: reference, hidden: false },
    { heading: 'Date', text: date, hidden: false },
    { heading: 'Event', text: event, hidden: false },
  ],
})

describe('compareVersions', () => {
  it('finds exactly what the second housing file changed', () => {
    const { reimport } = readAnswerKey()
    const found = compareVersions(entriesOf(reimport.from_file), entriesOf(reimport.to_file))
    expect(found.added.map((entry) => ({ ref: entry.fields.reference, n: entry.n }))).toEqual(
      reimport.added.map(({ ref, n }) => ({ ref, n })),
    )
    expect(found.removed.map((entry) => ({ ref: entry.fields.reference, n: entry.n }))).toEqual(
      reimport.removed,
    )
    expect(found.unchanged).toHaveLength(reimport.unchanged)
    expect(
      found.changed.map(({ before, after, fields }) => ({
        ref: before.fields.reference,
        n_before: before.n,
        n_after: after.n,
        columns: fields.map((field) => field.heading),
        before: Object.fromEntries(fields.map((field) => [field.heading, field.before])),
        after: Object.fromEntries(fields.map((field) => [field.heading, field.after])),
      })),
    ).toEqual(reimport.changed)
  })

  it('finds nothing in the same file', () => {
    for (const { file } of readAnswerKey().files) {
      const entries = entriesOf(file)
      const found = compareVersions(entries, entries)
      expect([found.added, found.changed, found.removed]).toEqual([[], [], []])
      expect(found.unchanged).toHaveLength(entries.length)
    }
  })

  const before = [
    anEntry('1', '13/03/2021', 'Telephone call from the daughter about the heating in the kitchen'),
    anEntry('2', '14/03/2021', 'Visit, no reply'),
    anEntry('3', '15/03/2021', 'Letter sent'),
  ]

  it('does not take a row count for a reference: a row put in first changes nothing else', () => {
    const after = [
      anEntry('1', '12/03/2021', 'Put in'),
      anEntry('2', '13/03/2021', 'Telephone call from the daughter about the heating in the kitchen'),
      anEntry('3', '14/03/2021', 'Visit, no reply'),
      anEntry('4', '15/03/2021', 'Letter sent'),
    ]
    const found = compareVersions(before, after)
    expect(found.added).toEqual([after[0]])
    expect([found.changed, found.removed]).toEqual([[], []])
    expect(found.unchanged).toHaveLength(3)
  })

  it('matches a reworded row by likeness on its date, and says so', () => {
    const reworded = anEntry(
      '1',
      '13/03/2021',
      'Telephone call from the daughter about the heating in the lounge',
    )
    const found = compareVersions(before, [reworded, ...before.slice(1)])
    expect(found.changed).toEqual([
      {
        before: before[0],
        after: reworded,
        matchedBy: 'likeness',
        fields: [
          {
            heading: 'Event',
            before: 'Telephone call from the daughter about the heating in the kitchen',
            after: 'Telephone call from the daughter about the heating in the lounge',
          },
        ],
      },
    ])
  })

  it('keeps rows with little in common apart: one removed, one added', () => {
    const other = anEntry('1', '13/03/2021', 'Fire alarm fitted')
    const found = compareVersions(before, [other, ...before.slice(1)])
    expect([found.added, found.removed, found.changed]).toEqual([[other], [before[0]], []])
  })

  it('follows the agency’s reference when the date is corrected', () => {
    const was = [anEntry('H7', '13/03/2021', 'Visit'), anEntry('H9', '14/03/2021', 'Call')]
    const is = [anEntry('H7', '13/04/2021', 'Visit'), anEntry('H9', '14/03/2021', 'Call')]
    expect(compareVersions(was, is).changed).toEqual([
      {
        before: was[0],
        after: is[0],
        matchedBy: 'reference',
        fields: [{ heading: 'Date', before: '13/03/2021', after: '13/04/2021' }],
      },
    ])
  })

  it('does not double rows that are twice in the file', () => {
    const twice = [anEntry('', '13/03/2021', 'Call'), anEntry('', '13/03/2021', 'Call')]
    expect(compareVersions(twice, twice).unchanged).toHaveLength(2)
    expect(compareVersions(twice, twice.slice(1))).toMatchObject({
      removed: [twice[1]],
      added: [],
      changed: [],
    })
  })

  it('puts every row of both versions in exactly one list', () => {
    const someEntries = fc.array(
      fc
        .tuple(
          fc.constantFrom('', 'A1', 'A2', 'A3', '1', '2'),
          fc.constantFrom('13/03/2021', '14/03/2021'),
          fc.constantFrom('Call', 'Call from the daughter', 'Call from the son', 'Visit'),
        )
        .map(([reference, date, event]) => anEntry(reference, date, event)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(someEntries, someEntries, (was, is) => {
        const found = compareVersions(was, is)
        const left = [
          ...found.removed,
          ...found.changed.map((c) => c.before),
          ...found.unchanged.map((u) => u.before),
        ]
        const right = [
          ...found.added,
          ...found.changed.map((c) => c.after),
          ...found.unchanged.map((u) => u.after),
        ]
        expect(new Set(left).size).toBe(was.length)
        expect(left).toHaveLength(was.length)
        expect(new Set(right).size).toBe(is.length)
        expect(right).toHaveLength(is.length)
        expect(found.changed.every((change) => change.fields.length > 0)).toBe(true)
      }),
    )
  })
})
