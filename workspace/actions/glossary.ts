import { setImmediate as nextTurn } from 'node:timers/promises'
import { listAgencies } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { listEntries, type EntryCursor, type EntryPage } from '../../db/entry-list.ts'
import { listGlossary, listStatedAbbreviations, saveTerm, type StoredTerm } from '../../db/glossary.ts'
import { readPeopleKey } from '../../db/people-key.ts'
import { getUser } from '../../db/users.ts'
import {
  findAbbreviations,
  inOrderOfCount,
  isNameOfKey,
  namesInCapitals,
} from '../../domain/chronology/find-abbreviations.ts'
import type { GlossaryTerm } from '../../domain/chronology/glossary.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readingsFor, type Reading } from '../chronology/show-entries.ts'
import type { OfferedTerm, TermView } from '../contract/glossary.ts'
import type { Handlers } from '../host.ts'

type Names = 'glossary.list' | 'glossary.unexplained' | 'glossary.save'

const viewOf = (db: Db, term: StoredTerm, asPseudonyms: Reading): TermView => ({
  id: term.id,
  abbreviation: asPseudonyms(term.abbreviation),
  meaning: asPseudonyms(term.meaning),
  agencyId: term.agencyId,
  state: term.state,
  version: term.version,
  changedBy: getUser(db, term.changedBy)?.name ?? '',
  changedAt: term.changedAt,
})

/** Abbreviations the case's own file explains, but for those the glossary speaks of itself. */
const ofCaseFile = (
  db: Db,
  caseId: string,
  terms: readonly TermView[],
  read: Reading,
): readonly TermView[] => {
  const { abbreviations } = getCase(db, caseId).data
  if (typeof abbreviations !== 'object' || abbreviations === null) return []
  const known = new Set(terms.flatMap((term) => (term.agencyId === null ? [term.abbreviation] : [])))
  return Object.entries(abbreviations)
    .filter(([abbreviation]) => !known.has(abbreviation))
    .map(([abbreviation, meaning]: [string, unknown]) => ({
      id: null,
      abbreviation,
      meaning: read(String(meaning)),
      agencyId: null,
      state: 'explained',
      version: 0,
      changedBy: null,
      changedAt: null,
    }))
}

/**
 * The glossary of a case as it is read on screen and printed, with what was removed left out. It never holds a name: one that
 * came into the key later is read as its pseudonym.
 */
export const glossaryOf = (db: Db, caseId: string, asPseudonyms: Reading): readonly TermView[] => {
  const terms = listGlossary(db, caseId).map((term) => viewOf(db, term, asPseudonyms))
  const byAbbreviation = (a: TermView, b: TermView): number =>
    a.abbreviation.localeCompare(b.abbreviation, 'en') || (a.agencyId ?? '').localeCompare(b.agencyId ?? '')
  return [...terms, ...ofCaseFile(db, caseId, terms, asPseudonyms)].sort(byAbbreviation)
}

const offeredTo = (
  db: Db,
  caseId: string,
  terms: readonly TermView[],
  asPseudonyms: Reading,
): readonly OfferedTerm[] => {
  const names = namesInCapitals(readPeopleKey(db, caseId))
  const known = new Set(terms.map(({ abbreviation, meaning }) => `${abbreviation} ${meaning.toLowerCase()}`))
  const aside = new Set(terms.flatMap((term) => (term.state === 'not-one' ? [term.abbreviation] : [])))
  return listStatedAbbreviations(db, caseId)
    .filter(
      ({ abbreviation, meaning }) =>
        !known.has(`${abbreviation} ${meaning.toLowerCase()}`) &&
        !aside.has(abbreviation) &&
        !isNameOfKey(abbreviation, names) &&
        asPseudonyms(abbreviation) === abbreviation,
    )
    .map((term) => ({ ...term, meaning: asPseudonyms(term.meaning) }))
}

/** The glossary is printed and read by everybody, so no name of the key may stand in it. */
const refuseNames = (terms: readonly GlossaryTerm[], asPseudonyms: Reading): void => {
  const fields = terms.flatMap((term, at) =>
    (['abbreviation', 'meaning'] as const)
      .filter((part) => asPseudonyms(term[part]) !== term[part])
      .map((part) => ({
        path: `terms.${at}.${part}`,
        message: 'Use a pseudonym: the glossary is seen by everybody',
      })),
  )
  if (fields.length > 0)
    throw new ExpectedError('invalid', 'The glossary cannot hold a name of the people key.', fields)
}

/** One meaning for one abbreviation and agency. */
const refuseDoubles = (db: Db, caseId: string): void => {
  const seen = new Set<string>()
  for (const { abbreviation, agencyId, state } of listGlossary(db, caseId)) {
    const key = `${abbreviation} ${state === 'not-one' ? '' : (agencyId ?? '')}`
    if (seen.has(key))
      throw new ExpectedError('invalid', 'The glossary explains this abbreviation already.', [
        { path: 'terms', message: 'Change the one that is there, or say which agency uses this one' },
      ])
    seen.add(key)
  }
}

/** How many entries are read before somebody else's turn. */
const entriesPerTurn = 2_000

export const glossaryActions: Handlers<Names> = {
  'glossary.list':
    ({ session, ...context }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const { text } = readingsFor(session, caseId, true)
      const terms = glossaryOf(db, caseId, text)
      return { value: { terms, offered: offeredTo(db, caseId, terms, text) } }
    },

  'glossary.unexplained': async ({ session, ...context }, { limit }) => {
    const { db } = session.vault
    const caseId = context.caseId ?? ''
    const known = new Set(glossaryOf(db, caseId, (text) => text).map(({ abbreviation }) => abbreviation))
    const names = namesInCapitals(readPeopleKey(db, caseId))
    const counts = new Map<string, number>()
    let after: EntryCursor | null = null
    do {
      const page: EntryPage = listEntries(db, { caseId }, { after, limit: entriesPerTurn })
      const texts = page.entries.flatMap(({ fields }) => Object.values(fields))
      for (const { abbreviation, count } of findAbbreviations(texts, { known, names }))
        counts.set(abbreviation, (counts.get(abbreviation) ?? 0) + count)
      after = page.next
      await nextTurn()
    } while (after !== null)
    const found = inOrderOfCount(counts)
    return () => ({ value: { found: found.slice(0, limit), total: found.length } })
  },

  'glossary.save':
    ({ session, env, ...context }, { terms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const agencies = new Set(listAgencies(db, caseId).map(({ agencyId }) => agencyId))
      if (terms.some(({ agencyId }) => agencyId !== null && !agencies.has(agencyId)))
        throw new ExpectedError('not-found', 'There is no such agency in this case.')
      const { text } = readingsFor(session, caseId, true)
      refuseNames(terms, text)
      const saved = terms.map((term) => {
        const write = { ...term, id: term.id ?? env.newId(), caseId, by: session.user.id, at: env.now() }
        const version = saveTerm(db, write)
        return viewOf(db, { ...write, version, changedBy: write.by, changedAt: write.at }, text)
      })
      refuseDoubles(db, caseId)
      return { value: { terms: saved }, detail: { terms: saved.length } }
    },
}
