import type { Db } from '../../db/database.ts'
import type { Pack } from '../../db/packs.ts'
import { getPublication } from '../../db/publications.ts'
import { reasonsToHold } from '../../domain/reports/publication.ts'
import { ExpectedError } from '../../domain/result.ts'

/** Throws `refused` where a pack holds a report that may not leave yet: the Board's decision, the family, an embargo. */
export const refuseUnpublished = (db: Db, { report }: Pick<Pack, 'report'>, now: string): void => {
  if (report === null) return
  const { publication } = getPublication(db, report.id)
  const [first] = reasonsToHold(publication, { version: report.version, today: now.slice(0, 10) })
  if (first !== undefined) throw new ExpectedError('refused', `${first} Nothing left.`)
}
