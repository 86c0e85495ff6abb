import { createHash } from 'node:crypto'
import { ExpectedError } from '../../domain/result.ts'

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretBytes = 22
const checkBytes = 3
const groups = 8
const groupLength = 5

/**
 * A new recovery key as people print it: 176 random bits and a 24-bit checksum, in eight groups of five.
 * `random` gives the 22 random bytes.
 */
export const formatRecoveryKey = (random: Uint8Array): string => {
  if (random.length !== secretBytes) throw new Error('a recovery key holds 22 random bytes')
  const characters = encode(Buffer.concat([random, checksum(random)]))
  return Array.from({ length: groups }, (_, group) =>
    characters.slice(group * groupLength, (group + 1) * groupLength),
  ).join('-')
}

/**
 * The one spelling of a recovery key somebody typed: case, spaces and hyphens do not matter, and O, I and L are read
 * as 0, 1 and 1. Throws `invalid` for a wrong length, a character outside the alphabet, or a checksum that fails.
 */
export const readRecoveryKey = (typed: string): string => {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const field = (message: string) => new ExpectedError('invalid', message, [{ path: 'recoveryKey', message }])
  if (characters.length !== groups * groupLength)
    throw field(
      `A recovery key has ${groups} groups of ${groupLength} letters and digits; this has ${characters.length} characters.`,
    )
  if ([...characters].some((character) => !alphabet.includes(character)))
    throw field('A recovery key has only digits and letters, and never the letter U.')
  const bytes = decode(characters)
  const random = bytes.subarray(0, secretBytes)
  if (!checksum(random).equals(bytes.subarray(secretBytes)))
    throw field('The recovery key is mistyped: its check characters do not fit.')
  return formatRecoveryKey(random)
}

export const recoveryKeyRandomBytes = secretBytes

const checksum = (random: Uint8Array) =>
  createHash('sha256').update('sar recovery key').update(random).digest().subarray(0, checkBytes)

const encode = (bytes: Uint8Array) => {
  let bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let characters = ''
  for (let n = 0; n < groups * groupLength; n += 1) {
    characters = alphabet.charAt(Number(bits & 31n)) + characters
    bits >>= 5n
  }
  return characters
}

const decode = (characters: string) => {
  let bits = 0n
  for (const character of characters) bits = (bits << 5n) | BigInt(alphabet.indexOf(character))
  return Buffer.from(bits.toString(16).padStart((secretBytes + checkBytes) * 2, '0'), 'hex')
}
