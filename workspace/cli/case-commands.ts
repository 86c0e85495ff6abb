import { given, required } from './arguments.ts'
import { option, type Command } from './command.ts'
import { everyPage } from './every-page.ts'
import { checkVault } from './opening.ts'

const add: Command = {
  words: ['case', 'add'],
  summary: 'Add a review case with its people key',
  usage: 'sar case add --vault DIR --case CASE.json --roster ROSTER.json [--json]',
  example: 'sar case add --vault ./board --case case.json --roster roster.json --json',
  options: { case: option.text, roster: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const answer = await tools.act('case.add-from-files', {
      case: { path: required(tools, 'case') },
      roster: { path: required(tools, 'roster') },
    })
    return { json: answer, text: answer.caseId }
  },
}

const listCases: Command = {
  words: ['case', 'list'],
  summary: 'List the cases you may see',
  usage: 'sar case list --vault DIR [--json]',
  example: 'sar case list --vault ./board --json',
  options: {},
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const cases = await tools.act('case.list', {})
    const lines = cases.map((item) =>
      [item.id, item.ref, item.title, item.stage, `${item.entries} entries`].join('\t'),
    )
    return { json: { cases }, text: lines.join('\n') }
  },
}

const show: Command = {
  words: ['case', 'show'],
  summary: 'Show one case, without its special-category data',
  usage: 'sar case show --vault DIR --case ID [--json]',
  example: 'sar case show --vault ./board --case ID --json',
  options: { case: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const answer = await tools.act('case.show', { caseId: required(tools, 'case') })
    const lines = [
      `${answer.ref}  ${answer.title}  (${answer.stage})`,
      ...(answer.clock === null ? [] : [answer.clock]),
      ...answer.agencyList.map((agency) => `${agency.id}\t${agency.name}\t${agency.entries} entries`),
    ]
    return { json: answer, text: lines.join('\n') }
  },
}

const addContribution: Command = {
  words: ['contribution', 'add'],
  summary: 'Keep an agency’s report in the vault and read its text',
  usage: 'sar contribution add --vault DIR --case ID --agency AGENCY [--json] FILE',
  example: 'sar contribution add --vault ./board --case ID --agency a6 report.docx',
  options: { case: option.text, agency: option.text },
  positionals: [1, 1],
  vault: 'open',
  run: async (tools) => {
    const answer = await tools.act('contribution.add', {
      caseId: required(tools, 'case'),
      agencyId: required(tools, 'agency'),
      path: tools.positionals[0] ?? '',
    })
    const lines = answer.announced.map((item) => `${item.kind}\t${item.where}\t${item.detail}`)
    return { json: answer, text: [`${answer.words} words read.`, ...lines].join('\n') }
  },
}

const listAudit: Command = {
  words: ['audit', 'list'],
  summary: 'Who did what, to which record, when',
  usage: 'sar audit list --vault DIR [--from DATE] [--record ID] [--json]',
  example: 'sar audit list --vault ./board --from 2026-11-01 --json',
  options: { from: option.text, record: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const from = given(tools, 'from')
    const record = given(tools, 'record')
    const rows = await everyPage((page) =>
      tools.act('audit.list', {
        ...page,
        ...(from === undefined ? {} : { from }),
        ...(record === undefined ? {} : { record }),
      }),
    )
    const lines = rows.map((row) =>
      [row.seq, row.at, row.user, row.action, row.record ?? row.caseId ?? ''].join('\t'),
    )
    return { json: { rows }, text: lines.join('\n') }
  },
}

const verifyAudit: Command = {
  words: ['audit', 'verify'],
  summary: 'Check the whole audit chain and its head',
  usage: 'sar audit verify --vault DIR [--json]',
  example: 'sar audit verify --vault ./board --json',
  options: {},
  positionals: [0, 0],
  vault: 'check',
  run: async (tools) => {
    const found = await checkVault(tools, () => tools.act('audit.verify', {}))
    const { ok, problems } = found
    const answer = { ok, entries: 'entries' in found ? found.entries : found.auditEntries, problems }
    const words = answer.ok ? 'The audit is whole.' : 'The audit has been ALTERED.'
    return {
      json: answer,
      text: [`${answer.entries} entries checked.`, ...answer.problems, words].join('\n'),
      no: !answer.ok,
    }
  },
}

export const caseCommands: readonly Command[] = [
  add,
  listCases,
  show,
  addContribution,
  listAudit,
  verifyAudit,
]
