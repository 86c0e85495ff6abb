/** A record of a delimited text: its fields exactly as written, quotes undone, and the physical line it starts on. */
export type TextRecord = { readonly line: number; readonly fields: readonly string[] }

/** A quotation mark that is never closed, or is followed by text; the line it opened on. */
export class QuoteError extends Error {
  readonly line: number
  readonly reason: 'unclosed' | 'followed-by-text'
  constructor(line: number, reason: 'unclosed' | 'followed-by-text') {
    super(reason)
    this.line = line
    this.reason = reason
  }
}

const countLineEnds = (text: string, from: number, to: number, mark: string): number => {
  let count = 0
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) count += 1
  return count
}

/**
 * Splits a delimited text into records, one at a time. A field that begins with a quotation mark runs to the next
 * single one, and may hold delimiters, line ends and doubled marks; any other field is taken as it stands. Line
 * ends may be CRLF, LF or, where the text has no LF, CR, and may be mixed; those inside a field are kept.
 * Throws `QuoteError` rather than guess at a broken quotation. Source: RFC 4180 section 2.
 */
export function* splitRecords(text: string, delimiter: string, firstLine = 1): Generator<TextRecord> {
  const lineMark = text.includes('\n') ? '\n' : '\r'
  let at = 0
  let line = firstLine
  const isEnd = (place: number): boolean => {
    if (place >= text.length || text[place] === lineMark) return true
    return text[place] === '\r' && text[place + 1] === '\n'
  }
  const quotedField = (): string => {
    const openedOn = line
    let value = ''
    let from = at + 1
    for (;;) {
      const mark = text.indexOf('"', from)
      if (mark < 0) throw new QuoteError(openedOn, 'unclosed')
      value += text.slice(from, mark)
      if (text[mark + 1] !== '"') {
        line += countLineEnds(text, at, mark, lineMark)
        at = mark + 1
        break
      }
      value += '"'
      from = mark + 2
    }
    while (text[at] === ' ' && !isEnd(at)) at += 1
    if (!isEnd(at) && text[at] !== delimiter) throw new QuoteError(openedOn, 'followed-by-text')
    return value
  }
  const plainField = (): string => {
    const from = at
    while (text[at] !== delimiter && !isEnd(at)) at += 1
    return text.slice(from, at)
  }
  while (at < text.length) {
    const startsOn = line
    const fields: string[] = []
    for (;;) {
      fields.push(text[at] === '"' ? quotedField() : plainField())
      if (text[at] !== delimiter || at >= text.length) break
      at += 1
    }
    yield { line: startsOn, fields }
    if (at >= text.length) return
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line += 1
  }
}

const delimiters = [',', ';', '\t', '|'] as const
const sampleRecords = 50

/** How many of the first records have the commonest number of fields, where that is more than one. */
const agreement = (text: string, delimiter: string) => {
  const counts = new Map<number, number>()
  try {
    let read = 0
    for (const { fields } of splitRecords(text, delimiter)) {
      if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
      read += 1
      if (read === sampleRecords) break
    }
  } catch (error) {
    if (!(error instanceof QuoteError)) throw error
  }
  return [...counts].reduce(
    (best, [width, records]) => (records > best.records ? { width, records } : best),
    {
      width: 1,
      records: 0,
    },
  )
}

/** Tells the delimiter of a text from how evenly each candidate cuts its first records; a comma where none does. */
export const guessDelimiter = (text: string): string => {
  const scored = delimiters.map((delimiter) => ({ delimiter, ...agreement(text, delimiter) }))
  scored.sort((a, b) => b.records - a.records || b.width - a.width)
  return scored[0]!.delimiter
}
