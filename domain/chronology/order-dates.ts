import { isoDay, writeDay } from '../dates/calendar.ts'
import type { EntryDraft } from './read-entry.ts'

type Dated = Pick<EntryDraft, 'entry' | 'notes'>

/** Tells of entries, in the order of the file, whether one is certainly earlier than one above it, whatever their dates mean. */
export const watchOrder = (): ((draft: Dated) => boolean) => {
  let latestStart = ''
  return ({ entry }) => {
    const { earliest, latest } = entry.date
    const isEarlier = latest !== null && latest < latestStart
    if (earliest !== null && earliest > latestStart) latestStart = earliest
    return isEarlier
  }
}

/** A date in figures that could be month first, with its other reading. */
export type AmbiguousDate<T> = {
  readonly draft: T
  readonly other: string
  /** True where the other reading also fits between the dates above and below, so that the file does not settle it. */
  readonly open: boolean
}

/**
 * Finds the ambiguous single days of a table, each with whether the order of the file settles how to read it. Entries are
 * seen in the order of the file; one is told of when the next that has a date has come, or at the end, which says it.
 */
export const watchAmbiguous = <T extends Dated>(
  tell: (found: AmbiguousDate<T>) => void,
): { readonly see: (draft: T) => void; readonly end: () => void } => {
  let waiting: { readonly draft: T; readonly other: string; readonly above: string | null }[] = []
  let before: string | null = null
  const settle = (below: string | null): void => {
    for (const { draft, other, above } of waiting) {
      const open = (above === null || other >= above) && (below === null || other <= below)
      tell({ draft, other: writeDay(other), open })
    }
    waiting = []
  }
  return {
    see: (draft) => {
      const { earliest, latest } = draft.entry.date
      if (latest !== null) settle(latest)
      const above = before
      before = earliest ?? before
      const other = otherReading(draft)
      if (other !== null) waiting.push({ draft, other, above })
    },
    end: () => settle(null),
  }
}

/** The day that an ambiguous date means where its month comes first, or null. */
const otherReading = ({ entry, notes }: Dated): string | null => {
  const { earliest, latest } = entry.date
  if (!notes.some(({ kind }) => kind === 'ambiguous') || earliest === null || earliest !== latest) return null
  return isoDay(Number(earliest.slice(0, 4)), Number(earliest.slice(8, 10)), Number(earliest.slice(5, 7)))
}
