import { z } from 'zod'
import { ExpectedError } from '../../domain/result.ts'
import { contract, type Output } from '../contract.ts'
import { given, isSet, parseJsonLines, readJsonFile, required } from './arguments.ts'
import { option, type Command, type Tools } from './command.ts'

type Audience = 'agencies' | 'public'

const audienceOf = (tools: Tools): { readonly audience?: Audience } => {
  const value = given(tools, 'audience')
  if (value === undefined) return {}
  if (value === 'agencies' || value === 'public') return { audience: value }
  throw new ExpectedError('invalid', '--audience is agencies or public.')
}

const lineSchema = contract['tool.redact'].input.shape.texts.element
/** A year may also be given as a number. */
const dateLineSchema = contract['tool.dates'].input.shape.texts.element.extend({
  default: z.preprocess(
    (year) => (typeof year === 'number' ? String(year) : year),
    contract['tool.dates'].input.shape.texts.element.shape.default,
  ),
})

const linesOf = <Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema>[] =>
  parseJsonLines(text).map(({ line, json }) => {
    const valid = schema.safeParse(json)
    if (valid.success) return valid.data
    const [issue] = valid.error.issues
    const path = issue?.path.join('.') ?? ''
    const what =
      path === '' || path === 'text'
        ? '"text" is missing, is not text, or is too long'
        : `"${path}": ${issue?.message ?? 'is not usable'}`
    throw new ExpectedError('invalid', `line ${line}: ${what}.`, [{ path: `${line}.${path}`, message: what }])
  })

/** Does one line's work; what is wrong is said with the line's number. */
const onLine = async <T>(line: number, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    const { code, message, fields } = error.failure
    throw new ExpectedError(code, `line ${line}: ${message}`, fields)
  }
}

const only = <T>(values: readonly T[]): T => {
  const [value] = values
  if (value === undefined) throw new Error('one answer was expected')
  return value
}

const redact: Command = {
  words: ['redact'],
  summary: 'Replace everything the people key knows, and every structured identifier, in a text',
  usage: 'sar redact --roster ROSTER.json [--audience agencies|public] [--json|--json-lines] [FILE]',
  example: "echo 'Rang Mrs Example on 01632 960001' | sar redact --roster roster.json --json",
  options: { roster: option.text, audience: option.text, 'json-lines': option.flag },
  positionals: [0, 1],
  vault: 'none',
  run: async (tools) => {
    const roster = await readJsonFile(required(tools, 'roster'))
    const audience = audienceOf(tools)
    const input = await tools.readInput()
    if (!isSet(tools, 'json-lines')) {
      const { results } = await tools.act('tool.redact', { roster, ...audience, texts: [{ text: input }] })
      const result = only(results)
      return { json: result, text: result.text }
    }
    const texts = linesOf(input, lineSchema)
    const { results } = await tools.act('tool.redact', { roster, ...audience, texts })
    results.forEach(tools.writeLine)
    return { json: null, text: '' }
  },
}

type Answer = Output<'tool.protect'>['answers'][number]

const describeTable = (answer: Answer): string => {
  const cells = answer.cells.map((cell) => `${cell.at.join(' / ')}\t${cell.shown}\t${cell.status}`)
  return [
    ...cells,
    answer.safe ? 'Safe to publish under this rule.' : 'NOT safe: a hidden cell can be worked out.',
  ].join('\n')
}

const protect: Command = {
  words: ['protect'],
  summary: 'Statistical disclosure control of one frequency table',
  usage: 'sar protect --in TABLE.json [--json]   or   sar protect --json-lines < TABLES',
  example: 'sar protect --in table.json --json',
  options: { in: option.text, 'json-lines': option.flag },
  positionals: [0, 0],
  vault: 'none',
  run: async (tools) => {
    if (isSet(tools, 'json-lines')) {
      const answers: Answer[] = []
      for (const { line, json } of parseJsonLines(await tools.readInput()))
        answers.push(only((await onLine(line, () => tools.act('tool.protect', { tables: [json] }))).answers))
      answers.forEach(tools.writeLine)
      return { json: null, text: '', no: answers.some((answer) => !answer.safe) }
    }
    const { answers } = await tools.act('tool.protect', {
      tables: [await readJsonFile(required(tools, 'in'))],
    })
    const answer = only(answers)
    return { json: answer, text: describeTable(answer), no: !answer.safe }
  },
}

const dates: Command = {
  words: ['dates'],
  summary: 'Read a date as written in a record, with the span it can mean (day first)',
  usage: 'sar dates [--json|--json-lines] [FILE]',
  example: "echo 'c. March 2021' | sar dates --json",
  options: { 'json-lines': option.flag },
  positionals: [0, 1],
  vault: 'none',
  run: async (tools) => {
    const input = await tools.readInput()
    if (isSet(tools, 'json-lines')) {
      const answer = await tools.act('tool.dates', { texts: linesOf(input, dateLineSchema) })
      answer.dates.forEach(tools.writeLine)
      return { json: null, text: '' }
    }
    const lines = input
      .split(/\r?\n/)
      .filter((line, index, all) => line !== '' || (index === 0 && all.length === 1))
    const answer = await tools.act('tool.dates', { texts: lines.map((text) => ({ text })) })
    const text = answer.dates
      .map((date) =>
        [date.original, date.earliest ?? '…', date.latest ?? '…', date.precision, date.time ?? ''].join('\t'),
      )
      .join('\n')
    return { json: answer.dates.length === 1 ? answer.dates[0] : { dates: answer.dates }, text }
  },
}

/** A sealed file is opened with what opens it, asked for only when the file turns out to be one. */
const inspectOpened = async (tools: Tools, path: string): Promise<Output<'tool.inspect'>> => {
  try {
    return await tools.act('tool.inspect', { path })
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.failure.code !== 'locked') throw error
    const passphrase = await tools.secret({
      fileOption: 'passphrase-file',
      variable: 'SAR_PASSPHRASE',
      prompt: 'Passphrase of the sealed file: ',
    })
    if (passphrase === null) throw error
    return tools.act('tool.inspect', { path, passphrase })
  }
}

const inspect: Command = {
  words: ['inspect'],
  summary: 'List everything a recipient could find in a file, a sealed one included',
  usage: 'sar inspect [--passphrase-file FILE] [--json] FILE',
  example:
    'sar inspect --json pack.docx   (a sealed zip or age file: give its passphrase, or an age identity, as a file or in SAR_PASSPHRASE)',
  options: { 'passphrase-file': option.text },
  positionals: [1, 1],
  vault: 'none',
  run: async (tools) => {
    const answer = await inspectOpened(tools, only(tools.positionals))
    const lines = [
      ...answer.findings.map((finding) => `${finding.kind}\t${finding.where}`),
      ...Object.entries(answer.properties).map(([name, value]) => `property\t${name}\t${value}`),
      ...answer.texts.map((text) => `${text.hidden ? 'hidden text' : 'text'}\t${text.where}\t${text.text}`),
    ]
    return { json: answer, text: lines.join('\n') }
  },
}

const checkLeaks: Command = {
  words: ['check-leaks'],
  summary: 'Look in files, their names and their properties for anything of the people key',
  usage: 'sar check-leaks --roster ROSTER.json [--audience agencies|public] [--json] FILE…',
  example: 'sar check-leaks --roster roster.json --json pack/*',
  options: { roster: option.text, audience: option.text },
  positionals: [1, 10_000],
  vault: 'none',
  run: async (tools) => {
    const answer = await tools.act('tool.check-leaks', {
      roster: await readJsonFile(required(tools, 'roster')),
      ...audienceOf(tools),
      files: tools.positionals.map((path) => ({ path })),
    })
    const lines = answer.leaks.map((leak) => `${leak.file}\t${leak.where}\t${leak.kind}\t${leak.text}`)
    return {
      json: answer,
      text: lines.length > 0 ? lines.join('\n') : 'Nothing found.',
      no: lines.length > 0,
    }
  },
}

export const toolCommands: readonly Command[] = [redact, protect, dates, inspect, checkLeaks]
