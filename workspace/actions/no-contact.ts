import { getAgency } from '../../db/agencies.ts'
import { appendAudit } from '../../db/audit.ts'
import { completeDisclosure, prepareDisclosure } from '../../db/disclosures.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import {
  getLetter,
  getSilenceLength,
  insertLetter,
  insertStatement,
  listQueries,
  listLetters,
  markLetterSent,
  nextLetterNumber,
  raiseQuery,
  setSilenceLength,
  withdrawStatement,
} from '../../db/no-contact.ts'
import { inTransaction } from '../../db/transaction.ts'
import { getUser } from '../../db/users.ts'
import { spanOf } from '../../domain/chronology/find-gaps.ts'
import type { Span } from '../../domain/dates/calendar.ts'
import { splitSpans } from '../../domain/dates/split-spans.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import { assertNever, ExpectedError } from '../../domain/result.ts'
import { noContactView, readNoContact, silencesOf } from '../chronology/no-contact.ts'
import { draftLetter, writeLetter, type DraftLetter } from '../chronology/query-letter.ts'
import { readingsFor, type Reading } from '../chronology/show-entries.ts'
import type { Handlers, Session } from '../host.ts'
import { addresseeOf } from '../packs/recipient.ts'
import { refuseInsideVault, writeFiles } from '../write-files.ts'

type Names =
  | 'no-contact.show'
  | 'no-contact.set-length'
  | 'no-contact.state'
  | 'no-contact.answer'
  | 'no-contact.withdraw'
  | 'no-contact.letter'
  | 'no-contact.send'
  | 'no-contact.sent'

/** By what right an agency is asked for its records. Requirements section 1, information requests. */
const basis = {
  purpose:
    'To ask an agency taking part in a safeguarding adult review about periods its record leaves open.',
  lawfulBasis: 'UK GDPR Article 6(1)(e)',
  power: 'Care Act 2014 section 45',
  necessity: 'Holds the case reference, a code name and the periods asked about. It names no person.',
} as const

const refuseFuture = (day: string, today: string): void => {
  if (day > today)
    throw new ExpectedError('invalid', 'That day is still to come.', [
      { path: 'saidOn', message: 'Enter a day that is not still to come' },
    ])
}

/** A statement is of days on which nothing is recorded. */
const refuseContradiction = (db: Db, caseId: string, agencyId: string, span: Span): void => {
  const entries = readNoContact(db, caseId, 1).agencies.get(agencyId)?.entries ?? []
  const contacts = entries.filter(({ declaredNoContact }) => !declaredNoContact).flatMap(spanOf)
  if (splitSpans([span], contacts).outside.length > 0) return
  throw new ExpectedError('invalid', 'The agency’s record holds entries on every day of this period.', [
    { path: 'from', message: 'Choose a period without entries' },
  ])
}

/** Only days that are silent and not yet stated can be asked about. */
const refuseNothingToAsk = (db: Db, caseId: string, agencyId: string, stretches: readonly Span[]): void => {
  const { days } = getSilenceLength(db, caseId)
  const record = silencesOf(readNoContact(db, caseId, days), days).find((one) => one.agencyId === agencyId)
  const unstated = (record?.silences ?? []).flatMap(({ stretches: parts }) =>
    parts.filter(({ state }) => state !== 'stated' && state !== 'stated-in-file'),
  )
  if (stretches.every((span) => splitSpans([span], unstated).outside.length === 0)) return
  throw new ExpectedError(
    'conflict',
    'A period is no longer without an entry or a statement. Look at the periods again.',
  )
}

/** Recorded before a file is written: a letter cut short is still on record, as prepared. */
const prepare = (
  session: Session,
  given: {
    readonly letterId: string
    readonly caseId: string
    readonly agencyId: string
    readonly n: number
    readonly letter: DraftLetter
    readonly stretches: readonly (Span & { readonly id: string })[]
    readonly disclosureId: string
    readonly now: string
    readonly files: readonly { name: string; format: string; sha256: string; bytes: Uint8Array }[]
  },
): void => {
  const { db } = session.vault
  const { caseId, agencyId, letter, letterId, disclosureId, now } = given
  inTransaction(session.vault, () => {
    prepareDisclosure(db, {
      id: disclosureId,
      caseId,
      kind: 'letter',
      packId: null,
      recipient: agencyId,
      sentTo: addresseeOf(db, caseId, agencyId, now.slice(0, 10)),
      choices: {},
      basis,
      profile: 'query about no contact',
      records: [{ id: caseId, version: getCase(db, caseId).version }],
      approver: session.user.id,
      releasedBy: session.user.id,
      method: 'files in a folder',
      at: now,
      files: given.files.map(({ name, format, sha256, bytes }) => ({
        name,
        format,
        sha256,
        bytes: bytes.length,
      })),
    })
    insertLetter(
      db,
      {
        id: letterId,
        caseId,
        agencyId,
        n: given.n,
        writtenOn: now.slice(0, 10),
        replyBy: letter.replyBy,
        askedBy: session.user.id,
        askedAt: now,
        disclosureId,
        document: letter.document,
      },
      given.stretches,
    )
    appendAudit(session.vault, {
      userId: session.user.id,
      userName: session.user.name,
      action: 'no-contact.send',
      caseId,
      record: letterId,
      detail: {
        state: 'prepared',
        agencyId,
        letter: given.n,
        disclosure: disclosureId,
        files: given.files.length,
      },
    })
  })
}

/** A document with every text as its reader may see it. */
const readDocument = (document: PackDocument, read: Reading): PackDocument => ({
  ...document,
  title: read(document.title),
  subtitle: read(document.subtitle),
  blocks: document.blocks.map((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, text: read(block.text) }
      case 'list':
        return { ...block, items: block.items.map(read) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(read)) }
      default:
        return assertNever(block)
    }
  }),
})

export const noContactActions: Handlers<Names> = {
  'no-contact.show':
    ({ session, env, ...context }, { atLeastDays, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const readings = readingsFor(session, caseId, pseudonyms)
      const days = atLeastDays ?? getSilenceLength(db, caseId).days
      const today = env.now().slice(0, 10)
      return { value: noContactView(db, caseId, { atLeastDays: days, today, readings }) }
    },

  'no-contact.set-length':
    ({ session, ...context }, { days, version }) =>
    () => {
      const caseId = context.caseId ?? ''
      const value = setSilenceLength(session.vault.db, caseId, { days, version })
      return { value, record: caseId, version: value.version, detail: { days } }
    },

  'no-contact.state':
    ({ session, env, ...context }, { agencyId, from, to, saidBy, saidOn, means, note }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const now = env.now()
      getAgency(db, caseId, agencyId)
      refuseFuture(saidOn, now.slice(0, 10))
      refuseBackwards({ from, to })
      refuseContradiction(db, caseId, agencyId, { from, to })
      const statementId = env.newId()
      insertStatement(db, {
        ...{ id: statementId, caseId, agencyId, queryId: null, kind: 'no-contact' },
        ...{ from, to, saidBy, saidOn, means, note },
        recordedBy: session.user.id,
        recordedAt: now,
      })
      return {
        value: { statementId },
        record: statementId,
        version: 1,
        detail: { agencyId, from, to, means },
      }
    },

  'no-contact.answer':
    ({ session, env, ...context }, { queryId, version, kind, saidBy, saidOn, means, note }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const now = env.now()
      const query = listQueries(db, caseId).find(({ id }) => id === queryId)
      const letter = listLetters(db, caseId).find(({ id }) => id === query?.letterId)
      if (!query || !letter) throw new ExpectedError('not-found', 'There is no such query in this case.')
      refuseFuture(saidOn, now.slice(0, 10))
      const raised = raiseQuery(db, { id: queryId, version })
      const statementId = env.newId()
      insertStatement(db, {
        ...{ id: statementId, caseId, agencyId: letter.agencyId, queryId, kind },
        ...{ from: query.from, to: query.to, saidBy, saidOn, means, note },
        recordedBy: session.user.id,
        recordedAt: now,
      })
      return {
        value: { statementId, version: raised },
        record: queryId,
        version: raised,
        detail: { agencyId: letter.agencyId, letter: letter.n, answer: kind, means },
      }
    },

  'no-contact.withdraw':
    ({ session, env, ...context }, { statementId }) =>
    () => {
      const caseId = context.caseId ?? ''
      withdrawStatement(session.vault.db, {
        ...{ caseId, id: statementId },
        ...{ by: session.user.id, at: env.now() },
      })
      return { value: null, record: statementId, version: 2 }
    },

  'no-contact.letter':
    ({ session, env, ...context }, { agencyId, stretches, replyBy, words }) =>
    () => {
      const caseId = context.caseId ?? ''
      const order = { caseId, agencyId, stretches, replyBy, words }
      const letter = draftLetter(session.vault.db, order, env.now())
      return {
        value: {
          document: letter.document,
          words: letter.words,
          replyBy: letter.replyBy,
          found: letter.found,
        },
      }
    },

  'no-contact.send': async (
    { session, env, pastStopping, ...context },
    { agencyId, stretches, replyBy, words, namesNobody, out },
  ) => {
    const { db } = session.vault
    const caseId = context.caseId ?? ''
    const now = env.now()
    refuseInsideVault(session.vault.dir, out)
    refuseNothingToAsk(db, caseId, agencyId, stretches)
    const letter = draftLetter(db, { caseId, agencyId, stretches, replyBy, words, namesNobody }, now)
    const n = nextLetterNumber(db, caseId)
    const files = await writeLetter(letter, n)
    const [letterId, disclosureId] = [env.newId(), env.newId()]
    const asked = stretches.map((span) => ({ ...span, id: env.newId() }))
    pastStopping()
    prepare(session, { letterId, caseId, agencyId, n, letter, stretches: asked, disclosureId, now, files })
    await writeFiles(out, files)
    return () => {
      completeDisclosure(db, disclosureId)
      markLetterSent(db, letterId)
      return {
        value: {
          letterId,
          letter: n,
          disclosureId,
          files: files.map(({ name, format, sha256, bytes }) => ({
            name,
            format,
            sha256,
            bytes: bytes.length,
          })),
        },
        record: letterId,
        detail: { state: 'sent', agencyId, letter: n, periods: asked.length, replyBy, files: files.length },
      }
    }
  },

  'no-contact.sent':
    ({ session, ...context }, { letterId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const letter = getLetter(db, caseId, letterId)
      const { text } = readingsFor(session, caseId, pseudonyms)
      return {
        value: {
          letter: letter.n,
          agencyId: letter.agencyId,
          askedBy: getUser(db, letter.askedBy)?.name ?? '',
          askedAt: letter.askedAt,
          replyBy: letter.replyBy,
          document: readDocument(letter.document, text),
        },
        record: letterId,
      }
    },
}

const refuseBackwards = ({ from, to }: Span): void => {
  if (to < from)
    throw new ExpectedError('invalid', 'The period ends before it begins.', [
      { path: 'to', message: 'Enter a day on or after the first' },
    ])
}
