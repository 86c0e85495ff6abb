import { ExpectedError } from '../../../domain/result.ts'
import { childElements, type XmlElement } from '../xml.ts'
import { readParagraph, trackedBy, type Paragraph } from './paragraph.ts'
import type { Story, Tracked } from './story.ts'
import { readRows } from './table-rows.ts'
import { alternative } from './written-text.ts'

export type BlockHandler = {
  /** Called before a paragraph is read, so that what is met in it is placed. */
  readonly enterParagraph: () => void
  readonly paragraph: (paragraph: Paragraph) => void
  readonly table: (table: XmlElement, tracked: Tracked | undefined) => void
}

/** Content controls, custom XML and the like stand around blocks without being any. */
const isAround = (name: string): boolean =>
  ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:del', 'w:moveTo', 'w:moveFrom'].includes(
    name,
  )

/** Refuses a field that never shows its result, as the text after it would be lost; one that only lacks its end is closed. */
const closeFields = (story: Story, open: number): void => {
  if (story.fields.slice(open).includes('instruction')) {
    const { fileName } = story.context
    throw new ExpectedError(
      'invalid',
      `${fileName}: a field that begins before the end of ${story.where} is broken, so the text after it cannot be read.`,
    )
  }
  story.fields.length = Math.min(story.fields.length, open)
}

/** Walks the paragraphs and tables of a body, cell, header, note or text box in order. */
export const walkBlocks = (
  container: XmlElement,
  story: Story,
  tracked: Tracked | undefined,
  isHidden: boolean,
  handler: BlockHandler,
): void => {
  let running = ''
  let last: Paragraph | undefined
  const finish = (): void => {
    if (last?.runsOn && running !== '') handler.paragraph({ ...last, text: running, runsOn: false })
    running = ''
    last = undefined
  }
  const walk = (element: XmlElement, around: Tracked | undefined): void => {
    for (const child of childElements(element)) {
      if (child.name === 'w:p') {
        handler.enterParagraph()
        const paragraph = readParagraph(child, story, around, isHidden)
        // A paragraph that runs on takes the number of the one it runs into.
        running += paragraph.text
        last = paragraph
        if (paragraph.runsOn) continue
        handler.paragraph({
          ...paragraph,
          text: running === '' ? paragraph.number.trimEnd() : paragraph.number + running,
        })
        running = ''
        last = undefined
      } else if (child.name === 'w:tbl') {
        finish()
        handler.table(child, around)
      } else if (child.name === 'mc:AlternateContent') walk(alternative(child), around)
      else if (isAround(child.name)) walk(child, trackedBy(child, around))
    }
  }
  const open = story.fields.length
  walk(container, tracked)
  finish()
  closeFields(story, open)
}

/**
 * The text of a cell, header, note or text box: paragraphs on lines of their own, empty ones at
 * the end left off; a table inside gives a line for
 * each row, its cells separated by tabs.
 */
export const readBlockText = (
  container: XmlElement,
  story: Story,
  tracked: Tracked | undefined,
  isHidden: boolean,
): string => {
  const lines: string[] = []
  walkBlocks(container, story, tracked, isHidden, {
    enterParagraph: () => undefined,
    paragraph: ({ text }) => lines.push(text),
    table: (table, around) => {
      for (const row of readRows(table, story, around, undefined)) {
        lines.push(
          row.cells
            .filter((cell) => !cell.merged)
            .map((cell) => cell.text)
            .join('\t'),
        )
      }
    },
  })
  while (lines[lines.length - 1] === '') lines.pop()
  return lines.join('\n')
}
