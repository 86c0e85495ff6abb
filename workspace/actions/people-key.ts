import { listPeopleKeyEntries, savePeopleKeyEntry, type VersionedRosterEntry } from '../../db/people-key.ts'
import { followingPseudonym } from '../../domain/people/following-pseudonym.ts'
import { rosterEntrySchema } from '../../domain/people/roster.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers } from '../host.ts'
import type { PeopleKeyEntry } from '../views.ts'

type Names = 'people-key.list' | 'people-key.save'

const viewOf = ({ entry, version }: VersionedRosterEntry): PeopleKeyEntry => ({
  id: entry.id,
  kind: entry.kind,
  name: entry.name,
  pseudonym: entry.pseudonym,
  role: entry.role ?? '',
  aliases: entry.aliases,
  aliasesNeedingCare: entry.aliases_needing_care,
  identifiers: entry.identifiers.map(({ type, value }) => ({ type, value })),
  replaceIn: entry.replace_in ?? 'every',
  doNotDisclose: entry.do_not_disclose.map(({ what, not_to, reason }) => ({ what, notTo: not_to, reason })),
  version,
})

export const peopleKeyActions: Handlers<Names> = {
  'people-key.list':
    ({ session, caseId }) =>
    () => ({ value: listPeopleKeyEntries(session.vault.db, caseId ?? '').map(viewOf) }),

  'people-key.save':
    ({ session, caseId }, { entry, version }) =>
    () => {
      const { db } = session.vault
      const others = listPeopleKeyEntries(db, caseId ?? '').filter((other) => other.entry.id !== entry.id)
      if (others.some((other) => other.entry.pseudonym === entry.pseudonym))
        throw new ExpectedError('invalid', 'That pseudonym stands for somebody else already.', [
          {
            path: 'entry.pseudonym',
            message: 'This pseudonym is taken. Pseudonyms are never shared or used again.',
          },
        ])
      const before = listPeopleKeyEntries(db, caseId ?? '').find((other) => other.entry.id === entry.id)
      const whole = rosterEntrySchema.parse({ ...before?.entry, ...entry })
      const saved = savePeopleKeyEntry(db, caseId ?? '', { entry: whole, version })
      for (const other of others) {
        const follower =
          before && followingPseudonym(other.entry.pseudonym, before.entry.pseudonym, whole.pseudonym)
        if (follower && follower !== other.entry.pseudonym)
          savePeopleKeyEntry(db, caseId ?? '', {
            entry: { ...other.entry, pseudonym: follower },
            version: other.version,
          })
      }
      return { value: viewOf(saved), record: entry.id, version: saved.version }
    },
}
