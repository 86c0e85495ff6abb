import { ExpectedError } from '../../domain/result.ts'
import { fileKind } from '../read/file-kind.ts'
import { openPackage, packageLimits } from '../read/package.ts'
import { readDirectory } from '../read/zip-directory.ts'

export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array }

const armour = '-----BEGIN AGE ENCRYPTED FILE-----'
const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 64)).toString('latin1')
const isAge = (bytes: Uint8Array): boolean =>
  startOf(bytes).startsWith('age-encryption.org/v1') || startOf(bytes).trimStart().startsWith(armour)

/** Whether a file is a zip that asks for a passphrase, or an age file. */
export const isSealed = (bytes: Uint8Array, fileName: string): boolean =>
  isAge(bytes) ||
  (fileKind(bytes) === 'zip' && readDirectory(bytes, fileName).some(({ isEncrypted }) => isEncrypted))

/**
 * Opens a sealed file with its passphrase, or an age file with an identity (`AGE-SECRET-KEY-1…`), and gives the files in it
 * in their order. An age file that holds no zip gives its content under the name it has without `.age`.
 * Errors: `wrong-passphrase` where the secret does not open it; `invalid` where it is damaged, of another kind, or unpacks to
 * more than `packageLimits`.
 */
export const openSealed = async (
  bytes: Uint8Array,
  fileName: string,
  secret: string,
): Promise<readonly OpenedFile[]> => {
  if (!isAge(bytes)) return openZip(bytes, fileName, secret)
  const content = await openAge(bytes, fileName, secret)
  if (fileKind(content) !== 'zip' || /\.(?:docx|xlsx|ods|odt)\.age$/iu.test(fileName))
    return [{ name: fileName.replace(/\.age$/iu, ''), bytes: content }]
  return [...openPackage(content, fileName)].map(([name, part]) => ({ name, bytes: part.bytes() }))
}

const wrong = (fileName: string): ExpectedError =>
  new ExpectedError('wrong-passphrase', `${fileName}: that passphrase or key does not open the file.`)

const openAge = async (bytes: Uint8Array, fileName: string, secret: string): Promise<Uint8Array> => {
  const { armor, Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  try {
    if (secret.startsWith('AGE-SECRET-KEY-')) decrypter.addIdentity(secret.trim())
    else decrypter.addPassphrase(secret)
    const file = startOf(bytes).trimStart().startsWith(armour)
      ? armor.decode(new TextDecoder().decode(bytes))
      : bytes
    return await decrypter.decrypt(file)
  } catch {
    throw wrong(fileName)
  }
}

const openZip = async (
  bytes: Uint8Array,
  fileName: string,
  password: string,
): Promise<readonly OpenedFile[]> => {
  // Refuses what is no zip, names a part twice, or declares more than any pack holds, before anything is decrypted.
  const entries = readDirectory(bytes, fileName)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > packageLimits.totalBytes)
    throw new ExpectedError('invalid', `${fileName}: the file unpacks to far more than a pack holds.`)
  const { ERR_INVALID_PASSWORD, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } =
    await import('@zip.js/zip.js')
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false, checkSignature: true })
  try {
    const files: OpenedFile[] = []
    for (const entry of await zip.getEntries()) {
      if (entry.directory) continue
      const content = await entry.getData(new Uint8ArrayWriter(), { password })
      files.push({ name: entry.filename, bytes: content })
    }
    return files
  } catch (error) {
    if (error instanceof Error && error.message === ERR_INVALID_PASSWORD) throw wrong(fileName)
    throw new ExpectedError(
      'invalid',
      `${fileName}: the sealed file is damaged. Ask the sender for a fresh copy.`,
    )
  } finally {
    await zip.close()
  }
}
