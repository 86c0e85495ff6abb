/** Somebody who can be mentioned. Names are unique in a vault. */
export type Person = { readonly id: string; readonly name: string }

/** A comment as kept: its words, with `@[user id]` where somebody is mentioned, so that a new name shows everywhere. */
export type CommentPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'mention'; readonly userId: string }

const mention = /@\[([A-Za-z0-9-]{1,100})\]/g

/** A kept comment in parts. What looks like a mention of nobody known stays text. */
export const partsOf = (kept: string, isUser: (id: string) => boolean): readonly CommentPart[] => {
  const parts: CommentPart[] = []
  let at = 0
  for (const found of kept.matchAll(mention)) {
    const userId = found[1] ?? ''
    if (!isUser(userId)) continue
    if (found.index > at) parts.push({ kind: 'text', text: kept.slice(at, found.index) })
    parts.push({ kind: 'mention', userId })
    at = found.index + found[0].length
  }
  if (at < kept.length) parts.push({ kind: 'text', text: kept.slice(at) })
  return parts
}

/** Who a kept comment mentions, each once. */
export const mentionedIn = (kept: string, isUser: (id: string) => boolean): readonly string[] => [
  ...new Set(partsOf(kept, isUser).flatMap((part) => (part.kind === 'mention' ? [part.userId] : []))),
]

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** What a person typed, with every `@Name` of the people given as a mention; the longest name counts. */
export const fromTyped = (typed: string, people: readonly Person[]): string => {
  if (people.length === 0) return typed
  const byName = new Map(people.map(({ id, name }) => [name.toLowerCase(), id]))
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  const named = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return typed.replaceAll(named, (all, name: string) => {
    const id = byName.get(name.toLowerCase())
    return id === undefined ? all : `@[${id}]`
  })
}

/** Names that fit what has been typed after an `@` at the caret; null where nobody is being mentioned there. */
export const mentionAt = <One extends Person>(
  typed: string,
  caret: number,
  people: readonly One[],
): { readonly from: number; readonly people: readonly One[] } | null => {
  const before = typed.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from === -1 || /[\p{L}\p{N}]/u.test(before.charAt(from - 1))) return null
  const words = before.slice(from + 1).toLowerCase()
  if (/\n|^\s/.test(words)) return null
  const fitting = people.filter(({ name }) => {
    const all = name.toLowerCase()
    return all !== words && (all.startsWith(words) || all.split(/\s+/).some((word) => word.startsWith(words)))
  })
  return fitting.length === 0 ? null : { from, people: fitting }
}
