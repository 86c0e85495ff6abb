import type { Judgement, ObservedThing, Observation, SensitivityFlag } from '../domain/chronology/analysis.ts'

/** What an entry's analysis must say; each part any of those named, all where left out or empty. Parts combine. */
export type AnalysisFilter = {
  /** `none`: not judged. */
  readonly judgements?: readonly (Judgement | 'none')[] | undefined
  readonly kloes?: readonly number[] | undefined
  readonly flags?: readonly SensitivityFlag[] | undefined
  /** Whether the entry is marked with any of them. */
  readonly sensitive?: boolean | undefined
  /** Whether anything has been said of the entry. */
  readonly analysed?: boolean | undefined
  /** Whether the account changed after it was judged. */
  readonly accountChanged?: boolean | undefined
} & { readonly [Thing in ObservedThing]?: readonly (Observation | 'none')[] | undefined }

const columns: Readonly<Record<'judgements' | ObservedThing, string>> = {
  judgements: 'judgement',
  adultSeen: 'adult_seen',
  spokenAlone: 'spoken_alone',
  voiceHeard: 'voice_heard',
  capacity: 'capacity',
}

/** Conditions on the columns that mirror an entry's analysis, and their parameters; none where nothing is filtered. */
export const analysisConditions = (
  filter: AnalysisFilter,
): { readonly parts: readonly string[]; readonly bound: Readonly<Record<string, unknown>> } => {
  const parts: string[] = []
  const bound: Record<string, unknown> = {}
  const bind = (name: string, values: readonly unknown[]): readonly string[] =>
    values.map((value, n) => {
      bound[`${name}${n}`] = value
      return `@${name}${n}`
    })
  for (const [name, column] of Object.entries(columns)) {
    const wanted = filter[name as keyof typeof columns] ?? []
    if (wanted.length === 0) continue
    const named = bind(
      name,
      wanted.filter((value) => value !== 'none'),
    )
    const any = [
      ...(named.length > 0 ? [`entries.${column} IN (${named.join(', ')})`] : []),
      ...(wanted.includes('none') ? [`entries.${column} IS NULL`] : []),
    ]
    parts.push(`(${any.join(' OR ')})`)
  }
  for (const column of ['kloes', 'flags'] as const) {
    const wanted = (filter[column] ?? []).map((value) => ` ${value} `)
    if (wanted.length === 0) continue
    parts.push(
      `(${bind(column, wanted)
        .map((name) => `instr(entries.${column}, ${name}) > 0`)
        .join(' OR ')})`,
    )
  }
  if (filter.analysed !== undefined) parts.push(`entries.analysed = ${filter.analysed ? 1 : 0}`)
  if (filter.sensitive !== undefined) parts.push(`entries.flags ${filter.sensitive ? '<>' : '='} ''`)
  if (filter.accountChanged !== undefined)
    parts.push(`entries.account_changed = ${filter.accountChanged ? 1 : 0}`)
  return { parts, bound }
}
