import { lastAuditRow, listAudit, rememberVerified, verifyAudit } from '../../db/audit.ts'
import type { Handlers } from '../host.ts'

export const auditActions: Handlers<'audit.list' | 'audit.verify'> = {
  'audit.list':
    ({ session }, { from, record, offset, limit }) =>
    () => {
      const { total, rows } = listAudit(session.vault.db, {
        offset,
        limit,
        ...(from === undefined ? {} : { from }),
        ...(record === undefined ? {} : { record }),
      })
      return {
        value: { total, rows: rows.map(({ userId: _, userName, ...row }) => ({ ...row, user: userName })) },
      }
    },

  'audit.verify':
    ({ session, env }) =>
    () => {
      const value = verifyAudit(session.vault, { full: true })
      if (value.ok && !session.vault.readOnly)
        rememberVerified(session.vault.db, lastAuditRow(session.vault.db), env.now())
      return { value, detail: { ok: value.ok, entries: value.entries, problems: value.problems.length } }
    },
}
