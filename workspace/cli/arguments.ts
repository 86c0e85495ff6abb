import path from 'node:path'
import { ExpectedError } from '../../domain/result.ts'
import { decodeUtf8, parseJson, readChosenFile, readJsonFile as readJson } from '../read-file.ts'
import { option, type Tools } from './command.ts'

/** The value of an option that must be given. */
export const required = (tools: Tools, name: string): string => {
  const value = given(tools, name)
  if (value !== undefined) return value
  throw new ExpectedError('invalid', `--${name} is missing.`, [{ path: name, message: 'is missing' }])
}

export const given = (tools: Tools, name: string): string | undefined => {
  const value = tools.values[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const isSet = (tools: Tools, name: string): boolean => tools.values[name] === true

/** A comma-separated list. */
export const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A comma-separated list of known words; null where one is not known, or there is none. */
export const listOf = <Word extends string>(text: string, known: readonly Word[]): Word[] | null => {
  const words = list(text)
  const found = words.filter((word): word is Word => (known as readonly string[]).includes(word))
  return found.length === words.length && found.length > 0 ? found : null
}

/** What `--format` takes, of the formats that a command writes. */
export const formatsOf = <Format extends string>(text: string, formats: readonly Format[]): Format[] => {
  const found = listOf(text, formats)
  if (found) return found
  throw new ExpectedError('invalid', `--format takes ${formats.join(', ')}, separated by commas.`, [
    { path: 'format', message: `must be of ${formats.join(', ')}` },
  ])
}

/** The options that narrow a chronology. */
export const narrowingOptions = {
  search: option.text,
  agency: option.text,
  from: option.text,
  to: option.text,
} as const

/** What they say, as the actions on a chronology take it. */
export const narrowing = (tools: Tools) => {
  const [search, agency, from, to] = ['search', 'agency', 'from', 'to'].map((name) => given(tools, name))
  return {
    ...(search === undefined ? {} : { search }),
    ...(agency === undefined ? {} : { agencies: [agency] }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** A JSON file; what is wrong with it is said with its name and place. */
export const readJsonFile = async (file: string): Promise<unknown> => (await readJson(file)).json

/** Text from the file named, or from standard input. */
export const readText = async (file: string | undefined): Promise<string> => {
  if (file !== undefined) return decodeUtf8((await readChosenFile(file)).bytes, path.basename(file))
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return decodeUtf8(Buffer.concat(chunks), 'The input')
}

/** One JSON object a line, with the line's number; an empty line is passed over. */
export const parseJsonLines = (text: string): { readonly line: number; readonly json: unknown }[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ line: index + 1, json: parseJson(line, `line ${index + 1}`) }],
    )
