/** What a person can say of two accounts: one event, different events, or neither any more. */
export const linkDecisions = ['confirmed', 'rejected', 'undecided'] as const
export type LinkDecision = (typeof linkDecisions)[number]

/** Two accounts, each by its record. */
export type RecordPair = { readonly a: string; readonly b: string }

/** The pair with the lesser id first, as decisions are kept: who asks about B and A asks about A and B. */
export const inOrder = (a: string, b: string): RecordPair => (a <= b ? { a, b } : { a: b, b: a })

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The events that confirmed pairs make: where A is the same event as B and B as C, all three are one. Each is a list of
 * record ids in order, at least two; events are in the order of their first id. Requirements section 2, "Conflicts and
 * duplicates".
 */
export const groupsOf = (confirmed: readonly RecordPair[]): readonly (readonly string[])[] => {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next
    // Everything on the way points to the root from now on, so that long chains stay cheap.
    for (let at = id; at !== root;) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const { a, b } of confirmed) {
    const [first, second] = [rootOf(a), rootOf(b)]
    parents.set(first, first)
    parents.set(second, first)
  }
  return [...Map.groupBy(parents.keys(), rootOf).values()]
    .map((group) => group.toSorted(compareText))
    .sort((x, y) => compareText(x[0] ?? '', y[0] ?? ''))
}

/** The event a record is part of, itself alone where it is linked with nothing. */
export const groupWith = (groups: readonly (readonly string[])[], record: string): readonly string[] =>
  groups.find((group) => group.includes(record)) ?? [record]

/**
 * The rejected pair that confirming `pair` would put into one event, null where there is none: a person has said that
 * those two are different events, and both cannot stand.
 */
export const rejectedWithin = (
  confirmed: readonly RecordPair[],
  rejected: readonly RecordPair[],
  pair: RecordPair,
): RecordPair | null => {
  const group = new Set(groupWith(groupsOf([...confirmed, pair]), pair.a))
  return rejected.find(({ a, b }) => group.has(a) && group.has(b)) ?? null
}

/** Whether two accounts are one event even without the decision on themselves, by way of others. */
export const joinedThroughOthers = (confirmed: readonly RecordPair[], pair: RecordPair): boolean =>
  groupWith(groupsOf(confirmed.filter(({ a, b }) => a !== pair.a || b !== pair.b)), pair.a).includes(pair.b)
