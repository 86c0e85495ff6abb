/** What people say of an entry to one another, and which entries are accounts of one event. */
export type DiscussionFilter = {
  /** True: linked with another account of the same event; false: with none. */
  readonly linked?: boolean | undefined
  /** Whether a comment stands on the entry. */
  readonly commented?: boolean | undefined
  /** Whether somebody else's comment on the entry mentions a user. */
  readonly mentioned?: { readonly userId: string; readonly is: boolean } | undefined
}

const confirmed = (side: 'record_a' | 'record_b'): string => `
  SELECT decided.${side} FROM same_event_decisions AS decided
  WHERE decided.case_id = @caseId AND decided.decision = 'confirmed' AND NOT EXISTS (
    SELECT 1 FROM same_event_decisions AS later
    WHERE later.case_id = decided.case_id AND later.record_a = decided.record_a
      AND later.record_b = decided.record_b AND later.version > decided.version)`

const linked = `${confirmed('record_a')} UNION ALL ${confirmed('record_b')}`

const commented = `
  SELECT subject_id FROM comment_threads JOIN comments ON comments.thread_id = comment_threads.id
  WHERE comment_threads.case_id = @caseId AND subject = 'entry' AND withdrawn_at IS NULL`

const mentioned = `${commented} AND author <> @mentioned AND EXISTS (
    SELECT 1 FROM mentions WHERE comment_id = comments.id AND user_id = @mentioned AND standing = 1)`

const isAmong = (records: string, wanted: boolean | undefined): readonly string[] =>
  wanted === undefined ? [] : [`entries.record_id ${wanted ? '' : 'NOT '}IN (${records})`]

/** Conditions on an entry's record, and their parameters beside `@caseId`; none where nothing is filtered. */
export const discussionConditions = (
  filter: DiscussionFilter,
): { readonly parts: readonly string[]; readonly bound: Readonly<Record<string, unknown>> } => ({
  parts: [
    ...isAmong(linked, filter.linked),
    ...isAmong(commented, filter.commented),
    ...isAmong(mentioned, filter.mentioned?.is),
  ],
  bound: filter.mentioned === undefined ? {} : { mentioned: filter.mentioned.userId },
})
