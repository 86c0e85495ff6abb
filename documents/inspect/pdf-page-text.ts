import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Notes } from './notes.ts'
import { drawnRuns, type DrawnRun } from './pdf-drawing.ts'

type Item = { readonly str: string; readonly hasEOL: boolean }

/**
 * Notes the text of a page: first as it is read, its lines joined by spaces; then words that a narrow column broke over two
 * lines; then what is drawn and cannot be seen (off the page, invisible, white, covered by a box).
 */
export const inspectPdfPage = async (page: PDFPageProxy, where: string, notes: Notes): Promise<void> => {
  const content = await page.getTextContent({ includeMarkedContent: false })
  const items = content.items.filter((item) => 'str' in item) as readonly Item[]
  const text = items.map((item) => item.str + (item.hasEOL ? ' ' : '')).join('')
  notes.text(where, text.replace(/\s+/gu, ' ').trim())

  if (isUnreadable(text))
    notes.finding('unreadable-part', `${where}: its letters have no meaning a program can read`)

  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'any' })
  const drawn = drawnRuns(fnArray, argsArray as readonly unknown[], page.view)
  for (const word of brokenWords(drawn.runs)) notes.text(`${where}, word broken over lines`, word)
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

// A font without a map to Unicode gives private-use or control characters: what stands there cannot be searched.
const isUnreadable = (text: string): boolean => {
  const letters = [...text.replace(/\s+/gu, '')]
  const odd = letters.filter((letter) => /[\p{Co}\p{Cc}\ufffd]/u.test(letter)).length
  return odd > 4 && odd / letters.length > 0.2
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

// A word wider than its column is broken without a hyphen, so a run that does not end in a space and the run just below it
// hold one word. A hyphen at the end of a line may be part of the word or not: the word is noted both ways.
const brokenWords = (runs: readonly DrawnRun[]): readonly string[] => {
  const words: string[] = []
  for (let index = 0; index < runs.length; index++) {
    let run = runs[index]
    let next = runs[index + 1]
    if (!run || !next || !isBrokenBetween(run, next)) continue
    let word = /\S*$/u.exec(run.text)?.[0] ?? ''
    while (run && next && isBrokenBetween(run, next)) {
      const head = /^\S*/u.exec(next.text)?.[0] ?? ''
      const unhyphenated = word.replace(/(?<=\p{L})[-\u00ad\u2010]$/u, '')
      if (unhyphenated !== word) words.push(unhyphenated + head)
      word += head
      if (head !== next.text) break
      index++
      run = next
      next = runs[index + 1]
    }
    words.push(word)
  }
  return words
}

const isBrokenBetween = (run: DrawnRun, next: DrawnRun): boolean => {
  const below = run.y - next.y
  return (
    /\S$/u.test(run.text) &&
    /^\S/u.test(next.text) &&
    Math.abs(next.x - run.x) < 1 &&
    Math.abs(next.size - run.size) < 0.1 &&
    below > 0 &&
    below < 1.6 * run.size
  )
}
