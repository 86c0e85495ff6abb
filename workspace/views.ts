import type { ReportBlock } from '../domain/packs/report-block.ts'
import type { EntryField, ParsedChronology } from '../domain/chronology/entry.ts'
import type { Gap } from '../domain/chronology/find-gaps.ts'
import type { Announcement } from '../domain/chronology/source-table.ts'
import type { ImpreciseDate } from '../domain/dates/imprecise-date.ts'
import type { AuditedCell, PublishedCell } from '../domain/disclosure/protect-sac.ts'
import type { PackChoices } from '../domain/packs/choices.ts'
import type { PackDocument, PackFormat } from '../domain/packs/pack-document.ts'
import type { WithheldReason } from '../domain/packs/withhold-entries.ts'
import type { ProfileId } from '../domain/packs/profile.ts'
import type { Permission, Role } from '../domain/permissions/permissions.ts'
import type { Candidate, Leak, RedactionSpan } from '../domain/redaction/redaction.ts'
import type { AnalysisMarks } from './contract/analysis.ts'

/** What actions answer with: plain data, safe to clone between processes. */

export type SessionView = {
  readonly vaultId: string
  readonly vaultName: string
  readonly userId: string
  readonly userName: string
  readonly role: Role
  readonly permissions: readonly Permission[]
  /** Open for reading only because something is wrong: what was found at opening. Null for a vault opened as usual. */
  readonly inspection: { readonly problems: readonly string[] } | null
}

export type VaultPeek = { readonly name: string; readonly users: readonly string[] }

export type VaultCheck = {
  readonly ok: boolean
  readonly pages: number
  readonly auditEntries: number
  readonly problems: readonly string[]
  readonly independent?: {
    readonly available: boolean
    readonly cipherVersion: string | null
    readonly ok: boolean
    readonly problems: readonly string[]
  }
}

export type UserView = { readonly id: string; readonly name: string; readonly role: Role }

export type CaseSummary = {
  readonly id: string
  /** The Board's reference, e.g. CAL-SAR-2024-A. */
  readonly ref: string
  /** Code name only, e.g. "Adult A". */
  readonly title: string
  readonly board: string
  readonly stage: string
  readonly entries: number
  readonly agencies: number
  readonly initiated: string | null
  readonly dueDate: string | null
  /** Clock words, e.g. "day 94 of 6 months, due 31 Jul 2024"; null before initiation. */
  readonly clock: string | null
  /** Past the due date, at conclusion or today; 0 where it is not. */
  readonly daysOverdue: number
}

export type CaseView = CaseSummary & {
  readonly reviewPeriod: { readonly start: string | null; readonly end: string | null }
  readonly decision: { readonly outcome: string; readonly basis: string } | null
  readonly adults: readonly {
    readonly id: string
    readonly code: string
    readonly outcome: string | null
    /** Which sensitive categories hold a value; never the value. */
    readonly sensitive: readonly SensitiveCategory[]
  }[]
  readonly abuseTypes: readonly string[]
  readonly kloes: readonly { readonly n: number; readonly text: string }[]
  readonly agencyList: readonly AgencyView[]
  readonly parallelProcesses: readonly {
    readonly type: string
    readonly status: string
    readonly effect: string
  }[]
  readonly keyDates: readonly { readonly what: string; readonly date: string }[]
  readonly team: readonly UserView[]
}

export type AgencyView = {
  readonly id: string
  readonly name: string
  readonly sector: string
  readonly entries: number
  readonly sources: number
  readonly contributions: number
}

export const sensitiveCategories = [
  'ethnicity',
  'religion',
  'health',
  'sexual-orientation',
  'gender-identity',
  'unclassified',
  'criminal-offence',
] as const
export type SensitiveCategory = (typeof sensitiveCategories)[number]

export type PeopleKeyEntry = {
  readonly id: string
  readonly kind: 'person' | 'place' | 'organisation'
  readonly name: string
  readonly pseudonym: string
  readonly role: string
  readonly aliases: readonly string[]
  readonly aliasesNeedingCare: Readonly<Record<string, string>>
  readonly identifiers: readonly { readonly type: string; readonly value: string }[]
  readonly replaceIn: 'every' | 'public'
  readonly doNotDisclose: readonly {
    readonly what: string
    readonly notTo: readonly string[]
    readonly reason: string
  }[]
  readonly version: number
}

export type SourceView = {
  readonly id: string
  readonly agencyId: string
  readonly agencyName: string
  readonly fileName: string
  readonly sha256: string
  readonly importedAt: string
  readonly importedBy: string
  readonly supersededBy: string | null
  readonly rows: ParsedChronology['rows']
  readonly announced: readonly Announcement[]
  readonly needsAttention: ParsedChronology['needsAttention']
}

/** What of a report on a file holds the file's own words. */
export type ImportWords = Pick<ImportReport, 'differences' | 'announced' | 'needsAttention' | 'mapping'> & {
  readonly file: string
}

export type ImportReport = {
  /** Null after a dry run. */
  readonly source: { readonly id: string; readonly file: string; readonly sha256: string } | null
  readonly rows: ParsedChronology['rows']
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  /** How many of those added an earlier version held: what was said of them returns. */
  readonly returned: number
  readonly differences: readonly {
    readonly kind: 'added' | 'changed' | 'removed'
    /** Of an added one: an earlier version held it, and `fields` says what it changed since. */
    readonly returned?: true
    /** The agency's own reference for the entry, where it has one. */
    readonly reference: string | null
    readonly where: string
    readonly date: string
    /** The event as the entry tells it: the new wording where it changed. */
    readonly text: string
    readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  }[]
  readonly announced: readonly Announcement[]
  readonly needsAttention: ParsedChronology['needsAttention']
  readonly mapping: ParsedChronology['mapping']
  /** The same words with every name as its pseudonym, where they were asked for. */
  readonly asPseudonyms?: ImportWords
}

/** One row of the combined chronology. */
export type EntryRow = {
  readonly id: string
  /** Shared by all versions of the entry: what people say of it hangs on this. */
  readonly recordId: string
  readonly agencyId: string
  readonly agency: string
  readonly source: {
    readonly file: string
    readonly sheet?: string
    readonly row: number
    readonly where: string
  }
  readonly date: ImpreciseDate
  readonly event: string
  readonly action?: string
  readonly outcome?: string
  /** The agency's own comment on the event. */
  readonly analysis?: string
  readonly contactType?: string
  readonly author?: string
  /** Which record it was taken from, as the agency says. */
  readonly recordedIn?: string
  readonly hiddenRow: boolean
  /** A later version of its file no longer holds it, or holds it changed. */
  readonly removed: boolean
  readonly declaredNoContact: boolean
  /** What the review says of it; null where nobody has said anything. */
  readonly marks: AnalysisMarks | null
  /** Other accounts that a person confirmed to be of the same event. */
  readonly linked: number
  /** Matters on which this account and others of its event differ and that nobody has settled. */
  readonly conflicts: number
}

/** What there is in a case to filter its entries for. */
export type EntryChoices = {
  readonly contactTypes: readonly { readonly text: string; readonly entries: number }[]
  readonly sources: readonly {
    readonly id: string
    readonly agencyId: string
    readonly fileName: string
    readonly superseded: boolean
  }[]
}

/** A part of a list of entries, and how the whole of it stands. */
export type EntryListView = {
  /** Another one whenever anything may have changed: parts of two orders do not belong together. */
  readonly order: string
  /** Rows of the whole list. */
  readonly total: number
  /** Entries in it; in groups one may stand more than once. */
  readonly found: number
  /** Where each group begins; what belongs to none is under an empty key. Empty where nothing is grouped. */
  readonly groups: readonly { readonly key: string; readonly from: number; readonly count: number }[]
  readonly entries: readonly EntryRow[]
}

export type EntryView = EntryRow & {
  readonly fields: Readonly<Partial<Record<EntryField, string>>>
  /** The row as imported, cell by cell; never altered. */
  readonly cells: readonly { readonly heading: string; readonly text: string; readonly hidden: boolean }[]
  readonly aside: readonly { readonly kind: string; readonly text: string; readonly author?: string }[]
  readonly sourceSha256: string
  readonly importedAt: string
  readonly importedBy: string
  readonly version: number
  /** How many comments stand about it, and how many findings rest on it. */
  readonly comments: number
  readonly findings: number
}

/** How busy each agency's record is and where it is silent. Months are `YYYY-MM`, days `YYYY-MM-DD`. */
export type DensityView = {
  /** Contacts only; one whose date can mean several months is shared over them, so numbers may be fractions. */
  readonly months: readonly { readonly agencyId: string; readonly month: string; readonly entries: number }[]
  /** Stretches of the period under review in which an agency's record holds no contact. */
  readonly gaps: readonly (Gap & { readonly agencyId: string })[]
  /** Least length of a gap, in days. */
  readonly gapDays: number
}

/** Two accounts by different agencies of, perhaps, one event. */
export type LinkView = {
  readonly entryIds: readonly [string, string]
  /** Confirmed by a person, or proposed and not decided on. */
  readonly state: 'confirmed' | 'proposed'
  /** How likely it looked, 0 to 1; null where it was not proposed. */
  readonly score: number | null
  readonly reason: string
  /** In what the two differ. */
  readonly differs: readonly ('date' | 'time' | 'attendance' | 'content' | 'action')[]
  readonly other: {
    readonly id: string
    readonly agency: string
    readonly date: string
    readonly event: string
  }
}

export type ContributionView = {
  readonly id: string
  readonly agencyId: string
  readonly agencyName: string
  readonly fileName: string
  readonly sha256: string
  readonly addedAt: string
  readonly addedBy: string
  readonly announced: readonly Announcement[]
  readonly words: number
  /** Pages of which nothing can be read and that nobody has written out; a pack with the report is refused. */
  readonly unreadPages: readonly number[]
}

export type ContributionText = ContributionView & {
  readonly blocks: readonly (
    | Exclude<ReportBlock, { readonly style: 'page' }>
    | {
        readonly style: 'page'
        readonly page: number
        /** What somebody wrote out of it, who and when; null where nobody has. */
        readonly written: { readonly text: string; readonly by: string; readonly at: string } | null
      }
  )[]
}

export const packStates = ['needs-review', 'ready', 'approved', 'prepared', 'released', 'void'] as const
export type PackState = (typeof packStates)[number]

export type PackSummary = {
  readonly id: string
  readonly caseId: string
  readonly caseTitle: string
  readonly recipient: { readonly id: string; readonly name: string }
  readonly profile: ProfileId
  readonly choices: PackChoices
  readonly formats: readonly PackFormat[]
  readonly state: PackState
  readonly builtBy: string
  readonly builtAt: string
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly releasedBy: string | null
  readonly releasedAt: string | null
  readonly undecided: number
  readonly replacements: number
  /** Why it is void or refused, in plain words. */
  readonly note: string | null
}

/** How a decision came about; see the vault's decisions. */
export type DecisionOrigin = 'question' | 'restored' | 'marked' | 'generalised'

/** A question for a person: is this identifying? One per distinct text, with every place it stands. */
export type CandidateView = {
  readonly id: string
  readonly text: string
  readonly kind: Candidate['kind']
  readonly why: string
  readonly entities: readonly string[]
  readonly places: readonly {
    readonly passage: string
    readonly where: string
    readonly before: string
    readonly after: string
  }[]
  /** The one passage its decision is for; null where it is for the whole case, or open. */
  readonly place: string | null
  readonly decision: {
    readonly decision: 'keep' | 'replace'
    readonly origin: DecisionOrigin
    readonly entity: string | null
    readonly replacement: string | null
    readonly reason: string
    readonly by: string
    readonly at: string
  } | null
}

/** One passage of a pack, original beside what the recipient will read. */
export type PassageView = {
  readonly id: string
  readonly where: string
  readonly original: string
  readonly redacted: string
  readonly spans: readonly RedactionSpan[]
  readonly candidates: readonly Candidate[]
}

export type PackView = PackSummary & {
  /** The case has changed since it was built, so that it can be neither approved nor released. */
  readonly isStale: boolean
  /** What an intruder would search for and nobody has answered, where the profile demands an answer. */
  readonly openSearches: number
  /** Whether somebody else is to read it without what was decided, what is left of that, and whether this person is to. */
  readonly secondReading: { readonly isAsked: boolean; readonly left: number; readonly isBlind: boolean }
  readonly basis: PackBasis
  readonly candidates: readonly CandidateView[]
  readonly leaks: readonly Leak[]
  readonly files: readonly PackFileView[]
  /** What the recipient will read. */
  readonly document: PackDocument
}

export type PackBasis = {
  readonly purpose: string
  readonly lawfulBasis: string
  readonly power: string
  readonly necessity: string
}

export type PackFileView = {
  readonly name: string
  readonly format: PackFormat | 'manifest' | 'sealed'
  readonly sha256: string
  readonly bytes: number
}

export type PackBuildReport = {
  readonly packId: string
  readonly state: PackState
  readonly candidates: readonly CandidateView[]
  readonly files: readonly PackFileView[]
  readonly leaks: readonly Leak[]
  readonly replacements: number
}

/** What of a chronology a pack would hold, and what it would withhold, before it is built. */
export type WithheldView = {
  /** Entries it would hold. */
  readonly open: number
  readonly withheld: Readonly<Record<WithheldReason, number>>
  /** How those marked as sensitive are marked; an entry may bear several marks. */
  readonly marks: readonly { readonly mark: string; readonly entries: number }[]
  /** Entries it would hold although the account of the same event, linked to them, is withheld as sensitive. */
  readonly linked: number
  /** Paragraphs of contributions left out because of what this recipient must not be told. */
  readonly paragraphs: number
  /** Nothing of the case can be sent to whom it is for. */
  readonly blocked: boolean
}

export type ReleaseReport = {
  readonly packId: string
  readonly disclosureId: string
  /** What was written. */
  readonly files: readonly PackFileView[]
  /** How it left, as the disclosure log says it. */
  readonly method: string
  readonly releasedAt: string
}

export type PublishedTable = {
  readonly id: string
  readonly title: string
  /** Always said: reviews or people. */
  readonly unit: 'reviews' | 'people'
  readonly note: string
  readonly dimensions: readonly { readonly name: string; readonly categories: readonly string[] }[]
  readonly cells: readonly PublishedCell[]
  /** What a reader could work out of each hidden cell. */
  readonly audit: readonly AuditedCell[]
  readonly safe: boolean
  /** One plain sentence that gives away no hidden number. */
  readonly summary: string
}

export type StatisticsView = {
  readonly year: string
  readonly years: readonly string[]
  readonly rule: 'sac'
  readonly tables: readonly PublishedTable[]
}

export type RedactedText = {
  readonly id?: string | number
  readonly text: string
  readonly spans: readonly RedactionSpan[]
  readonly candidates: readonly Candidate[]
}

export type AuditRow = {
  readonly seq: number
  readonly at: string
  readonly user: string
  readonly action: string
  readonly caseId: string | null
  readonly record: string | null
  readonly version: number | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}
