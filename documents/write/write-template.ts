import { assertNever, ExpectedError } from '../../domain/result.ts'
import { checkText } from './check-text.ts'
import { commonAbbreviations, writtenDay } from './template-text.ts'
import type { TemplateColumn, TemplatePeriod, TemplateSection } from './template-text.ts'

export type { TemplateColumn, TemplatePeriod } from './template-text.ts'

export type TemplateOptions = {
  readonly format: 'xlsx' | 'docx'
  /** Codes only: the file travels, and says nobody's name. */
  readonly caseCode: string
  readonly agencyCode: string
  readonly period: TemplatePeriod
  readonly columns: readonly TemplateColumn[]
  /** How to fill it in. */
  readonly sections: readonly TemplateSection[]
  /** What the list of abbreviations begins with: each short form with its meaning. */
  readonly abbreviations?: readonly (readonly [string, string])[]
}

/** Excel keeps a list of answers in 255 characters, parted by commas. ECMA-376 part 1, 18.3.1.33. */
const longestList = 255

const checkColumns = (columns: readonly TemplateColumn[]): void => {
  const refuse = (message: string): never => {
    throw new ExpectedError('invalid', `The template cannot be written: ${message}`, [
      { path: 'columns', message },
    ])
  }
  if (columns.length === 0) refuse('there are no columns.')
  const headings = columns.map(({ heading }) => heading.trim().toLowerCase())
  if (headings.includes('')) refuse('a column has no heading.')
  if (new Set(headings).size < headings.length) refuse('two columns have the same heading.')
  for (const { heading, choices = [] } of columns) {
    if (choices.some((choice) => /[,"\n]/.test(choice)))
      refuse(`an answer of the column “${heading}” has a comma, a quotation mark or a line break in it.`)
    if (choices.join(',').length > longestList)
      refuse(`the answers of the column “${heading}” are longer than ${longestList} characters together.`)
  }
}

/**
 * Writes the template an agency fills in, with its instructions, examples and list of abbreviations, and gives the
 * file's bytes. It comes back in through `readSource` and `readChronology` without a mapping; rows whose date begins
 * "Example:" are declared and not entries. The same options are always the same bytes. Throws
 * `ExpectedError('invalid')` for columns that clash, answers Excel cannot list, or characters no office file holds.
 */
export const writeTemplate = async (options: TemplateOptions): Promise<Uint8Array> => {
  const {
    format,
    caseCode,
    agencyCode,
    period,
    columns,
    sections,
    abbreviations = commonAbbreviations,
  } = options
  checkColumns(columns)
  const content = {
    title: `Chronology: ${caseCode}, ${agencyCode}`,
    subtitle: `For the period ${writtenDay(period.from)} to ${writtenDay(period.to)}`,
    marking: 'Official – sensitive when filled in. Return by the secure route the Board gave you.',
    columns,
    sections,
    abbreviations,
  }
  checkText({
    ...content,
    language: 'en-GB',
    timestamp: '',
    blocks: [
      ...sections.map(({ heading, items }) => ({ type: 'list' as const, items: [heading, ...items] })),
      { type: 'list', items: abbreviations.flat() },
      {
        type: 'table',
        caption: '',
        columns: columns.map(({ heading, weight }) => ({ heading, weight })),
        rows: columns.map(({ examples, choices = [] }) =>
          columns.map((_, at) => (at === 0 ? [...examples, ...choices].join('\n') : '')),
        ),
      },
    ],
  })
  switch (format) {
    case 'xlsx':
      return (await import('./template-xlsx.ts')).writeTemplateXlsx(content)
    case 'docx':
      return (await import('./template-docx.ts')).writeTemplateDocx(content)
    default:
      return assertNever(format)
  }
}
