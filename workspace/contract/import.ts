import { z } from 'zod'
import type { DatePart, EntryField, ParsedEntry } from '../../domain/chronology/entry.ts'
import type { RowGroup } from '../../domain/chronology/parse-chronology.ts'
import type { Announcement, SourceDocument } from '../../domain/chronology/source-table.ts'
import type { ImpreciseDate } from '../../domain/dates/imprecise-date.ts'
import type { SourceView } from '../views.ts'
import { action, chosenPath, id, pseudonyms, type Action } from './action.ts'
import { columnMappingSchema } from './chronology.ts'

/** A row of a table as it stands in the file. */
export type SheetRow = {
  readonly row: number
  readonly where: string
  readonly hidden: boolean
  readonly cells: readonly {
    readonly text: string
    /** Covered by a merge that begins in the cell to the left, or in the one above. */
    readonly merged?: 'left' | 'above'
    /** The text is longer and was cut for the page. */
    readonly cut?: true
    readonly formula?: string
  }[]
  /** Texts kept aside of the row: comments, hidden text, tracked deletions. */
  readonly aside: number
}

export type SheetView = {
  /** As it may be shown. */
  readonly name: string
  readonly visible: boolean
  readonly columns: readonly { readonly label: string; readonly hidden: boolean }[]
  /** Rows of the whole table, of which `rows` are some. */
  readonly rowCount: number
  readonly rows: readonly SheetRow[]
}

/** What a person decides about one table of a file, or what was guessed. */
export type TableChoice = {
  /** The table's own name, by which a mapping names it. */
  readonly table: string
  readonly use: boolean
  readonly headingRows: readonly number[]
  readonly columns: readonly {
    readonly index: number
    readonly field: EntryField
    readonly part?: DatePart
  }[]
}

/** A file as it is, before anything is kept of it. */
export type FileLook = {
  readonly file: string
  readonly format: SourceDocument['format']
  readonly sha256: string
  readonly tables: readonly (SheetView & {
    readonly guess: TableChoice
    /** Rows further down that hold headings of their own. */
    readonly laterHeadingRows: readonly number[]
  })[]
  /** The mapping kept for the agency and these headings, where there is one. */
  readonly kept: {
    readonly id: string
    readonly savedAt: string
    readonly savedBy: string
    readonly tables: readonly TableChoice[]
  } | null
  readonly announced: readonly Announcement[]
}

/** What became of one row of a file. */
export type PreviewRow = {
  readonly table: string
  readonly row: number
  readonly where: string
  readonly group: RowGroup
  /** Why it is in its group, in a word: "section", "total", "left-out". */
  readonly what: string
  readonly hidden: boolean
  /** The row's own text, where it is no entry. */
  readonly text: string
  readonly entry: {
    readonly n: number
    readonly date: ImpreciseDate
    readonly stored: string
    readonly fields: ParsedEntry['fields']
    readonly declaredNoContact: boolean
  } | null
  readonly attention: readonly { readonly field: string; readonly why: string }[]
}

export const previewGroups = ['all', 'entries', 'headings', 'blank', 'declared', 'attention'] as const
export type PreviewGroup = (typeof previewGroups)[number]

export type PreviewPage = {
  readonly counts: Readonly<Record<PreviewGroup, number>>
  /** Rows in the group asked for. */
  readonly total: number
  readonly rows: readonly PreviewRow[]
}

/** A file of a case as it was imported. */
export type SourceFile = {
  readonly source: SourceView
  readonly tables: readonly Omit<SheetView, 'rows'>[]
  readonly table: number
  readonly rows: readonly SheetRow[]
}

type Imported = { readonly sourceId: string; readonly file: string; readonly at: string; readonly by: string }

/** One version of an entry, and what it changed in the one before. */
export type EntryVersion = {
  readonly entryId: string
  /** Counts from 1. */
  readonly n: number
  readonly state: 'current' | 'replaced' | 'removed'
  /** A file in between did not hold it: the version before had been removed. */
  readonly returned: boolean
  /** The files that held it, the first first; `where` is its place in the last. */
  readonly files: readonly Imported[]
  readonly where: string
  /** The file that no longer held it, where one came. */
  readonly endedBy: Imported | null
  readonly date: ImpreciseDate
  readonly cells: readonly { readonly heading: string; readonly text: string; readonly hidden: boolean }[]
  readonly changes: readonly { readonly heading: string; readonly before: string; readonly after: string }[]
}

const page = (most: number, usual: number) => ({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(most).default(usual),
})
const file = { caseId: id, agencyId: id, path: chosenPath } as const

export const importContract = {
  /** A file as it is, how it would be read, and the mapping kept for it. */
  'chronology.look': action<FileLook>()(
    'chronology:import',
    'caseId',
    'none',
    z.object({ ...file, pseudonyms, rows: z.number().int().min(1).max(500).default(60) }),
  ),
  /** Row by row, what becomes of a file under a mapping. Nothing is kept. */
  'chronology.preview': action<PreviewPage>()(
    'chronology:import',
    'caseId',
    'none',
    z.object({
      ...file,
      mapping: columnMappingSchema.optional(),
      show: z.enum(previewGroups).default('all'),
      ...page(500, 100),
      pseudonyms,
    }),
  ),
  'chronology.forget-mapping': action<null>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({ caseId: id, agencyId: id, mappingId: id }),
  ),
  /** Takes a forgetting back. */
  'chronology.restore-mapping': action<null>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({ caseId: id, agencyId: id, mappingId: id }),
  ),
  /** The tables of a file as imported, current or replaced by a later one. */
  'chronology.source': action<SourceFile>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      caseId: id,
      sourceId: id,
      table: z.number().int().min(0).default(0),
      ...page(500, 200),
      pseudonyms,
    }),
  ),
  /** Every version of an entry, the latest first. */
  'chronology.history': action<{ readonly recordId: string; readonly versions: readonly EntryVersion[] }>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, entryId: id, pseudonyms }),
  ),
} as const satisfies Readonly<Record<string, Action>>
