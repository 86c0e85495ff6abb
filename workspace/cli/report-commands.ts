import { required } from './arguments.ts'
import { option, type Command } from './command.ts'

const listReports: Command = {
  words: ['report', 'list'],
  summary: 'List the public reports of a case, with where their publication stands',
  usage: 'sar report list --vault DIR --case ID [--json]',
  example: 'sar report list --vault ./board --case ID --json',
  options: { case: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const reports = await tools.act('report.list', { caseId: required(tools, 'case') })
    const lines = reports.map(({ id, kind, title, version, stage, withdrawOn }) =>
      [id, kind, title, `version ${version}`, stage, withdrawOn].join('\t'),
    )
    return { json: { reports }, text: lines.join('\n') }
  },
}

export const reportCommands: readonly Command[] = [listReports]
