import {
  columnIds,
  columnRules,
  columnsIn,
  type CaseWording,
  type ColumnId,
} from '../../../domain/chronology/case-wording.ts'
import type { ColumnChoice } from './reading.ts'

type Rule = {
  /** Usual width, and the least it can be made, in pixels at the standard size of text. */
  readonly width: number
  readonly least: number
  /** Its share of the room that is left; none where the column keeps its width. */
  readonly share?: number
  /** Stays while the rest is moved sideways. */
  readonly stays?: true
}

const text: Rule = { width: 180, least: 80, share: 2 }
const word: Rule = { width: 112, least: 64 }

const rules: Readonly<Partial<Record<ColumnId, Rule>>> = {
  date: { width: 168, least: 120, stays: true },
  agency: { width: 74, least: 52, stays: true },
  event: { width: 240, least: 140, share: 3 },
  action: text,
  outcome: text,
  agencyComment: text,
  comment: text,
  significance: text,
  policyExpected: text,
  evidence: text,
  judgement: { width: 150, least: 72 },
  kloes: { width: 128, least: 56 },
  place: { width: 128, least: 72 },
}

export const ruleOf = (id: ColumnId): Rule => rules[id] ?? word

/** From here on an agency's name has room beside its letter. */
export const nameWidth = 110

/** Width of the column of ticks. */
export const tickWidth = 34
const widest = 900

/** Columns the list can show, in their usual order. */
export const listColumnIds: readonly ColumnId[] = columnIds.filter((id) =>
  (columnRules[id].can as readonly string[]).includes('grid'),
)

const isListColumn = (id: string): id is ColumnId => (listColumnIds as readonly string[]).includes(id)

export type ShownColumn = {
  readonly id: ColumnId
  readonly heading: string
  readonly width: number
  /** Null where it keeps its width. */
  readonly share: number | null
  /** From the left edge, for columns that stay; null for those that are moved. */
  readonly left: number | null
}

/** The columns a case shows where nobody has chosen others. */
export const usualColumns = (wording: CaseWording): readonly ColumnChoice[] =>
  columnsIn(wording, 'grid').map(({ id }) => ({ id, width: null }))

/**
 * The columns drawn, under the case's own headings: those chosen, in that order, with the ones that stay first and those
 * without which an entry says nothing always among them.
 */
export const shownColumns = (
  chosen: readonly ColumnChoice[],
  wording: CaseWording,
  scale: number,
): readonly ShownColumn[] => {
  const headings = new Map(wording.columns.map(({ id, heading }) => [id, heading]))
  const known = (chosen.length === 0 ? usualColumns(wording) : chosen).flatMap(({ id, width }) =>
    isListColumn(id) ? [{ id, width }] : [],
  )
  const always = listColumnIds
    .filter((id) => isAlways(id) && !known.some((column) => column.id === id))
    .map((id) => ({ id, width: null }))
  const all = [...always, ...known]
  let left = tickWidth * scale
  return [...all.filter(({ id }) => ruleOf(id).stays), ...all.filter(({ id }) => !ruleOf(id).stays)].map(
    ({ id, width }) => {
      const rule = ruleOf(id)
      const wide = Math.round((width ?? rule.width) * scale)
      const own = rule.stays ? left : null
      if (rule.stays) left += wide
      return {
        id,
        heading: headings.get(id) ?? columnRules[id].heading,
        width: wide,
        share: width === null ? (rule.share ?? null) : null,
        left: own,
      }
    },
  )
}

/** Whether a column cannot be left out. */
export const isAlways = (id: ColumnId): boolean => {
  const { always = [] } = columnRules[id] as { readonly always?: readonly string[] }
  return always.includes('grid')
}

/** The widths as a grid template; where no column takes what is left, nothing does. */
export const templateOf = (columns: readonly ShownColumn[], scale: number): string =>
  [
    `${tickWidth * scale}px`,
    ...columns.map(({ width, share }) => (share === null ? `${width}px` : `minmax(${width}px, ${share}fr)`)),
    ...(columns.some(({ share }) => share !== null) ? [] : ['1fr']),
  ].join(' ')

export const leastWidthOf = (columns: readonly ShownColumn[], scale: number): number =>
  columns.reduce((sum, { width }) => sum + width, tickWidth * scale)

/** A width somebody asked for, as it is kept: whole pixels at the standard size of text, neither too narrow nor too wide. */
export const keptWidth = (id: ColumnId, pixels: number, scale: number): number =>
  Math.min(widest, Math.max(ruleOf(id).least, Math.round(pixels / scale)))

const without = (chosen: readonly ColumnChoice[], id: string): readonly ColumnChoice[] =>
  chosen.filter((column) => column.id !== id)

export const withWidth = (
  chosen: readonly ColumnChoice[],
  id: ColumnId,
  width: number | null,
): readonly ColumnChoice[] => chosen.map((column) => (column.id === id ? { ...column, width } : column))

/** Puts a column in, last, or takes it out. */
export const withColumn = (
  chosen: readonly ColumnChoice[],
  id: ColumnId,
  shown: boolean,
): readonly ColumnChoice[] => (shown ? [...without(chosen, id), { id, width: null }] : without(chosen, id))

/** Moves a column by one among those that move with it. */
export const withMove = (
  chosen: readonly ColumnChoice[],
  id: ColumnId,
  by: 1 | -1,
): readonly ColumnChoice[] => {
  const at = chosen.findIndex((column) => column.id === id)
  const to = at + by
  const [one, other] = [chosen[at], chosen[to]]
  if (!one || !other) return chosen
  return chosen.map((column, n) => (n === at ? other : n === to ? one : column))
}
