import { z } from 'zod'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import { canonicalJson } from './vault/canonical-json.ts'
import { readAuditHead } from './vault/audit-head.ts'
import type { AuditHead, Vault } from './vault/vault.ts'
import { equalHex, macHex } from './vault/vault-keys.ts'

/** What an audit row says: who did what, to which record and version. `detail` holds counts and ids, never a name or a text. */
export type NewAuditRow = {
  readonly userId: string
  readonly userName: string
  readonly action: string
  readonly caseId?: string | null
  readonly record?: string | null
  readonly version?: number | null
  readonly detail?: Readonly<Record<string, unknown>>
}

export type AuditRow = {
  readonly seq: number
  readonly at: string
  readonly userId: string
  readonly userName: string
  readonly action: string
  readonly caseId: string | null
  readonly record: string | null
  readonly version: number | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}

type StoredRow = {
  readonly seq: number
  readonly at: string
  readonly user_id: string
  readonly user_name: string
  readonly action: string
  readonly case_id: string | null
  readonly record: string | null
  readonly version: number | null
  readonly detail: string
  readonly prev_hash: string
  readonly hash: string
}

const detailSchema = z.record(z.string(), z.unknown())

/**
 * Appends one row to the audit, inside the transaction of the write it tells of; throws where there is none.
 * Each row carries an HMAC-SHA-256, keyed from the data key, over itself and the row before it.
 */
export const appendAudit = (vault: Vault, row: NewAuditRow): AuditRow => {
  const { db, state } = vault
  if (!db.inTransaction) throw new Error('an audit row belongs in the transaction of the write it tells of')
  const stored = {
    seq: state.head.seq + 1,
    at: vault.env.now(),
    user_id: row.userId,
    user_name: row.userName,
    action: row.action,
    case_id: row.caseId ?? null,
    record: row.record ?? null,
    version: row.version ?? null,
    detail: canonicalJson(row.detail ?? {}),
    prev_hash: state.head.hash,
  }
  const hash = hashRow(vault.keys.audit, stored)
  db.prepare(
    `INSERT INTO audit (seq, at, user_id, user_name, action, case_id, record, version, detail, prev_hash, hash)
     VALUES (@seq, @at, @user_id, @user_name, @action, @case_id, @record, @version, @detail, @prev_hash, @hash)`,
  ).run({ ...stored, hash })
  state.head = { seq: stored.seq, hash }
  return toAuditRow({ ...stored, hash })
}

const hashRow = (key: Buffer, row: Omit<StoredRow, 'hash'>): string =>
  macHex(
    key,
    canonicalJson({
      seq: row.seq,
      at: row.at,
      user_id: row.user_id,
      user_name: row.user_name,
      action: row.action,
      case_id: row.case_id,
      record: row.record,
      version: row.version,
      detail: row.detail,
      prev_hash: row.prev_hash,
    }),
  )

const toAuditRow = (row: StoredRow): AuditRow => ({
  seq: row.seq,
  at: row.at,
  userId: row.user_id,
  userName: row.user_name,
  action: row.action,
  caseId: row.case_id,
  record: row.record,
  version: row.version,
  detail: readJson(detailSchema, row.detail, 'audit.detail'),
  hash: row.hash,
})

/**
 * Audit rows, newest first, with how many there are in all. `from` and `to` are days (`YYYY-MM-DD`, both included);
 * `record` is a record's id.
 */
export const listAudit = (
  db: Db,
  filter: {
    readonly from?: string
    readonly to?: string
    readonly record?: string
    readonly caseId?: string
    readonly offset?: number
    readonly limit?: number
  } = {},
): { readonly total: number; readonly rows: readonly AuditRow[] } => {
  const conditions = [
    filter.from === undefined ? '' : 'at >= @from',
    filter.to === undefined ? '' : `at < date(@to, '+1 day')`,
    filter.record === undefined ? '' : 'record = @record',
    filter.caseId === undefined ? '' : 'case_id = @caseId',
  ].filter((condition) => condition !== '')
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const { offset = 0, limit = 500, ...bound } = filter
  const total = db.prepare(`SELECT count(*) FROM audit ${where}`).pluck().get(bound)
  const rows = db
    .prepare<[unknown], StoredRow>(
      `SELECT * FROM audit ${where} ORDER BY seq DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...bound, limit, offset })
  return { total: Number(total), rows: rows.map(toAuditRow) }
}

/** The last row of the audit; row 0 with an empty hash before the first. */
export const lastAuditRow = (db: Db): AuditHead =>
  db.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() ?? {
    seq: 0,
    hash: '',
  }

export type AuditCheck = {
  readonly ok: boolean
  /** Rows in the audit, whether or not all of them were checked. */
  readonly entries: number
  readonly problems: readonly string[]
}

/**
 * Checks the audit: every row's hash and its tie to the row before, from the point verified last or, with `full`, from the
 * first row; and that the audit reaches as far as the head kept outside the database says.
 */
export const verifyAudit = (vault: Vault, options: { readonly full?: boolean } = {}): AuditCheck =>
  checkAudit(vault.db, {
    dir: vault.dir,
    vaultId: vault.vaultId,
    auditKey: vault.keys.audit,
    full: options.full ?? false,
  })

/** `verifyAudit` for a vault that is not open yet. */
export const checkAudit = (
  db: Db,
  args: { readonly dir: string; readonly vaultId: string; readonly auditKey: Buffer; readonly full: boolean },
): AuditCheck => {
  const problems: string[] = []
  const start = args.full ? { seq: 0, hash: '' } : verifiedPoint(db)
  if (start.seq > 0 && hashAt(db, start.seq) !== start.hash)
    problems.push(`Audit row ${start.seq}, which was verified before, is missing or not the same.`)
  let before = start
  for (const row of db
    .prepare<[number], StoredRow>('SELECT * FROM audit WHERE seq > ? ORDER BY seq')
    .iterate(start.seq)) {
    if (row.seq !== before.seq + 1)
      problems.push(
        row.seq === before.seq + 2
          ? `Audit row ${before.seq + 1} is missing.`
          : `Audit rows ${before.seq + 1} to ${row.seq - 1} are missing.`,
      )
    else if (row.prev_hash !== before.hash)
      problems.push(`Audit row ${row.seq} does not follow row ${before.seq}.`)
    if (!equalHex(row.hash, hashRow(args.auditKey, row)))
      problems.push(`Audit row ${row.seq} was changed after it was written.`)
    before = { seq: row.seq, hash: row.hash }
  }
  problems.push(...checkHead(db, before, args))
  const entries = Number(db.prepare('SELECT count(*) FROM audit').pluck().get())
  return { ok: problems.length === 0, entries, problems }
}

const checkHead = (
  db: Db,
  last: AuditHead,
  args: { readonly dir: string; readonly vaultId: string; readonly auditKey: Buffer },
): readonly string[] => {
  const head = readAuditHead(args.dir, args.vaultId, args.auditKey)
  if (typeof head === 'string') return [head]
  if (head.seq > last.seq)
    return [
      `The audit ends at row ${last.seq}, but row ${head.seq} had been written: its end was removed, or an older vault.db was put in its place.`,
    ]
  if (head.seq > 0 && hashAt(db, head.seq) !== head.hash)
    return [`Audit row ${head.seq} is not the row that had been written.`]
  return []
}

const hashAt = (db: Db, seq: number): string | null => {
  const hash = db.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(seq)
  return typeof hash === 'string' ? hash : null
}

const verifiedPoint = (db: Db): AuditHead =>
  db
    .prepare<[], AuditHead>('SELECT verified_seq AS seq, verified_hash AS hash FROM audit_state WHERE id = 1')
    .get() ?? { seq: 0, hash: '' }

/** Remembers that the audit was found whole up to a row, so that the next opening begins there. */
export const rememberVerified = (db: Db, head: AuditHead, at: string): void => {
  db.prepare(
    `INSERT INTO audit_state (id, verified_seq, verified_hash, verified_at) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET verified_seq = excluded.verified_seq,
       verified_hash = excluded.verified_hash, verified_at = excluded.verified_at`,
  ).run(head.seq, head.hash, at)
}
