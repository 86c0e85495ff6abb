import { getCase } from '../../db/cases.ts'
import { countComments } from '../../db/comments.ts'
import {
  findingsOfRecord,
  getFinding,
  getFindingVersion,
  insertFinding,
  listFindings,
  listFindingVersions,
  saveFinding,
  type Finding,
} from '../../db/findings.ts'
import { recordsJudged, standingEntries } from '../../db/records.ts'
import type { CaseFacts } from '../../domain/case/case-facts.ts'
import { movedTo, withEntries, withNote, withoutEntries } from '../../domain/findings/evidence.ts'
import {
  changedParts,
  inOrder,
  reworded,
  unanswered,
  type Evidence,
  type FindingState,
} from '../../domain/findings/finding.ts'
import { ExpectedError } from '../../domain/result.ts'
import { entryRows, readingsFor, type Readings } from '../chronology/show-entries.ts'
import type { ValidInput } from '../contract.ts'
import type {
  EvidenceView,
  FindingList,
  FindingSummary,
  FindingVersionView,
  FindingView,
} from '../contract/findings.ts'
import { nameOf } from '../discussion/show-comments.ts'
import type { Context, Done, Handlers, Session } from '../host.ts'

type Names =
  | 'finding.list'
  | 'finding.show'
  | 'finding.history'
  | 'finding.of-entry'
  | 'finding.add'
  | 'finding.save'
  | 'finding.add-entries'
  | 'finding.remove-entries'
  | 'finding.note-entry'
  | 'finding.move-entry'
  | 'finding.restore'

const keyLinesOf = ({ vault: { db } }: Session, caseId: string) =>
  (getCase(db, caseId).data as unknown as CaseFacts['review']).keyLinesOfEnquiry

const summaryOf = (session: Session, finding: Finding, { text: read }: Readings): FindingSummary => {
  const { title, kind, domain, status, kloes, evidence } = finding.state
  return {
    id: finding.id,
    number: finding.number,
    title: read(title),
    kind,
    domain,
    status,
    kloes,
    entries: evidence.length,
    version: finding.version,
    changedAt: finding.writtenAt,
    changedBy: nameOf(session, finding.writtenBy),
  }
}

const missedShown = 50

/** Entries judged a missed opportunity that no finding rests on; a withdrawn finding rests on nothing. */
const missedIn = (
  { vault: { db } }: Session,
  caseId: string,
  findings: readonly Finding[],
  readings: Readings,
): FindingList['gaps']['missed'] => {
  const covered = new Set(
    findings
      .filter(({ state }) => state.status !== 'withdrawn')
      .flatMap(({ state }) => state.evidence.map(({ recordId }) => recordId)),
  )
  const missed = recordsJudged(db, caseId, 'missed-opportunity').filter((recordId) => !covered.has(recordId))
  const first = missed.slice(0, missedShown)
  const standing = standingEntries(db, caseId, first)
  const entries = first.flatMap((recordId) => standing.get(recordId) ?? [])
  return { total: missed.length, entries: entryRows(db, caseId, entries, readings) }
}

const evidenceOf = (session: Session, finding: Finding, readings: Readings): readonly EvidenceView[] => {
  const { db } = session.vault
  const { caseId, state } = finding
  const standing = standingEntries(
    db,
    caseId,
    state.evidence.map(({ recordId }) => recordId),
  )
  const rows = new Map(
    entryRows(db, caseId, [...standing.values()], readings).map((row) => [row.recordId, row]),
  )
  return state.evidence.flatMap(({ recordId, note }) => {
    const entry = rows.get(recordId)
    return entry === undefined
      ? []
      : [
          {
            recordId,
            note: readings.text(note),
            projected: readings.text(note) !== note,
            entry,
            removed: standing.get(recordId)?.status === 'removed',
          },
        ]
  })
}

const viewOf = (session: Session, finding: Finding, readings: Readings): FindingView => {
  const { title, statement } = finding.state
  return {
    ...summaryOf(session, finding, readings),
    statement: readings.text(statement),
    createdAt: finding.createdAt,
    createdBy: nameOf(session, finding.createdBy),
    evidence: evidenceOf(session, finding, readings),
    projected: [title, statement].some((text) => readings.text(text) !== text),
    comments: countComments(session.vault.db, finding.caseId, { kind: 'finding', id: finding.id }),
  }
}

const historyOf = (
  session: Session,
  findingId: string,
  { text: read }: Readings,
): readonly FindingVersionView[] =>
  listFindingVersions(session.vault.db, findingId).map(
    ({ version, state, writtenAt, writtenBy }, at, versions): FindingVersionView => {
      const before = versions[at + 1]
      const { title, statement, kind, domain, status, kloes, evidence } = state
      return {
        version,
        writtenAt,
        writtenBy: nameOf(session, writtenBy),
        changed: before
          ? changedParts(before.state, state)
          : ['title', 'statement', 'kind', 'domain', 'kloes', 'status', 'evidence'],
        title: read(title),
        statement: read(statement),
        kind,
        domain,
        status,
        kloes,
        entries: evidence.length,
      }
    },
  )

/** Throws `invalid` where the case has no such key line of enquiry. */
const kloesOf = (session: Session, caseId: string, kloes: readonly number[]): readonly number[] => {
  const known = new Set(keyLinesOf(session, caseId).map(({ n }) => n))
  if (kloes.some((n) => !known.has(n)))
    throw new ExpectedError('invalid', 'This case has no key line of enquiry of that number.', [
      { path: 'kloes', message: 'is not a key line of enquiry of this case' },
    ])
  return inOrder(kloes)
}

/** Throws `not-found` where one of them is not this case's. */
const checkRecords = ({ vault: { db } }: Session, caseId: string, recordIds: readonly string[]): void => {
  const found = standingEntries(db, caseId, recordIds)
  if (recordIds.some((recordId) => !found.has(recordId)))
    throw new ExpectedError('not-found', 'There is no such entry in this case.')
}

/** Throws `not-found` where an entry is no evidence of the finding. */
const checkEvidence = (evidence: readonly Evidence[], recordIds: readonly string[]): void => {
  const here = new Set(evidence.map(({ recordId }) => recordId))
  if (recordIds.some((recordId) => !here.has(recordId)))
    throw new ExpectedError('not-found', 'That entry is no evidence of this finding.')
}

/** What of an input changes a finding's own words. */
const fieldsOf = (
  session: Session,
  caseId: string,
  input: ValidInput<'finding.save'>,
): Partial<FindingState> => {
  const { title, statement, kind, domain, status, kloes } = input
  return {
    ...(title === undefined ? {} : { title }),
    ...(statement === undefined ? {} : { statement }),
    ...(kind === undefined ? {} : { kind }),
    ...(domain === undefined ? {} : { domain }),
    ...(status === undefined ? {} : { status }),
    ...(kloes === undefined ? {} : { kloes: kloesOf(session, caseId, kloes) }),
  }
}

type Changed = { readonly findingId: string; readonly number: number; readonly version: number }

/** The step that makes another version of a finding; one that would say the same changes nothing. */
const changing =
  <More extends object>(
    context: Pick<Context<'finding.save'>, 'session' | 'env' | 'caseId'>,
    { findingId, version }: { readonly findingId: string; readonly version: number },
    change: (finding: Finding) => {
      readonly state: FindingState
      readonly detail?: Record<string, number>
      readonly more: More
    },
  ): (() => Done<Changed & More>) =>
  () => {
    const { session, env, caseId } = context
    const { db } = session.vault
    const finding = getFinding(db, caseId ?? '', findingId)
    const { state, detail, more } = change(finding)
    const parts = changedParts(finding.state, state)
    const same = parts.length === 0 && finding.version === version
    const next = same
      ? version
      : saveFinding(db, { id: findingId, version }, { state, by: session.user.id, at: env.now() })
    return {
      value: { findingId, number: finding.number, version: next, ...more },
      record: findingId,
      version: next,
      detail: { changed: parts.join(', '), ...detail },
    }
  }

const reading = (
  context: { readonly session: Session; readonly caseId: string | null },
  pseudonyms: boolean,
) => readingsFor(context.session, context.caseId ?? '', pseudonyms)

export const findingActions: Handlers<Names> = {
  'finding.list': (context, { pseudonyms }) => {
    const { session } = context
    const caseId = context.caseId ?? ''
    return () => {
      const readings = reading(context, pseudonyms)
      const findings = listFindings(session.vault.db, caseId)
      const open = unanswered(
        keyLinesOf(session, caseId),
        findings.map(({ state }) => state),
      )
      return {
        value: {
          findings: findings.map((finding) => summaryOf(session, finding, readings)),
          gaps: {
            kloes: open.map(({ n, text }) => ({ n, text: readings.text(text) })),
            missed: missedIn(session, caseId, findings, readings),
          },
        },
      }
    }
  },

  'finding.show': (context, { findingId, pseudonyms }) => {
    const { session, caseId } = context
    return () => {
      const finding = getFinding(session.vault.db, caseId ?? '', findingId)
      return {
        value: viewOf(session, finding, reading(context, pseudonyms)),
        record: findingId,
        version: finding.version,
      }
    }
  },

  'finding.history': (context, { findingId, pseudonyms }) => {
    const { session, caseId } = context
    return () => {
      getFinding(session.vault.db, caseId ?? '', findingId)
      return { value: historyOf(session, findingId, reading(context, pseudonyms)), record: findingId }
    }
  },

  'finding.of-entry': (context, { recordId, pseudonyms }) => {
    const { session, caseId } = context
    return () => {
      checkRecords(session, caseId ?? '', [recordId])
      const readings = reading(context, pseudonyms)
      const value = findingsOfRecord(session.vault.db, caseId ?? '', recordId).map((finding) => ({
        ...summaryOf(session, finding, readings),
        note: readings.text(finding.state.evidence.find((one) => one.recordId === recordId)?.note ?? ''),
      }))
      return { value, record: recordId }
    }
  },

  'finding.add': ({ session, env, ...context }, { recordIds, note, ...input }) => {
    const caseId = context.caseId ?? ''
    return () => {
      checkRecords(session, caseId, recordIds)
      const id = env.newId()
      const fields = fieldsOf(session, caseId, { ...input, findingId: id, version: 1 })
      const state: FindingState = {
        statement: '',
        kind: 'finding',
        domain: null,
        status: 'draft',
        kloes: [],
        ...fields,
        title: input.title,
        evidence: withEntries([], recordIds, note),
      }
      insertFinding(session.vault.db, { id, caseId }, { state, by: session.user.id, at: env.now() })
      const { number } = getFinding(session.vault.db, caseId, id)
      return {
        value: { findingId: id, number, version: 1 },
        record: id,
        version: 1,
        detail: { entries: state.evidence.length },
      }
    }
  },

  'finding.save': (context, input) =>
    changing(context, input, ({ state, caseId }) => ({
      state: reworded(state, fieldsOf(context.session, caseId, input)),
      more: {},
    })),

  'finding.add-entries': (context, input) =>
    changing(context, input, ({ state, caseId }) => {
      checkRecords(context.session, caseId, input.recordIds)
      const evidence = withEntries(state.evidence, input.recordIds, input.note)
      const added = evidence.length - state.evidence.length
      return { state: { ...state, evidence }, detail: { added }, more: { added } }
    }),

  'finding.remove-entries': (context, input) =>
    changing(context, input, ({ state }) => {
      checkEvidence(state.evidence, input.recordIds)
      const evidence = withoutEntries(state.evidence, input.recordIds)
      return {
        state: { ...state, evidence },
        detail: { removed: state.evidence.length - evidence.length },
        more: {},
      }
    }),

  'finding.note-entry': (context, input) =>
    changing(context, input, ({ state }) => {
      checkEvidence(state.evidence, [input.recordId])
      return { state: { ...state, evidence: withNote(state.evidence, input.recordId, input.note) }, more: {} }
    }),

  'finding.move-entry': (context, input) =>
    changing(context, input, ({ state }) => {
      checkEvidence(state.evidence, [input.recordId])
      return { state: { ...state, evidence: movedTo(state.evidence, input.recordId, input.place) }, more: {} }
    }),

  'finding.restore': (context, input) =>
    changing(context, input, ({ id }) => ({
      state: getFindingVersion(context.session.vault.db, id, input.to).state,
      more: {},
    })),
}
