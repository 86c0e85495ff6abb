import { flowRanges, usualFlowWork } from './flow-ranges.ts'
import { planHiding, type HidingPlan } from './hide-more.ts'
import { noLimit, type CellRange, type RangeFinder } from './linear-system.ts'
import { oneWayRanges } from './one-way-ranges.ts'
import { narrowedBounds } from './propagate.ts'
import { hiddenMark, roundSac } from './round-sac.ts'
import type { Attacker, CellStatus } from './sac-bounds.ts'
import { searchRanges, usualLimits } from './search-ranges.ts'
import { sliceRanges } from './slice-ranges.ts'
import { layOutTable, type TableLayout } from './table-layout.ts'
import type { FrequencyTable } from './table.ts'

/** One cell to publish. `shown` is a rounded count or the hidden mark; `status` is for the publisher and is not published. */
export type PublishedCell = {
  readonly at: readonly string[]
  readonly shown: string
  readonly status: CellStatus
}

/**
 * What a reader can conclude of one hidden cell from everything published and known, both ends included; `high` null is
 * without limit. `exact` false: the range given is proven possible and the true one may be wider. `known` true: the
 * reader has this value anyway.
 */
export type AuditedCell = {
  readonly at: readonly string[]
  readonly low: number
  readonly high: number | null
  readonly exact: boolean
  readonly known?: true
}

export type ProtectedTable = {
  readonly cells: readonly PublishedCell[]
  readonly audit: readonly AuditedCell[]
  /** No hidden cell is exactly determined, known ones apart, and that is proven. */
  readonly safe: boolean
  /** The reader the ranges hold against; `sees-marks-alike` means the status column must stay inside the office. */
  readonly attacker: Attacker
  /** Where not safe: why, and what would help. */
  readonly why?: string
}

/** A range with its open end as null, for printing. */
export const printableRange = (range: CellRange): { low: number; high: number | null; exact: boolean } => ({
  low: range.low,
  high: range.high >= noLimit / 2 ? null : range.high,
  exact: range.exact,
})

const countedCells = (cells: number): string => (cells === 1 ? '1 hidden count' : `${cells} hidden counts`)

/** Why a plan is not safe, in one or two sentences without any count of the table; undefined where it is safe. */
export const whyUnsafe = ({ beyondHelp, unproven }: HidingPlan): string | undefined => {
  const sentences: string[] = []
  if (beyondHelp.length > 0) {
    sentences.push(
      `${countedCells(beyondHelp.length)} can be worked out exactly from what the reader knows already, ` +
        'whatever else is hidden: join categories, pool years or do not publish this table.',
    )
  }
  if (unproven.length > 0) {
    sentences.push(
      `${countedCells(unproven.length)} could not be proven safe because the table is too large: ` +
        'join categories or drop a dimension.',
    )
  }
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

const rangeFinderFor = ({ sizes, truth, constraints }: TableLayout): RangeFinder => {
  if (sizes.length === 1) return oneWayRanges(truth, constraints)
  if (sizes.length === 2)
    return flowRanges(sizes, truth, usualFlowWork, (bounds) => narrowedBounds(bounds, truth, constraints))
  return searchRanges(truth, constraints, usualLimits, sliceRanges(sizes, truth, usualFlowWork))
}

/**
 * Protects one table by the Safeguarding Adults Collection's rule and audits it: counts of 0 to 4 are hidden, others and
 * every total (each from its own unrounded count) go to the nearest 5; then the range a reader can conclude for every
 * hidden cell is computed from the rounding, the margins and the known values, and where one is exactly determined more
 * cells are hidden (`secondary`) until none is or nothing more can help.
 * Ranges are exact for 1 dimension (interval propagation) and 2 (network flow), and for 3 as far as a bounded search settles them.
 */
export const protectSac = (table: FrequencyTable): ProtectedTable => {
  const layout = layOutTable(table)
  const { truth, known, isMargin, constraints, coordinates } = layout
  const findRanges = rangeFinderFor(layout)
  const plan = planHiding({ truth, known, isMargin, constraints, findRanges })
  const why = whyUnsafe(plan)
  return {
    cells: truth.map((count, cell) => ({
      at: coordinates[cell] ?? [],
      shown: plan.status[cell] === 'shown' ? roundSac(count) : hiddenMark,
      status: plan.status[cell] ?? 'primary',
    })),
    audit: [...plan.ranges].map(([cell, range]) => ({
      at: coordinates[cell] ?? [],
      ...printableRange(range),
      ...(known[cell] ? { known: true as const } : {}),
    })),
    safe: why === undefined,
    attacker: plan.attacker,
    ...(why === undefined ? {} : { why }),
  }
}
