import { ExpectedError } from '../../domain/result.ts'
import { sha256 } from '../sha256.ts'

export type ProducedFile = { readonly name: string; readonly bytes: Uint8Array }

declare const cleared: unique symbol

/**
 * A file that may be written outside the vault. Only `refuseAtGate` makes one, or `leaveWithoutGate` for a reason of its
 * list: `writeFiles` takes nothing else, and looks again that name and bytes are those that were cleared.
 */
export type LeavingFile = ProducedFile & { readonly [cleared]: true }

/** What stands in place of the gate where names are meant to leave. There is no other way round it. */
export type WithoutGate =
  /** The team's own copy with names: its permission, its marking and its audit row. */
  | 'working-copy-with-names'
  /** To a coroner or a court: the legal power, the approver, the marking and the manifest on record. */
  | 'unredacted-by-legal-power'
  /** A container whose content passed the gate, and passed it again when the container was opened with its key. */
  | 'sealed-after-the-gate'

const clearedBytes = new WeakMap<Uint8Array, { readonly name: string; readonly sha256: string }>()

/** Marks files as cleared, under this name and with these bytes and no others. Called where the gate has passed them. */
export const clearFiles = <File extends ProducedFile>(
  files: readonly File[],
): readonly (File & LeavingFile)[] => {
  for (const { name, bytes } of files) clearedBytes.set(bytes, { name, sha256: sha256(bytes) })
  return files as readonly (File & LeavingFile)[]
}

/** Lets files go past the gate; each place that does is listed in `tests/boundaries/ways-out.test.ts`. */
export const leaveWithoutGate = <File extends ProducedFile>(
  files: readonly File[],
  _why: WithoutGate,
): readonly (File & LeavingFile)[] => clearFiles(files)

/** Refuses a file that was not cleared, or was changed or renamed since. */
export const refuseUncleared = (files: readonly ProducedFile[]): void => {
  for (const { name, bytes } of files) {
    const pass = clearedBytes.get(bytes)
    if (pass?.name !== name || pass.sha256 !== sha256(bytes))
      throw new ExpectedError('refused', `${name} has not passed the gate as it is. Nothing left.`)
  }
}
