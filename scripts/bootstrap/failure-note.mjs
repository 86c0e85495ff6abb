import { readFileSync } from 'node:fs'
import { writeStamp } from './stamp.mjs'

const day = 24 * 60 * 60 * 1000

/**
 * @param {string | null} note time of the last failure in milliseconds, as text
 * @param {number} now
 */
export const failedLately = (note, now) => {
  const when = Number(note ?? Number.NaN)
  return when <= now && now - when < day
}

/** @param {string} file */
export const isFreshFailure = (file) => {
  try {
    return failedLately(readFileSync(file, 'utf8'), Date.now())
  } catch {
    return false
  }
}

/** @param {string} file What fails here is not tried again for a day. */
export const noteFailure = (file) => writeStamp(file, String(Date.now()))
