import type { Stop } from '../../../../domain/chronology/timeline/move.ts'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import type { LinkKind } from '../../../../domain/chronology/timeline/seen.ts'
import { itemWords } from '../../../../domain/chronology/timeline/words.ts'
import type { EntryRow } from '../../../../workspace/views.ts'
import { meaningOf } from '../../../date-words.ts'
import { counted, listed } from '../../../ui/words.ts'

const linkWords: Readonly<Record<LinkKind, (n: number) => string>> = {
  conflict: (n) => counted(n, 'conflict with another account', 'conflicts with other accounts'),
  confirmed: (n) => counted(n, 'other account of this event', 'other accounts of this event'),
  suggested: (n) => counted(n, 'entry that may be of this event', 'entries that may be of this event'),
}

/** "1 conflict with another account", of one entry; empty where nothing joins it to others. */
export const joinWords = ({ links }: Pick<Picture, 'links'>, entry: number): string =>
  listed(
    (['conflict', 'confirmed', 'suggested'] as const).flatMap((kind) => {
      const count = links.filter(
        (link) => link.kind === kind && (link.a === entry || link.b === entry),
      ).length
      return count === 0 ? [] : [linkWords[kind](count)]
    }),
  )

/** The date as written and, where that is another, what it means. */
export const dateWords = ({ date }: EntryRow): string => {
  const meaning = meaningOf(date)
  if (date.original === '') return 'No date'
  return date.original === meaning ? meaning : `${date.original} (${meaning})`
}

/** What stands at a place of the timeline, said in full. */
export const placeWords = (
  picture: Picture,
  { lane, item, entries }: Stop,
  words: ReadonlyMap<string, EntryRow>,
): string => {
  const agency = picture.lanes[lane]?.name ?? ''
  const [first] = entries
  if (item === null) return `${counted(entries.length, 'entry', 'entries')} without a date, ${agency}`
  if (entries.length > 1 || first === undefined)
    return `${counted(entries.length, 'entry', 'entries')} close together, ${itemWords(item)}, ${agency}`
  const row = words.get(picture.entries.ids[first] ?? '')
  const when = row ? dateWords(row) : itemWords(item)
  const joined = joinWords(picture, first)
  return [
    when,
    agency,
    ...(picture.declared.has(first) ? ['states no contact'] : []),
    ...(row ? [row.event] : []),
    ...(joined === '' ? [] : [joined]),
  ].join(', ')
}
