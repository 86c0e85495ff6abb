import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { aFolder, passphrase } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, smallChronology, writeSmallFiles, type SmallFiles } from './small-case.ts'

export type Discussed = Workspace & {
  readonly caseId: string
  readonly files: SmallFiles
  readonly ids: {
    readonly manager: string
    readonly author: string
    readonly panel: string
    readonly outsider: string
  }
}

/**
 * The small case with a review author and a panel member on its team, and a panel member who is on none. The business
 * manager, Robin Vale, has it open.
 */
export const aDiscussedCase = async (): Promise<Discussed> => {
  const workspace = await aWorkspace()
  const files = writeSmallFiles(aFolder())
  const caseId = await addSmallCase(workspace, files)
  const author = await addUser(workspace, 'Ada Author', 'review-author')
  const panel = await addUser(workspace, 'Pat Member', 'panel-member')
  const outsider = await addUser(workspace, 'Otto Side', 'panel-member')
  for (const userId of [author, panel]) await workspace.act('case.team-add', { caseId, userId })
  const manager = (await workspace.act('vault.session', {})).userId
  return { ...workspace, caseId, files, ids: { manager, author, panel, outsider } }
}

const secrets = {
  'Robin Vale': passphrase,
  'Ada Author': passphraseOf('review-author'),
  'Pat Member': passphraseOf('panel-member'),
  'Otto Side': passphraseOf('panel-member'),
} as const

/** The same case before somebody else. */
export const asUser = async (before: Discussed, user: keyof typeof secrets): Promise<Discussed> => ({
  ...before,
  ...(await reopenedAs(before, user, secrets[user])),
})

export const recordsOf = async ({ act, caseId }: Discussed): Promise<readonly string[]> =>
  (await act('chronology.list', { caseId })).entries.map(({ recordId }) => recordId)

/** Imports the council's file again with some of its text changed. */
export const importAgain = async (
  { act, caseId }: Discussed,
  change: (file: string) => string,
): Promise<void> => {
  const file = path.join(aFolder(), 'council-v2.csv')
  writeFileSync(file, change(smallChronology))
  await act('chronology.import', { caseId, agencyId: 'a1', path: file })
}
