import { appendAudit } from '../db/audit.ts'
import { completeDisclosure, prepareDisclosure, type NewDisclosure } from '../db/disclosures.ts'
import { inTransaction } from '../db/transaction.ts'
import type { ActionName } from './contract.ts'
import type { Context, Done } from './host.ts'
import { writeFiles } from './write-files.ts'

type Detail = NonNullable<Done<unknown>['detail']>

/**
 * Writes files that leave the vault. That they may leave is in the disclosure log and on record before the first is written,
 * so what was cut short is on record too, as prepared; the detail given back is for the row that says they were.
 * `alongside` writes what else belongs to the same moment.
 */
export const leaveOnRecord = async (
  { session, pastStopping }: Pick<Context<'chronology.export'>, 'session' | 'pastStopping'>,
  leaving: {
    readonly action: ActionName
    /** Null for what concerns more than one case. */
    readonly caseId: string | null
    readonly out: string
    readonly files: Parameters<typeof writeFiles>[1]
    readonly disclosures: readonly NewDisclosure[]
    readonly detail: Detail
    readonly alongside?: () => void
  },
): Promise<Detail> => {
  const { action, caseId, out, files, disclosures, detail, alongside } = leaving
  const { vault, user } = session
  pastStopping()
  inTransaction(vault, () => {
    for (const disclosure of disclosures) prepareDisclosure(vault.db, disclosure)
    alongside?.()
    appendAudit(vault, {
      userId: user.id,
      userName: user.name,
      action,
      ...(caseId === null ? {} : { caseId, record: caseId }),
      detail: { ...detail, state: 'prepared' },
    })
  })
  await writeFiles(out, files)
  inTransaction(vault, () => {
    for (const { id } of disclosures) completeDisclosure(vault.db, id)
  })
  return { ...detail, state: 'written' }
}
