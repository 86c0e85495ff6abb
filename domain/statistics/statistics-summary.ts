import { hiddenMark } from '../disclosure/round-sac.ts'
import type { CountingUnit } from './annual-tables.ts'

type SummarisedTable = {
  readonly title: string
  readonly unit: CountingUnit
  readonly rows: readonly { readonly label: string; readonly shown: string }[]
  readonly total: { readonly shown: string }
}

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

/**
 * One sentence about a published table, made only from what it shows: no hidden number, no difference of shown numbers,
 * and no word such as "both", "all", "none" or "most" that would give one away.
 */
export const statisticsSummary = (table: SummarisedTable, year: string): string => {
  const subject = `${table.title}, ${year}`
  const total =
    table.total.shown === hiddenMark
      ? `the number of ${table.unit} is not shown`
      : `about ${table.total.shown} ${table.unit} in total`
  const shown = table.rows.filter((row) => row.shown !== hiddenMark)
  if (shown.length === 0) return `${subject}: ${total}; no row is large enough to show.`
  const rows = inWords(shown.map((row) => `about ${row.shown} under "${row.label}"`))
  const hidden = shown.length < table.rows.length ? '; other rows are not shown' : ''
  return `${subject}: ${total}; ${rows}${hidden}.`
}
