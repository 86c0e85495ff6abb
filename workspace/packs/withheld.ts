import { listFlags } from '../../db/analyses.ts'
import type { Db } from '../../db/database.ts'
import { eachEntry } from '../../db/entry-list.ts'
import { sensitivityFlags } from '../../domain/chronology/analysis.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import { withholdEntries } from '../../domain/packs/withhold-entries.ts'
import { readLinks } from '../chronology/linked-accounts.ts'
import type { WithheldView } from '../views.ts'

/** What of a chronology a pack by a profile would hold and what not, as the case stands. */
export const withheldFrom = (db: Db, caseId: string, profile: ProfileId): WithheldView => {
  const flags = listFlags(db, caseId)
  const entries = [...eachEntry(db, { caseId })].map(({ recordId, hiddenRow }) => ({
    ...{ recordId, hiddenRow, flags: flags.get(recordId) ?? [] },
  }))
  const { open, hiddenRows, sensitive } = withholdEntries(entries, profiles[profile])
  const withheld = new Set(sensitive.map(({ recordId }) => recordId))
  const events = readLinks(db, caseId).groups.filter((event) => event.some((record) => withheld.has(record)))
  const besides = new Set(events.flat())
  return {
    open: open.length,
    hiddenRows: hiddenRows.length,
    sensitive: sensitive.length,
    marks: [...sensitivityFlags, ...new Set(sensitive.flatMap(({ flags: all }) => all))]
      .filter((mark, at, all) => all.indexOf(mark) === at)
      .map((mark) => ({ mark, entries: sensitive.filter(({ flags: all }) => all.includes(mark)).length }))
      .filter(({ entries: marked }) => marked > 0),
    linked: open.filter(({ recordId }) => besides.has(recordId)).length,
  }
}
