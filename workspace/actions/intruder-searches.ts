import type { Db } from '../../db/database.ts'
import { getPack, type PackInFull } from '../../db/packs.ts'
import { insertSearchAnswer } from '../../db/search-answers.ts'
import { getUser } from '../../db/users.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { SearchesView } from '../contract/intruder-searches.ts'
import type { Handlers } from '../host.ts'
import { refuseBlind, restate } from '../packs/pack-state.ts'
import { reviewOf } from '../packs/pack-views.ts'
import { demandsSearches, openSearchesIn, searchesIn } from '../packs/searches.ts'

const viewOf = (db: Db, pack: PackInFull): SearchesView => {
  const { passages } = reviewOf(pack)
  return {
    isDemanded: demandsSearches(pack.profile),
    open: openSearchesIn(db, pack, passages),
    items: searchesIn(db, pack.caseId, passages).map(({ answer, ...item }) => ({
      ...item,
      answer:
        answer === null
          ? null
          : {
              ...{ answer: answer.answer, reason: answer.reason, at: answer.answeredAt },
              by: getUser(db, answer.answeredBy)?.name ?? '',
            },
    })),
  }
}

export const intruderSearchActions: Handlers<'pack.searches' | 'pack.answer-searches'> = {
  'pack.searches':
    ({ session }, { packId }) =>
    () => {
      const pack = getPack(session.vault.db, packId)
      refuseBlind(session, pack)
      return { value: viewOf(session.vault.db, pack), record: packId, version: pack.version }
    },

  'pack.answer-searches':
    ({ session, env }, { packId, answers }) =>
    () => {
      const { db } = session.vault
      const pack = getPack(db, packId)
      refuseBlind(session, pack)
      if (pack.state === 'prepared' || pack.state === 'released')
        throw new ExpectedError('refused', 'This pack has been released. Build a new one.')
      const items = new Set(searchesIn(db, pack.caseId, reviewOf(pack).passages).map(({ id }) => id))
      for (const { item, answer, reason } of answers) {
        if (!items.has(item))
          throw new ExpectedError('invalid', 'An answer is about something this pack does not say.', [
            { path: 'item', message: 'There is no such search in this pack.' },
          ])
        insertSearchAnswer(db, {
          ...{ caseId: pack.caseId, item, answer, reason },
          ...{ answeredBy: session.user.id, answeredAt: env.now() },
        })
      }
      const version = restate(db, packId, session.user.id, env.now())
      return {
        value: viewOf(db, getPack(db, packId)),
        record: packId,
        version,
        detail: { answers: answers.length },
      }
    },
}
