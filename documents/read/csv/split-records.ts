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

/** Characters behind the reading that are let go at once. */
const readBehind = 64 * 1024

/** A text that comes in pieces, of which a reader sees as much as it has asked for. */
const readingOf = (pieces: Iterable<string>) => {
  const coming = pieces[Symbol.iterator]()
  let text = ''
  /** Takes in as much again as there is, so that a long cell is not gone over piece by piece. */
  const more = (): boolean => {
    const wanted = Math.max(1, text.length)
    const came: string[] = []
    for (let length = 0; length < wanted;) {
      const next = coming.next()
      if (next.done) break
      came.push(next.value)
      length += next.value.length
    }
    text += came.join('')
    return came.length > 0
  }
  const isAt = (place: number): boolean => {
    while (place >= text.length) if (!more()) return false
    return true
  }
  return {
    /** The character at a place, undefined past the end. */
    at: (place: number): string | undefined => (isAt(place) ? text[place] : undefined),
    indexOf: (mark: string, from: number): number => {
      let searched = from
      for (;;) {
        const found = text.indexOf(mark, searched)
        if (found >= 0) return found
        searched = Math.max(from, text.length)
        if (!more()) return -1
      }
    },
    slice: (from: number, to: number): string => text.slice(from, to),
    countOf: (mark: string, from: number, to: number): number => countLineEnds(text, from, to, mark),
    /** Lets go of what lies before a place, where it is much; the place is then where the answer says. */
    forget: (before: number): number => {
      if (before < readBehind) return before
      text = text.slice(before)
      return 0
    },
    end: (): void => void coming.return?.(),
  }
}

/**
 * Splits a delimited text into records, one at a time. A field that begins with a quotation mark runs to the next
 * single one, and may hold delimiters, line ends and doubled marks; any other field is taken as it stands. Line
 * ends may be CRLF, LF or, where the text has no LF, CR, and may be mixed; those inside a field are kept. `pieces` are
 * the text in order, cut anywhere; `lineMark` is LF where it has one, else CR.
 * Throws `QuoteError` rather than guess at a broken quotation. Source: RFC 4180 section 2.
 */
export function* splitRecords(
  pieces: Iterable<string>,
  delimiter: string,
  lineMark: '\n' | '\r',
  firstLine = 1,
): Generator<TextRecord> {
  const text = readingOf(pieces)
  let at = 0
  let line = firstLine
  const isEnd = (place: number): boolean => {
    const character = text.at(place)
    if (character === undefined || character === lineMark) return true
    return character === '\r' && text.at(place + 1) === '\n'
  }
  const quotedField = (): string => {
    const openedOn = line
    let value = ''
    let from = at + 1
    for (;;) {
      const mark = text.indexOf('"', from)
      if (mark < 0) throw new QuoteError(openedOn, 'unclosed')
      value += text.slice(from, mark)
      if (text.at(mark + 1) !== '"') {
        line += text.countOf(lineMark, at, mark)
        at = mark + 1
        break
      }
      value += '"'
      from = mark + 2
    }
    while (text.at(at) === ' ' && !isEnd(at)) at += 1
    if (!isEnd(at) && text.at(at) !== delimiter) throw new QuoteError(openedOn, 'followed-by-text')
    return value
  }
  const plainField = (): string => {
    const from = at
    while (text.at(at) !== delimiter && !isEnd(at)) at += 1
    return text.slice(from, at)
  }
  try {
    while (text.at(at) !== undefined) {
      const startsOn = line
      const fields: string[] = []
      for (;;) {
        fields.push(text.at(at) === '"' ? quotedField() : plainField())
        if (text.at(at) !== delimiter) break
        at += 1
      }
      yield { line: startsOn, fields }
      if (text.at(at) === undefined) return
      at = text.forget(at + (text.at(at) === '\r' && text.at(at + 1) === '\n' ? 2 : 1))
      line += 1
    }
  } finally {
    text.end()
  }
}

const delimiters = [',', ';', '\t', '|'] as const
const sampleRecords = 50

/** How many of the first records have the commonest number of fields, where that is more than one. */
const agreement = (pieces: Iterable<string>, delimiter: string, lineMark: '\n' | '\r') => {
  const counts = new Map<number, number>()
  try {
    let read = 0
    for (const { fields } of splitRecords(pieces, delimiter, lineMark)) {
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
export const guessDelimiter = (pieces: Iterable<string>, lineMark: '\n' | '\r'): string => {
  const scored = delimiters.map((delimiter) => ({ delimiter, ...agreement(pieces, delimiter, lineMark) }))
  scored.sort((a, b) => b.records - a.records || b.width - a.width)
  return scored[0]!.delimiter
}
