import { planHiding, type CellSystem } from '../disclosure/hide-more.ts'
import type { Constraint } from '../disclosure/linear-system.ts'
import { printableRange, whyUnsafe } from '../disclosure/protect-sac.ts'
import { hiddenMark, roundSac } from '../disclosure/round-sac.ts'
import type { Attacker, CellStatus } from '../disclosure/sac-bounds.ts'
import { searchRanges } from '../disclosure/search-ranges.ts'
import type { AnnualTable, AnnualTableId, AnnualTables, CountingUnit } from './annual-tables.ts'
import { statisticsSummary } from './statistics-summary.ts'

/** A figure to publish: a rounded count or the hidden mark. */
export type PublishedFigure = { readonly shown: string; readonly status: CellStatus }

/** What a reader of all the year's tables can conclude of one hidden count; `high` null is without limit. */
export type AuditedFigure = {
  readonly table: AnnualTableId | 'reviews' | 'adults'
  readonly label: string
  readonly low: number
  readonly high: number | null
  readonly exact: boolean
  readonly known?: true
}

export type PublishedAnnualTable = {
  readonly id: AnnualTableId
  readonly title: string
  readonly unit: CountingUnit
  readonly additive: boolean
  readonly rows: readonly (PublishedFigure & { readonly label: string })[]
  readonly total: PublishedFigure
  readonly notes: readonly string[]
  /** One plain sentence that discloses nothing the table does not show. */
  readonly summary: string
}

/** `audit`, `safe`, `attacker` and `why` are for the publisher and are not published. */
export type PublishedAnnualTables = {
  readonly year: string
  readonly rule: 'sac'
  readonly reviews: PublishedFigure
  readonly adults: PublishedFigure
  readonly tables: readonly PublishedAnnualTable[]
  readonly audit: readonly AuditedFigure[]
  readonly safe: boolean
  readonly attacker: Attacker
  readonly why?: string
}

const roundingNote = `Counts of 0 to 4 are shown as ${hiddenMark}; others are rounded to the nearest 5, and each total from its own count.`

const notesOf = (table: AnnualTable): readonly string[] => [
  table.unit === 'reviews' ? 'This table counts reviews.' : 'This table counts people.',
  roundingNote,
  ...(table.additive
    ? []
    : [
        'A review may have several types of abuse, so rows may add up to more than the total and percentages to more than 100.',
      ]),
]

type Figure = { readonly table: AuditedFigure['table']; readonly label: string; readonly count: number }

/** Positions of the two totals among the figures; table rows follow in order. */
const reviewsAt = 0
const adultsAt = 1

const figuresOf = (exact: AnnualTables): readonly Figure[] => [
  { table: 'reviews', label: 'Reviews', count: exact.reviews },
  { table: 'adults', label: 'People', count: exact.adults },
  ...exact.tables.flatMap((table) => table.rows.map((row) => ({ table: table.id, ...row }))),
]

/**
 * How the year's figures hang together for anybody who reads all tables side by side: rows add up to their total; a review
 * in which someone died has at least one person who died, any other at least one who survived; every review has at least
 * one type of abuse and each type at most once.
 */
const constraintsOf = (exact: AnnualTables, figures: readonly Figure[]): readonly Constraint[] => {
  const rowsOf = (id: AnnualTableId): readonly number[] =>
    figures.flatMap((figure, at) => (figure.table === id ? [at] : []))
  const sum = (parts: readonly number[], whole: number, relation: Constraint['relation']): Constraint => ({
    cells: [...parts, whole],
    signs: [...parts.map(() => 1), -1],
    relation,
    bound: 0,
  })
  const totalOf = (table: AnnualTable): number => (table.unit === 'reviews' ? reviewsAt : adultsAt)
  const atLeast = (greater: number, lesser: number): Constraint => sum([greater], lesser, '>=')
  const pairs = rowsOf('SG5b').flatMap((people, i) => {
    const reviews = rowsOf('SG5a')[i]
    return reviews === undefined ? [] : [atLeast(people, reviews)]
  })
  return [
    ...exact.tables.map((table) => sum(rowsOf(table.id), totalOf(table), table.additive ? '=' : '>=')),
    ...rowsOf('reviews_by_abuse_type').map((row) => atLeast(reviewsAt, row)),
    ...pairs,
  ]
}

/**
 * Publishes a year's tables under the Safeguarding Adults Collection's rule and audits them together. The exact number of
 * reviews is taken as known, since the annual report must state it (Care Act 2014 Schedule 2 paragraph 4). The rule alone
 * decides what is hidden, except that where the audit finds a hidden count exactly determined a further one is hidden.
 * A year without reviews is safe: its counts describe nobody.
 */
export const protectAnnualTables = (exact: AnnualTables, rule: 'sac'): PublishedAnnualTables => {
  const figures = figuresOf(exact)
  const truth = figures.map(({ count }) => count)
  const constraints = constraintsOf(exact, figures)
  const system: CellSystem = {
    truth,
    known: figures.map((_, at) => at === reviewsAt),
    isMargin: figures.map((_, at) => at === reviewsAt || at === adultsAt),
    constraints,
    findRanges: searchRanges(truth, constraints),
  }
  const plan = planHiding(system)
  const why = exact.reviews === 0 ? undefined : whyUnsafe(plan)
  const publish = (at: number): PublishedFigure => {
    const status = plan.status[at] ?? 'primary'
    return { shown: status === 'shown' ? roundSac(truth[at] ?? 0) : hiddenMark, status }
  }
  return {
    year: exact.year,
    rule,
    reviews: publish(reviewsAt),
    adults: publish(adultsAt),
    tables: exact.tables.map((table) => {
      const rows = figures.flatMap((figure, at) =>
        figure.table === table.id ? [{ label: figure.label, ...publish(at) }] : [],
      )
      const published = {
        id: table.id,
        title: table.title,
        unit: table.unit,
        additive: table.additive,
        rows,
        total: publish(table.unit === 'reviews' ? reviewsAt : adultsAt),
        notes: notesOf(table),
      }
      return { ...published, summary: statisticsSummary(published, exact.year) }
    }),
    audit: [...plan.ranges].map(([at, range]) => ({
      table: figures[at]?.table ?? 'reviews',
      label: figures[at]?.label ?? '',
      ...printableRange(range),
      ...(system.known[at] ? { known: true as const } : {}),
    })),
    safe: why === undefined,
    attacker: plan.attacker,
    ...(why === undefined ? {} : { why }),
  }
}
