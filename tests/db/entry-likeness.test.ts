import { expect, it } from 'vitest'
import { insertEntries, markRemoved } from '../../db/entries.ts'
import { countAlike, entriesOfDays } from '../../db/entry-likeness.ts'
import { inTransaction } from '../../db/transaction.ts'
import { aCaseWithSources, anEntry, aVault } from './builders.ts'

const on = (day: string) =>
  ({ original: day, earliest: day, latest: day, precision: 'exact', warnings: [] }) as const

it('counts what of a file is like another, and shows what it holds of some days', async () => {
  const { vault } = await aVault()
  const { caseId, sourceIds } = aCaseWithSources(vault)
  const of = { caseId, sourceId: sourceIds.a1 }
  inTransaction(vault, () => {
    insertEntries(vault.db, [
      anEntry(of, { id: 'e1', n: 2, date: on('2021-05-01'), fields: { event: 'Rang', reference: ' R1 ' } }),
      anEntry(of, { id: 'e2', n: 1, date: on('2021-05-01'), fields: { event: 'Visit' } }),
      anEntry(of, { id: 'e3', n: 3, date: on('2021-05-02'), fields: { event: 'Letter' } }),
      anEntry(of, { id: 'e4', n: 4, date: on('2021-05-01'), fields: { event: 'Gone since' } }),
    ])
    markRemoved(vault.db, [{ id: 'e4', replacedBy: null }])
  })
  const sources = [{ id: sourceIds.a1 }, { id: sourceIds.a2 }]
  const alike = countAlike(
    vault.db,
    sources,
    ({ reference, event }) => reference === 'R1' || ['Letter', 'Gone since'].includes(event),
  )
  expect([...alike.values()]).toEqual([
    { all: 3, alike: 2 },
    { all: 0, alike: 0 },
  ])
  const texts = entriesOfDays(vault.db, sourceIds.a1, [on('2021-05-01'), on('2021-05-01')])
  expect(texts.map(({ fields }) => fields.event)).toEqual(['Visit', 'Rang'])
})
