import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The fingerprint of what a finished step was made from.
 *
 * @param {readonly (string | Uint8Array)[]} parts
 */
export const fingerprint = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(String(part.length)).update(':').update(part)
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @param {string} expected
 */
export const isStamped = (file, expected) => {
  try {
    return readFileSync(file, 'utf8') === expected
  } catch {
    return false
  }
}

/**
 * Written under another name and renamed, so that a stamp is there whole or not at all.
 *
 * @param {string} file
 * @param {string} value
 */
export const writeStamp = (file, value) => {
  mkdirSync(path.dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  writeFileSync(unfinished, value)
  renameSync(unfinished, file)
}

/** @param {string} file */
export const removeStamp = (file) => rmSync(file, { force: true })
