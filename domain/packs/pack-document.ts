/**
 * The document model that goes into every writer. A pack projects allowed fields into this; writers never see a case.
 * Text is plain (no markup). Tables have a header row repeated on every page; every cell is text.
 */
export type PackDocument = {
  readonly title: string
  /** Shown under the title: audience marking, profile, date. */
  readonly subtitle: string
  /** Printed in the header or footer of every page, e.g. "Official – sensitive. Pseudonymised: still personal data." */
  readonly marking: string
  /** BCP 47, always 'en-GB' today. */
  readonly language: string
  /** Fixed instant (ISO) put wherever a format demands a timestamp, so that the same pack is the same bytes. */
  readonly timestamp: string
  readonly blocks: readonly PackBlock[]
}

export type PackBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | PackTable

export type PackTable = {
  readonly type: 'table'
  /** Also the sheet name in xlsx (made safe and unique there). */
  readonly caption: string
  readonly columns: readonly { readonly heading: string; /** relative width */ readonly weight: number }[]
  readonly rows: readonly (readonly string[])[]
  /**
   * A colour behind the letters of one column, row by row, as RRGGBB; they are white on it, and say the same.
   * Word and Excel show it.
   */
  readonly badges?: { readonly column: number; readonly colours: readonly (string | null)[] }
  /** To be filled in by its reader. Word shows its empty cells. */
  readonly isForm?: boolean
}

export const packFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const
export type PackFormat = (typeof packFormats)[number]

/** Everything a recipient could find in a file, as `sar inspect` prints it. */
export type Inspection = {
  readonly texts: readonly { readonly where: string; readonly text: string; readonly hidden: boolean }[]
  readonly properties: Readonly<Record<string, string>>
  readonly findings: readonly { readonly kind: FindingKind; readonly where: string }[]
}

export type FindingKind =
  | 'tracked-change'
  | 'comment'
  | 'hidden-row'
  | 'hidden-column'
  | 'hidden-sheet'
  | 'hidden-text'
  | 'embedded'
  | 'macro'
  | 'form-field'
  | 'attachment'
  | 'pivot-cache'
  | 'external-link'
  | 'custom-xml'
  | 'thumbnail'
  | 'incremental-save'
  | 'off-page-text'
  | 'annotation'
  | 'unreadable-part'
