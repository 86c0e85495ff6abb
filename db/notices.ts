import { z } from 'zod'
import { noticeCauses, noticeStates, type NoticeCause, type NoticeState } from '../domain/rights/notice.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'

/** A notice owed to one recipient of what was withdrawn or rectified, and what became of it. */
export type Notice = {
  readonly id: string
  /** Counts from 1 through the vault; the letter is named by it. */
  readonly n: number
  readonly caseId: string
  /** As the disclosure log names the recipient. */
  readonly recipient: string
  readonly cause: NoticeCause
  readonly rectificationId: string | null
  /** YYYY-MM-DD. */
  readonly due: string
  readonly state: NoticeState
  /** Why it is impossible or disproportionate, or how it was acknowledged. */
  readonly why: string
  /** The letter, as the disclosure it is. */
  readonly letterId: string | null
  readonly raisedBy: string
  readonly raisedAt: string
  readonly changedBy: string
  readonly changedAt: string
  readonly version: number
  /** What the recipient was sent that this is about. */
  readonly disclosures: readonly string[]
}

type Stored = {
  readonly id: string
  readonly seq: number
  readonly case_id: string
  readonly recipient: string
  readonly cause: string
  readonly rectification_id: string | null
  readonly due: string
  readonly state: string
  readonly why: string
  readonly letter_id: string | null
  readonly raised_by: string
  readonly raised_at: string
  readonly changed_by: string
  readonly changed_at: string
  readonly version: number
  readonly disclosures: string
}

const select = `SELECT *, (SELECT json_group_array(disclosure_id) FROM notice_disclosures WHERE notice_id = recipient_notices.id)
    AS disclosures FROM recipient_notices`

const toNotice = (row: Stored): Notice => ({
  id: row.id,
  n: row.seq,
  caseId: row.case_id,
  recipient: row.recipient,
  cause: z.enum(noticeCauses).parse(row.cause),
  rectificationId: row.rectification_id,
  due: row.due,
  state: z.enum(noticeStates).parse(row.state),
  why: row.why,
  letterId: row.letter_id,
  raisedBy: row.raised_by,
  raisedAt: row.raised_at,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
  version: row.version,
  disclosures: z.array(z.string()).parse(JSON.parse(row.disclosures)),
})

/** Raises a notice, to do, at version 1. */
export const insertNotice = (
  db: Db,
  notice: Pick<
    Notice,
    | 'id'
    | 'caseId'
    | 'recipient'
    | 'cause'
    | 'rectificationId'
    | 'due'
    | 'raisedBy'
    | 'raisedAt'
    | 'disclosures'
  >,
): void => {
  const { disclosures, ...row } = notice
  db.prepare(
    `INSERT INTO recipient_notices (id, case_id, recipient, cause, rectification_id, due, state, why, raised_by, raised_at,
       changed_by, changed_at, version)
     VALUES (@id, @caseId, @recipient, @cause, @rectificationId, @due, 'to-do', '', @raisedBy, @raisedAt, @raisedBy,
       @raisedAt, 1)`,
  ).run(row)
  const put = db.prepare('INSERT INTO notice_disclosures (notice_id, disclosure_id) VALUES (?, ?)')
  for (const disclosureId of disclosures) put.run(notice.id, disclosureId)
}

/** Throws `not-found`. */
export const getNotice = (db: Db, id: string): Notice => {
  const row = db.prepare<[string], Stored>(`${select} WHERE id = ?`).get(id)
  if (!row) throw new ExpectedError('not-found', 'There is no such notice in this vault.')
  return toNotice(row)
}

/** Throws `not-found`. */
export const caseOfNotice = (db: Db, id: string): string => getNotice(db, id).caseId

/** Notices by the day they are due: of one case, or of the vault. */
export const listNotices = (db: Db, caseId?: string): readonly Notice[] =>
  db
    .prepare<[unknown], Stored>(
      `${select} ${caseId === undefined ? '' : 'WHERE case_id = @caseId'} ORDER BY due, seq`,
    )
    .all(caseId === undefined ? {} : { caseId })
    .map(toNotice)

/** Moves a notice on and returns its new version. Throws `conflict` where somebody else has meanwhile. */
export const moveNotice = (
  db: Db,
  move: {
    readonly id: string
    readonly version: number
    readonly state: NoticeState
    readonly why: string
    readonly letterId: string | null
    readonly by: string
    readonly at: string
  },
): number => {
  const { changes } = db
    .prepare(
      `UPDATE recipient_notices SET state = @state, why = @why, letter_id = @letterId, changed_by = @by, changed_at = @at,
         version = version + 1 WHERE id = @id AND version = @version`,
    )
    .run(move)
  if (changes !== 1)
    throw new ExpectedError('conflict', 'Somebody changed this notice since you opened it. Look at it again.')
  return move.version + 1
}
