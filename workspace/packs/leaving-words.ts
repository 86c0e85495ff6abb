import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Redaction, RedactionDecision } from '../../domain/redaction/redaction.ts'
import type { WordsFinding } from '../contract/words-finding.ts'
import { caseKey, type CaseKey } from './refuse-at-gate.ts'

/** What words that leave for one agency are held against: the case's key, its decisions, and whom it may name. */
export type LeavingWords = CaseKey & {
  /** The case's own words as they may leave: under a pseudonym where the key says so. */
  readonly shown: (text: string) => string
  readonly agency: string
  readonly board: string
  readonly caseReference: string
  readonly codeName: string
  readonly find: (text: string) => readonly WordsFinding[]
}

/**
 * Prepares the look at what a person wrote to one agency. Who writes, to whom and the case's reference are what it is for, and
 * so may stand; `namesNobody` are words that look like a name and that a person has said are none.
 */
export const leavingWords = (
  db: Db,
  caseId: string,
  agencyName: string,
  namesNobody: readonly string[] = [],
): LeavingWords => {
  const record = getCase(db, caseId)
  const { roster, prepared, decisions: decided } = caseKey(db, caseId)
  const shown = (text: string): string =>
    redact(text, prepared, { audience: 'agencies', decisions: decided }).text
  const agency = shown(agencyName)
  const board = shown(record.board === '' ? 'The Safeguarding Adults Board' : record.board)
  const decisions: readonly RedactionDecision[] = [
    ...decided,
    ...[record.ref, board, agency, ...namesNobody].map((text) => ({
      ...{ text, decision: 'keep' as const },
    })),
  ]
  const look = (text: string): Redaction => redact(text, prepared, { audience: 'agencies', decisions })
  return {
    ...{ roster, prepared, decisions, shown, agency, board },
    caseReference: record.ref,
    codeName: shown(record.title),
    find: (text) => {
      const { spans, candidates } = look(text)
      const found = [
        ...spans.map(({ start, end, kind, replacement }) => ({
          ...{ text: text.slice(start, end), kind, replacement },
          why: 'The people key or a pattern knows this.',
        })),
        ...candidates.map(({ start, end, kind, why }) => ({
          ...{ text: text.slice(start, end), kind, why },
          replacement: null,
        })),
      ]
      return [...new Map(found.map((one) => [one.text, one])).values()]
    },
  }
}
