import { listAgencies } from '../../db/agencies.ts'
import { isOnTeam } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { listDecisions } from '../../db/decisions.ts'
import type { Entry } from '../../db/entries.ts'
import { peopleKeyVersion, readPeopleKey } from '../../db/people-key.ts'
import { listSources } from '../../db/sources.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Redaction } from '../../domain/redaction/redaction.ts'
import type { Session } from '../host.ts'
import type { EntryRow } from '../views.ts'
import { withoutNames } from './file-names.ts'
import { linkMarksOf } from './linked-accounts.ts'
import { pseudonymsOf, type Pseudonyms } from './search-as-read.ts'
import { marksOf } from './show-analysis.ts'

/** Turns texts into what a reader may see: as recorded, or with every name as its pseudonym. Nothing stored changes. */
export type Reading = (text: string) => string

export type Readings = {
  readonly text: Reading
  readonly fileName: Reading
  /**
   * The name of an agency of the case where it stands as who sent or receives something. Those who may read the key always
   * see it as it is, so that nothing is sent to the wrong body; inside a text it is projected with the rest.
   */
  readonly agency: Reading
}

export const asRecorded: Reading = (text) => text

/** What hides the names of one case, made once until its key or a decision changes. */
export type HiddenReading = Readings & {
  readonly key: string
  readonly pseudonyms: Pseudonyms
  /** For what leaves the vault: whatever may be a name and nobody has decided on is left out too. */
  readonly leaving: Reading
}

/** Texts already read are kept up to so many characters, so that going back over a chronology costs nothing. */
const mostCharacters = 24_000_000

const once = (read: Reading): Reading => {
  const known = new Map<string, string>()
  let characters = 0
  return (text) => {
    if (text === '') return text
    const before = known.get(text)
    if (before !== undefined) return before
    const shown = read(text)
    characters += text.length + shown.length
    if (characters > mostCharacters) {
      known.clear()
      characters = text.length + shown.length
    }
    known.set(text, shown)
    return shown
  }
}

export const hiddenReading = (session: Session, caseId: string): HiddenReading => {
  const { db } = session.vault
  const decisions = listDecisions(db, caseId)
  const key = `${peopleKeyVersion(db, caseId)} ${decisions.map(({ id }) => id).join(' ')}`
  const known = session.readings.get(caseId)
  if (known?.key === key) return known
  const prepared = prepareRoster(readPeopleKey(db, caseId))
  const look = (text: string): Redaction => redact(text, prepared, { audience: 'agencies', decisions })
  const text = once((text) => withoutOpenNames(text, look(text), isOfTheKey))
  const made = {
    key,
    text,
    fileName: once(withoutNames(look)),
    agency: text,
    pseudonyms: pseudonymsOf(prepared),
    leaving: once((text) => withoutOpenNames(text, look(text), () => true)),
  }
  session.readings.set(caseId, made)
  return made
}

const openName = '[name not yet decided]'

type Candidate = Redaction['candidates'][number]

/** What may be one of several people of the key. */
const isOfTheKey = ({ entities = [] }: Candidate): boolean => entities.length > 0

/** With candidates left out too, those asked for, until somebody has decided who or what they are. */
const withoutOpenNames = (
  text: string,
  { spans, candidates }: Redaction,
  isOpen: (candidate: Candidate) => boolean,
): string => {
  const open = candidates.filter(isOpen).map(({ start, end }) => ({ start, end, replacement: openName }))
  let shown = ''
  let at = 0
  for (const { start, end, replacement } of [...spans, ...open].sort((x, y) => x.start - y.start)) {
    if (end <= at) continue
    shown += text.slice(at, Math.max(at, start)) + replacement
    at = end
  }
  return shown + text.slice(at)
}

export const mayName = (session: Session, caseId: string): boolean =>
  isAllowed(session.user.role, 'people-key:read', isOnTeam(session.vault.db, caseId, session.user.id))

/** Who may not read the key reads pseudonyms, whatever was asked for. */
export const readingsFor = (session: Session, caseId: string, pseudonyms: boolean): Readings => {
  const named = mayName(session, caseId)
  if (named && !pseudonyms) return { text: asRecorded, fileName: asRecorded, agency: asRecorded }
  const { text, fileName, agency } = hiddenReading(session, caseId)
  return { text, fileName, agency: named ? asRecorded : agency }
}

/** As what leaves in pseudonyms is read: every name as its pseudonym, what may be a name and is undecided left out. */
export const readingsToLeave = (session: Session, caseId: string): Readings => {
  const { leaving, fileName } = hiddenReading(session, caseId)
  return { text: leaving, fileName, agency: leaving }
}

/** Makes list rows of entries of one case. */
export const entryRows = (
  db: Db,
  caseId: string,
  entries: readonly Entry[],
  { text: read, fileName: readFileName, agency: readAgency }: Readings,
): readonly EntryRow[] => {
  const agencies = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, readAgency(name)]))
  const files = new Map(
    listSources(db, caseId).map(({ id, fileName, format }) => [
      id,
      { fileName: readFileName(fileName), format },
    ]),
  )
  const marks = marksOf(db, caseId, entries, read)
  const links = linkMarksOf(db, caseId, entries)
  return entries.map((entry): EntryRow => {
    const { fields } = entry
    const file = files.get(entry.sourceId)
    return {
      id: entry.id,
      recordId: entry.recordId,
      agencyId: entry.agencyId,
      agency: agencies.get(entry.agencyId) ?? entry.agencyId,
      source: {
        file: file?.fileName ?? '',
        ...(file?.format === 'xlsx' || file?.format === 'ods' ? { sheet: read(entry.sheet) } : {}),
        row: entry.row,
        where: read(entry.where),
      },
      date: { ...entry.date, original: read(entry.date.original) },
      event: read(fields.event ?? ''),
      ...(fields.action === undefined ? {} : { action: read(fields.action) }),
      ...(fields.outcome === undefined ? {} : { outcome: read(fields.outcome) }),
      ...(fields.comment === undefined ? {} : { analysis: read(fields.comment) }),
      ...(fields.contactType === undefined ? {} : { contactType: read(fields.contactType) }),
      ...(fields.author === undefined ? {} : { author: read(fields.author) }),
      ...(fields.source === undefined ? {} : { recordedIn: read(fields.source) }),
      hiddenRow: entry.hiddenRow,
      removed: entry.status === 'removed',
      declaredNoContact: entry.declaredNoContact,
      marks: marks.get(entry.recordId) ?? null,
      linked: links.get(entry.recordId)?.linked ?? 0,
      conflicts: links.get(entry.recordId)?.conflicts ?? 0,
    }
  })
}
