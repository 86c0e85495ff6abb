import { getCase } from '../../db/cases.ts'
import { readWording } from '../../db/case-wording.ts'
import type { Db } from '../../db/database.ts'
import { readSource } from '../../documents/read/read-source.ts'
import { commonAbbreviations } from '../../documents/write/template-text.ts'
import { writeTemplate } from '../../documents/write/write-template.ts'
import { agencyTemplate, type AgencyTemplate } from '../../domain/chronology/agency-template.ts'
import type { ColumnMapping } from '../../domain/chronology/entry.ts'
import { findRow, type SourceDocument } from '../../domain/chronology/source-table.ts'
import type { Span } from '../../domain/dates/calendar.ts'
import { ExpectedError } from '../../domain/result.ts'
import { glossaryOf } from '../actions/glossary.ts'
import type { TemplateFormat } from '../contract/template.ts'
import type { LeavingWords } from '../packs/leaving-words.ts'

/** What every agency of the case is asked to fill in. Throws `invalid` where the case has no review period. */
export const caseTemplate = (
  db: Db,
  caseId: string,
  instructions: string,
): AgencyTemplate & { readonly period: Span } => {
  const { reviewPeriodStart: from, reviewPeriodEnd: to } = getCase(db, caseId)
  if (from === null || to === null)
    throw new ExpectedError(
      'invalid',
      'The case has no review period, so no agency can be told which records to look through.',
    )
  const own = instructions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const period = { from, to }
  return { ...agencyTemplate(readWording(db, caseId).wording, period, own), period }
}

/** A template for one agency, with how an import will read it back: under any headings, without anybody's mapping. */
export const makeTemplate = async (
  db: Db,
  caseId: string,
  { columns, sections, period }: ReturnType<typeof caseTemplate>,
  leaving: LeavingWords,
  format: TemplateFormat,
): Promise<{
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly mapping: ColumnMapping
}> => {
  const bytes = await writeTemplate({
    format,
    caseCode: leaving.caseReference,
    agencyCode: leaving.agency,
    period,
    columns,
    sections,
    abbreviations: abbreviationsOf(db, caseId, leaving),
  })
  const document = readSource(bytes, `template.${format}`)
  return { bytes, document, mapping: mappingOf(document, columns) }
}

/** The case's own glossary before what most chronologies use, each short form once. */
const abbreviationsOf = (
  db: Db,
  caseId: string,
  { shown }: LeavingWords,
): readonly (readonly [string, string])[] => {
  const own = glossaryOf(db, caseId, shown).flatMap(({ abbreviation, meaning, state, agencyId }) =>
    state === 'explained' && agencyId === null ? [[abbreviation, meaning] as const] : [],
  )
  return [...new Map([...commonAbbreviations, ...own])].sort(([a], [b]) => a.localeCompare(b, 'en'))
}

/** The columns where the template's own headings stand; its other tables are no part of the chronology. */
const mappingOf = (document: SourceDocument, columns: AgencyTemplate['columns']): ColumnMapping => {
  const headings = columns.map(({ heading }) => heading)
  for (const table of document.tables) {
    const row = findRow(table, ({ cells }) => headings.every((heading, at) => cells[at]?.text === heading))
    if (!row) continue
    return {
      table: table.name,
      headingRows: [row.row],
      columns: columns.map(({ heading, field, part }, index) => ({
        ...{ index, heading, field },
        ...(part === undefined ? {} : { part }),
      })),
      others: document.tables
        .filter(({ name }) => name !== table.name)
        .map(({ name }) => ({ table: name, headingRows: [], columns: [], use: false })),
    }
  }
  throw new Error('the template does not hold its own headings')
}
