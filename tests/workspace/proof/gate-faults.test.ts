import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as byteLayers from '../../../documents/inspect/byte-layers.ts'
import * as byteTexts from '../../../documents/inspect/byte-texts.ts'
import * as inspectFile from '../../../documents/inspect/inspect-file.ts'
import * as missingWords from '../../../documents/write/missing-words.ts'
import * as findLeaks from '../../../domain/redaction/find-leaks.ts'
import * as plainSearch from '../../../domain/redaction/leak-plain.ts'
import { refuseAtGate } from '../../../workspace/packs/refuse-at-gate.ts'
import { writeFiles } from '../../../workspace/write-files.ts'
import { aFolder, passphrase } from '../../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs } from '../builders.ts'
import { addSmallCase, basis, unknownName, writeSmallFiles } from '../small-case.ts'
import { hostileInputs } from './hostile.ts'
import { cleanDocument, cleanFile, gateKey } from './planted-case.ts'

vi.mock('../../../documents/inspect/byte-layers.ts', { spy: true })
vi.mock('../../../documents/inspect/byte-texts.ts', { spy: true })
vi.mock('../../../documents/inspect/inspect-file.ts', { spy: true })
vi.mock('../../../documents/write/missing-words.ts', { spy: true })
vi.mock('../../../domain/redaction/find-leaks.ts', { spy: true })
vi.mock('../../../domain/redaction/leak-plain.ts', { spy: true })

afterEach(() => void vi.resetAllMocks())

const fails = (): never => {
  throw new RangeError('Mrs Quillgarth: Maximum call stack size exceeded')
}

const failing: readonly (readonly [string, () => unknown])[] = [
  ['the reader', () => vi.mocked(inspectFile.inspectFile).mockRejectedValueOnce(new TypeError('of nothing'))],
  ['the first search', () => vi.mocked(findLeaks.findLeaks).mockImplementationOnce(fails)],
  ['the second search', () => vi.mocked(plainSearch.plainLeaks).mockImplementationOnce(fails)],
  [
    'what the second search looks for',
    () => vi.mocked(plainSearch.plainNeedles).mockImplementationOnce(fails),
  ],
  ['the unpacking of the bytes', () => vi.mocked(byteLayers.byteLayers).mockImplementationOnce(fails)],
  ['the reading of the bytes', () => vi.mocked(byteTexts.byteTexts).mockImplementationOnce(fails)],
  ['the counting of words', () => vi.mocked(missingWords.missingWords).mockImplementationOnce(fails)],
]

const nothing = { texts: [], properties: {}, findings: [] }

/** Takes the clean pack through the gate and out. */
const leave = async (folder: string, document: typeof cleanDocument | null): Promise<void> => {
  const file = { name: 'pack.json', bytes: await cleanFile('json') }
  await writeFiles(folder, await refuseAtGate([file], gateKey, document))
}

describe('the gate refuses where', () => {
  it('nothing fails: control, the pack leaves', async () => {
    const out = path.join(aFolder(), 'out')
    await leave(out, cleanDocument)
    expect(existsSync(path.join(out, 'pack.json'))).toBe(true)
  })

  it.each(failing)('%s fails, and says which file and nothing of the failure', async (_, arrange) => {
    const out = path.join(aFolder(), 'out')
    arrange()
    await expect(leave(out, cleanDocument)).rejects.toThrow(
      /^pack\.json: the file could not be opened and searched again\. Nothing left\.$/,
    )
    expect(existsSync(out)).toBe(false)
  })

  it.each([
    ['a pack', cleanDocument],
    ['any other file', null],
  ] as const)('the reader returns nothing of %s', async (_, document) => {
    const out = path.join(aFolder(), 'out')
    vi.mocked(inspectFile.inspectFile).mockResolvedValueOnce(nothing)
    await expect(leave(out, document)).rejects.toThrow(
      /^pack\.json: nothing in it could be read\..*Nothing left\.$/,
    )
    expect(existsSync(out)).toBe(false)
  })

  it.each(hostileInputs)('it is given $name', async ({ attempt, says }) => {
    const folder = aFolder()
    await expect(attempt(folder)).rejects.toThrow(says)
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })
})

const replaced = { candidate: unknownName, decision: 'replace', replacement: 'a neighbour' } as const

/** A pack of the small case with its one question open, and a chair to approve it. */
const anOpenPack = async () => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  await addUser(workspace, 'Chris Chair', 'chair')
  const { packId } = await workspace.act('pack.build', {
    ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv', 'json'], basis },
  })
  return { workspace, caseId, packId, out: path.join(aFolder(), 'out') }
}

type Open = Awaited<ReturnType<typeof anOpenPack>>
const asChair = ({ workspace }: Open) => reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))

describe('a release is refused where', () => {
  it('a candidate is undecided, and says how many', async () => {
    const pack = await anOpenPack()
    const chair = await asChair(pack)
    const { packId, out } = pack
    await expect(chair.act('pack.approve', { packId })).rejects.toThrow(
      'refused: 1 candidate is still to be decided. Nothing can leave before.',
    )
    await expect(chair.act('pack.release', { packId, out })).rejects.toThrow(
      'refused: This pack is needs review. Only an approved pack can be released.',
    )
    expect(existsSync(out)).toBe(false)
  })

  it('the case has changed since its review, before and after approval', async () => {
    for (const isApproved of [false, true]) {
      const pack = await anOpenPack()
      const { workspace, caseId, packId, out } = pack
      await workspace.act('pack.review', { packId, decisions: [replaced] })
      const chair = await asChair(pack)
      if (isApproved) await approvePack(chair, packId)
      const builder = await reopenedAs(chair, 'Robin Vale', passphrase)
      const entry = { id: 'p09', kind: 'person', name: 'Ida Fernsby', pseudonym: 'Neighbour 9' } as const
      await builder.act('people-key.save', { caseId, version: 0, entry })
      const again = await reopenedAs(builder, 'Chris Chair', passphraseOf('chair'))
      const leaving = isApproved ? again.act('pack.release', { packId, out }) : approvePack(again, packId)
      await expect(leaving).rejects.toThrow('refused: The case has changed since this pack was built.')
      expect(existsSync(out)).toBe(false)
    }
  })

  it('a decision was withdrawn after approval, and the question is open again', async () => {
    const pack = await anOpenPack()
    const { workspace, packId, out } = pack
    await workspace.act('pack.review', { packId, decisions: [replaced] })
    const chair = await asChair(pack)
    await approvePack(chair, packId)
    const builder = await reopenedAs(chair, 'Robin Vale', passphrase)
    await builder.act('pack.review', {
      packId,
      decisions: [{ candidate: unknownName, decision: 'withdraw' }],
    })
    const again = await reopenedAs(builder, 'Chris Chair', passphraseOf('chair'))
    await expect(again.act('pack.release', { packId, out })).rejects.toThrow(
      /^refused: This pack is needs review\./,
    )
    await expect(again.act('pack.approve', { packId })).rejects.toThrow(
      /^refused: 1 candidate is still to be decided/,
    )
    expect(existsSync(out)).toBe(false)
  })

  it('the reader fails after approval; the pack stays approved and leaves once it reads again', async () => {
    const pack = await anOpenPack()
    const { workspace, packId, out } = pack
    await workspace.act('pack.review', { packId, decisions: [replaced] })
    const chair = await asChair(pack)
    await approvePack(chair, packId)
    vi.mocked(inspectFile.inspectFile).mockRejectedValueOnce(new TypeError('of nothing'))
    await expect(chair.act('pack.release', { packId, out })).rejects.toThrow(
      /^refused: pack\.csv: the file could not be opened and searched again\. Nothing left\.$/,
    )
    expect(existsSync(out)).toBe(false)
    expect(await chair.act('disclosure.list', {})).toEqual([])
    expect(await chair.act('pack.release', { packId, out })).toMatchObject({ packId })
  })
})
