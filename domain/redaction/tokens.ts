/** Words and numbers of a folded text, in order, as parallel arrays of offsets into it. A word never spans digits. */
export type Tokens = {
  readonly text: string
  readonly count: number
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** 1 for digits, 0 for letters. */
  readonly digits: Uint8Array
  /** Words looked up so far; filled by `wordOf`. */
  readonly words: (string | undefined)[]
}

const letter = /[\p{L}\p{M}]/u
const wide = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}]/u
const classes = new Map<number, number>()

/** 0 other, 1 letter, 2 digit, 3 a letter that is a word by itself (scripts written without spaces). */
const classOf = (code: number): number => {
  if (code < 0x80) {
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return 1
    return code >= 0x30 && code <= 0x39 ? 2 : 0
  }
  let found = classes.get(code)
  if (found === undefined) {
    const character = String.fromCodePoint(code)
    found = !letter.test(character) ? 0 : wide.test(character) ? 3 : 1
    classes.set(code, found)
  }
  return found
}

/** Splits a folded text into tokens, joining letter-spaced words that `isKnown` recognises. */
export const tokenise = (text: string, isKnown: (word: string) => boolean): Tokens => {
  let capacity = (text.length >> 2) + 16
  let start = new Uint32Array(capacity)
  let end = new Uint32Array(capacity)
  let digits = new Uint8Array(capacity)
  let count = 0
  let spaced = 0
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i)
    const pair = code >= 0xd800 && code <= 0xdbff && i + 1 < text.length
    const kind = classOf(pair ? (text.codePointAt(i) ?? 0) : code)
    const step = pair ? 2 : 1
    if (kind === 0) {
      i += step
      continue
    }
    let j = i + step
    while (kind !== 3 && j < text.length) {
      const next = text.charCodeAt(j)
      if (next >= 0xd800 && next <= 0xdbff) {
        if (classOf(text.codePointAt(j) ?? 0) !== kind) break
        j += 2
      } else {
        if (classOf(next) !== kind) break
        j++
      }
    }
    if (count === capacity) {
      capacity *= 2
      start = resized(start, capacity)
      end = resized(end, capacity)
      const bigger = new Uint8Array(capacity)
      bigger.set(digits)
      digits = bigger
    }
    start[count] = i
    end[count] = j
    digits[count] = kind === 2 ? 1 : 0
    const single =
      kind === 1 && j === i + 1 && (count === 0 || spaced === 0 || spacedFrom(text, end[count - 1] ?? 0, i))
    spaced = single ? spaced + 1 : kind === 1 && j === i + 1 ? 1 : 0
    count++
    const nextCode = text.charCodeAt(j)
    if (spaced >= 3 && !continues(text, j, nextCode)) {
      count = joinSpaced(text, start, end, count, spaced, isKnown)
      spaced = 0
    }
    i = j
  }
  return { text, count, start, end, digits, words: new Array<string | undefined>(count) }
}

const resized = (old: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> => {
  const bigger = new Uint32Array(size)
  bigger.set(old)
  return bigger
}

const spacedFrom = (text: string, from: number, to: number): boolean =>
  to - from >= 1 && to - from <= 3 && /^[\s._-]+$/.test(text.slice(from, to))

/** Whether another spaced single letter follows. */
const continues = (text: string, at: number, code: number): boolean => {
  if (!(code === 0x20 || code === 0x2e || code === 0x2d || code === 0x5f || code === 0x0a || code === 0x0d))
    return false
  const ahead = /^[\s._-]{1,3}(\p{L})(?!\p{L})/u.exec(text.slice(at, at + 6))
  return ahead !== null
}

/** Rewrites the last `run` single-letter tokens as the known words they spell; returns the new count. */
const joinSpaced = (
  text: string,
  start: Uint32Array,
  end: Uint32Array,
  count: number,
  run: number,
  isKnown: (word: string) => boolean,
): number => {
  const first = count - run
  let spelled = ''
  for (let t = first; t < count; t++) spelled += text.charAt(start[t] ?? 0).toLowerCase()
  let out = first
  for (let p = 0; p < run;) {
    let taken = 1
    for (let size = Math.min(24, run - p); size >= 3; size--) {
      if (isKnown(spelled.slice(p, p + size))) {
        taken = size
        break
      }
    }
    start[out] = start[first + p] ?? 0
    end[out] = end[first + p + taken - 1] ?? 0
    out++
    p += taken
  }
  return out
}

/** A token as a word to look up: lower case, without the gaps of letter-spaced text. */
export const wordOf = (tokens: Tokens, index: number): string => {
  const known = tokens.words[index]
  if (known !== undefined) return known
  const from = tokens.start[index] ?? 0
  const to = tokens.end[index] ?? 0
  const lower = tokens.text.slice(from, to).toLowerCase()
  const word = to - from > 4 && /[\s._-]/.test(lower) ? lower.replace(/[\s._-]/g, '') : lower
  if (index < tokens.count) tokens.words[index] = word
  return word
}

/** How two neighbouring tokens are joined. */
export const gaps = {
  none: 1,
  space: 2,
  apostrophe: 4,
  hyphen: 8,
  dot: 16,
  comma: 32,
  bracket: 64,
  line: 128,
  other: 256,
} as const

/** The gap between token `index` and the next, one of `gaps`. */
export const gapAfter = (tokens: Tokens, index: number): number => {
  const { text } = tokens
  const from = tokens.end[index] ?? 0
  const to = index + 1 < tokens.count ? (tokens.start[index + 1] ?? 0) : text.length + 9
  const length = to - from
  if (length === 0) return gaps.none
  if (length > 60) return gaps.other
  if (length === 1) {
    const code = text.charCodeAt(from)
    if (code === 0x20 || code === 0x5f) return gaps.space
    if (code === 0x27) return gaps.apostrophe
    if (code === 0x2d) return gaps.hyphen
    if (code === 0x2e) return gaps.dot
    if (code === 0x2c) return gaps.comma
    if (code === 0x0a || code === 0x0d || code === 0x09) return gaps.line
    return code === 0x28 ? gaps.bracket : gaps.other
  }
  const between = text.slice(from, to)
  if (/^\s+$/.test(between))
    return /[\n\r]\s*[\n\r]|\t/.test(between.replaceAll('\r\n', '\n')) ? gaps.line : gaps.space
  const inner = between.trim()
  if (inner === '.') return gaps.dot
  if (inner === ',' || inner === '.,') return gaps.comma
  if (inner === '-') return gaps.hyphen
  if (inner === "'") return /^\s|\s$/.test(between) ? gaps.other : gaps.apostrophe
  if (inner === '(' || inner === '("' || inner === "('") return gaps.bracket
  if (inner === '.-' || inner === '-.') return gaps.hyphen
  return gaps.other
}

/** Whether token `index` opens a sentence, a line, a cell or a quotation. */
export const opensSentence = (tokens: Tokens, index: number): boolean => {
  const at = tokens.start[index] ?? 0
  for (let i = at - 1; i >= 0 && i > at - 12; i--) {
    const character = tokens.text.charAt(i)
    if (character === ' ' || character === '_') continue
    if (character === "'" || character === '"') {
      // an opening quotation, not an apostrophe
      return i === 0 || /[\s([]/.test(tokens.text.charAt(i - 1))
    }
    if (character === '.') {
      // "Mr. Smith", "D. Smith" do not end a sentence
      const before = tokens.end[index - 1] === i ? wordOf(tokens, index - 1) : ''
      return !(before.length === 1 || /^(mr|mrs|ms|dr|prof|rev|sgt|st|no|fr|sr)$/.test(before))
    }
    return (
      /[\n\r\t?!:;•*|([\]>/=]/.test(character) ||
      (character === '-' && /[\s]/.test(tokens.text.charAt(i - 1)))
    )
  }
  return at < 12
}

/** 'lower', 'capital' (first letter only), 'caps' (all, two letters or more) or 'mixed'. */
export const caseOf = (tokens: Tokens, index: number): 'lower' | 'capital' | 'caps' | 'mixed' => {
  const raw = tokens.text.slice(tokens.start[index] ?? 0, tokens.end[index] ?? 0)
  const first = raw.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return raw === raw.toLowerCase() ? 'lower' : 'mixed'
  const lower = raw.toLowerCase()
  if (raw.slice(1) === lower.slice(1)) return raw.charAt(0) === lower.charAt(0) ? 'lower' : 'capital'
  return raw === raw.toUpperCase() ? 'caps' : 'mixed'
}
