import type { Db } from '../../db/database.ts'
import { listDecisions } from '../../db/decisions.ts'
import { readPeopleKey } from '../../db/people-key.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { prepareRoster, type PreparedRoster } from '../../domain/redaction/prepare-roster.ts'
import type { Audience, RedactionDecision } from '../../domain/redaction/redaction.ts'
import { ExpectedError } from '../../domain/result.ts'
import { examineFiles } from './gate.ts'
import { clearFiles, type LeavingFile, type ProducedFile } from './leaving-files.ts'

/** What a file is searched for: everybody of a case's key, and what people have decided about names. */
export type CaseKey = {
  readonly roster: Roster
  readonly prepared: PreparedRoster
  readonly decisions: readonly RedactionDecision[]
}

export const caseKey = (db: Db, caseId: string): CaseKey => {
  const roster = readPeopleKey(db, caseId)
  return { roster, prepared: prepareRoster(roster), decisions: listDecisions(db, caseId) }
}

type Advice = { readonly audience?: Audience; readonly advice?: string }

/**
 * Opens files again and refuses, in words that repeat no text of them, what the gate finds; gives them back as files that
 * may leave. `advice` is a sentence more for a file in which something of the key was found.
 */
export const refuseAtGate = <File extends ProducedFile>(
  files: readonly File[],
  key: CaseKey,
  document: PackDocument | null,
  options: Advice = {},
): Promise<readonly (File & LeavingFile)[]> => refuseAtGates(files, [key], document, options)

/** The same for files about several cases: everybody of every key is searched for before any file may leave. */
export const refuseAtGates = async <File extends ProducedFile>(
  files: readonly File[],
  keys: readonly CaseKey[],
  document: PackDocument | null,
  { audience = 'agencies', advice }: Advice = {},
): Promise<readonly (File & LeavingFile)[]> => {
  if (keys.length === 0) throw new Error('files without a key to search them for')
  for (const { roster, prepared, decisions } of keys) {
    const { leaks, problems } = await examineFiles(files, roster, prepared, { audience, decisions }, document)
    const [leak] = leaks
    if (leak)
      throw new ExpectedError(
        'refused',
        [
          `Something of the people key was found in ${leak.file} (${leak.where}). Nothing left.`,
          ...(advice === undefined ? [] : [advice]),
        ].join(' '),
      )
    if (problems.length > 0) throw new ExpectedError('refused', `${problems.join(' ')} Nothing left.`)
  }
  return clearFiles(files)
}
