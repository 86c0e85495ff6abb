import type { LinkDecision } from '../../domain/chronology/same-event-groups.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { ConflictView } from '../contract/same-events.ts'
import { given, isSet, required } from './arguments.ts'
import { option, type Command, type Tools } from './command.ts'

const links: Command = {
  words: ['chronology', 'links'],
  summary: 'Accounts by different agencies that are confirmed, or may be, of one event',
  usage: 'sar chronology links --vault DIR --case ID [--json]',
  example: 'sar chronology links --vault ./board --case ID --json',
  options: { case: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const found = await tools.act('chronology.links', { caseId: required(tools, 'case') })
    return {
      json: { links: found },
      text: found.map((link) => `${link.state}\t${link.entryIds.join('  ')}\t${link.reason}`).join('\n'),
    }
  },
}

const decisionOf = (tools: Tools): LinkDecision => {
  const chosen = (
    [
      ['confirm', 'confirmed'],
      ['reject', 'rejected'],
      ['undo', 'undecided'],
    ] as const
  ).filter(([name]) => isSet(tools, name))
  const [one, another] = chosen
  if (one && !another) return one[1]
  throw new ExpectedError('invalid', 'Give one of --confirm, --reject and --undo.')
}

const link: Command = {
  words: ['chronology', 'link'],
  summary: 'Decide whether two entries are accounts of one event; both stay as they are',
  usage:
    'sar chronology link --vault DIR --case ID --confirm|--reject|--undo [--reason TEXT] [--json] ENTRY ENTRY',
  example: "sar chronology link --vault ./board --case ID --confirm --reason 'Same visit' --json ENTRY ENTRY",
  options: {
    case: option.text,
    confirm: option.flag,
    reject: option.flag,
    undo: option.flag,
    reason: option.text,
  },
  positionals: [2, 2],
  vault: 'open',
  run: async (tools) => {
    const caseId = required(tools, 'case')
    const decision = decisionOf(tools)
    const [a = '', b = ''] = tools.positionals
    const { version } = await tools.act('chronology.pair', { caseId, a, b })
    const reason = given(tools, 'reason')
    const done = await tools.act('chronology.decide-links', {
      caseId,
      pairs: [{ a, b, version }],
      decision,
      ...(reason === undefined ? {} : { reason }),
    })
    return {
      json: { ...done, decision },
      text:
        done.together > 1
          ? `Kept. The event now has ${done.together} accounts.`
          : 'Kept. The two entries are not linked.',
    }
  },
}

/** `agency` is the agency's id in the case, the same word that `--agency` takes elsewhere. */
const printed = ({ accounts, ...rest }: ConflictView) => ({
  ...rest,
  entryIds: accounts.map(({ entryId }) => entryId),
  accounts: accounts.map(({ agency, agencyId, ...account }) => ({
    ...account,
    agency: agencyId,
    agencyName: agency,
  })),
})

const conflicts: Command = {
  words: ['chronology', 'conflicts'],
  summary: 'In what accounts of one event differ and nobody has settled; of proposed links too, marked so',
  usage: 'sar chronology conflicts --vault DIR --case ID [--confirmed-only] [--settled] [--json]',
  example: 'sar chronology conflicts --vault ./board --case ID --json',
  options: { case: option.text, 'confirmed-only': option.flag, settled: option.flag },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const page = 1_000
    const ask = (offset: number) =>
      tools.act('chronology.conflicts', {
        caseId: required(tools, 'case'),
        proposed: !isSet(tools, 'confirmed-only'),
        state: isSet(tools, 'settled') ? 'all' : 'open',
        offset,
        limit: page,
      })
    const first = await ask(0)
    const rows = [...first.conflicts]
    while (rows.length < first.total) {
      const next = await ask(rows.length)
      if (next.conflicts.length === 0) break
      rows.push(...next.conflicts)
    }
    const lines = rows.map((row) =>
      [
        row.state,
        row.confirmed ? 'confirmed' : 'proposed, not confirmed',
        row.aspect,
        row.accounts.map(({ agency, date, says }) => `${agency}, ${date}: ${says}`).join(' | '),
        row.sentence,
      ].join('\t'),
    )
    return {
      json: { open: first.open, resolved: first.resolved, conflicts: rows.map(printed) },
      text: [`${first.open} unresolved, ${first.resolved} resolved`, ...lines].join('\n'),
    }
  },
}

export const linkCommands: readonly Command[] = [links, link, conflicts]
