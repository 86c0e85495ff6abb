import type { Db } from '../../db/database.ts'
import type { Decision } from '../../db/decisions.ts'
import type { PackInFull } from '../../db/packs.ts'
import { isSecondReadingAsked, type SecondReading } from '../../db/second-readings.ts'
import { getUser } from '../../db/users.ts'
import type { ReaderAnswer, ReadingDifference, SecondReadingView } from '../contract/second-reading.ts'
import type { Session } from '../host.ts'
import { readingOfPack } from './pack-state.ts'
import { reviewOf } from './pack-views.ts'
import { isUnread, type ReadQuestion } from './second-reading.ts'

type Answered = Pick<Decision | SecondReading, 'decision' | 'entity' | 'replacement' | 'reason'>

const answerOf = ({ decision, entity, replacement, reason }: Answered): Omit<ReaderAnswer, 'by'> => ({
  ...{ decision, entity: entity ?? null, replacement: replacement ?? null, reason },
})

const differenceOf = (
  db: Db,
  { question, first, second, settlement }: ReadQuestion,
): readonly ReadingDifference[] => {
  if (second === null) return []
  const nameOf = (userId: string): string => getUser(db, userId)?.name ?? ''
  const { id, text, places } = question
  const decisions = new Map(first.flatMap((one) => (one === null ? [] : [[one.id, one] as const])))
  return [
    {
      ...{ id, text, places },
      first: [...decisions.values()].map((one) => ({ ...answerOf(one), by: nameOf(one.decidedBy) })),
      second: { ...answerOf(second), by: nameOf(second.readBy) },
      settlement: settlement && {
        ...{ chosen: settlement.chosen, reason: settlement.reason },
        ...{ by: nameOf(settlement.settledBy), at: settlement.settledAt },
      },
    },
  ]
}

/** What of a second reading this person may see now. */
export const secondReadingView = ({ vault: { db }, user }: Session, pack: PackInFull): SecondReadingView => {
  if (!isSecondReadingAsked(db, pack.id)) return { state: 'not-asked' }
  const { questions } = readingOfPack(db, pack)
  const total = questions.length
  const unread = questions.filter(isUnread).length
  if (unread > 0 && !reviewOf(pack).builders.includes(user.id))
    return {
      ...{ state: 'reads', unread },
      questions: questions
        .filter(({ second }) => second === null || second.readBy === user.id)
        .map(({ question: { id, text, entities, places }, second }) => ({
          ...{ id, text, entities, places, mine: second && answerOf(second) },
        })),
    }
  if (unread > 0) return { state: 'waits', for: 'second-reader', unread, total }
  if (pack.undecided > 0) return { state: 'waits', for: 'first-reader', unread, total }
  const differing = questions.filter(({ agreed }) => !agreed)
  return {
    ...{ state: 'compared', total, agreed: total - differing.length },
    unsettled: differing.filter(({ settlement }) => settlement === null).length,
    differences: differing.flatMap((one) => differenceOf(db, one)),
  }
}
