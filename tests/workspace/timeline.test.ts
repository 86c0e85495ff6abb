import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isoDayOf } from '../../domain/chronology/timeline/moments.ts'
import { shapeOf } from '../../domain/chronology/timeline/timeline-entries.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, sample } from './builders.ts'
import { addSmallCase, writeSmallFiles } from './small-case.ts'

const key = z
  .object({
    total_entries: z.number(),
    review_period: z.object({ start: z.string(), end: z.string() }),
    imprecise_dates: z.array(
      z.object({
        ...{ date_as_written: z.string(), where: z.string(), file: z.string(), precision: z.string() },
        ...{ earliest: z.string().nullable(), latest: z.string().nullable() },
      }),
    ),
    gaps: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        days: z.number(),
        declared: z.string(),
        file: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(sample('expected.json'), 'utf8')))

const aSample = async () => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('sample.load', {})
  return { ...workspace, caseId }
}

describe('the timeline of a case', () => {
  it('holds every entry in the order of the list, in the lane of its agency, where its date can be', async () => {
    const { act, caseId } = await aSample()
    const { lanes, entries, period } = await act('chronology.timeline', { caseId })
    const { entries: rows } = await act('chronology.list', { caseId, limit: 5_000 })
    expect(entries.ids).toEqual(rows.map(({ id }) => id))
    expect(entries.ids).toHaveLength(key.total_entries)
    expect(period).toEqual({ from: key.review_period.start, to: key.review_period.end })
    expect(entries.lanes.map((lane) => lanes[lane]?.agencyId)).toEqual(rows.map(({ agencyId }) => agencyId))
    const shown = new Map(rows.map((row, n) => [`${row.source.file} ${row.source.where}`, n]))
    for (const { file, where, earliest, latest, precision } of key.imprecise_dates) {
      const entry = shown.get(`${file} ${where}`)
      // The second version of a file is not part of the sample as it is loaded.
      if (entry === undefined) continue
      const [from, to] = [entries.from[entry] ?? null, entries.to[entry] ?? null]
      expect([where, from === null ? null : isoDayOf(from)]).toEqual([where, earliest])
      expect([where, to === null ? null : isoDayOf(to - 1)]).toEqual([where, latest])
      const asDrawn = { before: 'before', after: 'after', approximate: 'about' }[precision] ?? 'span'
      expect([where, shapeOf(entries, entry)]).toEqual([where, asDrawn])
    }
  })

  it('knows the silences of the answer key and the named days of the review', async () => {
    const { act, caseId } = await aSample()
    const { silences, keyDates } = await act('chronology.timeline', { caseId })
    const inOrder = <T extends { readonly from: string; readonly days: number }>(all: readonly T[]) =>
      all.map(({ from, days }) => `${from} ${days}`).toSorted()
    expect(inOrder(silences)).toEqual(inOrder(key.gaps.filter(({ file }) => !file.includes('-v2'))))
    expect(keyDates).toEqual((await act('case.show', { caseId })).keyDates)
  })

  it('lets through what the list lets through', async () => {
    const { act, caseId } = await aSample()
    for (const filter of [
      { search: 'fire' },
      { agencies: ['a2', 'a4'] },
      { from: '2022-03-01', to: '2022-03-31' },
      { search: '"home visit"', agencies: ['a1'], from: '2022-01-01' },
    ]) {
      const { entries, lanes } = await act('chronology.timeline', { caseId, ...filter })
      const list = await act('chronology.list', { caseId, limit: 5_000, ...filter })
      expect(entries.ids).toEqual(list.entries.map(({ id }) => id))
      if (filter.agencies) expect(lanes.map(({ agencyId }) => agencyId)).toEqual(filter.agencies)
    }
  })

  it('gives the words of entries in pseudonyms to those who may not read the key, and finds nothing by a name', async () => {
    const first = await aSample()
    const { caseId } = first
    const panelist = await addUser(first, 'Pat Panel', 'panel-member')
    await first.act('case.team-add', { caseId, userId: panelist })
    const ids = (await first.act('chronology.list', { caseId, search: 'Dorothy' })).entries.map(
      ({ id }) => id,
    )
    expect(ids.length).toBeGreaterThan(0)
    const named = await first.act('chronology.timeline-entries', { caseId, entryIds: ids })
    expect(JSON.stringify(named)).toMatch(/Dorothy/)
    const panel = await reopenedAs(first, 'Pat Panel', passphraseOf('panel-member'))
    const read = await panel.act('chronology.timeline-entries', { caseId, entryIds: ids })
    expect(read.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(JSON.stringify(read)).not.toMatch(/Dorothy|Hargreave/)
    const { entries } = await panel.act('chronology.timeline', { caseId, search: 'Dorothy' })
    expect(entries.ids).toEqual([])
  })

  it('joins accounts as suggested until a person decides, then as one event or as a conflict', async () => {
    const { act, caseId } = await aSample()
    const { pairs } = await act('chronology.proposals', { caseId })
    const before = await act('chronology.timeline-links', { caseId })
    expect(before.map(({ kind }) => kind)).toEqual(pairs.map(() => 'suggested'))
    const differing = pairs.find(({ differences }) => differences.length > 0)
    const alike = pairs.find(({ differences }) => differences.length === 0)
    for (const pair of [differing, alike]) {
      if (!pair) throw new Error('the sample case proposes pairs that differ and pairs that do not')
      const { version } = pair
      const records = { a: pair.a.recordId, b: pair.b.recordId }
      await act('chronology.decide-links', {
        caseId,
        pairs: [{ ...records, version }],
        decision: 'confirmed',
      })
    }
    const kindOf = new Map(
      (await act('chronology.timeline-links', { caseId })).map(({ a, b, kind, matters }) => [
        [a, b].toSorted().join(' '),
        [kind, matters > 0],
      ]),
    )
    const joinOf = (pair: typeof alike) =>
      kindOf.get([pair?.a.entryId ?? '', pair?.b.entryId ?? ''].toSorted().join(' '))
    expect(joinOf(differing)).toEqual(['conflict', true])
    expect(joinOf(alike)).toEqual(['confirmed', false])
  })

  it('gives no entry of another case', async () => {
    const { act, caseId, ...workspace } = await aSample()
    const other = await addSmallCase({ act, ...workspace }, writeSmallFiles(aFolder()))
    const { entries } = await act('chronology.list', { caseId: other })
    const entryIds = entries.map(({ id }) => id)
    expect(await act('chronology.timeline-entries', { caseId, entryIds })).toEqual([])
    expect(await act('chronology.timeline-entries', { caseId: other, entryIds })).toHaveLength(3)
  })
})
