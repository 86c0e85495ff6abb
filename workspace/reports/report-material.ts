import { listAdults } from '../../db/adults.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { getPublication } from '../../db/publications.ts'
import { getReport } from '../../db/reports.ts'
import { rosterForReport, type ReportMaterial } from '../../domain/reports/project-report.ts'
import type { CaseMaterial } from '../packs/material.ts'
import { sha256 } from '../sha256.ts'
import { entriesBehind } from './report-facts.ts'

/** A report as it would leave, with the day its publication ends. Throws `not-found`. */
export const reportMaterial = (db: Db, caseId: string, reportId: string): ReportMaterial => {
  const { id, version, kind, state } = getReport(db, caseId, reportId)
  const { withdrawOn } = getPublication(db, reportId).publication
  const { board } = getCase(db, caseId)
  return { id, version, kind, state, board, withdrawOn: withdrawOn === '' ? null : withdrawOn }
}

/**
 * A case's material with a report in the place of the chronology and the contributions: the key with the names agreed for
 * it, the records it rests on, and a fingerprint that changes with the report too.
 */
export const withReport = (
  db: Db,
  caseId: string,
  source: Omit<CaseMaterial, 'report'>,
  reportId: string,
): CaseMaterial => {
  const report = reportMaterial(db, caseId, reportId)
  const rosterIds = new Map(listAdults(db, caseId).map(({ code, rosterId }) => [code, rosterId]))
  const adults = report.state.adults.map(({ code, name }) => ({
    rosterId: rosterIds.get(code) ?? null,
    name,
  }))
  return {
    ...source,
    roster: rosterForReport(source.roster, { board: report.board, adults }),
    report,
    records: [
      { record: caseId, version: getCase(db, caseId).version },
      { record: report.id, version: report.version },
      ...entriesBehind(db, caseId).map(({ id, version }) => ({ record: id, version })),
    ],
    fingerprint: sha256(JSON.stringify([source.fingerprint, report.id, report.version, report.withdrawOn])),
  }
}
