/** What a reader decided about a text: that it stays, or who or what stands in its place. */
export type Outcome = {
  readonly decision: 'keep' | 'replace'
  readonly entity?: string | null | undefined
}

/**
 * Whether two readers decided alike: both that the words stay, or both that they are the same entry of the key, or both
 * that other words hide them. Which words is a matter of style, and no difference.
 */
export const isAlike = (a: Outcome, b: Outcome): boolean =>
  a.decision === b.decision && (a.decision === 'keep' || (a.entity ?? null) === (b.entity ?? null))
