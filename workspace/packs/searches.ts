import type { Db } from '../../db/database.ts'
import { listSearchAnswers, type SearchAnswer } from '../../db/search-answers.ts'
import { intruderChecklist, type SearchItem } from '../../domain/packs/intruder-checklist.ts'
import type { ProfileId } from '../../domain/packs/profile.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'

/** What everybody can read is attacked by everybody: every search of it is answered before it can be ready. */
export const demandsSearches = (profile: ProfileId): boolean => profile === 'publication'

export type AnsweredItem = SearchItem & { readonly answer: SearchAnswer | null }

/** What an intruder would search for in these passages, each with the answer that counts. */
export const searchesIn = (db: Db, caseId: string, passages: readonly Passage[]): readonly AnsweredItem[] => {
  const answers = new Map(listSearchAnswers(db, caseId).map((answer) => [answer.item, answer]))
  return intruderChecklist(passages).map((item) => ({ ...item, answer: answers.get(item.id) ?? null }))
}

/** How many searches a pack still waits for; none where its profile demands none. */
export const openSearchesIn = (
  db: Db,
  { caseId, profile }: { readonly caseId: string; readonly profile: ProfileId },
  passages: readonly Passage[],
): number =>
  demandsSearches(profile)
    ? searchesIn(db, caseId, passages).filter(({ answer }) => answer === null).length
    : 0
