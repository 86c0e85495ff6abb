import { isOnTeam } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { getUser, listUsers } from '../../db/users.ts'
import { mentionedIn } from '../../domain/discussion/comment-text.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { PersonView } from '../contract/comments.ts'

/** Who may comment on a case and so be asked something there: its team, as far as their roles allow, and those of every case. */
export const peopleOf = (db: Db, caseId: string): readonly PersonView[] =>
  listUsers(db)
    .filter(({ id, role }) => isAllowed(role, 'chronology:comment', isOnTeam(db, caseId, id)))
    .map(({ id, name, role }) => ({ id, name, role }))

export const isUser =
  (db: Db) =>
  (id: string): boolean =>
    getUser(db, id) !== null

/** Who a text mentions. Throws `invalid` where one of them may not comment on the case. */
export const mentionedOn = (db: Db, caseId: string, text: string): readonly string[] => {
  const mentioned = mentionedIn(text, isUser(db))
  const allowed = new Set(peopleOf(db, caseId).map(({ id }) => id))
  if (mentioned.some((id) => !allowed.has(id)))
    throw new ExpectedError('invalid', 'Only people who may comment on this case can be mentioned here.', [
      { path: 'text', message: 'mentions somebody who may not comment on this case' },
    ])
  return mentioned
}
