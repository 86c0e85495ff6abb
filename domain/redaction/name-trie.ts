/** What a spelling in the trie stands for. */
export type NameForm =
  | 'full' // a given name and a surname, or another alias of several words
  | 'given'
  | 'short' // a short form made from the given name
  | 'middle'
  | 'surname'
  | 'half-surname' // one part of a double-barrelled surname
  | 'initials'
  | 'place'
  | 'street'
  | 'organisation'

export type NameTerm = {
  /** Index into the prepared roster's entries. */
  readonly entry: number
  readonly form: NameForm
  /** Written in the key itself, not made from it. */
  readonly listed: boolean
  /** `any`: case does not matter; `capital`: each word begins with a capital; `exact`: as `exact` is spelled. */
  readonly letters: 'any' | 'capital' | 'exact'
  readonly exact?: string
  /** Gaps (bits of `gaps`) that may stand inside, beyond those always allowed. */
  readonly allow: number
  /** Also an ordinary word or part of another name. */
  readonly care: boolean
}

export type TrieNode = { children: Map<string, TrieNode> | null; terms: NameTerm[] | null }

export const newNode = (): TrieNode => ({ children: null, terms: null })

/** Adds one spelling; a listed term replaces a made one of the same entry and form. */
export const addSpelling = (root: TrieNode, words: readonly string[], term: NameTerm): void => {
  if (words.length === 0) return
  let node = root
  for (const word of words) {
    node.children ??= new Map()
    let next = node.children.get(word)
    if (!next) {
      next = newNode()
      node.children.set(word, next)
    }
    node = next
  }
  node.terms ??= []
  const same = node.terms.findIndex((other) => other.entry === term.entry && other.exact === term.exact)
  if (same < 0) node.terms.push(term)
  else if (term.listed && !(node.terms[same]?.listed ?? false)) node.terms[same] = term
}
