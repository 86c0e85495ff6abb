import type { Db } from '../../db/database.ts'
import { sensitivityFlags } from '../../domain/chronology/analysis.ts'
import type { PackChoices } from '../../domain/packs/choices.ts'
import { weighEntries } from '../../domain/packs/project-chronology.ts'
import { countUntold } from '../../domain/packs/project-contributions.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import { readLinks } from '../chronology/linked-accounts.ts'
import type { WithheldView } from '../views.ts'
import { readCaseMaterial } from './material.ts'
import { packReader } from './pack-reader.ts'
import type { Recipient } from './recipient.ts'

/** What of a chronology a pack by a profile and its choices would hold and what not, as the case stands. */
export const withheldFrom = (
  db: Db,
  caseId: string,
  order: { readonly recipient: Recipient | null; readonly profile: ProfileId; readonly choices: PackChoices },
): WithheldView => {
  const profile = profiles[order.profile]
  const { material, roster } = readCaseMaterial(db, caseId, profile.audience)
  const reader = packReader(roster, order)
  const { choices } = order
  const { open, withheld } = weighEntries({ material, profile, choices, reader })
  const { sensitive } = withheld
  const marked = new Set(sensitive.map(({ recordId }) => recordId))
  const events = readLinks(db, caseId).groups.filter((event) => event.some((record) => marked.has(record)))
  const besides = new Set(events.flat())
  const contributions = material.contributions.filter(
    ({ agencyId }) => choices.agencies === null || choices.agencies.includes(agencyId),
  )
  return {
    blocked: reader.blocked,
    open: open.length,
    withheld: {
      'other-agency': withheld['other-agency'].length,
      'outside-period': withheld['outside-period'].length,
      'hidden-row': withheld['hidden-row'].length,
      sensitive: sensitive.length,
      'not-to-be-told': withheld['not-to-be-told'].length,
      'not-about-them': withheld['not-about-them'].length,
    },
    marks: [...sensitivityFlags, ...new Set(sensitive.flatMap(({ flags }) => flags))]
      .filter((mark, at, all) => all.indexOf(mark) === at)
      .map((mark) => ({ mark, entries: sensitive.filter(({ flags }) => flags.includes(mark)).length }))
      .filter(({ entries }) => entries > 0),
    linked: open.filter(({ recordId }) => besides.has(recordId)).length,
    paragraphs: contributions.reduce((sum, { blocks }) => sum + countUntold(blocks, reader), 0),
  }
}
