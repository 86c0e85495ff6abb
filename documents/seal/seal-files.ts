import type { Encrypter } from 'age-encryption'
import { assertNever, ExpectedError } from '../../domain/result.ts'
import { packZip } from '../write/pack-zip.ts'
import { openSealed, type OpenedFile } from './open-sealed.ts'

/** How files are sealed: a zip or an age file with a passphrase, or an age file for the holders of X25519 keys (`age1…`). */
export type Seal =
  | { readonly kind: 'zip'; readonly passphrase: string }
  | { readonly kind: 'age'; readonly passphrase: string }
  | { readonly kind: 'age-keys'; readonly keys: readonly string[] }

/**
 * Seals files as one: a zip with AES-256 (WinZip AE-2, opened by 7-Zip), or a plain zip inside an age file
 * (age-encryption.org/v1). What was sealed is opened again and compared with what went in before it is given back; a file
 * for keys that are not held here is opened with a key made for that and forgotten.
 * In a zip the names of the files and their sizes stay readable.
 * Errors: `invalid` for a key that age does not know, `refused` where the sealed file does not open to the same bytes.
 */
export const sealFiles = async (
  files: readonly OpenedFile[],
  seal: Seal,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const { name, bytes, secret } = await sealAs(files, seal)
  const opened = await openSealed(bytes, name, secret)
  const isSame =
    opened.length === files.length &&
    files.every((file, at) => {
      const found = opened[at]
      return found?.name === file.name && Buffer.compare(found.bytes, file.bytes) === 0
    })
  if (!isSame)
    throw new ExpectedError('refused', 'The sealed file did not open to what was sealed. Nothing left.')
  return { name, bytes }
}

type Sealed = { readonly name: string; readonly bytes: Uint8Array; readonly secret: string }

const sealAs = async (files: readonly OpenedFile[], seal: Seal): Promise<Sealed> => {
  switch (seal.kind) {
    case 'zip':
      return { name: 'pack.zip', bytes: await sealZip(files, seal.passphrase), secret: seal.passphrase }
    case 'age':
      return sealAge(files, (encrypter) => encrypter.setPassphrase(seal.passphrase), seal.passphrase)
    case 'age-keys': {
      const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
      const own = await generateX25519Identity()
      const ownKey = await identityToRecipient(own)
      return sealAge(files, (encrypter) => addKeys(encrypter, [...seal.keys, ownKey]), own)
    }
    default:
      return assertNever(seal)
  }
}

const sealZip = async (files: readonly OpenedFile[], password: string): Promise<Uint8Array> => {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js')
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    password,
    encryptionStrength: 3,
    // No time of day and nobody's system: local fields, as zip keeps local time.
    lastModDate: new Date(1980, 0, 1, 12, 0, 0),
    extendedTimestamp: false,
    msDosCompatible: true,
    useWebWorkers: false,
  })
  for (const { name, bytes } of files) await zip.add(name, new Uint8ArrayReader(bytes))
  return zip.close()
}

const sealAge = async (
  files: readonly OpenedFile[],
  prepare: (encrypter: Encrypter) => void,
  secret: string,
): Promise<Sealed> => {
  const age = await import('age-encryption')
  const encrypter = new age.Encrypter()
  prepare(encrypter)
  const zip = packZip(new Map(files.map(({ name, bytes }) => [name, bytes])))
  return { name: 'pack.zip.age', bytes: await encrypter.encrypt(zip), secret }
}

const addKeys = (encrypter: Encrypter, keys: readonly string[]): void => {
  for (const key of keys) {
    try {
      encrypter.addRecipient(key)
    } catch {
      throw new ExpectedError(
        'invalid',
        'One of the recipient’s keys is no age key. An age key begins with age1.',
        [{ path: 'seal.keys', message: 'Give a key that begins with age1, as the recipient sent it.' }],
      )
    }
  }
}
