import {
  analysisDomainTitles,
  findingKindTitles,
  findingStatusTitles,
} from '../../domain/findings/finding.ts'
import type { CommentView, SubjectView } from '../contract/comments.ts'
import type { FindingView } from '../contract/findings.ts'
import { required } from './arguments.ts'
import { option, type Command } from './command.ts'

const described = (finding: FindingView): readonly string[] => [
  [
    finding.number,
    findingKindTitles[finding.kind],
    findingStatusTitles[finding.status],
    finding.domain === null ? '' : analysisDomainTitles[finding.domain],
    finding.title,
  ].join('\t'),
  ...finding.evidence.map(({ entry, note }) =>
    ['', entry.date.original, entry.agency, entry.event, note].join('\t'),
  ),
]

const listFindings: Command = {
  words: ['finding', 'list'],
  summary: 'The findings of a case, each with the entries it rests on, and what no finding covers',
  usage: 'sar finding list --vault DIR --case ID [--json]',
  example: 'sar finding list --vault ./board --case ID --json',
  options: { case: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const caseId = required(tools, 'case')
    const { findings: listed, gaps } = await tools.act('finding.list', { caseId })
    const findings: FindingView[] = []
    for (const { id } of listed) findings.push(await tools.act('finding.show', { caseId, findingId: id }))
    return { json: { findings, gaps }, text: findings.flatMap(described).join('\n') }
  },
}

const spoken = ({ parts }: CommentView): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : `@${part.name}`)).join('')

const about = (subject: SubjectView): string =>
  subject.kind === 'finding' ? `finding ${subject.number}` : `${subject.date} ${subject.agency}`

const listComments: Command = {
  words: ['comment', 'list'],
  summary: 'What has been said about the entries and findings of a case, in threads',
  usage: 'sar comment list --vault DIR --case ID [--json]',
  example: 'sar comment list --vault ./board --case ID --json',
  options: { case: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const { threads } = await tools.act('comment.list', { caseId: required(tools, 'case') })
    const shown = threads.map(({ comments, ...thread }) => ({
      ...thread,
      comments: comments.map((comment) => ({ ...comment, text: spoken(comment) })),
    }))
    const lines = shown.flatMap(({ subject, resolved, comments }) => [
      [about(subject), resolved === null ? 'open' : 'resolved'].join('\t'),
      ...comments.map(({ author, writtenAt, withdrawnAt, text }) =>
        ['', writtenAt, author.name, withdrawnAt === null ? text : '(withdrawn)'].join('\t'),
      ),
    ])
    return { json: { threads: shown }, text: lines.join('\n') }
  },
}

export const discussionCommands: readonly Command[] = [listFindings, listComments]
