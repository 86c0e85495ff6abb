import { ExpectedError } from '../../domain/result.ts'
import { columnMappingSchema } from '../contract/chronology.ts'
import type { EntryRow, ImportReport } from '../views.ts'
import { given, isSet, narrowing, narrowingOptions, readJsonFile, required } from './arguments.ts'
import { option, type Command, type Tools } from './command.ts'
import { everyPage } from './every-page.ts'

const readMapping = async (tools: Tools) => {
  const file = given(tools, 'mapping')
  if (file === undefined) return {}
  const valid = columnMappingSchema.safeParse(await readJsonFile(file))
  if (!valid.success)
    throw new ExpectedError('invalid', 'The mapping file is not a mapping as an import prints it.')
  return { mapping: valid.data }
}

const describeImport = (report: ImportReport): string =>
  [
    `${report.rows.read} rows read: ${report.rows.entries} entries, ${report.rows.headings} headings, ${report.rows.blank} blank, ${report.rows.declared} declared.`,
    `${report.added} added, ${report.changed} changed, ${report.removed} removed, ${report.unchanged} unchanged.`,
    ...(report.returned === 0
      ? []
      : [
          `Of those added, ${report.returned} had been in an earlier version: they are the same entries again.`,
        ]),
    ...report.announced.map((item) => `${item.kind}\t${item.where}\t${item.detail}`),
    ...report.needsAttention.map((item) => `needs attention\t${item.where}\t${item.field}\t${item.why}`),
    ...(report.source === null ? ['Dry run: nothing was kept.'] : []),
  ].join('\n')

const importFile: Command = {
  words: ['chronology', 'import'],
  summary: 'Import an agency’s chronology; a later version shows exactly what differs',
  usage:
    'sar chronology import --vault DIR --case ID --agency AGENCY [--mapping MAP.json] [--dry-run] [--json] FILE',
  example: 'sar chronology import --vault ./board --case ID --agency a2 --json police.xlsx',
  options: { case: option.text, agency: option.text, mapping: option.text, 'dry-run': option.flag },
  positionals: [1, 1],
  vault: 'open',
  run: async (tools) => {
    const report = await tools.act('chronology.import', {
      caseId: required(tools, 'case'),
      agencyId: required(tools, 'agency'),
      path: tools.positionals[0] ?? '',
      dryRun: isSet(tools, 'dry-run'),
      ...(await readMapping(tools)),
    })
    return { json: report, text: describeImport(report) }
  },
}

/** `agency` is the agency's id in the case, the same word that `--agency` takes. */
const printed = ({ agency, agencyId, ...rest }: EntryRow) => ({
  ...rest,
  agency: agencyId,
  agencyName: agency,
})

const listEntries: Command = {
  words: ['chronology', 'list'],
  summary: 'The combined chronology, in order',
  usage:
    'sar chronology list --vault DIR --case ID [--search TEXT] [--agency A] [--from DATE] [--to DATE] [--json]',
  example: 'sar chronology list --vault ./board --case ID --search \'"home visit"\' --json',
  options: {
    case: option.text,
    ...narrowingOptions,
  },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const rows = await everyPage(async (page) => {
      const { entries, total } = await tools.act('chronology.list', {
        caseId: required(tools, 'case'),
        ...page,
        ...narrowing(tools),
      })
      return { rows: entries, total }
    })
    const lines = rows.map((row) =>
      [row.date.original, row.date.time ?? '', row.agency, row.source.where, row.event].join('\t'),
    )
    return { json: { entries: rows.map(printed) }, text: lines.join('\n') }
  },
}

export const chronologyCommands: readonly Command[] = [importFile, listEntries]
