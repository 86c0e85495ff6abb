import type { PackBlock, PackDocument } from '../../domain/packs/pack-document.ts'
import { exampleRows } from './template-text.ts'
import type { TemplateContent } from './template-xlsx.ts'
import { writeDocx } from './write-docx.ts'

const emptyRows = 40

/** Writes the template as a Word document: instructions, the list of abbreviations, and the table on landscape pages. */
export const writeTemplateDocx = (content: TemplateContent): Promise<Uint8Array> => {
  const { columns, sections, abbreviations } = content
  const choices = columns.filter((column) => (column.choices ?? []).length > 0)
  const blocks: PackBlock[] = [
    ...sections.flatMap(({ heading, items }): PackBlock[] => [
      { type: 'heading', level: 1, text: heading },
      { type: 'list', items },
    ]),
    ...(choices.length === 0
      ? []
      : [
          {
            type: 'list' as const,
            items: choices.map(
              ({ heading, choices: answers = [] }) => `“${heading}”: ${answers.join('; ')}.`,
            ),
          },
        ]),
    { type: 'heading', level: 1, text: 'Chronology' },
    {
      type: 'table',
      caption: '',
      isForm: true,
      columns: columns.map(({ heading, weight }) => ({ heading, weight })),
      rows: [
        ...exampleRows.map((at) => columns.map(({ examples }) => examples[at])),
        ...Array.from({ length: emptyRows }, () => columns.map(() => '')),
      ],
    },
    { type: 'heading', level: 1, text: 'Abbreviations' },
    {
      type: 'table',
      caption: '',
      isForm: true,
      columns: [
        { heading: 'Abbreviation', weight: 1 },
        { heading: 'Meaning', weight: 4 },
      ],
      rows: [
        ...abbreviations.map(([short, long]) => [short, long]),
        ...Array.from({ length: 12 }, () => ['', '']),
      ],
    },
  ]
  const { title, subtitle, marking } = content
  return writeDocx({
    title,
    subtitle,
    marking,
    language: 'en-GB',
    timestamp: '',
    blocks,
  } satisfies PackDocument)
}
