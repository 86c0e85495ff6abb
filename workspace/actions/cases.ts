import { insertAdult, listAdults } from '../../db/adults.ts'
import { insertAgencies, listAgencies } from '../../db/agencies.ts'
import { addToTeam, getCase, insertCase, listCases, listTeam, type CaseRecord } from '../../db/cases.ts'
import { listContributions } from '../../db/contributions.ts'
import type { Db } from '../../db/database.ts'
import { countEntries, countEntriesByAgency } from '../../db/entry-list.ts'
import { savePeopleKey } from '../../db/people-key.ts'
import { insertCriminalOffence, listSensitiveHeld, saveSpecialCategory } from '../../db/sensitive.ts'
import { listSources } from '../../db/sources.ts'
import { splitCaseFacts, type AdultFacts, type CaseFacts } from '../../domain/case/case-facts.ts'
import { parseCaseFile } from '../../domain/case/case-file.ts'
import { caseClock, decideCriteria, sixMonthDate } from '../../domain/case/section-44.ts'
import { parseRoster, type Roster } from '../../domain/people/roster.ts'
import { permissions } from '../../domain/permissions/permissions.ts'
import { readingsFor, type Readings } from '../chronology/show-entries.ts'
import type { Environment, Handlers, Session, Step } from '../host.ts'
import { readJsonFile } from '../read-file.ts'
import type { AgencyView, CaseSummary, CaseView } from '../views.ts'

type Names = 'case.add' | 'case.add-from-files' | 'case.list' | 'case.show' | 'case.team-add'

type Review = CaseFacts['review']

/** What is kept of a review in `cases.data`: ordinary facts only. */
export const reviewOf = (record: CaseRecord): Review => record.data as unknown as Review

/** Writes a case, its agencies, adults, people key and, in tables of their own, its most sensitive values. */
export const addCase = (
  session: Session,
  env: Environment,
  facts: CaseFacts,
  roster: Roster,
  team: readonly string[],
): { readonly caseId: string } => {
  const { db } = session.vault
  const caseId = env.newId()
  const { review } = facts
  insertCase(db, {
    id: caseId,
    ref: review.ref,
    title: review.workingTitle,
    board: review.board ?? '',
    stage: stageOf(review),
    reviewPeriodStart: review.dates.review_period_start ?? null,
    reviewPeriodEnd: review.dates.review_period_end ?? null,
    data: review,
    createdAt: env.now(),
  })
  for (const userId of new Set([session.user.id, ...team]))
    addToTeam(db, { caseId, userId, addedBy: session.user.id, addedAt: env.now() })
  insertAgencies(
    db,
    facts.agencies.map(({ id, name, sector, status }) => ({ caseId, agencyId: id, name, sector, status })),
  )
  const adultIds = new Map(facts.adults.map((adult) => [adult.code, env.newId()]))
  for (const adult of facts.adults)
    insertAdult(db, {
      id: adultIds.get(adult.code) ?? '',
      caseId,
      code: adult.code,
      rosterId: adult.rosterId,
      data: adult,
    })
  const subjectOf = (code: string | null): string =>
    (code === null ? undefined : adultIds.get(code)) ?? caseId
  saveSensitive(db, env, caseId, facts, subjectOf)
  savePeopleKey(db, caseId, roster)
  return { caseId }
}

const saveSensitive = (
  db: Db,
  env: Environment,
  caseId: string,
  facts: CaseFacts,
  subjectOf: (code: string | null) => string,
): void => {
  const byCategory = Map.groupBy(facts.specialCategory, (item) => `${subjectOf(item.adult)} ${item.kind}`)
  for (const items of byCategory.values()) {
    const [first] = items
    if (!first) continue
    saveSpecialCategory(db, {
      id: env.newId(),
      caseId,
      adultId: subjectOf(first.adult),
      category: first.kind,
      value: items.map(({ field, value }) => ({ field, value })),
    })
  }
  for (const { adult, field, value } of facts.criminalOffence)
    insertCriminalOffence(db, { id: env.newId(), caseId, subject: subjectOf(adult), value: { field, value } })
}

const stageOf = ({ dates }: Review): string => {
  if (dates.concluded) return 'Concluded'
  if (dates.initiated) return 'In progress'
  return dates.decision ? 'Decided' : 'Referred'
}

const summaryOf = (db: Db, record: CaseRecord, today: string): CaseSummary => {
  const initiated = reviewOf(record).dates.initiated ?? null
  return {
    id: record.id,
    ref: record.ref,
    title: record.title,
    board: record.board,
    stage: record.stage,
    entries: countEntries(db, { caseId: record.id }),
    agencies: listAgencies(db, record.id).length,
    initiated,
    dueDate: initiated === null ? null : sixMonthDate(initiated),
    ...clockOf(reviewOf(record), today),
  }
}

const dateWords: Readonly<Record<string, string>> = {
  referral: 'Referred',
  acknowledged: 'Referral acknowledged',
  scoping: 'Scoping meeting',
  recommendation: 'Recommendation',
  decision: 'Decision',
  initiated: 'Review initiated',
  information_due: 'Information due from agencies',
  six_months: 'Six months from initiation',
  concluded: 'Concluded',
}

/** The days of a review that have a name of their own, in order. */
export const keyDatesOf = ({ dates }: Review): CaseView['keyDates'] =>
  Object.entries(dates)
    .flatMap(([name, date]) => {
      const what = dateWords[name]
      return what !== undefined && typeof date === 'string' ? [{ what, date }] : []
    })
    .sort((a, b) => a.date.localeCompare(b.date))

const spoken = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** "day 94 of 6 months, due 31 Jul 2024", counted to the day of conclusion where there is one. */
const clockOf = ({ dates }: Review, today: string): Pick<CaseSummary, 'clock' | 'daysOverdue'> => {
  if (!dates.initiated) return { clock: null, daysOverdue: 0 }
  const clock = caseClock(dates.initiated, dates.concluded ?? today)
  const late = clock.overdue ? `, ${clock.daysOverdue} days overdue` : ''
  return {
    clock: `day ${clock.day} of 6 months, due ${spoken(clock.due)}${late}`,
    daysOverdue: clock.daysOverdue,
  }
}

const agencyViews = (db: Db, caseId: string, { agency: read }: Readings): readonly AgencyView[] => {
  const sources = listSources(db, caseId).filter((source) => source.supersededBy === null)
  const contributions = listContributions(db, caseId)
  const entries = countEntriesByAgency(db, caseId)
  return listAgencies(db, caseId).map(({ agencyId, name, sector }) => ({
    id: agencyId,
    name: read(name),
    sector: sector ?? '',
    entries: entries.get(agencyId) ?? 0,
    sources: sources.filter((source) => source.agencyId === agencyId).length,
    contributions: contributions.filter((contribution) => contribution.agencyId === agencyId).length,
  }))
}

const viewOf = (db: Db, record: CaseRecord, today: string, readings: Readings): CaseView => {
  const read = readings.text
  const review = reviewOf(record)
  const held = listSensitiveHeld(db, record.id)
  const { decision, basis } = decideCriteria(review.section44)
  return {
    ...summaryOf(db, record, today),
    reviewPeriod: { start: record.reviewPeriodStart, end: record.reviewPeriodEnd },
    decision: { outcome: decision, basis },
    adults: [
      ...listAdults(db, record.id).map((adult) => ({
        id: adult.id,
        code: adult.code,
        outcome: (adult.data as unknown as AdultFacts).outcome,
        sensitive: held.filter(({ subject }) => subject === adult.id).map(({ category }) => category),
      })),
      ...(held.some(({ subject }) => subject === record.id)
        ? [
            {
              id: record.id,
              code: 'The review as a whole',
              outcome: null,
              sensitive: held.filter(({ subject }) => subject === record.id).map(({ category }) => category),
            },
          ]
        : []),
    ],
    abuseTypes: review.abuseTypes,
    kloes: review.keyLinesOfEnquiry.map(({ n, text }) => ({ n, text: read(text) })),
    agencyList: agencyViews(db, record.id, readings),
    parallelProcesses: review.parallelProcesses.map(({ type, status, effect }) => ({
      type,
      status: status ?? '',
      effect: read(effect ?? ''),
    })),
    keyDates: keyDatesOf(review),
    team: listTeam(db, record.id).map(({ id, name, role }) => ({ id, name, role })),
  }
}

const adding = (
  context: { readonly session: Session; readonly env: Environment },
  facts: CaseFacts,
  roster: Roster,
  team: readonly string[],
): Step<{ caseId: string }> => {
  return () => {
    const value = addCase(context.session, context.env, facts, roster, team)
    return {
      value,
      caseId: value.caseId,
      record: value.caseId,
      version: 1,
      detail: { agencies: facts.agencies.length, people: roster.entries.length },
    }
  }
}

export const caseActions: Handlers<Names> = {
  'case.add': (context, input) =>
    adding(context, splitCaseFacts(parseCaseFile(input.case)), parseRoster(input.roster), input.team),

  'case.add-from-files': async (context, input) => {
    const [caseFile, rosterFile] = [
      await readJsonFile(input.case.path),
      await readJsonFile(input.roster.path),
    ]
    const facts = splitCaseFacts(parseCaseFile(caseFile.json, caseFile.name))
    return adding(context, facts, parseRoster(rosterFile.json, rosterFile.name), [])
  },

  'case.list': ({ session, env }) => {
    const { db } = session.vault
    const ofTeam = permissions['case:read'][session.user.role] === 'team' ? session.user.id : undefined
    const today = env.now().slice(0, 10)
    return () => ({ value: listCases(db, ofTeam).map((record) => summaryOf(db, record, today)) })
  },

  'case.show':
    ({ session, env, caseId }, { pseudonyms }) =>
    () => {
      const record = getCase(session.vault.db, caseId ?? '')
      const read = readingsFor(session, record.id, pseudonyms)
      return {
        value: viewOf(session.vault.db, record, env.now().slice(0, 10), read),
        record: record.id,
        version: record.version,
      }
    },

  'case.team-add':
    ({ session, env, caseId }, { userId }) =>
    () => {
      addToTeam(session.vault.db, {
        caseId: caseId ?? '',
        userId,
        addedBy: session.user.id,
        addedAt: env.now(),
      })
      return { value: null, record: userId }
    },
}
