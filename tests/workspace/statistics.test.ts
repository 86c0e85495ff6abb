import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StatisticsView } from '../../workspace/views.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, sample } from './builders.ts'
import { addSmallCase, smallCase, writeSmallFiles } from './small-case.ts'

const shownCount = z.union([z.number(), z.string()])
const key = z
  .object({
    history_totals: z.record(
      z.string(),
      z.looseObject({
        sac_rounded: z
          .looseObject({ reviews: shownCount })
          .catchall(z.union([shownCount, z.record(z.string(), shownCount)])),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(sample('expected.json'), 'utf8'))).history_totals

const shown = (view: StatisticsView, id: string): Record<string, string> =>
  Object.fromEntries(
    (view.tables.find((table) => table.id === id)?.cells ?? []).map((cell) => [cell.at.join(), cell.shown]),
  )

/** Closed reviews of one year, each of one adult. */
const aHistory = (reviews: number): string => {
  const file = path.join(aFolder(), 'history.json')
  const cases = Array.from({ length: reviews }, (_, at) => ({
    ...{ ref: `LRK/26/${at + 1}`, year: '2026-27', concluded: '2026-06-0' + String(at + 1) },
    ...{ abuse_types: ['Self-Neglect'], number_of_adults: 1 },
    adults: [{ age: 70 + at, gender: 'Female', ethnicity: 'White', outcome: 'survived' }],
  }))
  writeFileSync(file, JSON.stringify({ years: ['2026-27'], cases }))
  return file
}

describe('annual tables', () => {
  it('equal the answer key in every cell of every year, under the SAC rule', async () => {
    const { act } = await aWorkspace()
    const imported = await act('history.import', { path: sample('history.json') })
    expect(imported.years).toEqual(Object.keys(key))
    let checked = 0
    for (const [year, { sac_rounded: totals }] of Object.entries(key)) {
      const view = await act('statistics.show', { year })
      for (const [id, cells] of Object.entries(totals)) {
        if (typeof cells !== 'object') continue
        for (const [label, count] of Object.entries(cells)) {
          expect([year, id, label, shown(view, id)[label]]).toEqual([year, id, label, String(count)])
          checked += 1
        }
      }
      expect(shown(view, 'SG5a')['Total']).toBe(String(totals.reviews))
    }
    expect(checked).toBeGreaterThan(150)
    expect(await act('history.import', { path: sample('history.json') })).toMatchObject({
      added: 0,
      changed: 0,
    })
  })

  it('count a case of our own that was concluded in the year', async () => {
    const workspace = await aWorkspace()
    await workspace.act('history.import', { path: aHistory(4) })
    const four = await workspace.act('statistics.show', { year: '2026-27' })
    expect(shown(four, 'SG5a')['Total']).toBe('[c]')
    await addSmallCase(workspace, writeSmallFiles(aFolder()), {
      dates: { ...smallCase.dates, concluded: '2026-11-02' },
    })
    const five = await workspace.act('statistics.show', { year: '2026-27' })
    expect(shown(five, 'SG5a')['Total']).toBe('5')
    expect(shown(five, 'SG5b')['Total']).toBe('5')
    const before = await workspace.act('statistics.show', { year: '2025-26' })
    expect(shown(before, 'SG5a')['Total']).toBe('[c]')
  })

  it('give who is there for statistics counts, and never a name or a case', async () => {
    const workspace = await aWorkspace()
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()), {
      dates: { ...smallCase.dates, concluded: '2026-11-02' },
    })
    await workspace.act('history.import', { path: aHistory(4) })
    await addUser(workspace, 'Lou Counts', 'statistics')
    const lou = await reopenedAs(workspace, 'Lou Counts', passphraseOf('statistics'))
    const out = path.join(aFolder(), 'tables')
    const view = await lou.act('statistics.show', { year: '2026-27' })
    const { files } = await lou.act('statistics.publish', {
      ...{ year: '2026-27', rule: 'sac', formats: ['csv', 'json'], out },
    })
    expect(files.map(({ name }) => name)).toEqual(['annual-tables-2026-27.csv', 'annual-tables-2026-27.json'])
    const everything = [view, ...readdirSync(out).map((name) => readFileSync(path.join(out, name), 'utf8'))]
    expect(JSON.stringify(everything)).not.toMatch(/Quillfeather|Adult B|LRK|1938|Bangladeshi/)
    for (const name of ['case.show', 'chronology.list', 'people-key.list'] as const)
      await expect(lou.act(name, { caseId })).rejects.toThrow(/^not-permitted: /)
    await expect(lou.act('case.list', {})).rejects.toThrow(/^not-permitted: /)
  })

  it('are recorded when they are published, and never written over', async () => {
    const { act } = await aWorkspace()
    await act('history.import', { path: aHistory(5) })
    const publish = (out: string) =>
      act('statistics.publish', { year: '2026-27', rule: 'sac', formats: ['csv'], out })
    const out = path.join(aFolder(), 'tables')
    const { releaseId } = await publish(out)
    await expect(publish(out)).rejects.toThrow(/^invalid: .*annual-tables-2026-27\.csv/)
    const { rows } = await act('audit.list', { record: releaseId })
    expect(rows.map(({ detail }) => detail['state'])).toEqual(['written', 'recorded'])
    await expect(
      act('statistics.publish', { year: '1999-00', rule: 'sac', formats: ['csv'], out: aFolder() }),
    ).rejects.toThrow(/^invalid: /)
  })
})
