import { exportFormats } from '../contract/chronology-export.ts'
import { formatsOf, given, isSet, narrowing, narrowingOptions, required } from './arguments.ts'
import { option, type Command } from './command.ts'

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
    ...narrowingOptions,
  },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const report = await tools.act('chronology.export', {
      caseId: required(tools, 'case'),
      out: required(tools, 'out'),
      formats: formatsOf(given(tools, 'format') ?? exportFormats.join(','), exportFormats),
      names: isSet(tools, 'names'),
      ...narrowing(tools),
    })
    const lines = report.files.map((file) => `${file.name}\t${file.bytes} bytes\t${file.sha256}`)
    const named = report.names ? 'names as recorded' : 'pseudonyms'
    return { json: report, text: [`${report.entries} entries, ${named}.`, ...lines].join('\n') }
  },
}

export const exportCommands: readonly Command[] = [exportChronology]
