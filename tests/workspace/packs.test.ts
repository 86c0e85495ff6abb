import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { insertDecision } from '../../db/decisions.ts'
import { inTransaction } from '../../db/transaction.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import type { CandidateView } from '../../workspace/views.ts'
import { aFolder, passphrase } from '../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, smallRoster, unknownName, writeSmallFiles } from './small-case.ts'

const author = 'Robin Vale'
const approver = 'Chris Chair'

type Built = Workspace & { readonly caseId: string; readonly packId: string; readonly open: CandidateView[] }

/** A pack just built of the small case, its questions open; a chair and a review author on the team wait to be asked. */
const aPack = async (profile: 'publication' | 'partner-agency' = 'partner-agency'): Promise<Built> => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  await addUser(workspace, approver, 'chair')
  const userId = await addUser(workspace, 'Sam Author', 'review-author')
  await workspace.act('case.team-add', { caseId, userId })
  const report = await workspace.act('pack.build', {
    ...{ caseId, recipient: 'a2', profile, formats: ['csv', 'json'], basis },
  })
  expect(report.state).toBe('needs-review')
  const open = report.candidates.filter(({ decision }) => decision === null)
  return { ...workspace, caseId, packId: report.packId, open }
}

const decided = (open: readonly CandidateView[]) =>
  open.map(({ id }) => ({ candidate: id, decision: 'replace' as const, replacement: 'a neighbour' }))

/** The same pack, decided by its builder. */
const aReadyPack = async (): Promise<Built> => {
  const built = await aPack()
  const report = await built.act('pack.review', { packId: built.packId, decisions: decided(built.open) })
  expect(report).toMatchObject({ state: 'ready', leaks: [] })
  return built
}

/** The same pack, approved by the chair and open as the chair. */
const anApprovedPack = async (): Promise<Built> => {
  const ready = await aReadyPack()
  const chair = await reopenedAs(ready, approver, passphraseOf('chair'))
  await approvePack(chair, ready.packId)
  return { ...ready, ...chair }
}

const stateOf = async ({ act, packId }: Built): Promise<unknown> =>
  (await act('pack.list', {})).find(({ id }) => id === packId)?.state

const rowsOf = ({ host }: Workspace, table: 'disclosures' | 'packs' | 'decisions'): unknown =>
  host.session?.vault.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

/** As `openssl dgst -c` writes hex. */
const inPairs = (hex: string): string => hex.replaceAll('-', '').replaceAll(/../g, '$&:').replace(/:$/, '')

describe('a pack', () => {
  it('asks what it does not know, once for each text, with where it stands', async () => {
    const { open } = await aPack()
    expect(open.map(({ text }) => text)).toEqual([unknownName])
    expect(open[0]).toMatchObject({ kind: 'PERSON', places: [{ after: ', a neighbour, called.' }] })
    expect(open[0]?.places[0]?.where).toContain('Entry E2')
  })

  it('is approved by neither its builder nor who decided anything that stands in it', async () => {
    const ready = await aReadyPack()
    await expect(ready.act('pack.approve', { packId: ready.packId })).rejects.toThrow(/^not-permitted: /)
    const sam = await reopenedAs(ready, 'Sam Author', passphraseOf('review-author'))
    const { packId } = await sam.act('pack.build', {
      ...{ caseId: ready.caseId, recipient: 'a1', profile: 'partner-agency', formats: ['csv'], basis },
    })
    const robin = await reopenedAs(sam, author, passphrase)
    await expect(robin.act('pack.approve', { packId })).rejects.toThrow(/^not-permitted: /)
    const chair = await reopenedAs(robin, approver, passphraseOf('chair'))
    expect(await approvePack(chair, packId)).toMatchObject({
      state: 'approved',
      approvedBy: approver,
    })
  })

  it('shows its approver what leaves, and no question that quotes the originals', async () => {
    const built = await aPack()
    const chair = await reopenedAs(built, approver, passphraseOf('chair'))
    const view = await chair.act('pack.show', { packId: built.packId })
    expect(view.candidates).toEqual([])
    expect(JSON.stringify(view)).not.toMatch(/Quillfeather|Ostrander/)
    await expect(chair.act('pack.passages', { packId: built.packId })).rejects.toThrow(/^not-permitted/)
    await expect(chair.act('pack.approve', { packId: built.packId })).rejects.toThrow(/^refused: /)
  })

  it('refuses a decision about nothing it asked, and keeps none of those beside it', async () => {
    const { act, packId, open, ...rest } = await aPack()
    const decisions = [...decided(open), { candidate: 'no such text', decision: 'keep' as const }]
    await expect(act('pack.review', { packId, decisions })).rejects.toThrow(/^invalid: /)
    expect(rowsOf({ act, ...rest }, 'decisions')).toBe(0)
  })
})

describe('a case that changes while a pack is being decided', () => {
  it('is said, and the decision is not kept on the old case', async () => {
    const { act, packId, open, caseId, host, ...rest } = await aPack()
    const saved: Promise<unknown>[] = []
    const progress = () => {
      if (saved.length > 0) return
      const entry = { id: 'p09', kind: 'person', name: 'Ida Fernsby', pseudonym: 'Neighbour 9' } as const
      saved.push(act('people-key.save', { caseId, version: 0, entry }))
    }
    const result = await dispatch(host, 'pack.review', { packId, decisions: decided(open) }, { progress })
    await Promise.all(saved)
    expect(saved).toHaveLength(1)
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(rowsOf({ act, host, ...rest }, 'decisions')).toBe(0)
  })
})

describe('release', () => {
  it('writes the files that were approved and a manifest, and logs what left at which version', async () => {
    const pack = await anApprovedPack()
    const out = path.join(aFolder(), 'to send')
    const report = await pack.act('pack.release', { packId: pack.packId, out })
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'pack.csv', 'pack.json'])
    const everything = readdirSync(out)
      .map((name) => readFileSync(path.join(out, name), 'utf8'))
      .join('\n')
    expect(everything).toContain('Adult B seen at home')
    expect(everything).toContain('a neighbour, a neighbour, called')
    expect(everything).not.toMatch(/Quillfeather|Ostrander|01632|999 000 0018/)
    const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ releasedAt: '2026-11-24T09:00:00Z', ...basis })
    expect(manifest.pack).toBe(inPairs(pack.packId))
    expect(manifest.disclosure).toBe(inPairs(report.disclosureId))
    expect(manifest.files).toEqual(
      ['csv', 'json'].map((format) => ({
        name: `pack.${format}`,
        format,
        sha256: inPairs(
          createHash('sha256')
            .update(readFileSync(path.join(out, `pack.${format}`)))
            .digest('hex'),
        ),
      })),
    )
    const [disclosure] = await pack.act('disclosure.list', { caseId: pack.caseId })
    expect(disclosure).toMatchObject({
      ...{ id: report.disclosureId, state: 'done', packId: pack.packId, basis, recipient: 'Police' },
      ...{ builtBy: author, approvedBy: approver, releasedBy: approver, records: 4 },
    })
    expect(await stateOf(pack)).toBe('released')
    const robin = await reopenedAs(pack, author, passphrase)
    const { rows } = await robin.act('audit.list', { record: pack.packId })
    const releases = rows.filter(({ action }) => action === 'pack.release')
    expect(releases.map(({ detail, user }) => [user, detail['state']])).toEqual([
      [approver, 'released'],
      [approver, 'prepared'],
    ])
    await expect(
      robin.act('pack.review', { packId: pack.packId, decisions: decided(pack.open) }),
    ).rejects.toThrow(/^refused: /)
  })

  it('never writes over a file, and can be tried again elsewhere', async () => {
    const pack = await anApprovedPack()
    const out = aFolder()
    writeFileSync(path.join(out, 'pack.csv'), 'mine')
    await expect(pack.act('pack.release', { packId: pack.packId, out })).rejects.toThrow(
      /^invalid: .*pack\.csv/,
    )
    expect([readdirSync(out), readFileSync(path.join(out, 'pack.csv'), 'utf8')]).toEqual([
      ['pack.csv'],
      'mine',
    ])
  })

  it('stays on record as prepared where it was cut short, and is finished later as one disclosure', async () => {
    const pack = await anApprovedPack()
    const blocked = path.join(aFolder(), 'a file')
    writeFileSync(blocked, 'not a folder')
    await expect(
      pack.act('pack.release', { packId: pack.packId, out: path.join(blocked, 'x') }),
    ).rejects.toThrow(/^invalid: /)
    const reopened = { ...pack, ...(await reopenedAs(pack, approver, passphraseOf('chair'))) }
    expect(await stateOf(reopened)).toBe('prepared')
    const [before] = await reopened.act('disclosure.list', {})
    expect(before?.state).toBe('prepared')
    const out = path.join(aFolder(), 'again')
    const report = await reopened.act('pack.release', { packId: pack.packId, out })
    expect(report.disclosureId).toBe(before?.id)
    expect(await reopened.act('disclosure.list', {})).toMatchObject([{ id: before?.id, state: 'done' }])
    expect(existsSync(path.join(out, 'manifest.json'))).toBe(true)
    await expect(reopened.act('pack.release', { packId: pack.packId, out: aFolder() })).rejects.toThrow(
      /^refused/,
    )
  })

  const changes: readonly (readonly [string, (workspace: Built) => Promise<unknown>])[] = [
    [
      'the people key',
      ({ act, caseId }) =>
        act('people-key.save', {
          ...{ caseId, version: 0 },
          entry: { id: 'p09', kind: 'person', name: 'Ida Fernsby', pseudonym: 'Neighbour 9' },
        }),
    ],
    [
      'another file',
      ({ act, caseId }) => {
        const file = path.join(aFolder(), 'police.csv')
        writeFileSync(file, 'Date,Event\r\n04/04/2023,A call\r\n')
        return act('chronology.import', { caseId, agencyId: 'a2', path: file })
      },
    ],
    [
      'a decision in another pack',
      async ({ act, caseId, open }) => {
        const other = await act('pack.build', {
          ...{ caseId, recipient: 'a1', profile: 'partner-agency', formats: ['csv'], basis },
        })
        const [{ text } = { text: '' }] = open
        return act('pack.review', {
          packId: other.packId,
          decisions: [{ candidate: text, decision: 'replace', replacement: 'somebody' }],
        })
      },
    ],
  ]

  it.each(changes)('is refused after a change of %s, and the approval is gone', async (_, change) => {
    const pack = await anApprovedPack()
    const robin = { ...pack, ...(await reopenedAs(pack, author, passphrase)) }
    await change(robin)
    const out = path.join(aFolder(), 'out')
    await expect(robin.act('pack.release', { packId: pack.packId, out })).rejects.toThrow(
      /^refused: The case has changed/,
    )
    expect([existsSync(out), await stateOf(robin), rowsOf(robin, 'disclosures')]).toEqual([false, 'void', 0])
    await expect(robin.act('pack.release', { packId: pack.packId, out })).rejects.toThrow(/^refused/)
  })

  it('is refused where a stored file is not the one that was approved, or is gone', async () => {
    for (const tamper of [
      `UPDATE pack_files SET bytes = CAST('Date,Event' AS BLOB) WHERE name = 'pack.csv'`,
      `DELETE FROM pack_files WHERE name = 'pack.csv'`,
    ]) {
      const pack = await anApprovedPack()
      pack.host.session?.vault.db.exec(tamper)
      const out = path.join(aFolder(), 'out')
      await expect(pack.act('pack.release', { packId: pack.packId, out })).rejects.toThrow(/^refused: /)
      expect([existsSync(out), rowsOf(pack, 'disclosures')]).toEqual([false, 0])
    }
  })

  it('is refused where the bytes name somebody of the key, even if their hash was changed with them', async () => {
    const pack = await anApprovedPack()
    pack.host.session?.vault.db.exec(
      `UPDATE pack_files SET bytes = CAST('Entry,Date' || char(10) || 'E1,Toby Quillfeather' AS BLOB),
         sha256 = '${await sha256('Entry,Date\nE1,Toby Quillfeather')}' WHERE name = 'pack.csv'`,
    )
    const out = path.join(aFolder(), 'out')
    const failed = pack.act('pack.release', { packId: pack.packId, out })
    await expect(failed).rejects.toThrow(/^refused: Something of the people key was found in pack\.csv/)
    await expect(failed).rejects.not.toThrow(/Quillfeather/)
    expect(existsSync(out)).toBe(false)
  })
})

describe('the gate', () => {
  it('does not let a person keep a name of the key', async () => {
    const { act, packId, open, caseId, ...rest } = await aPack()
    const [{ id } = { id: '' }] = open
    await act('people-key.save', {
      ...{ caseId, version: 0 },
      entry: {
        id: 'p09',
        kind: 'person',
        name: 'Edith Ostrander',
        pseudonym: 'Neighbour 1',
        aliases: [unknownName],
      },
    })
    const report = await act('pack.review', { packId, decisions: [{ candidate: id, decision: 'keep' }] })
    const { document } = await act('pack.show', { packId })
    const kept = JSON.stringify(document).includes('Ostrander')
    expect([kept, report.state]).not.toEqual([true, 'ready'])
    if (report.state === 'ready') return
    await expect(act('pack.approve', { packId })).rejects.toThrow(/^(refused|not-permitted): /)
    expect(rowsOf({ act, ...rest }, 'disclosures')).toBe(0)
  })

  it('finds a name that a decision puts in, and says where and not which', async () => {
    const { act, caseId, host, ...rest } = await aPack()
    const [tobias] = smallRoster.entries.filter((entry) => entry.id === 'p02')
    const session = host.session
    if (!session) throw new Error('the vault is open')
    // Review refuses such a replacement; one that came in another way must still not leave.
    inTransaction(session.vault, () =>
      insertDecision(session.vault.db, {
        ...{ id: 'd1', caseId, text: unknownName, decision: 'replace', replacement: tobias?.name ?? '' },
        ...{
          place: null,
          origin: 'question',
          reason: '',
          audience: 'public',
          decidedBy: session.user.id,
          decidedAt: rest.env.now(),
        },
      }),
    )
    const report = await act('pack.build', {
      ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv', 'json'], basis },
    })
    const { packId } = report
    expect(report.state).toBe('needs-review')
    expect(report.leaks.map(({ entity }) => entity)).toContain('p02')
    const chair = await reopenedAs({ act, host, ...rest }, approver, passphraseOf('chair'))
    await expect(chair.act('pack.approve', { packId })).rejects.toThrow(/^refused: .*pack\./)
    const { leaks } = await chair.act('pack.show', { packId })
    expect(leaks.length).toBeGreaterThan(0)
    expect(leaks.every(({ text, entity }) => text === '' && entity === null)).toBe(true)
  })

  it('writes no draft of a pack that it stopped, and none over a file', async () => {
    const ready = await aReadyPack()
    const out = aFolder()
    const build = (into: string) =>
      ready.act('pack.build', {
        ...{
          caseId: ready.caseId,
          recipient: 'a1',
          profile: 'partner-agency',
          formats: ['csv'],
          basis,
          out: into,
        },
      })
    await build(out)
    expect(readdirSync(out)).toEqual(['draft.csv'])
    const packs = rowsOf(ready, 'packs')
    await expect(build(out)).rejects.toThrow(/^invalid: .*draft\.csv/)
    expect(rowsOf(ready, 'packs')).toBe(packs)
    const inside = path.join(out, 'deeper')
    mkdirSync(inside)
    await build(inside)
    expect(readdirSync(inside)).toEqual(['draft.csv'])
  })
})

const sha256 = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex')
