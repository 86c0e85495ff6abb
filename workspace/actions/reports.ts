import { listAdults } from '../../db/adults.ts'
import { getCase, listCases } from '../../db/cases.ts'
import { readPeopleKey } from '../../db/people-key.ts'
import { getPublication, savePublication } from '../../db/publications.ts'
import {
  getReport,
  getReportVersion,
  insertReport,
  listReports,
  listReportVersions,
  saveReport,
  type Report,
} from '../../db/reports.ts'
import { permissions } from '../../domain/permissions/permissions.ts'
import { prefilledReport } from '../../domain/reports/prefill-report.ts'
import { publishedNameProblem } from '../../domain/reports/published-name.ts'
import { reasonsToHold, stageOn } from '../../domain/reports/publication.ts'
import {
  changedParts,
  readReport,
  wordsOfReport,
  type ReportPart,
  type ReportState,
} from '../../domain/reports/report.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readingsFor, type Reading } from '../chronology/show-entries.ts'
import type { ReportSummary, ReportVersionView, ReportView } from '../contract/reports.ts'
import { nameOf } from '../discussion/show-comments.ts'
import type { Handlers, Session } from '../host.ts'
import { readCaseMaterial } from '../packs/material.ts'
import { previewReport } from '../reports/preview-report.ts'
import { reportFacts } from '../reports/report-facts.ts'

type Names =
  | 'report.list'
  | 'report.show'
  | 'report.preview'
  | 'report.history'
  | 'report.suggest'
  | 'report.add'
  | 'report.save'
  | 'report.restore'
  | 'report.publication-save'
  | 'report.due'

const dayOf = (instant: string): string => instant.slice(0, 10)

const summaryOf = (session: Session, report: Report, read: Reading, today: string): ReportSummary => {
  const { db } = session.vault
  const { publication } = getPublication(db, report.id)
  return {
    id: report.id,
    caseId: report.caseId,
    caseTitle: getCase(db, report.caseId).title,
    number: report.number,
    kind: report.kind,
    title: read(report.state.title),
    words: wordsOfReport(report.state),
    version: report.version,
    changedAt: report.writtenAt,
    changedBy: nameOf(session, report.writtenBy),
    stage: stageOn(publication, today),
    withdrawOn: publication.withdrawOn,
  }
}

const viewOf = (session: Session, report: Report, read: Reading, today: string): ReportView => {
  const { version, publication, changedBy, changedAt } = getPublication(session.vault.db, report.id)
  const state = readReport(report.state, read)
  return {
    ...summaryOf(session, report, read, today),
    state,
    projected: JSON.stringify(state) !== JSON.stringify(report.state),
    publication: {
      ...publication,
      reason: read(publication.reason),
      familyToldBy: read(publication.familyToldBy),
      familyWishes: read(publication.familyWishes),
      takenDownNote: read(publication.takenDownNote),
    },
    publicationVersion: version,
    publicationBy: changedBy === null ? null : nameOf(session, changedBy),
    publicationAt: changedAt,
    holds: reasonsToHold(publication, { version: report.version, today }),
  }
}

const historyOf = (session: Session, reportId: string): readonly ReportVersionView[] =>
  listReportVersions(session.vault.db, reportId).map(({ version, state, writtenAt, writtenBy }, at, all) => {
    const before = all[at + 1]
    return {
      version,
      writtenAt,
      writtenBy: nameOf(session, writtenBy),
      changed: before
        ? changedParts(before.state, state)
        : (['title', 'contact', 'adults', 'sections', 'recommendations'] satisfies ReportPart[]),
      words: wordsOfReport(state),
    }
  })

/** The case decides which adults there are; the key, what none of them may be called. */
const checkAdults = ({ vault: { db } }: Session, caseId: string, { adults }: ReportState): void => {
  const known = new Map(listAdults(db, caseId).map(({ code, rosterId }) => [code, rosterId]))
  const roster = readPeopleKey(db, caseId)
  for (const [at, { code, name }] of adults.entries()) {
    const rosterId = known.get(code)
    if (rosterId === undefined) throw new ExpectedError('invalid', 'The review has no adult of that code.')
    const problem = publishedNameProblem(name, roster, rosterId)
    if (problem !== null)
      throw new ExpectedError('invalid', problem, [{ path: `state.adults.${at}.name`, message: problem }])
  }
}

export const reportActions: Handlers<Names> = {
  'report.list':
    ({ session, env }, { caseId, pseudonyms }) =>
    () => {
      const { text } = readingsFor(session, caseId, pseudonyms)
      const today = dayOf(env.now())
      return {
        value: listReports(session.vault.db, caseId).map((one) => summaryOf(session, one, text, today)),
      }
    },

  'report.show':
    ({ session, env }, { caseId, reportId, pseudonyms }) =>
    () => {
      const report = getReport(session.vault.db, caseId, reportId)
      const { text } = readingsFor(session, caseId, pseudonyms)
      const value = viewOf(session, report, text, dayOf(env.now()))
      return { value, record: reportId, version: report.version }
    },

  'report.preview': async ({ session, env }, { caseId, reportId }) => {
    const source = readCaseMaterial(session.vault.db, caseId, 'public', reportId)
    const value = await previewReport(source, env.now())
    return () => ({ value, record: reportId })
  },

  'report.history':
    ({ session }, { caseId, reportId }) =>
    () => {
      getReport(session.vault.db, caseId, reportId)
      return { value: historyOf(session, reportId), record: reportId }
    },

  'report.suggest':
    ({ session }, { caseId, kind }) =>
    () => ({ value: prefilledReport(reportFacts(session, caseId), kind) }),

  'report.add':
    ({ session, env }, { caseId, kind }) =>
    () => {
      const id = env.newId()
      const state = prefilledReport(reportFacts(session, caseId), kind)
      insertReport(session.vault.db, { id, caseId, kind }, { state, by: session.user.id, at: env.now() })
      return {
        value: { reportId: id, version: 1 },
        record: id,
        version: 1,
        detail: { kind, words: wordsOfReport(state) },
      }
    },

  'report.save': ({ session, env }, { caseId, reportId, version, state }) => {
    checkAdults(session, caseId, state)
    return () => {
      const { db } = session.vault
      const before = getReport(db, caseId, reportId)
      const changed = changedParts(before.state, state)
      const same = changed.length === 0 && before.version === version
      const next = same
        ? version
        : saveReport(db, { id: reportId, version }, { state, by: session.user.id, at: env.now() })
      return {
        value: { reportId, version: next },
        record: reportId,
        version: next,
        detail: { changed: changed.join(', '), words: wordsOfReport(state) },
      }
    }
  },

  'report.restore':
    ({ session, env }, { caseId, reportId, version, to }) =>
    () => {
      const { db } = session.vault
      getReport(db, caseId, reportId)
      const { state } = getReportVersion(db, reportId, to)
      const next = saveReport(db, { id: reportId, version }, { state, by: session.user.id, at: env.now() })
      return {
        value: { reportId, version: next },
        record: reportId,
        version: next,
        detail: { restored: to },
      }
    },

  'report.publication-save':
    ({ session, env }, { caseId, reportId, version, publication }) =>
    () => {
      const { db } = session.vault
      const report = getReport(db, caseId, reportId)
      if ((publication.decidedVersion ?? 0) > report.version)
        throw new ExpectedError('invalid', 'The report has no such version yet.', [
          { path: 'publication.decidedVersion', message: 'The report has no such version yet.' },
        ])
      const next = savePublication(
        db,
        { reportId, version },
        { publication, by: session.user.id, at: env.now() },
      )
      return {
        value: { reportId, version: next },
        record: reportId,
        version: next,
        detail: {
          decision: publication.decision,
          decidedVersion: publication.decidedVersion ?? 0,
          stage: stageOn(publication, dayOf(env.now())),
        },
      }
    },

  'report.due':
    ({ session, env }, { pseudonyms }) =>
    () => {
      const { db } = session.vault
      const today = dayOf(env.now())
      const ofTeam = permissions['report:read'][session.user.role] === 'team'
      const value = listCases(db, ofTeam ? session.user.id : undefined)
        .flatMap(({ id }) => {
          const reports = listReports(db, id)
          if (reports.length === 0) return []
          const { text } = readingsFor(session, id, pseudonyms)
          return reports.map((report) => summaryOf(session, report, text, today))
        })
        .filter(({ stage }) => stage === 'withdraw-soon' || stage === 'withdraw-now')
        .toSorted((a, b) => a.withdrawOn.localeCompare(b.withdrawOn))
      return { value }
    },
}
