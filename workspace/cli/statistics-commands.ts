import { ExpectedError } from '../../domain/result.ts'
import { given, required } from './arguments.ts'
import { option, type Command } from './command.ts'
import { formatsFrom } from './pack-commands.ts'

const importHistory: Command = {
  words: ['history', 'import'],
  summary: 'Enter closed reviews of earlier years',
  usage: 'sar history import --vault DIR [--json] HISTORY.json',
  example: 'sar history import --vault ./board --json history.json',
  options: {},
  positionals: [1, 1],
  vault: 'open',
  run: async (tools) => {
    const answer = await tools.act('history.import', { path: tools.positionals[0] ?? '' })
    return {
      json: answer,
      text: `${answer.years.join(', ')}: ${answer.added} added, ${answer.changed} changed, ${answer.unchanged} unchanged.`,
    }
  },
}

const stats: Command = {
  words: ['stats'],
  summary: 'The annual tables, made safe to publish',
  usage:
    'sar stats --vault DIR --year 2026-27 --rule sac --out DIR [--formats xlsx,csv,pdf,docx,json] [--json]',
  example: 'sar stats --vault ./board --year 2026-27 --rule sac --out tables --formats xlsx,csv --json',
  options: { year: option.text, rule: option.text, out: option.text, formats: option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const year = required(tools, 'year')
    if (required(tools, 'rule') !== 'sac') throw new ExpectedError('invalid', '--rule takes sac.')
    const { tables } = await tools.act('statistics.show', { year })
    const { releaseId, files } = await tools.act('statistics.publish', {
      year,
      rule: 'sac',
      formats: formatsFrom(given(tools, 'formats') ?? 'xlsx,csv,pdf,docx,json'),
      out: required(tools, 'out'),
    })
    const lines = tables.flatMap((table) => [
      `${table.title} (${table.unit})`,
      ...table.cells.map((cell) => `  ${cell.at.join(' / ')}\t${cell.shown}`),
    ])
    const safe = tables.every((table) => table.safe)
    return { json: { year, rule: 'sac', tables, files, releaseId, safe }, text: lines.join('\n'), no: !safe }
  },
}

export const statisticsCommands: readonly Command[] = [importHistory, stats]
