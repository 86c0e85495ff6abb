/**
 * Readable strings in bytes of an unknown format, as the Unix tool `strings` gives them, in single-byte and UTF-16 text.
 * `shortest` is the fewest characters that count as text.
 */
export const printableText = (bytes: Uint8Array, shortest = 5): readonly string[] => {
  const found = new Set<string>()
  const single = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pattern = new RegExp(`[\\x20-\\x7e\\xa0-\\xff]{${shortest},}`, 'gu')
  const latin = single.toString('latin1')
  for (const [run] of latin.matchAll(pattern)) {
    if (!isWordLike(run)) continue
    found.add(run.trim())
    const utf8 = Buffer.from(run, 'latin1').toString('utf8')
    if (!utf8.includes('\ufffd')) found.add(utf8.trim())
  }
  const wide = /[\x20-\x7e\u00a0-\u024f\u2010-\u2027]{4,}/gu
  for (const start of [0, 1]) {
    for (const [run] of single.subarray(start).toString('utf16le').matchAll(wide)) {
      if (isWordLike(run)) found.add(run.trim())
    }
  }
  return [...found]
}

const isWordLike = (run: string): boolean => /\p{L}{3}|\d{4}/u.test(run)
