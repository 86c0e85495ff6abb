#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { assertNever, ExpectedError, type ErrorCode, type Failure, type Result } from '../domain/result.ts'
import { given, readText } from './cli/arguments.ts'
import { caseCommands } from './cli/case-commands.ts'
import { chronologyCommands } from './cli/chronology-commands.ts'
import { option, type Command, type Options, type Tools } from './cli/command.ts'
import { discussionCommands } from './cli/discussion-commands.ts'
import { openVault } from './cli/opening.ts'
import { exportCommands } from './cli/export-commands.ts'
import { noContactCommands } from './cli/no-contact-commands.ts'
import { linkCommands } from './cli/link-commands.ts'
import { packCommands } from './cli/pack-commands.ts'
import { reportCommands } from './cli/report-commands.ts'
import { readSecret } from './cli/secrets.ts'
import { statisticsCommands } from './cli/statistics-commands.ts'
import { templateCommands } from './cli/template-commands.ts'
import { toolCommands } from './cli/tool-commands.ts'
import { vaultCommands } from './cli/vault-commands.ts'
import { createHost, type Host } from './host.ts'
import { nodeEnvironment } from './node-environment.ts'

const commands: readonly Command[] = [
  ...toolCommands,
  ...vaultCommands,
  ...caseCommands,
  ...chronologyCommands,
  ...noContactCommands,
  ...exportCommands,
  ...templateCommands,
  ...linkCommands,
  ...discussionCommands,
  ...packCommands,
  ...reportCommands,
  ...statisticsCommands,
]

const everywhere: Options = { json: option.flag, help: option.flag, user: option.text, vault: option.text }
const opening: Options = { 'passphrase-file': option.text }

const exitOf = (code: ErrorCode): number => {
  switch (code) {
    case 'refused':
      return 1
    case 'invalid':
    case 'not-found':
      return 2
    case 'locked':
    case 'wrong-passphrase':
      return 3
    case 'not-permitted':
      return 4
    case 'conflict':
      return 5
    case 'unexpected':
      return 70
    default:
      return assertNever(code)
  }
}

const standsAt = (words: readonly string[], at: number, command: Command): boolean =>
  command.words.every((word, index) => words[at + index] === word)

/** A command by its words at the beginning; one of two words also after options. */
const find = (words: readonly string[]): Command | undefined => {
  const first = commands.filter((command) => standsAt(words, 0, command))
  const later = commands.filter(
    (command) => command.words.length > 1 && words.some((_, at) => standsAt(words, at, command)),
  )
  return [...first, ...later].sort((a, b) => b.words.length - a.words.length)[0]
}

const overview = (of: readonly Command[]): string =>
  [
    'sar: the command line of SAR Workspace. Every command takes --json and --help.',
    '',
    ...of.map((command) => `  sar ${command.words.join(' ').padEnd(24)} ${command.summary}`),
    '',
    'Example: sar dates --help',
  ].join('\n')

const helpFor = (command: Command): string =>
  [command.summary, '', `Usage: ${command.usage}`, `Example: ${command.example}`].join('\n')

/** Loaded when it is first needed: help and a wrong option answer at once. */
const dispatch = async (host: Host, name: string, input: unknown): Promise<Result<unknown>> =>
  (await import('./dispatch.ts')).dispatchUnknown(host, name, input)

const toolsFor = (
  host: Host,
  command: Command,
  values: Tools['values'],
  positionals: readonly string[],
): Tools => {
  const act: Tools['act'] = async (name, input) => {
    const result = await dispatch(host, name, input)
    if (!result.ok) throw new ExpectedError(result.error.code, result.error.message, result.error.fields)
    return result.value as never
  }
  const tools: Tools = {
    values,
    positionals,
    opener: 'as' in command.options ? 'as' : 'user',
    act,
    readInput: () => readText(positionals[0]),
    writeLine: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    secret: ({ fileOption, variable, prompt }) => readSecret(given(tools, fileOption), variable, prompt),
  }
  return tools
}

const parse = (command: Command, rest: readonly string[]) => {
  const options = { ...everywhere, ...(command.vault === 'none' ? {} : opening), ...command.options }
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('.')[0] ?? '') : ''
    throw new ExpectedError('invalid', `${message}. See sar ${command.words.join(' ')} --help.`)
  }
}

const checkShape = (command: Command, tools: Tools): void => {
  const [least, most] = command.positionals
  const count = tools.positionals.length
  if (count < least) throw new ExpectedError('invalid', `Name the file. Usage: ${command.usage}`)
  if (count > most) throw new ExpectedError('invalid', `Too many files or words. Usage: ${command.usage}`)
  if (command.vault !== 'none' && given(tools, 'vault') === undefined)
    throw new ExpectedError('invalid', '--vault is missing: name the vault’s folder.')
}

const execute = async (command: Command, rest: readonly string[], wantsJson: boolean): Promise<number> => {
  const { values, positionals } = parse(command, rest)
  if (values['help'] === true) {
    process.stdout.write(`${helpFor(command)}\n`)
    return 0
  }
  const host = createHost(nodeEnvironment())
  const tools = toolsFor(host, command, values as Tools['values'], positionals)
  checkShape(command, tools)
  try {
    if (command.vault === 'open') await openVault(tools)
    const outcome = await command.run(tools)
    if (wantsJson && outcome.json !== null) process.stdout.write(`${JSON.stringify(outcome.json)}\n`)
    else if (!wantsJson && outcome.text !== '')
      process.stdout.write(outcome.text.endsWith('\n') ? outcome.text : `${outcome.text}\n`)
    return outcome.no === true ? 1 : 0
  } finally {
    if (host.session) await dispatch(host, 'vault.lock', {})
  }
}

const report = (failure: Failure, wantsJson: boolean): number => {
  process.stderr.write(`${failure.message.replaceAll('\n', ' ')}\n`)
  const { code, message, fields } = failure
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error: { code, message, fields } })}\n`)
  return exitOf(code)
}

const main = async (args: readonly string[]): Promise<number> => {
  const words = args.filter((word) => !word.startsWith('-'))
  const wantsJson = args.includes('--json')
  const command = find(words)
  if (!command) {
    const group = commands.filter((each) => words.every((word, index) => each.words[index] === word))
    if (group.length > 0 && args.includes('--help')) {
      process.stdout.write(`${overview(group)}\n`)
      return 0
    }
    return report(
      { code: 'invalid', message: 'There is no such command. See sar --help.', fields: [] },
      wantsJson,
    )
  }
  const rest = dropWords(args, command.words)
  try {
    return await execute(command, rest, wantsJson)
  } catch (error) {
    if (error instanceof ExpectedError) return report(error.failure, wantsJson)
    nodeEnvironment().onUnexpected(command.words.join(' '), error)
    return report(
      { code: 'unexpected', message: 'Something went wrong that should not have.', fields: [] },
      wantsJson,
    )
  }
}

/** The arguments without the command's own words (each once, from the left). */
const dropWords = (args: readonly string[], words: readonly string[]): readonly string[] => {
  const left = [...words]
  return args.filter((arg) => {
    if (arg !== left[0]) return true
    left.shift()
    return false
  })
}

/** Whoever reads the output may stop early, as `head` does; that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))
