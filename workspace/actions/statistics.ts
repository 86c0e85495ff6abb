import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/database.ts'
import {
  importHistoryCases,
  insertStatsRelease,
  listHistoryCases,
  listHistoryYears,
} from '../../db/history.ts'
import { inTransaction } from '../../db/transaction.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import { parseHistoryFile } from '../../domain/case/history-file.ts'
import type { PackBlock, PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import { emptyRoster } from '../../domain/people/roster.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { ExpectedError } from '../../domain/result.ts'
import { annualTables } from '../../domain/statistics/annual-tables.ts'
import { reviewFromHistory, type ConcludedReview } from '../../domain/statistics/concluded-review.ts'
import {
  protectAnnualTables,
  type PublishedAnnualTable,
  type PublishedAnnualTables,
} from '../../domain/statistics/protect-annual-tables.ts'
import { reportingYearOf } from '../../domain/statistics/reporting-year.ts'
import type { Handlers } from '../host.ts'
import { refuseAtGate } from '../packs/refuse-at-gate.ts'
import { readJsonFile } from '../read-file.ts'
import { sha256 } from '../sha256.ts'
import { fromStoredHistory, toStoredHistory } from '../statistics/history-records.ts'
import { ownConcludedReviews } from '../statistics/own-reviews.ts'
import type { PublishedTable, StatisticsView } from '../views.ts'
import { refuseInsideVault, writeFiles } from '../write-files.ts'

type Names = 'history.import' | 'statistics.show' | 'statistics.publish'

const allReviews = (db: Db): readonly ConcludedReview[] => [
  ...listHistoryCases(db, { special: true }).map(fromStoredHistory).map(reviewFromHistory),
  ...ownConcludedReviews(db),
]

const yearsOf = (db: Db, reviews: readonly ConcludedReview[]): readonly string[] =>
  [
    ...new Set([...listHistoryYears(db), ...reviews.map(({ concluded }) => reportingYearOf(concluded))]),
  ].sort()

/** A published table with the ranges an attacker could work out beside it. */
const tableView = (year: PublishedAnnualTables, table: PublishedAnnualTable): PublishedTable => ({
  id: table.id,
  // The collection's own tables under the collection's own names.
  title: table.id.startsWith('SG') ? `${table.id}: ${table.title}` : table.title,
  unit: table.unit,
  note: table.notes.join(' '),
  dimensions: [{ name: table.title, categories: table.rows.map(({ label }) => label) }],
  cells: [
    ...table.rows.map(({ label, shown, status }) => ({ at: [label], shown, status })),
    { at: ['Total'], shown: table.total.shown, status: table.total.status },
  ],
  audit: year.audit
    .filter((figure) => figure.table === table.id)
    .map(({ label, low, high, exact, known }) => ({
      at: [label],
      low,
      high,
      exact,
      ...(known ? { known } : {}),
    })),
  safe: year.safe,
  summary: table.summary,
})

const published = (
  db: Db,
  wanted: string | undefined,
): StatisticsView & { readonly source: PublishedAnnualTables | null } => {
  const reviews = allReviews(db)
  const years = yearsOf(db, reviews)
  const year = wanted ?? years.at(-1)
  if (year === undefined) return { year: '', years, rule: 'sac', tables: [], source: null }
  const source = protectAnnualTables(annualTables(reviews, year), 'sac')
  return { year, years, rule: 'sac', tables: source.tables.map((table) => tableView(source, table)), source }
}

const tableBlocks = (table: PublishedTable): readonly PackBlock[] => [
  { type: 'heading', level: 2, text: `${table.title} (${table.unit})` },
  { type: 'paragraph', text: table.summary },
  {
    type: 'table',
    caption: table.title,
    columns: [
      { heading: 'Category', weight: 4 },
      { heading: `Number of ${table.unit}`, weight: 1 },
    ],
    rows: table.cells.map(({ at, shown }) => [at.join(', '), shown]),
  },
  { type: 'paragraph', text: table.note },
]

const documentOf = (view: StatisticsView, timestamp: string): PackDocument => ({
  title: `Safeguarding adult reviews concluded in ${view.year}`,
  subtitle: 'Annual tables under the Safeguarding Adults Collection rule',
  marking: 'Counts of 0 to 4 are shown as [c]; others are rounded to the nearest 5.',
  language: 'en-GB',
  timestamp,
  blocks: view.tables.flatMap(tableBlocks),
})

/**
 * Tables hold counts under the labels of published code lists and no text of a case, so no key is looked for: a "White" of
 * some key is a word of every table. Numbers of people, traces in the file and lost words are looked for as in any file.
 */
const nobodysKey = { roster: emptyRoster, prepared: prepareRoster(emptyRoster), decisions: [] }

export const statisticsActions: Handlers<Names> = {
  'history.import': async ({ session, env }, { path }) => {
    const { name, json } = await readJsonFile(path)
    const file = parseHistoryFile(json, name)
    return () => {
      const counts = importHistoryCases(session.vault.db, file.cases.map(toStoredHistory), {
        userId: session.user.id,
        at: env.now(),
      })
      return { value: { years: file.years, ...counts }, detail: { ...counts, years: file.years.length } }
    }
  },

  'statistics.show':
    ({ session }, { year }) =>
    () => {
      const { source: _, ...value } = published(session.vault.db, year)
      return { value }
    },

  'statistics.publish': async ({ session, env, pastStopping }, { year, rule, formats, out }) => {
    const { db } = session.vault
    refuseInsideVault(session.vault.dir, out)
    const view = published(db, year)
    if (!view.source || !view.years.includes(year))
      throw new ExpectedError(
        'invalid',
        `No review concluded in ${year} is on record, so there is nothing to publish.`,
      )
    if (!view.source.safe)
      throw new ExpectedError('refused', `These tables cannot be published. ${view.source.why ?? ''}`.trim())
    const document = documentOf(view, env.now())
    const files: { name: string; format: PackFormat; sha256: string; bytes: Uint8Array }[] = []
    for (const format of new Set(formats)) {
      const bytes = await writeDocument(document, format)
      files.push({ name: `annual-tables-${year}.${format}`, format, sha256: sha256(bytes), bytes })
    }
    const leaving = await refuseAtGate(files, nobodysKey, document, { audience: 'public' })
    const releaseId = env.newId()
    const listed = files.map((file) => ({ ...file, bytes: file.bytes.length }))
    const detail = { year, rule, files: listed.length }
    pastStopping()
    // Recorded before anything is written: a figure that may have left is always on the register.
    inTransaction(session.vault, () => {
      const release = { id: releaseId, year, rule, tables: view.tables, files: listed }
      insertStatsRelease(db, { ...release, releasedBy: session.user.id, at: env.now() })
      appendAudit(session.vault, {
        userId: session.user.id,
        userName: session.user.name,
        action: 'statistics.publish',
        record: releaseId,
        detail: { ...detail, state: 'recorded' },
      })
    })
    await writeFiles(out, leaving)
    return () => ({
      value: { releaseId, files: listed.map(({ name, bytes }) => ({ name, bytes })) },
      record: releaseId,
      detail: { ...detail, state: 'written' },
    })
  },
}
