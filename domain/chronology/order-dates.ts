import { isoDay, writeDay } from '../dates/calendar.ts'
import type { Note } from '../dates/note.ts'
import type { EntryDraft } from './read-entry.ts'

type Dated = Pick<EntryDraft, 'entry' | 'notes'>

/** Entries that are certainly earlier than one above them, whatever their dates mean. */
export const outOfOrder = <T extends Dated>(entries: readonly T[]): readonly T[] => {
  let latestStart = ''
  return entries.filter(({ entry }) => {
    const { earliest, latest } = entry.date
    const isEarlier = latest !== null && latest < latestStart
    if (earliest !== null && earliest > latestStart) latestStart = earliest
    return isEarlier
  })
}

/** A date in figures that could be month first, with its other reading. */
export type AmbiguousDate<T> = {
  readonly draft: T
  readonly other: string
  /** True where the other reading also fits between the dates above and below, so that the file does not settle it. */
  readonly open: boolean
}

const isAmbiguous = (note: Note): boolean => note.kind === 'ambiguous'

/** The ambiguous single days of a table, each with whether the order of the file settles how to read it. */
export const ambiguousDates = <T extends Dated>(entries: readonly T[]): readonly AmbiguousDate<T>[] => {
  const nextLatest: (string | null)[] = []
  let following: string | null = null
  for (let index = entries.length - 1; index >= 0; index--) {
    nextLatest[index] = following
    following = entries[index]?.entry.date.latest ?? following
  }
  let before: string | null = null
  return entries.flatMap((draft, index) => {
    const { earliest, latest } = draft.entry.date
    const above = before
    before = earliest ?? before
    if (!draft.notes.some(isAmbiguous) || earliest === null || earliest !== latest) return []
    const other = isoDay(
      Number(earliest.slice(0, 4)),
      Number(earliest.slice(8, 10)),
      Number(earliest.slice(5, 7)),
    )
    if (other === null) return []
    const below = nextLatest[index] ?? null
    const open = (above === null || other >= above) && (below === null || other <= below)
    return [{ draft, other: writeDay(other), open }]
  })
}
