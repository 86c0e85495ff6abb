import type { Announcement, AnnouncementKind } from '../../domain/chronology/source-table.ts'
import type { ExpectedAnnouncement } from './expected.ts'

/** The answer key's words for what must be announced, and the product's kinds for the same. */
const kinds: readonly (readonly [RegExp, AnnouncementKind])[] = [
  [/^hidden row/, 'hidden-row'],
  [/^hidden column/, 'hidden-column'],
  [/^hidden text/, 'hidden-text'],
  [/comment/, 'comment'],
  [/merged date cell|merged title rows/, 'merged-cells'],
  [/two-row heading/, 'two-row-heading'],
  [/^row that is not an entry/, 'not-an-entry'],
  [/sheet without entries/, 'sheet-without-entries'],
  [/1904/, 'date-system-1904'],
  [/declared no contact/, 'declared-no-contact'],
  [/tracked insertions/, 'tracked-insertion'],
  [/tracked deletions/, 'tracked-deletion'],
  [/section rows/, 'section-row'],
  [/page header/, 'header-footer-text'],
  [/not in date order/, 'not-in-date-order'],
  [/encoding/, 'encoding'],
  [/line breaks inside/, 'line-break-in-cell'],
  [/begin with =/, 'formula-like-text'],
  [/dates held as text/, 'text-dates'],
  [/ambiguous day/, 'ambiguous-date'],
]

const digits = (text: string): readonly string[] => text.match(/\d+/g) ?? []

/** What of one expected announcement is missing; empty where it was made in full. */
const missingFrom = (
  expected: ExpectedAnnouncement,
  announced: readonly Announcement[],
): readonly string[] => {
  const kind = kinds.find(([words]) => words.test(expected.what))?.[1]
  if (kind === undefined) return [`no kind for "${expected.what}"`]
  const found = announced.filter((item) => item.kind === kind)
  const all = found.map((item) => `${item.where} ${item.detail}`)
  if (found.length === 0) return [`${kind}: nothing announced`]
  const wanted = [
    ...(expected.texts ?? []),
    ...(expected.author === undefined ? [] : [expected.author]),
    ...(expected.cells ?? []).map((cell) => cell.text),
  ].filter((text) => !all.some((line) => line.includes(text)))
  const places = [
    ...(expected.rows ?? []),
    ...(expected.records ?? []),
    ...(expected.cells ?? []).map((c) => c.record),
  ]
    .filter((place) => !all.some((line) => digits(line).includes(String(place))))
    .map((place) => `place ${place}`)
  const where =
    isPlace(expected.where) && !found.some((item) => item.where === expected.where) ? [expected.where] : []
  return [...wanted, ...places, ...where].map((text) => `${kind}: ${text}`)
}

/** A place in a sheet, which the product must name in the same words. */
const isPlace = (where: string | undefined): where is string => where !== undefined && /!/.test(where)

export const missingAnnouncements = (
  expected: readonly ExpectedAnnouncement[],
  announced: readonly Announcement[],
): readonly string[] => expected.flatMap((item) => missingFrom(item, announced))
