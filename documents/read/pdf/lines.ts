import type { Word } from './page-words.ts'

/** Words of one line that stand close enough together to be one text. */
export type Chunk = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly words: readonly Word[]
}

export type Line = {
  readonly y: number
  readonly size: number
  readonly left: number
  readonly right: number
  readonly chunks: readonly Chunk[]
}

/** Gaps as parts of the size of the letters: below the first there is no space, from the second another column begins. */
const spaceGap = 0.12
const columnGap = 0.7
/** The sign of a list item and its text are one text, however far apart. */
const bulletGap = 4
const isBullet = (group: readonly Word[]): boolean => group.length === 1 && /^[•▪◦●‣]$/u.test(group[0]!.text)

/** Joins words of one line, left to right, with a space where there is room for one. */
export const joinWords = (words: readonly Word[]): string => {
  let text = ''
  let previous: Word | undefined
  for (const word of words) {
    const gap = previous === undefined ? 0 : word.left - previous.right
    if (previous !== undefined && gap > spaceGap * Math.max(word.size, previous.size)) text += ' '
    text += word.text
    previous = word
  }
  return text
}

/** The words of each line, top to bottom, left to right. */
export const wordLines = (words: readonly Word[]): Word[][] => {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.left - b.left)
  const lines: { y: number; size: number; words: Word[] }[] = []
  for (const word of sorted) {
    const line = lines.at(-1)
    // Raised and lowered letters belong to the line they stand beside.
    if (line && word.y - line.y <= Math.max(line.size, word.size) * 0.4) {
      line.words.push(word)
      line.size = Math.max(line.size, word.size)
    } else lines.push({ y: word.y, size: word.size, words: [word] })
  }
  return lines.map(({ words: line }) => line.sort((a, b) => a.left - b.left))
}

const asChunk = (words: readonly Word[]): Chunk => ({
  text: joinWords(words),
  left: words[0]?.left ?? 0,
  right: Math.max(...words.map(({ right }) => right)),
  words,
})

/** Lines with their words gathered into chunks. */
export const linesOf = (words: readonly Word[]): Line[] =>
  wordLines(words).map((line) => {
    const groups: Word[][] = []
    for (const word of line) {
      const group = groups.at(-1)
      const before = group?.at(-1)
      const gap = before === undefined ? Infinity : word.left - before.right
      const room = group && isBullet(group) ? bulletGap : columnGap
      if (group && before && gap < room * Math.max(word.size, before.size)) group.push(word)
      else groups.push([word])
    }
    const chunks = groups.map(asChunk)
    return {
      y: Math.max(...line.map(({ y }) => y)),
      size: Math.max(...line.map(({ size }) => size)),
      left: chunks[0]?.left ?? 0,
      right: Math.max(...chunks.map(({ right }) => right)),
      chunks,
    }
  })

export const textOfLine = (line: Line): string => line.chunks.map(({ text }) => text).join(' ')

const isBrokenNumber = (before: string, after: string): boolean =>
  /(?:^|\s)[\d/.:-]*[\d/.:-]$/.test(before) && /^[\d/.]+$/.test(after) && /[/.]/.test(before + after)

/** Joins the lines of one text as they were before they were broken to fit. `width` is the room there was. */
const joinLines = (before: string, after: string, filled: boolean): string => {
  if (before === '') return after
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after
  if (/[\p{L}\d][-\u2010\u2011]$/u.test(before) && /^[\p{L}\d]/u.test(after)) return before + after
  if (filled && !before.includes(' ') && isBrokenNumber(before, after)) return before + after
  return `${before} ${after}`
}

const isItem = (text: string): boolean => /^(?:[•▪◦●‣–]|-\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)/u.test(text)

/**
 * The text of a cell: lines that were only broken to fit run on, paragraphs (a wider gap, or the sign of a list item)
 * begin a new line. `room` is the width of the cell.
 */
export const textOfWords = (words: readonly Word[], room: number): string => {
  const lines = wordLines(words)
  const ys = lines.map((line) => Math.max(...line.map(({ y }) => y)))
  const gaps = ys.slice(1).map((y, at) => y - ys[at]!)
  const pitch = Math.min(...gaps)
  let text = ''
  let paragraph = ''
  lines.forEach((line, at) => {
    const own = joinWords(line)
    const isNew = at > 0 && (gaps[at - 1]! > pitch * 1.4 || isItem(own))
    if (isNew) {
      text += `${paragraph}\n`
      paragraph = own
      return
    }
    const last = lines[at - 1]?.at(-1)
    const filled = last !== undefined && room - (last.right - (lines[at - 1]?.[0]?.left ?? 0)) < last.size * 2
    paragraph = joinLines(paragraph, own, filled)
  })
  return (text + paragraph).replaceAll('\u00ad', '')
}
