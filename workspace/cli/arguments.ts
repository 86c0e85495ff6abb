import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { ExpectedError } from '../../domain/result.ts'
import type { Tools } from './command.ts'

/** The value of an option that must be given. */
export const required = (tools: Tools, name: string): string => {
  const value = tools.values[name]
  if (typeof value === 'string' && value !== '') return value
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

const largestJson = 200 * 1024 * 1024

/** A JSON file; what is wrong with it is said with its name and place. */
export const readJsonFile = async (file: string): Promise<unknown> => {
  const name = path.basename(file)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new ExpectedError('invalid', `${name}: there is no such file.`)
  if (found.size > largestJson) throw new ExpectedError('invalid', `${name} is larger than 200 MB.`)
  return parseJson(await readFile(file, 'utf8'), name)
}

export const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    throw new ExpectedError('invalid', `${name} is not valid JSON${placeOf(error)}.`)
  }
}

/** Only the place: the engine's own message quotes the file. */
const placeOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : ''
  const place = /\(line (\d+) column (\d+)\)/.exec(message) ?? /position (\d+)/.exec(message)
  if (!place) return ''
  return place[2] ? ` (line ${place[1]}, column ${place[2]})` : ` (at character ${place[1]})`
}

/** One JSON object a line; an empty line is passed over. */
export const parseJsonLines = (text: string): unknown[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseJson(line, `line ${index + 1}`)]))
