import path from 'node:path'

/**
 * Paths the user chose in a dialog since the vault was last locked. A window may name only these, so that a page which has been taken
 * over can neither read a file nor write one where nobody pointed.
 */
export type PathGrants = {
  readonly grant: (chosen: string) => void
  /** True where every value under a key `path`, `dir` or `out` in the input was granted. */
  readonly covers: (input: unknown) => boolean
  readonly clear: () => void
}

const pathKeys = new Set(['path', 'dir', 'out'])

export const createPathGrants = (): PathGrants => {
  const granted = new Set<string>()
  const covers = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.every(covers)
    if (value === null || typeof value !== 'object') return true
    return Object.entries(value).every(([key, inner]) =>
      pathKeys.has(key) && typeof inner === 'string' ? granted.has(path.resolve(inner)) : covers(inner),
    )
  }
  return {
    grant: (chosen) => void granted.add(path.resolve(chosen)),
    covers,
    clear: () => granted.clear(),
  }
}
