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

/** Most nodes have one child, so the first is kept without a map. */
export type TrieNode = {
  word: string
  only: TrieNode | null
  children: Map<string, TrieNode> | null
  terms: NameTerm[] | null
}

/** As many entries as a reader is offered for one string; more would let time grow with the key. */
const mostOfOneForm = 12

export const newNode = (): TrieNode => ({ word: '', only: null, children: null, terms: null })

export const childOf = (node: TrieNode, word: string): TrieNode | undefined =>
  node.children
    ? node.children.get(word)
    : node.only !== null && node.only.word === word
      ? node.only
      : undefined

export const isLeaf = (node: TrieNode): boolean => node.only === null && node.children === null

const grow = (node: TrieNode, word: string): TrieNode => {
  const known = childOf(node, word)
  if (known) return known
  const next = { ...newNode(), word }
  if (node.children) node.children.set(word, next)
  else if (node.only === null) node.only = next
  else {
    node.children = new Map([
      [node.only.word, node.only],
      [word, next],
    ])
    node.only = null
  }
  return next
}

/** Adds one spelling; a listed term replaces a made one of the same entry. Entries are added one after another. */
export const addSpelling = (root: TrieNode, words: readonly string[], term: NameTerm): void => {
  if (words.length === 0) return
  let node = root
  for (const word of words) node = grow(node, word)
  node.terms ??= []
  const { terms } = node
  for (let i = terms.length - 1; i >= 0; i--) {
    const other = terms[i]
    if (!other || other.entry !== term.entry) break
    if (other.exact !== term.exact) continue
    if (term.listed && !other.listed) terms[i] = term
    return
  }
  if (terms.length >= mostOfOneForm) {
    let same = 0
    for (const { form, listed } of terms) if (form === term.form && listed === term.listed) same++
    if (same >= mostOfOneForm) return
  }
  terms.push(term)
}
