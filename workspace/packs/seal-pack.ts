import { passphraseStrength } from '../../db/vault/passphrase-strength.ts'
import { sealFiles, type Seal } from '../../documents/seal/seal-files.ts'
import { assertNever, ExpectedError } from '../../domain/result.ts'
import { sha256 } from '../sha256.ts'
import type { ProducedFile } from './leaving-files.ts'

/** How a pack leaves, as the disclosure log says it; never what opens it. */
export const methodOf = (seal: Seal | undefined): string => {
  switch (seal?.kind) {
    case undefined:
      return 'files in a folder'
    case 'zip':
      return 'sealed zip (AES-256), its passphrase by another channel'
    case 'age':
      return 'sealed age file, its passphrase by another channel'
    case 'age-keys':
      return `sealed age file for ${seal.keys.length === 1 ? 'one key' : `${seal.keys.length} keys`} of the recipient`
    default:
      return assertNever(seal)
  }
}

/**
 * Seals the files of a pack that have passed the gate, and opens the sealed file again. A passphrase that could be guessed is
 * refused: whoever takes the file can try for ever. `hints` are words such a person would try first.
 */
export const sealPack = async (
  files: readonly ProducedFile[],
  seal: Seal,
  hints: readonly string[],
): Promise<ProducedFile & { readonly format: 'sealed'; readonly sha256: string }> => {
  if (seal.kind !== 'age-keys') {
    const { acceptable, advice } = await passphraseStrength(seal.passphrase, hints)
    if (!acceptable)
      throw new ExpectedError(
        'invalid',
        `The pack was not sealed: its passphrase could be guessed. ${advice}`,
        [{ path: 'seal.passphrase', message: advice }],
      )
  }
  const { name, bytes } = await sealFiles(
    files.map(({ name: own, bytes: content }) => ({ name: own, bytes: content })),
    seal,
  )
  return { name, bytes, format: 'sealed', sha256: sha256(bytes) }
}
