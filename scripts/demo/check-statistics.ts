import type { StatisticsView } from '../../workspace/views.ts'

type Totals = { readonly sac_rounded: Readonly<Record<string, unknown>> } | undefined

/** Every published cell against the answer key's rounded counts. */
export const statisticsFaults = (
  view: StatisticsView,
  totals: Totals,
): { readonly faults: readonly string[]; readonly checked: number } => {
  const faults: string[] = []
  let checked = 0
  for (const [id, wanted] of Object.entries(totals?.sac_rounded ?? {})) {
    if (wanted === null || typeof wanted !== 'object') {
      const unit = id === 'reviews' ? 'reviews' : 'people'
      const table = view.tables.find((one) => one.unit === unit)
      checked += 1
      if (shownAt(table, 'Total') !== String(wanted))
        faults.push(`${id}: ${shownAt(table, 'Total')}, not ${String(wanted)}`)
      continue
    }
    const table = view.tables.find((one) => one.id === id)
    for (const [label, right] of Object.entries(wanted)) {
      checked += 1
      const found = shownAt(table, label)
      if (found !== String(right)) faults.push(`${id}, ${label}: ${found}, not ${String(right)}`)
    }
  }
  return { faults, checked }
}

const shownAt = (table: StatisticsView['tables'][number] | undefined, label: string): string =>
  table?.cells.find(({ at }) => at.length === 1 && at[0] === label)?.shown ?? 'missing'
