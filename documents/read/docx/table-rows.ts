import type { SourceCell, SourceRow } from '../../../domain/chronology/source-table.ts'
import { childElements, childNamed, descendantsNamed, type XmlElement } from '../xml.ts'
import { readBlockText } from './blocks.ts'
import {
  announce,
  announceDeletion,
  announceInsertion,
  takeComment,
  type Story,
  type Tracked,
} from './story.ts'
import { textLookOf, toggle } from './styles.ts'
import { everyText } from './written-text.ts'

/** A cell merged down a column of the grid. */
type Downward = { readonly text: string; readonly fromRow: number; toRow: number }

/** Word allows 63 columns; a span beyond this is no table of words. */
const widestSpan = 256

const emptyCell: SourceCell = Object.freeze({ text: '', kind: 'empty' })
const asCell = (text: string): SourceCell => (text === '' ? emptyCell : { text, kind: 'text' })
const asCovered = (text: string): SourceCell => ({ text, kind: text === '' ? 'empty' : 'text', merged: true })

const countOf = (properties: XmlElement | undefined, name: string, fallback: number): number => {
  const value = Number(childNamed(properties, name)?.attributes['w:val'] ?? fallback)
  return Number.isInteger(value) ? Math.min(Math.max(value, 0), widestSpan) : fallback
}

/** Children of that name, also inside content controls and custom XML around them. */
const through = (element: XmlElement, name: string): XmlElement[] =>
  childElements(element).flatMap((child) => {
    if (child.name === name) return [child]
    const isAround = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del'].includes(child.name)
    return isAround ? through(child, name) : []
  })

const rowChange = (properties: XmlElement | undefined, around: Tracked | undefined): Tracked | undefined => {
  const author = (element: XmlElement): string => element.attributes['w:author'] ?? ''
  const deleted = childNamed(properties, 'w:del')
  if (deleted) return { kind: 'deletion', author: author(deleted), moved: false }
  if (around?.kind === 'deletion') return around
  const inserted = childNamed(properties, 'w:ins')
  return inserted ? { kind: 'insertion', author: author(inserted), moved: false } : undefined
}

const readCells = (
  row: XmlElement,
  number: number,
  story: Story,
  down: Map<number, Downward>,
): SourceCell[] => {
  const cells: SourceCell[] = []
  const before = countOf(childNamed(row, 'w:trPr'), 'w:gridBefore', 0)
  for (let n = 0; n < before; n += 1) cells.push(emptyCell)
  let sideways = ''
  for (const element of through(row, 'w:tc')) {
    const properties = childNamed(element, 'w:tcPr')
    const column = cells.length
    const span = Math.max(1, countOf(properties, 'w:gridSpan', 1))
    const removed = childNamed(properties, 'w:cellDel')
    const change: Tracked | undefined = removed && {
      kind: 'deletion',
      author: removed.attributes['w:author'] ?? '',
      moved: false,
    }
    const behind = story.behind
    story.behind = { ...behind, ...textLookOf(properties) }
    const own = readBlockText(element, story, change, false)
    story.behind = behind
    const vertical = childNamed(properties, 'w:vMerge')
    const horizontal = childNamed(properties, 'w:hMerge')
    const above = down.get(column)
    const coversAbove =
      vertical !== undefined && vertical.attributes['w:val'] !== 'restart' && above !== undefined
    const coversBeside =
      horizontal !== undefined && horizontal.attributes['w:val'] !== 'restart' && column > 0
    let text = own
    if (coversAbove || coversBeside) {
      text = coversAbove ? above.text : sideways
      if (coversAbove) above.toRow = number
      if (own !== '') {
        announce(story, 'hidden-text', `Text lies unseen under a merged cell and is kept aside: “${own}”.`)
        story.asides.push({ kind: 'hidden-text', text: own })
      }
    } else if (vertical) down.set(column, { text, fromRow: number, toRow: number })
    else down.delete(column)
    sideways = text
    cells.push(coversAbove || coversBeside ? asCovered(text) : asCell(text))
    for (let n = 1; n < span; n += 1) cells.push(asCovered(text))
  }
  return cells
}

/** Takes the comments referred to anywhere in an element that is not itself read. */
const takeCommentsIn = (element: XmlElement, story: Story): void => {
  for (const reference of descendantsNamed(element, 'w:commentReference')) {
    takeComment(story, reference.attributes['w:id'] ?? '')
  }
}

const readDeletedRow = (row: XmlElement, story: Story, change: Tracked): SourceCell[] => {
  const texts = through(row, 'w:tc').map((cell) => everyText(cell).trim())
  takeCommentsIn(row, story)
  if (texts.some((text) => text !== '')) announceDeletion(story, change, texts.join(' | '))
  return []
}

const announceAcross = (row: XmlElement, cells: readonly SourceCell[], story: Story): void => {
  const spans = through(row, 'w:tc').filter(
    (cell) => countOf(childNamed(cell, 'w:tcPr'), 'w:gridSpan', 1) > 1,
  )
  const fillsRow = cells.slice(1).every((cell) => cell.merged)
  if (spans.length === 0 || fillsRow) return
  const texts = new Set(
    cells.filter((cell, at) => cells[at + 1]?.merged && !cell.merged).map((cell) => `“${cell.text}”`),
  )
  announce(story, 'merged-cells', `Cells are merged across columns: ${[...texts].join(', ')}.`)
}

/**
 * Reads the rows of a table in order, numbered from 1 as they stand in the file. A tracked deleted row keeps its
 * number and has no cells; its text is aside. Cells that a merge covers carry its text, marked `merged`. Without a
 * name (a table inside a cell) the place of what is met stays that of the cell around it.
 */
export function* readRows(
  table: XmlElement,
  story: Story,
  around: Tracked | undefined,
  name: string | undefined,
): Generator<SourceRow> {
  const down = new Map<number, Downward>()
  const allDown: { readonly column: number; readonly merge: Downward }[] = []
  let number = 0
  for (const element of through(table, 'w:tr')) {
    number += 1
    const properties = childNamed(element, 'w:trPr')
    const change = rowChange(properties, around)
    if (name !== undefined) {
      story.where = `${name} row ${number}`
      story.asides = []
    }
    const outer = story.insideInsertedRow
    story.insideInsertedRow = outer || change?.kind === 'insertion'
    const cells =
      change?.kind === 'deletion'
        ? readDeletedRow(element, story, change)
        : readCells(element, number, story, down)
    story.insideInsertedRow = outer
    for (const [column, merge] of down) if (merge.fromRow === number) allDown.push({ column, merge })
    const text = cells.filter((cell) => !cell.merged && cell.text !== '').map((cell) => cell.text)
    if (change?.kind === 'insertion' && !outer && text.length > 0)
      announceInsertion(story, change, text.join(' | '))
    const hidden = toggle(properties, 'w:hidden') ?? false
    if (hidden && text.length > 0)
      announce(story, 'hidden-row', `The row is hidden. It reads: “${text.join(' | ')}”.`)
    if (name !== undefined) announceAcross(element, cells, story)
    const aside = name === undefined || story.asides.length === 0 ? {} : { aside: story.asides }
    const heading = toggle(properties, 'w:tblHeader') ? { heading: true as const } : {}
    yield { where: story.where, row: number, hidden, ...heading, cells, ...aside }
  }
  for (const { column, merge } of allDown) {
    if (name === undefined || merge.toRow === merge.fromRow) continue
    const detail = `In column ${column + 1} one merged cell covers rows ${merge.fromRow} to ${merge.toRow}: “${merge.text}”. Its text is taken for each of them.`
    announce(story, 'merged-cells', detail, `${name} rows ${merge.fromRow}-${merge.toRow}`)
  }
}
