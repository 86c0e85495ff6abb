import { ExpectedError } from '../../domain/result.ts'
import { exportFormats, type ExportFormat } from '../contract/chronology-export.ts'
import { given, isSet, list, required } from './arguments.ts'
import { option, type Command } from './command.ts'

const isFormat = (text: string): text is ExportFormat => (exportFormats as readonly string[]).includes(text)

const formatsFrom = (text: string): ExportFormat[] => {
  const words = list(text)
  const formats = words.filter(isFormat)
  if (formats.length === words.length && formats.length > 0) return formats
  throw new ExpectedError('invalid', `--format takes ${exportFormats.join(', ')}, separated by commas.`, [
    { path: 'format', message: `must be of ${exportFormats.join(', ')}` },
  ])
}

const exportChronology: Command = {
  words: ['chronology', 'export'],
  summary: 'Write the working chronology, or part of it, for the review’s own use; it is logged',
  usage:
    'sar chronology export --vault DIR --case ID --out DIR [--format docx,xlsx] [--names] [--search TEXT] [--agency A] [--from DATE] [--to DATE] [--json]',
  example: 'sar chronology export --vault ./board --case ID --agency a2 --format docx --out ./working --json',
  options: {
    case: option.text,
    out: option.text,
    format: option.text,
    names: option.flag,
    search: option.text,
    agency: option.text,
    from: option.text,
    to: option.text,
  },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const [search, agency, from, to] = ['search', 'agency', 'from', 'to'].map((name) => given(tools, name))
    const report = await tools.act('chronology.export', {
      caseId: required(tools, 'case'),
      out: required(tools, 'out'),
      formats: formatsFrom(given(tools, 'format') ?? exportFormats.join(',')),
      names: isSet(tools, 'names'),
      ...(search === undefined ? {} : { search }),
      ...(agency === undefined ? {} : { agencies: [agency] }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })
    const lines = report.files.map((file) => `${file.name}\t${file.bytes} bytes\t${file.sha256}`)
    const named = report.names ? 'names as recorded' : 'pseudonyms'
    return { json: report, text: [`${report.entries} entries, ${named}.`, ...lines].join('\n') }
  },
}

export const exportCommands: readonly Command[] = [exportChronology]
