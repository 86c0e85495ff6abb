import { listAdults } from '../../db/adults.ts'
import { listFlags } from '../../db/analyses.ts'
import { listAgencies } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import type { Entry } from '../../db/entries.ts'
import { listFindings, type Finding } from '../../db/findings.ts'
import { recordsJudged, standingEntries } from '../../db/records.ts'
import type { AdultFacts, CaseFacts } from '../../domain/case/case-facts.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { withholdEntries } from '../../domain/packs/withhold-entries.ts'
import type { ReportFacts } from '../../domain/reports/prefill-report.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import type { Session } from '../host.ts'

/** Findings and themes that stand; a question concludes nothing, and what is withdrawn is not said. */
const standingFindings = (db: Db, caseId: string): readonly Finding[] =>
  listFindings(db, caseId).filter(({ state }) => state.status !== 'withdrawn' && state.kind !== 'question')

/**
 * The entries a report rests on: evidence of its findings, and what is judged good practice or a missed opportunity, in
 * the order of the chronology. Those a public pack would withhold are not among them.
 */
export const entriesBehind = (db: Db, caseId: string): readonly Entry[] => {
  const flags = listFlags(db, caseId)
  const recordIds = new Set([
    ...standingFindings(db, caseId).flatMap(({ state }) => state.evidence.map(({ recordId }) => recordId)),
    ...recordsJudged(db, caseId, 'good-practice'),
    ...recordsJudged(db, caseId, 'missed-opportunity'),
  ])
  const standing = [...standingEntries(db, caseId, [...recordIds]).values()]
    .filter(({ status }) => status !== 'removed')
    .map((entry) => ({ ...entry, flags: flags.get(entry.recordId) ?? [] }))
  return withholdEntries(standing, profiles.publication).open.toSorted((a, b) =>
    a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id.localeCompare(b.id),
  )
}

/** The case as a report's author begins with it: every known name as its pseudonym, whoever asks. */
export const reportFacts = (session: Session, caseId: string): ReportFacts => {
  const { db } = session.vault
  const read = readingsFor(session, caseId, true).text
  const record = getCase(db, caseId)
  const review = record.data as unknown as CaseFacts['review']
  const good = new Set(recordsJudged(db, caseId, 'good-practice'))
  const behind = entriesBehind(db, caseId)
  const byRecord = new Map(behind.map((entry) => [entry.recordId, entry]))
  return {
    caseTitle: record.title,
    board: record.board,
    dates: {
      referral: review.dates['referral'] ?? null,
      decision: review.dates['decision'] ?? null,
      periodStart: record.reviewPeriodStart,
      periodEnd: record.reviewPeriodEnd,
    },
    section44: review.section44,
    methodology: read(review.methodology ?? ''),
    kloes: review.keyLinesOfEnquiry.map(({ n, text }) => ({ n, text: read(text) })),
    adults: listAdults(db, caseId).map(({ code, data }) => {
      const { publishedName, publishedNameChosenBy } = data as unknown as AdultFacts
      return { code, name: publishedName ?? '', chosenBy: read(publishedNameChosenBy ?? '') }
    }),
    agencies: listAgencies(db, caseId).length,
    findings: standingFindings(db, caseId).map(({ number, state }) => ({
      number,
      title: read(state.title),
      statement: read(state.statement),
      evidence: state.evidence.flatMap(({ recordId }) => {
        const entry = byRecord.get(recordId)
        if (entry === undefined) return []
        const { earliest, latest } = entry.date
        return [{ agency: entry.agencyId, earliest, latest }]
      }),
    })),
    account: behind.map(({ recordId, date, fields }) => ({
      earliest: date.earliest,
      latest: date.latest,
      text: read(fields.event ?? ''),
      goodPractice: good.has(recordId),
    })),
  }
}
