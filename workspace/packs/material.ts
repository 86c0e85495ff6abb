import { listAgencies } from '../../db/agencies.ts'
import { listFlags } from '../../db/analyses.ts'
import { getCase } from '../../db/cases.ts'
import { listContributions } from '../../db/contributions.ts'
import type { Db } from '../../db/database.ts'
import { listAllDecisions, type Decision } from '../../db/decisions.ts'
import { eachEntry } from '../../db/entry-list.ts'
import { listTranscriptions } from '../../db/transcriptions.ts'
import { peopleKeyVersion, readPeopleKey } from '../../db/people-key.ts'
import { listRectifications } from '../../db/rectifications.ts'
import { withTranscriptions } from '../../domain/packs/report-block.ts'
import type { PackMaterial } from '../../domain/packs/project-pack.ts'
import type { Audience } from '../../domain/redaction/redaction.ts'
import type { Roster } from '../../domain/people/roster.ts'
import type { ReportMaterial } from '../../domain/reports/project-report.ts'
import { withReport } from '../reports/report-material.ts'
import { sha256 } from '../sha256.ts'

/** Everything a pack is made from, read in one go, with a fingerprint that changes when any of it does. */
export type CaseMaterial = {
  readonly material: PackMaterial
  readonly roster: Roster
  readonly decisions: readonly Decision[]
  /** Records at their versions, for the disclosure log. */
  readonly records: readonly { readonly record: string; readonly version: number }[]
  readonly fingerprint: string
  /** The report that leaves in the place of the chronology; null where none does. */
  readonly report: ReportMaterial | null
}

/**
 * Reads a case for a pack to an audience. A phrase kept for the agencies is asked about again for the public; what was
 * replaced stays replaced for everybody, but for what was made more general so that the public cannot search for it.
 * With a report, that report is what the pack is made from.
 */
export const readCaseMaterial = (
  db: Db,
  caseId: string,
  audience: Audience,
  reportId: string | null = null,
): CaseMaterial => {
  const source = { ...readCase(db, caseId, audience), report: null }
  return reportId === null ? source : withReport(db, caseId, source, reportId)
}

const readCase = (db: Db, caseId: string, audience: Audience): Omit<CaseMaterial, 'report'> => {
  const record = getCase(db, caseId)
  const entries = [...eachEntry(db, { caseId })]
  const contributions = listContributions(db, caseId).map((contribution) => ({
    ...contribution,
    written: listTranscriptions(db, contribution.id),
  }))
  const decisions = listAllDecisions(db, caseId)
  const flags = listFlags(db, caseId)
  const rectifications = listRectifications(db, caseId)
  const corrections = Map.groupBy(rectifications, ({ recordId }) => recordId)
  const records = [
    { record: caseId, version: record.version },
    ...entries.map(({ id, version }) => ({ record: id, version })),
    ...contributions.map(({ id, written }) => ({
      record: id,
      version: written.reduce((sum, { version }) => sum + version, 1),
    })),
  ]
  const state = JSON.stringify([
    records,
    peopleKeyVersion(db, caseId),
    decisions.map(({ id }) => id),
    [...flags],
    rectifications.map(({ id }) => id),
  ])
  return {
    material: {
      caseTitle: record.title,
      agencies: Object.fromEntries(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, name])),
      entries: entries.map(({ id, recordId, agencyId, date, fields, hiddenRow }) => ({
        id,
        recordId,
        agencyId,
        date,
        fields,
        hiddenRow,
        flags: flags.get(recordId) ?? [],
        corrections: corrections.get(recordId) ?? [],
      })),
      contributions: contributions.map(({ id, agencyId, blocks, written }) => ({
        id,
        agencyId,
        blocks: withTranscriptions(blocks, written),
      })),
    },
    roster: readPeopleKey(db, caseId),
    decisions: decisions.filter(
      ({ decision, origin, audience: meantFor }) =>
        meantFor === audience ||
        (audience === 'agencies' ? origin !== 'generalised' : decision === 'replace'),
    ),
    records,
    fingerprint: sha256(state),
  }
}
