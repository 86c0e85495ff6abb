import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Notes } from './notes.ts'
import { drawnRuns, type DrawnRun } from './pdf-drawing.ts'

type Item = {
  readonly str: string
  readonly hasEOL: boolean
  readonly height: number
  readonly transform: readonly number[]
}

/**
 * Notes the text of a page: first as it is read, its lines joined by spaces; then words that a narrow column broke over two
 * lines; then what is drawn and cannot be seen (off the page, invisible, white, covered by a box).
 */
export const inspectPdfPage = async (page: PDFPageProxy, where: string, notes: Notes): Promise<void> => {
  const content = await page.getTextContent({ includeMarkedContent: false })
  const items = content.items.filter((item) => 'str' in item) as readonly Item[]
  const text = items.map((item) => item.str + (item.hasEOL ? ' ' : '')).join('')
  notes.text(where, text.replace(/\s+/gu, ' ').trim())
  for (const word of brokenWords(items)) notes.text(`${where}, word broken over lines`, word)

  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'any' })
  const drawn = drawnRuns(fnArray, argsArray as readonly unknown[], page.view)
  const read = text.replace(/\s+/gu, '')
  noteUnseen(drawn.runs, where, notes)
  const missed = drawn.runs.filter(
    (run) =>
      run.unseen === undefined &&
      !read.includes(run.text.normalize('NFKC').replace(/\s+/gu, '')) &&
      !read.includes(run.text.replace(/\s+/gu, '')),
  )
  notes.text(`${where}, drawn but not in the reading text`, missed.map((run) => run.text).join(' '), true)
  for (let picture = 0; picture < drawn.pictures; picture++) notes.finding('embedded', `${where} (picture)`)
}

const noteUnseen = (runs: readonly DrawnRun[], where: string, notes: Notes): void => {
  for (const kind of ['off-page-text', 'hidden-text'] as const) {
    const group = runs.filter((run) => run.unseen === kind && run.text.trim() !== '')
    if (group.length === 0) continue
    const place = kind === 'off-page-text' ? `${where}, off the page` : `${where}, drawn unseen`
    notes.finding(kind, where)
    notes.text(place, group.map((run) => run.text).join(' '), true)
    if (group.length > 1) notes.text(`${place}, joined`, group.map((run) => run.text).join(''), true)
  }
}

type Line = { text: string; readonly x: number; readonly y: number; readonly height: number }

// A word wider than its column is broken without a hyphen: lines of one piece each, one under the other. A hyphen at the
// end of a line may be part of the word or not, so the word is noted without it as well.
const brokenWords = (items: readonly Item[]): readonly string[] => {
  const lines: Line[] = []
  let line: Line | undefined
  for (const item of items) {
    if (item.str !== '') {
      if (line) line.text += item.str
      else {
        line = { text: item.str, x: item.transform[4] ?? 0, y: item.transform[5] ?? 0, height: item.height }
        lines.push(line)
      }
    }
    if (item.hasEOL) line = undefined
  }
  const words: string[] = []
  for (const [index, first] of lines.entries()) {
    let joined = first.text.trim()
    let last = first
    for (const next of lines.slice(index + 1, index + 4)) {
      const below = last.y - next.y
      if (Math.abs(next.x - last.x) > 1 || below <= 0 || below > 1.6 * Math.max(last.height, 1)) break
      const piece = next.text.trim()
      const hyphenated = /(\S*\p{L})[-\u00ad\u2010]$/u.exec(joined)
      if (hyphenated) {
        words.push(`${hyphenated[1] ?? ''}${/^\S*/u.exec(piece)?.[0] ?? ''}`)
        words.push(`${hyphenated[0]}${/^\S*/u.exec(piece)?.[0] ?? ''}`)
      }
      // The first piece ends its line and the last begins its own; those between fill theirs.
      const tail = /\S*$/u.exec(joined)?.[0] ?? ''
      if (/\s/u.test(joined) || /\s/u.test(piece)) {
        if (/\s/u.test(joined)) break
        words.push(tail + (/^\S*/u.exec(piece)?.[0] ?? ''))
        break
      }
      joined += piece
      words.push(joined)
      last = next
    }
  }
  return [...new Set(words)]
}
