/** What redaction found. Offsets are UTF-16 code units of the input text. The kinds are those of the command line. */
export const identifierKinds = [
  'PERSON',
  'PLACE',
  'ORGANISATION',
  'ADDRESS',
  'POSTCODE',
  'PHONE',
  'EMAIL',
  'NHS_NUMBER',
  'CHI_NUMBER',
  'NI_NUMBER',
  'VEHICLE',
  'CRIME_NUMBER',
  'COLLAR_NUMBER',
  'PROFESSIONAL_ID',
  'CASE_NUMBER',
  'PASSPORT',
  'DRIVING_LICENCE',
  'BANK_ACCOUNT',
  'CARD',
  'URL',
  'IP_ADDRESS',
  'UPRN',
  'COORDINATES',
  'DATE_OF_BIRTH',
  'DATE',
  'AGE',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** `agencies`: packs among the review's own agencies; `public`: everything that goes further. */
export type Audience = 'agencies' | 'public'

export type RedactionSpan = {
  readonly start: number
  readonly end: number
  readonly kind: IdentifierKind
  /** Roster entry id, where known. */
  readonly entity?: string
  readonly replacement: string
  /** 0 to 1. */
  readonly confidence: number
  readonly source: 'roster' | 'pattern' | 'name-model' | 'decision'
}

export type Candidate = {
  readonly start: number
  readonly end: number
  readonly kind: IdentifierKind
  readonly confidence: number
  readonly why: string
  /** Roster entries it could be, if any. */
  readonly entities?: readonly string[]
}

export type Redaction = {
  readonly text: string
  readonly spans: readonly RedactionSpan[]
  readonly candidates: readonly Candidate[]
}

/** A person's decision about a candidate string, for the whole case. Stored; made by a named person. */
export type RedactionDecision = {
  /** The candidate's text as found (matched without regard to case only where the text itself has no capital). */
  readonly text: string
  readonly decision: 'keep' | 'replace'
  /** For `replace`: the roster entry it is, or else free replacement text. */
  readonly entity?: string
  readonly replacement?: string
}

export type Leak = {
  readonly file: string
  readonly where: string
  readonly entity: string | null
  readonly kind: IdentifierKind
  readonly text: string
}
