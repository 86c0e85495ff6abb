import { ExpectedError } from '../../../domain/result.ts'
import { countRows } from '../row-limit.ts'
import type { XmlAttributes } from '../xml.ts'
import { maxColumn, type CellRange } from '../xlsx/cell-reference.ts'
import type { CellComment } from '../xlsx/comments.ts'
import type { Spend } from '../xlsx/sheet-table.ts'
import type { SheetContent, SheetRow } from '../xlsx/sheet.ts'
import { understandOdsCell } from './cell.ts'
import type { ShownText } from './shown-text.ts'

/** A sheet as gathered from the content part, without its rows. */
export type OdsSheet = {
  readonly name: string
  readonly style: string
  readonly content: Pick<SheetContent, 'hiddenColumns' | 'merges'>
  readonly comments: readonly CellComment[]
  /** Texts of shapes laid over the sheet. */
  readonly shapes: readonly string[]
  /** The first cell that each input rule is set on, as `B4`, by the rule's name. */
  readonly rules: ReadonlyMap<string, { readonly row: number; readonly column: number }>
}

type Held = {
  readonly column: number
  readonly repeat: number
  readonly attributes: XmlAttributes
  readonly text: ShownText
  readonly comments: readonly ShownText[]
}

const countOf = (attributes: XmlAttributes, name: string): number => {
  const count = Number(attributes[name] ?? 1)
  return Number.isInteger(count) && count >= 1 ? count : 1
}

const isShown = (attributes: XmlAttributes): boolean =>
  !['collapse', 'filter'].includes(attributes['table:visibility'] ?? 'visible')

/**
 * Gathers the columns, rows and cells of one sheet in the order they come; repeated ones are spread out. `keep` is given
 * each row that holds something.
 */
export const gatherSheet = (
  attributes: XmlAttributes,
  fileName: string,
  spend: Spend,
  keep: (row: SheetRow) => void,
) => {
  const name = attributes['table:name'] ?? ''
  const merges: CellRange[] = []
  const hiddenColumns: { from: number; to: number }[] = []
  const comments: CellComment[] = []
  const shapes: string[] = []
  const rules = new Map<string, { row: number; column: number }>()
  let columns = 0
  let rowNumber = 1
  let column = 1
  let row:
    { readonly attributes: XmlAttributes; readonly isHidden: boolean; readonly held: Held[] } | undefined

  const heldRow = countRows(fileName, `the sheet “${name}”`)
  const damaged = (): never => {
    throw new ExpectedError('invalid', `${fileName}: the sheet “${name}” is damaged at row ${rowNumber}.`)
  }

  const keepRow = (held: readonly Held[], hidden: boolean): void => {
    const kept: SheetRow = { row: rowNumber, hidden, cells: new Map(), unshown: new Map() }
    for (const { column: first, repeat, attributes: stated, text, comments: notes } of held) {
      const { cell, isUnshown } = understandOdsCell(stated, text.paragraphs)
      const isHeld = cell.kind !== 'empty' || cell.formula !== undefined
      if (isHeld) spend(repeat)
      for (let at = first; isHeld && at < first + repeat; at += 1)
        (isUnshown ? kept.unshown : kept.cells).set(at, cell)
      const wide = countOf(stated, 'table:number-columns-spanned')
      const high = countOf(stated, 'table:number-rows-spanned')
      if (wide > 1 || high > 1)
        merges.push({
          first: { row: rowNumber, column: first },
          last: { row: rowNumber + high - 1, column: first + wide - 1 },
        })
      const rule = stated['table:content-validation-name']
      if (rule !== undefined && !rules.has(rule)) rules.set(rule, { row: rowNumber, column: first })
      for (const note of notes)
        comments.push({
          at: { row: rowNumber, column: first },
          text: note.paragraphs.join('\n'),
          author: note.author.trim(),
        })
    }
    heldRow()
    keep(kept)
  }

  return {
    column: (given: XmlAttributes, isInHiddenGroup: boolean): void => {
      const repeat = countOf(given, 'table:number-columns-repeated')
      if (isInHiddenGroup || !isShown(given)) hiddenColumns.push({ from: columns + 1, to: columns + repeat })
      columns += repeat
    },
    openRow: (given: XmlAttributes, isInHiddenGroup: boolean): void => {
      row = { attributes: given, isHidden: isInHiddenGroup || !isShown(given), held: [] }
      column = 1
    },
    cell: (given: XmlAttributes, text: ShownText, notes: readonly ShownText[]): void => {
      const repeat = countOf(given, 'table:number-columns-repeated')
      const isPlain =
        given['office:value-type'] === undefined &&
        given['table:formula'] === undefined &&
        given['table:number-rows-spanned'] === undefined &&
        given['table:number-columns-spanned'] === undefined &&
        text.paragraphs.length === 0 &&
        notes.length === 0
      if (!isPlain) {
        if (row === undefined || column + repeat - 1 > maxColumn) return damaged()
        row.held.push({ column, repeat, attributes: given, text, comments: notes })
      } else if (given['table:content-validation-name'] !== undefined) {
        const rule = given['table:content-validation-name']
        if (!rules.has(rule)) rules.set(rule, { row: rowNumber, column })
      }
      column += repeat
    },
    closeRow: (): void => {
      if (row === undefined) return
      const repeat = countOf(row.attributes, 'table:number-rows-repeated')
      if (row.held.length === 0) rowNumber += repeat
      else {
        // A row stands for a thousand cells when it is repeated, so that few bytes cannot become very many rows.
        if (repeat > 1) spend(repeat * 1000)
        for (let n = 0; n < repeat; n += 1) {
          keepRow(row.held, row.isHidden)
          rowNumber += 1
        }
      }
      row = undefined
    },
    shape: (text: ShownText): void => {
      const words = text.paragraphs.join('\n').trim()
      if (words !== '') shapes.push(words)
    },
    finish: (): OdsSheet => ({
      name,
      style: attributes['table:style-name'] ?? '',
      content: { hiddenColumns, merges },
      comments,
      shapes,
      rules,
    }),
  }
}
