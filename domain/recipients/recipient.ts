/** Who may receive something of a review (requirements section 0, "Shares, where lawful, with"; section 4, sharing log). */
export const recipientKinds = [
  'agency',
  'coroner',
  'court',
  'family',
  'public',
  'data-subject',
  'other',
] as const
export type RecipientKind = (typeof recipientKinds)[number]

export const recipientKindTitles: Readonly<Record<RecipientKind, string>> = {
  agency: 'Agency or other organisation',
  coroner: 'Coroner',
  court: 'Court or tribunal',
  family: 'Family member or friend',
  public: 'The public',
  'data-subject': 'Person the records are about',
  other: 'Somebody else',
}

/** Everybody, to whom a report is published: it needs no entry in the register. */
export const publicId = 'public'

/** Persons belong to one review, so that nobody outside its team reads who they are; organisations belong to the vault. */
export const isPersonKind = (kind: RecipientKind): boolean => kind === 'family' || kind === 'data-subject'

type Succeeding = {
  readonly id: string
  readonly successorId: string | null
  /** First day (YYYY-MM-DD) on which the successor stands in its place. */
  readonly succeededOn: string | null
}

/**
 * Who stands in a recipient's place on a day (YYYY-MM-DD), with everybody it came through, the recipient first and the one
 * that stands last. A merger of a later day does not count yet, and a ring ends where it would begin again.
 * Rule: "recipient organisations need successor links, or Art 19 notices go to dead addresses" (requirements section 0).
 */
export const successionOf = <One extends Succeeding>(
  find: (id: string) => One | undefined,
  id: string,
  day: string,
): readonly One[] => {
  const line: One[] = []
  let next = find(id)
  while (next !== undefined && !line.includes(next)) {
    line.push(next)
    const { successorId, succeededOn } = next
    next = successorId !== null && succeededOn !== null && succeededOn <= day ? find(successorId) : undefined
  }
  return line
}
