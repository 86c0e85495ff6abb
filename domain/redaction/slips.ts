/** Names of six letters or more by each of their one-letter deletions, so that a slip is found in constant time. */
export type SlipIndex = {
  /** One name, or several, by each key. */
  readonly byDeletion: Map<string, string | string[]>
  readonly memo: Map<string, readonly string[]>
}

const deletions = (word: string): string[] => {
  const found: string[] = []
  for (let i = 0; i < word.length; i++) found.push(word.slice(0, i) + word.slice(i + 1))
  return found
}

export const indexSlips = (names: Iterable<string>): SlipIndex => {
  const byDeletion = new Map<string, string | string[]>()
  const put = (key: string, name: string): void => {
    const known = byDeletion.get(key)
    if (known === undefined) byDeletion.set(key, name)
    else if (typeof known === 'string') {
      if (known !== name) byDeletion.set(key, [known, name])
    } else if (!known.includes(name)) known.push(name)
  }
  for (const name of names) {
    if (name.length < 6) continue
    put(name, name)
    for (const key of deletions(name)) put(key, name)
  }
  return { byDeletion, memo: new Map() }
}

/** One deletion, insertion, substitution or exchange of neighbours apart (and not the same). */
export const isOneSlipApart = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  if (a.length === b.length) {
    return (
      a.slice(i + 1) === b.slice(i + 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
    )
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1)
}

const none: readonly string[] = []

/** Names that `word` is one slip away from; the first letter must agree unless the name has eight letters or more. */
export const slipsOf = (index: SlipIndex, word: string): readonly string[] => {
  if (word.length < 5 || word.length > 32 || index.byDeletion.size === 0) return none
  const remembered = index.memo.get(word)
  if (remembered) return remembered
  const found = new Set<string>()
  for (const key of [word, ...deletions(word)]) {
    const known = index.byDeletion.get(key)
    if (known === undefined) continue
    for (const name of typeof known === 'string' ? [known] : known) {
      if (found.has(name) || !isOneSlipApart(word, name)) continue
      if (name.length >= 8 || name[0] === word[0]) found.add(name)
    }
  }
  const result = found.size === 0 ? none : [...found]
  if (index.memo.size < 50_000) index.memo.set(word, result)
  return result
}
