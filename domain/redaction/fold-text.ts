/**
 * Text as it is matched: no accents, plain quotes, spaces and dashes, nothing invisible; case and line breaks kept.
 * `starts[i]` and `ends[i]` give, for each code unit of `clean`, the UTF-16 offsets in `original` it came from;
 * both are null where `clean` is the original itself.
 */
export type FoldedText = {
  readonly original: string
  readonly clean: string
  readonly starts: Uint32Array | null
  readonly ends: Uint32Array | null
}

const singles: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u02bc': "'",
  '\u02b9': "'",
  '\u02bb': "'",
  '\u02bd': "'",
  '\u02c8': "'",
  '\u00b4': "'",
  '\u0060': "'",
  '\uff07': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\ufe58': '-',
  '\ufe63': '-',
  '\u00df': 'ss',
  '\u1e9e': 'SS',
  '\u00f8': 'o',
  '\u00d8': 'O',
  '\u0142': 'l',
  '\u0141': 'L',
  '\u0111': 'd',
  '\u0110': 'D',
  '\u00e6': 'ae',
  '\u00c6': 'AE',
  '\u0153': 'oe',
  '\u0152': 'OE',
  '\u00fe': 'th',
  '\u00de': 'Th',
  '\u00f0': 'd',
  '\u00d0': 'D',
  '\u0131': 'i',
  '\u0127': 'h',
  '\u0126': 'H',
  '\u0167': 't',
  '\u0166': 'T',
  '\u2044': '/',
  '\u2215': '/',
  '\u2024': '.',
  '\u0192': 'f',
  '\u0640': '',
  '\u2028': '\n',
  '\u2029': '\n',
  // Cyrillic and Greek letters that look Latin
  '\u0430': 'a',
  '\u0435': 'e',
  '\u043e': 'o',
  '\u0440': 'p',
  '\u0441': 'c',
  '\u0445': 'x',
  '\u0443': 'y',
  '\u0456': 'i',
  '\u0458': 'j',
  '\u0455': 's',
  '\u0410': 'A',
  '\u0412': 'B',
  '\u0415': 'E',
  '\u041a': 'K',
  '\u041c': 'M',
  '\u041d': 'H',
  '\u041e': 'O',
  '\u0420': 'P',
  '\u0421': 'C',
  '\u0422': 'T',
  '\u0425': 'X',
  '\u0406': 'I',
  '\u0408': 'J',
  '\u0405': 'S',
  '\u0391': 'A',
  '\u0392': 'B',
  '\u0395': 'E',
  '\u0396': 'Z',
  '\u0397': 'H',
  '\u0399': 'I',
  '\u039a': 'K',
  '\u039c': 'M',
  '\u039d': 'N',
  '\u039f': 'O',
  '\u03a1': 'P',
  '\u03a4': 'T',
  '\u03a5': 'Y',
  '\u03a7': 'X',
  '\u03bf': 'o',
  // and their small forms, so that a name in capitals is the same name
  '\u0432': 'b',
  '\u043a': 'k',
  '\u043c': 'm',
  '\u043d': 'h',
  '\u0442': 't',
  '\u03b1': 'a',
  '\u03b2': 'b',
  '\u03b5': 'e',
  '\u03b6': 'z',
  '\u03b7': 'h',
  '\u03b9': 'i',
  '\u03ba': 'k',
  '\u03bc': 'm',
  '\u03bd': 'n',
  '\u03c1': 'p',
  '\u03c4': 't',
  '\u03c5': 'y',
  '\u03c7': 'x',
}

const invisible = /[\p{Cf}\p{Mn}\p{Me}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\ufe00-\ufe0f]/u
const marks = /\p{M}/gu
const space = /\p{Zs}/u

const memo = new Map<string, string>()

const foldCharacter = (character: string): string => {
  const remembered = memo.get(character)
  if (remembered !== undefined) return remembered
  const single = singles[character]
  let folded: string
  if (single !== undefined) folded = single
  else if (invisible.test(character)) folded = ''
  else if (space.test(character)) folded = ' '
  else {
    folded = ''
    for (const part of character.normalize('NFKD').replace(marks, '')) folded += singles[part] ?? part
    // a lone control-like decomposition must never move the text
    if (folded === '' && !/\p{M}/u.test(character)) folded = character
  }
  if (memo.size < 20_000) memo.set(character, folded)
  return folded
}

const plain = /^[\0-\x5f\x61-\x7f]*$/

/**
 * Folds a text for matching: NFKC-like, without diacritics, quotes, dashes and spaces made plain, invisible
 * characters (zero width, soft hyphen, direction marks) and a hyphen that only breaks a word at a line end removed.
 */
export const foldText = (original: string): FoldedText => {
  const text = original
  if (plain.test(text) && !/[A-Za-z]-\r?\n/.test(text))
    return { original, clean: text, starts: null, ends: null }
  const capacity = text.length + 16
  let starts = new Uint32Array(capacity)
  let ends = new Uint32Array(capacity)
  const parts: string[] = []
  let run = ''
  let length = 0
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i)
    if (code < 0x80 && code !== 0x60 && code !== 0x2d) {
      // a stretch that stays as it is
      let j = i + 1
      while (j < text.length && isPlain(text.charCodeAt(j))) j++
      while (length + j - i > starts.length) {
        starts = grow(starts)
        ends = grow(ends)
      }
      for (let k = i; k < j; k++) {
        starts[length] = k
        ends[length] = k + 1
        length++
      }
      parts.push(run, text.slice(i, j))
      run = ''
      i = j
      continue
    }
    let size = 1
    let folded: string
    if (code < 0x80 && code !== 0x60) {
      folded = text.charAt(i)
      if (code === 0x2d) {
        const broken = lineBreakAfterHyphen(text, i)
        if (broken > 0) {
          i += broken
          continue
        }
      }
    } else {
      const character = String.fromCodePoint(text.codePointAt(i) ?? 0xfffd)
      size = code >= 0xd800 && code <= 0xdbff && character.length === 2 ? 2 : 1
      folded = size === 1 && code >= 0xd800 && code <= 0xdfff ? '\ufffd' : foldCharacter(character)
    }
    if (folded === '') {
      // a mark belongs to the letter before it
      if (length > 0 && ends[length - 1] === i && /\p{M}/u.test(text.charAt(i))) ends[length - 1] = i + size
    } else {
      if (length + folded.length > starts.length) {
        starts = grow(starts)
        ends = grow(ends)
      }
      for (let k = 0; k < folded.length; k++) {
        starts[length] = i
        ends[length] = i + size
        length++
      }
      run += folded
      if (run.length > 8192) {
        parts.push(run)
        run = ''
      }
    }
    i += size
  }
  parts.push(run)
  return {
    original,
    clean: parts.join(''),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  }
}

const isPlain = (code: number): boolean => code < 0x80 && code !== 0x60 && code !== 0x2d

const grow = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const bigger = new Uint32Array(old.length * 2 + 16)
  bigger.set(old)
  return bigger
}

/** Length of "-\n" where a lower-case word was split over a line end, else 0. */
const lineBreakAfterHyphen = (text: string, at: number): number => {
  const next = text.charCodeAt(at + 1)
  const breakLength = next === 0x0a ? 1 : next === 0x0d && text.charCodeAt(at + 2) === 0x0a ? 2 : 0
  if (breakLength === 0) return 0
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1 + breakLength)
  if (!/\p{L}/u.test(before)) return 0
  if (/\p{Ll}/u.test(after)) return 1 + breakLength
  // in capitals: "HARGRE-\nAVE", but not "A-\nB" or "PRE-\nWard"
  return /^\p{Lu}{2}$/u.test(text.slice(at - 2, at)) &&
    /^\p{Lu}{2}$/u.test(text.slice(at + 1 + breakLength, at + 3 + breakLength))
    ? 1 + breakLength
    : 0
}

/** The original's offsets of `clean.slice(start, end)`; `end` must be greater than `start`. */
export const originalRange = (
  folded: FoldedText,
  start: number,
  end: number,
): { start: number; end: number } =>
  folded.starts === null || folded.ends === null
    ? { start, end }
    : { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 }

/** The stretch of `clean` widened so that it holds every character of the original wholly ("㌔" is several of `clean`). */
export const wholeCharacters = <T extends { readonly start: number; readonly end: number }>(
  { starts }: FoldedText,
  item: T,
): T => {
  if (starts === null) return item
  let { start, end } = item
  while (start > 0 && starts[start - 1] === starts[start]) start--
  while (end < starts.length && starts[end] === starts[end - 1]) end++
  return start === item.start && end === item.end ? item : { ...item, start, end }
}
