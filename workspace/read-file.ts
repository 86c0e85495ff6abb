import { open } from 'node:fs/promises'
import path from 'node:path'
import { ExpectedError } from '../domain/result.ts'
import { placeOfFault } from './json-place.ts'
import { sha256 } from './sha256.ts'

const largest = 100 * 1024 * 1024

export type ReadFile = { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }

/** Reads a file the user chose, whole, up to 100 MB. Errors name the file, never its folder. */
export const readChosenFile = async (file: string): Promise<ReadFile> => {
  const name = path.basename(file)
  const handle = await open(file, 'r').catch(() => {
    throw new ExpectedError('invalid', `${name} cannot be opened. Is it still there, and not open elsewhere?`)
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new ExpectedError('invalid', `${name} is not a file.`)
    if (found.size > largest)
      throw new ExpectedError(
        'invalid',
        `${name} is ${Math.round(found.size / 1024 / 1024)} MB. Files of up to 100 MB can be read; ask the agency for a smaller one.`,
      )
    const { buffer, byteOffset, byteLength } = await handle.readFile()
    const bytes = new Uint8Array(buffer, byteOffset, byteLength)
    return { name, bytes, sha256: sha256(bytes) }
  } finally {
    await handle.close()
  }
}

/** Bytes as UTF-8 text; other bytes are refused, because a letter lost is a name that nothing finds any more. */
export const decodeUtf8 = (bytes: Uint8Array, name: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ExpectedError('invalid', `${name} is not UTF-8 text. Save it as UTF-8 and try again.`)
  }
}

/** JSON in a text; what is wrong is said with the text's name and the place, never with its content. */
export const parseJson = (text: string, name: string): unknown => {
  const json = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json) as unknown
  } catch {
    const { line, column } = placeOfFault(json)
    throw new ExpectedError('invalid', `${name} is not valid JSON (line ${line}, column ${column}).`)
  }
}

/** Reads a JSON file the user chose. */
export const readJsonFile = async (
  file: string,
): Promise<{ readonly name: string; readonly json: unknown }> => {
  const { name, bytes } = await readChosenFile(file)
  return { name, json: parseJson(decodeUtf8(bytes, name), name) }
}
