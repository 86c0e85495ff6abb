import { describe, expect, it } from 'vitest'
import type { Precision } from '../../domain/dates/imprecise-date.ts'
import {
  caseOfEntry,
  currentEntriesOfSource,
  getEntry,
  insertEntries,
  markRemoved,
  moveEntriesToSource,
  type NewEntry,
} from '../../db/entries.ts'
import {
  countContactsByMonth,
  countEntries,
  countEntriesByAgency,
  eachEntry,
  listDatesByAgency,
  listEntries,
} from '../../db/entry-list.ts'
import { matchExpression, type EntryFilter } from '../../db/entry-filter.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Vault } from '../../db/vault/vault.ts'
import { aCaseWithSources, anEntry, aVault } from './builders.ts'

const aVaultWith = async (entries: readonly Partial<NewEntry>[]) => {
  const { vault } = await aVault()
  const { caseId, sourceIds } = aCaseWithSources(vault)
  inTransaction(vault, () =>
    insertEntries(
      vault.db,
      entries.map((overrides, n) =>
        anEntry(
          { caseId, sourceId: overrides.agencyId === 'a2' ? sourceIds.a2 : sourceIds.a1 },
          { id: `e${n + 1}`, n: n + 1, sortKey: `key ${String(n + 1).padStart(6, '0')}`, ...overrides },
        ),
      ),
    ),
  )
  return { vault, caseId, sourceIds }
}

const ids = (vault: Vault, filter: EntryFilter) => listEntries(vault.db, filter).entries.map(({ id }) => id)

describe('an entry', () => {
  it('comes back as it was imported, cell by cell', async () => {
    const { vault } = await aVault()
    const { caseId, sourceIds } = aCaseWithSources(vault)
    const entry = anEntry(
      { caseId, sourceId: sourceIds.a2 },
      {
        agencyId: 'a2',
        date: {
          original: 'c. 10pm, 3/4/23',
          earliest: '2023-04-02',
          latest: '2023-04-04',
          precision: 'approximate',
          time: '22:00',
          timeEnd: '23:00',
          warnings: ['read day first'],
        },
        hiddenRow: true,
        declaredNoContact: true,
        fields: { event: '=SUM(1) “quoted”\r\nsecond line', action: '-', wishes: 'Dziękuję' },
        cells: [{ heading: 'Event\n(as recorded)', text: '=SUM(1) “quoted”\r\nsecond line', hidden: true }],
        aside: [
          { kind: 'comment', text: 'check', author: 'Kim Ash' },
          { kind: 'hidden-text', text: 'old' },
        ],
      },
    )
    inTransaction(vault, () => insertEntries(vault.db, [entry]))
    expect(getEntry(vault.db, entry.id)).toEqual({
      ...entry,
      status: 'current',
      recordId: entry.id,
      replacedBy: null,
      version: 1,
    })
    expect(caseOfEntry(vault.db, entry.id)).toBe(caseId)
  })

  it('that is not there is said not to be there', async () => {
    const { vault } = await aVault()
    for (const look of [getEntry, caseOfEntry]) expect(() => look(vault.db, 'none')).toThrow('no such entry')
  })
})

describe('the list', () => {
  it('is in the order of the sort key, then of the id, whatever the order of import', async () => {
    const { vault, caseId } = await aVaultWith([
      { id: 'c', sortKey: '2' },
      { id: 'b', sortKey: '3' },
      { id: 'd', sortKey: '2' },
      { id: 'a', sortKey: '1' },
    ])
    expect(ids(vault, { caseId })).toEqual(['a', 'c', 'd', 'b'])
    expect([...eachEntry(vault.db, { caseId })].map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b'])
  })

  it('comes in pages that meet without a gap or a double, by cursor and by offset', async () => {
    const { vault, caseId } = await aVaultWith(Array.from({ length: 7 }, () => ({ sortKey: 'same' })))
    const byCursor: string[] = []
    let after = null
    do {
      const page = listEntries(vault.db, { caseId }, { after, limit: 3 })
      byCursor.push(...page.entries.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(byCursor).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'])
    const second = listEntries(vault.db, { caseId }, { offset: 3, limit: 3 })
    expect(second.entries.map(({ id }) => id)).toEqual(['e4', 'e5', 'e6'])
  })

  it('keeps one case’s entries from another’s', async () => {
    const { vault, caseId } = await aVaultWith([{}])
    const other = aCaseWithSources(vault)
    expect(countEntries(vault.db, { caseId })).toBe(1)
    expect(countEntries(vault.db, { caseId: other.caseId })).toBe(0)
  })

  it('is filtered by agency, and counted by it', async () => {
    const { vault, caseId } = await aVaultWith([{}, { agencyId: 'a2' }, {}])
    expect(ids(vault, { caseId, agencies: ['a2'] })).toEqual(['e2'])
    expect(ids(vault, { caseId, agencies: ['a1', 'a2'] })).toEqual(['e1', 'e2', 'e3'])
    expect(countEntriesByAgency(vault.db, caseId)).toEqual(
      new Map([
        ['a1', 2],
        ['a2', 1],
      ]),
    )
  })

  it('is filtered by days with every entry whose date could fall in them', async () => {
    const dated = (earliest: string | null, latest: string | null, precision: Precision) => ({
      date: { original: '', earliest, latest, precision, warnings: [] },
    })
    const { vault, caseId } = await aVaultWith([
      dated('2023-01-01', '2023-01-01', 'exact'),
      dated('2023-03-01', '2023-03-31', 'month'),
      dated(null, '2023-02-01', 'before'),
      dated('2023-05-01', null, 'after'),
      dated(null, null, 'unknown'),
    ])
    expect(ids(vault, { caseId, from: '2023-03-15', to: '2023-03-20' })).toEqual(['e2', 'e5'])
    expect(ids(vault, { caseId, to: '2023-01-31' })).toEqual(['e1', 'e3', 'e5'])
    expect(ids(vault, { caseId, from: '2023-06-01' })).toEqual(['e4', 'e5'])
  })

  it.each([
    [{}, 'entries_in_order'],
    [{ agencies: ['a1'] }, 'entries_of_agency_in_order'],
    [{ from: '2023-01-01', to: '2023-12-31' }, 'entries_in_order'],
  ])('of %j is read along an index, without sorting', async (filter, index) => {
    const { vault, caseId } = await aVaultWith([{}])
    const plans: string[] = []
    const db = new Proxy(vault.db, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => ({
              all: (bound: object) => {
                const plan = target
                  .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
                  .all(bound)
                plans.push(plan.map(({ detail }) => detail).join('; '))
                return []
              },
            })
          : Reflect.get(target, name),
    })
    listEntries(db, { caseId, ...filter }, { after: { sortKey: 'k', id: 'i' } })
    expect(plans).toHaveLength(1)
    expect(plans[0]).toContain(`USING INDEX ${index}`)
    expect(plans[0]).not.toContain('TEMP B-TREE')
  })
})

describe('the counts by month', () => {
  const dated = (earliest: string | null, latest: string | null, precision: Precision = 'exact') => ({
    date: { original: '', earliest, latest, precision, warnings: [] },
  })

  it('hold each contact once, shared over the months it can mean, and no declaration or entry of no date', async () => {
    const { vault, caseId } = await aVaultWith([
      dated('2022-12-05', '2022-12-05'),
      dated('2022-12-31', '2022-12-31'),
      dated('2022-11-15', '2023-02-03', 'range'),
      { ...dated('2023-01-09', '2023-01-09'), agencyId: 'a2' },
      { ...dated('2023-01-01', '2023-06-30', 'range'), declaredNoContact: true },
      dated(null, '2020-12-31', 'before'),
      dated('2023-05-01', null, 'after'),
      dated(null, null, 'unknown'),
    ])
    expect(countContactsByMonth(vault.db, caseId)).toEqual([
      { agencyId: 'a1', month: '2020-12', entries: 1 },
      { agencyId: 'a1', month: '2022-11', entries: 0.25 },
      { agencyId: 'a1', month: '2022-12', entries: 2.25 },
      { agencyId: 'a1', month: '2023-01', entries: 0.25 },
      { agencyId: 'a1', month: '2023-02', entries: 0.25 },
      { agencyId: 'a1', month: '2023-05', entries: 1 },
      { agencyId: 'a2', month: '2023-01', entries: 1 },
    ])
  })

  it('and the dates by agency leave out what was removed and what is of another case', async () => {
    const { vault, caseId } = await aVaultWith([dated('2022-12-05', '2022-12-05'), { agencyId: 'a2' }])
    const other = aCaseWithSources(vault)
    inTransaction(vault, () => markRemoved(vault.db, [{ id: 'e1', replacedBy: null }]))
    expect(countContactsByMonth(vault.db, caseId)).toEqual([{ agencyId: 'a2', month: '2023-04', entries: 1 }])
    expect(countContactsByMonth(vault.db, other.caseId)).toEqual([])
    expect([...listDatesByAgency(vault.db, caseId).keys()]).toEqual(['a2'])
    expect(listDatesByAgency(vault.db, caseId).get('a2')).toMatchObject([
      { earliest: '2023-04-03', latest: '2023-04-03', declared: false },
    ])
  })
})

describe('search', () => {
  const texts = [
    { fields: { event: 'Mr Brown’s café visit was cancelled', action: 'Rang the district nurse' } },
    { fields: { event: 'Safeguarding concern raised', outcome: 'No further action' } },
    { fields: { event: 'The nurse of the district was away', comment: 'outcome not known' } },
  ]
  it.each([
    ['nurse', ['e1', 'e3']],
    ['NURSE', ['e1', 'e3']],
    ['cafe', ['e1']],
    ['"district nurse"', ['e1']],
    ['“district nurse”', ['e1']],
    ['district nurse', ['e1', 'e3']],
    ['safeg', ['e2']],
    ['safeg concern', []],
    ['concern safeg', ['e2']],
    ['further', ['e2']],
    ['outcome', ['e3']],
    ['nothing like this', []],
    ['', ['e1', 'e2', 'e3']],
    ['  ', ['e1', 'e2', 'e3']],
    ['*', []],
    ['"', []],
    ['nurse OR concern', []],
    ['event:nurse', []],
    ['NEAR(nurse', []],
    [`nurse' OR 1=1 --`, []],
    ['(nurse)', ['e1', 'e3']],
  ])('for %j finds %j', async (typed, expected) => {
    const { vault, caseId } = await aVaultWith(texts)
    expect(ids(vault, { caseId, search: typed })).toEqual(expected)
    expect(countEntries(vault.db, { caseId, search: typed })).toBe(expected.length)
  })

  it('quotes whatever a person types', () => {
    expect(matchExpression('a"b* AND c')).toBe('"a" AND "b"* AND "AND" AND "c"*')
    expect(matchExpression('- ~ !')).toBeNull()
  })

  it('goes with the other filters', async () => {
    const { vault, caseId } = await aVaultWith([texts[0]!, { ...texts[2]!, agencyId: 'a2' }])
    expect(ids(vault, { caseId, search: 'nurse', agencies: ['a2'] })).toEqual(['e2'])
  })

  it('follows a change of an entry’s fields', async () => {
    const { vault, caseId } = await aVaultWith([texts[0]!])
    vault.db.prepare(`UPDATE entries SET fields = '{"event":"Kettle"}' WHERE id = 'e1'`).run()
    expect(ids(vault, { caseId, search: 'nurse' })).toEqual([])
    expect(ids(vault, { caseId, search: 'kettle' })).toEqual(['e1'])
    vault.db.prepare(`DELETE FROM entries WHERE id = 'e1'`).run()
    vault.db.exec(`INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)`)
    expect(ids(vault, { caseId, search: 'kettle' })).toEqual([])
  })
})

describe('a re-import', () => {
  it('marks what went, keeps it in the vault, and moves what stayed', async () => {
    const { vault, caseId, sourceIds } = await aVaultWith([{}, {}, {}])
    inTransaction(vault, () => {
      insertEntries(vault.db, [
        anEntry({ caseId, sourceId: sourceIds.a1 }, { id: 'e4', n: 2, sortKey: 'key 000004', version: 2 }),
      ])
      markRemoved(vault.db, [
        { id: 'e1', replacedBy: null },
        { id: 'e2', replacedBy: 'e4' },
      ])
      moveEntriesToSource(vault.db, [
        {
          id: 'e3',
          sourceId: sourceIds.a1,
          n: 1,
          sheet: 'New',
          row: 9,
          where: 'New!9',
          sortKey: 'key 000009',
        },
      ])
    })
    expect(ids(vault, { caseId })).toEqual(['e4', 'e3'])
    const current = currentEntriesOfSource(vault.db, sourceIds.a1)
    expect(current.map(({ id }) => id)).toEqual(['e3', 'e4'])
    expect(current[0]).toEqual(getEntry(vault.db, 'e3'))
    // What a later version changed is not gone, and so not among the removed.
    expect(ids(vault, { caseId, status: 'removed' })).toEqual(['e1'])
    expect(getEntry(vault.db, 'e2')).toMatchObject({ status: 'removed', replacedBy: 'e4', version: 2 })
    expect(getEntry(vault.db, 'e3')).toMatchObject({ where: 'New!9', row: 9, version: 1 })
    expect(() => inTransaction(vault, () => markRemoved(vault.db, [{ id: 'e1', replacedBy: null }]))).toThrow(
      'no such entry',
    )
  })
})
