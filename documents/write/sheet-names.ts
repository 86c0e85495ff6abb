/**
 * Gives each table a sheet name Excel accepts: at most 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either
 * end, not "History", and unique without regard to case. `taken` holds names in use already.
 */
export const sheetNames = (captions: readonly string[], taken: readonly string[]): readonly string[] => {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return captions.map((caption, index) => {
    const base = safeName(caption) || `Table ${index + 1}`
    let name = cut(base, 31)
    for (let copy = 2; used.has(name.toLowerCase()) || name.toLowerCase() === 'history'; copy++) {
      const suffix = ` (${copy})`
      name = cut(base, 31 - suffix.length) + suffix
    }
    used.add(name.toLowerCase())
    return name
  })
}

const safeName = (caption: string): string =>
  caption
    .replace(/[:\\/?*[\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'+|'+$/gu, '')
    .trim()

// Excel counts UTF-16 units; half a surrogate pair must not be left at the end.
const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\ud800-\udbff]$/u, '')
        .trimEnd()
        .replace(/'+$/u, '')
