import type { Db } from './database.ts'

/** That something disclosed has arrived: when, how it is known, and who there said so (a role, or a name). */
export type Receipt = {
  readonly id: string
  readonly disclosureId: string
  /** YYYY-MM-DD. */
  readonly receivedOn: string
  readonly how: string
  readonly confirmedBy: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** Adds a receipt; a later one corrects an earlier, and both stay. */
export const insertReceipt = (db: Db, receipt: Receipt): void => {
  db.prepare(
    `INSERT INTO disclosure_receipts (id, disclosure_id, received_on, how, confirmed_by, recorded_by, recorded_at)
     VALUES (@id, @disclosureId, @receivedOn, @how, @confirmedBy, @recordedBy, @recordedAt)`,
  ).run(receipt)
}

/** Receipts of a disclosure, oldest first. */
export const listReceipts = (db: Db, disclosureId: string): readonly Receipt[] =>
  db
    .prepare<[string], Receipt>(
      `SELECT id, disclosure_id AS disclosureId, received_on AS receivedOn, how, confirmed_by AS confirmedBy,
         recorded_by AS recordedBy, recorded_at AS recordedAt
       FROM disclosure_receipts WHERE disclosure_id = ? ORDER BY recorded_at, rowid`,
    )
    .all(disclosureId)
