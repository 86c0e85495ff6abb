import type { TrieNode } from './name-trie.ts'
import type { PreparedRoster } from './prepare-roster.ts'

/** Every spelling of the key that is matched, words apart by one space and in lower case, by the index of its entry. */
export const spellingsByEntry = ({ names }: PreparedRoster): ReadonlyMap<number, readonly string[]> => {
  const found = new Map<number, string[]>()
  const walk = (node: TrieNode, before: readonly string[]): void => {
    for (const { entry } of node.terms ?? []) {
      const spellings = found.get(entry)
      if (spellings) spellings.push(before.join(' '))
      else found.set(entry, [before.join(' ')])
    }
    for (const child of node.children?.values() ?? (node.only ? [node.only] : []))
      walk(child, [...before, child.word])
  }
  walk(names, [])
  return found
}
