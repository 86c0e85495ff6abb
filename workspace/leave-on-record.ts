import { appendAudit } from '../db/audit.ts'
import { inTransaction } from '../db/transaction.ts'
import type { ActionName } from './contract.ts'
import type { Context, Done } from './host.ts'
import { writeFiles } from './write-files.ts'

type Detail = NonNullable<Done<unknown>['detail']>

/**
 * Writes files that leave the vault without a register of their own. That they may leave is on record before the first is
 * written, so what was cut short is on record too; the detail given back is for the row that says they were.
 */
export const leaveOnRecord = async (
  { session, pastStopping }: Pick<Context<'chronology.export'>, 'session' | 'pastStopping'>,
  leaving: {
    readonly action: ActionName
    readonly caseId: string
    readonly out: string
    readonly files: Parameters<typeof writeFiles>[1]
    readonly detail: Detail
  },
): Promise<Detail> => {
  const { action, caseId, out, files, detail } = leaving
  pastStopping()
  inTransaction(session.vault, () =>
    appendAudit(session.vault, {
      userId: session.user.id,
      userName: session.user.name,
      action,
      caseId,
      record: caseId,
      detail: { ...detail, state: 'prepared' },
    }),
  )
  await writeFiles(out, files)
  return { ...detail, state: 'written' }
}
