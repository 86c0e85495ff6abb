import { ExpectedError } from '../../domain/result.ts'
import { given, required } from './arguments.ts'
import { option, type Command, type Tools } from './command.ts'

const daysFrom = (tools: Tools): number | undefined => {
  const text = given(tools, 'at-least')
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new ExpectedError('invalid', '--at-least takes a number of days, such as 90.', [
    { path: 'at-least', message: 'must be a number of days' },
  ])
}

const stateWords = {
  declared: 'declared',
  queried: 'queried',
  open: 'neither declared nor queried',
} as const

const gaps: Command = {
  words: ['chronology', 'gaps'],
  summary: 'Where an agency’s record is silent in the review period, and whether that is declared or queried',
  usage: 'sar chronology gaps --vault DIR --case ID [--at-least DAYS] [--json]',
  example: 'sar chronology gaps --vault ./board --case ID --json',
  options: { case: option.text, 'at-least': option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const atLeastDays = daysFrom(tools)
    const shown = await tools.act('no-contact.show', {
      caseId: required(tools, 'case'),
      ...(atLeastDays === undefined ? {} : { atLeastDays }),
    })
    const found = shown.agencies.flatMap(({ agencyId, agency, silences }) =>
      silences.map((silence) => ({ agency: agencyId, agencyName: agency, ...silence })),
    )
    const gapDays = atLeastDays ?? shown.length.days
    return {
      json: { reviewPeriod: shown.period, gapDays, gaps: found, queries: shown.queries },
      text:
        shown.period === null
          ? 'The case has no review period.'
          : found
              .map((gap) =>
                [gap.agencyName, `${gap.from} to ${gap.to}`, `${gap.days} days`, stateWords[gap.state]].join(
                  '\t',
                ),
              )
              .join('\n'),
    }
  },
}

export const noContactCommands: readonly Command[] = [gaps]
