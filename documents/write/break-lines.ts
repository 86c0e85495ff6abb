/**
 * Breaks text into lines no wider than `width`, at white space only; a word wider than a whole line is broken between
 * characters because it must not be cut off. No word and no part of a word is ever dropped. A line that ends between
 * words keeps a space at its end, so that the words of a tagged PDF do not run together.
 */
export const breakLines = (
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] => {
  const space = measure(' ')
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    // No-break spaces stay inside their word.
    for (const word of paragraph.split(/[ \t]+/u).filter((part) => part !== '')) {
      const wide = measure(word)
      if (line !== '' && used + space + wide <= width) {
        line += ` ${word}`
        used += space + wide
        continue
      }
      if (line !== '') lines.push(`${line} `)
      if (wide <= width) {
        line = word
        used = wide
      } else {
        const pieces = breakWord(word, width, measure)
        lines.push(...pieces.slice(0, -1))
        line = pieces.at(-1) ?? ''
        used = measure(line)
      }
    }
    lines.push(line === '' ? '' : `${line} `)
  }
  while (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines.map((line, index) => (index === lines.length - 1 ? line.trimEnd() : line))
}

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

const breakWord = (word: string, width: number, measure: (text: string) => number): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const wide = measure(segment)
    if (piece !== '' && used + wide > width) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += wide
  }
  pieces.push(piece)
  return pieces
}
