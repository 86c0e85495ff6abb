import { templateFormats } from '../contract/template.ts'
import { formatsOf, given, list, readText, required } from './arguments.ts'
import { option, type Command } from './command.ts'

const make: Command = {
  words: ['chronology', 'template'],
  summary: 'Make the template an agency fills its chronology in with; it comes back in without a mapping',
  usage:
    'sar chronology template --vault DIR --case ID --agency A[,B]|all --format xlsx|docx --out DIR [--instructions FILE] [--json]',
  example:
    'sar chronology template --vault ./board --case ID --agency all --format xlsx,docx --out ./templates --json',
  options: {
    case: option.text,
    agency: option.text,
    format: option.text,
    instructions: option.text,
    out: option.text,
  },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const caseId = required(tools, 'case')
    const wanted = required(tools, 'agency')
    const agencyIds =
      wanted === 'all'
        ? (await tools.act('case.show', { caseId })).agencyList.map(({ id }) => id)
        : list(wanted)
    const file = given(tools, 'instructions')
    const report = await tools.act('template.make', {
      ...{ caseId, agencyIds },
      formats: formatsOf(required(tools, 'format'), templateFormats),
      out: required(tools, 'out'),
      ...(file === undefined ? {} : { instructions: await readText(file) }),
    })
    return {
      json: report,
      text: report.files.map(({ agency, name, sha256 }) => `${agency}\t${name}\t${sha256}`).join('\n'),
    }
  },
}

export const templateCommands: readonly Command[] = [make]
