import type { Announcement } from '../../../domain/chronology/source-table.ts'
import { noticeEach, type Notice } from '../notice.ts'
import { findPart } from '../package.ts'
import { relationshipsOf, type OfficeFile } from '../relationships.ts'
import { descendantsNamed, parseXml, textOf } from '../xml.ts'
import { cellName } from './cell-reference.ts'
import type { CellComment } from './comments.ts'
import type { ComposedRow } from './compose-rows.ts'
import type { SheetPart } from './workbook.ts'

/** Announces a sheet's comments. */
export const announceComments = (sheet: string, comments: readonly CellComment[]): Announcement[] =>
  comments.map(({ at, text, author }) => ({
    kind: 'comment',
    where: `${sheet}!${cellName(at)}`,
    detail: `Comment by ${author || 'an unnamed author'}: “${text}”.`,
  }))

/** Texts of shapes and text boxes laid over a sheet. */
export const announceShapes = (file: OfficeFile, sheet: SheetPart): Announcement[] =>
  relationshipsOf(file, sheet.part)
    .filter((link) => link.type === 'drawing' && !link.external)
    .flatMap((link) => findPart(file.parts, link.target) ?? [])
    .flatMap((part) =>
      descendantsNamed(parseXml(part.bytes(), { fileName: file.fileName, part: part.name }), 'xdr:txBody'),
    )
    .map((body) => descendantsNamed(body, 'a:p').map(textOf).join('\n').trim())
    .filter((text) => text !== '')
    .map((text) => ({
      kind: 'embedded',
      where: sheet.name,
      detail: `A text box lies over the sheet. It is not part of any row. It reads: “${text}”.`,
    }))

/** Announces values a number format hides. */
export const noticeUnshown = (sheet: string): Notice<ComposedRow> =>
  noticeEach(({ number, unshown }) =>
    [...unshown].map(([column, cell]) => ({
      kind: 'hidden-text' as const,
      where: `${sheet}!${cellName({ row: number, column })}`,
      detail: `A number format keeps the value “${cell.text}” from being shown. It is kept aside.`,
    })),
  )
