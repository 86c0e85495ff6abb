import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, passphrase } from '../db/builders.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, smallCase, smallRoster, writeSmallFiles } from './small-case.ts'

const stopped = { ok: false, error: { code: 'conflict', message: 'Stopped as you asked. Nothing was kept.' } }

/** A call that is stopped the first time its progress is told, or the first time it says these words. */
const stopping = (what?: string) => {
  const controller = new AbortController()
  return {
    signal: controller.signal,
    progress: (progress: { readonly what: string }) => {
      if (what === undefined || progress.what.startsWith(what)) controller.abort()
    },
  }
}

const count = ({ host }: Workspace, table: string): unknown =>
  host.session?.vault.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('a request to stop', () => {
  it.each(['Reading the file', 'Keeping the entries'])(
    'during an import (%s) keeps nothing',
    async (when) => {
      const workspace = await aWorkspace()
      const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
      const { chronology } = writeSmallFiles(aFolder())
      const input = { caseId, agencyId: 'a1', path: chronology }
      const audits = count(workspace, 'audit')
      expect(await dispatch(workspace.host, 'chronology.import', input, stopping(when))).toEqual({
        ...stopped,
        error: { ...stopped.error, fields: [] },
      })
      expect([count(workspace, 'entries'), count(workspace, 'sources')]).toEqual([0, 0])
      expect(count(workspace, 'audit')).toBe(audits)
      expect(await workspace.act('chronology.import', input)).toMatchObject({ added: 3 })
    },
  )

  it.each(['Writing csv', 'Writing json', 'Opening every file again'])(
    'during the build of a pack (%s) keeps nothing',
    async (when) => {
      const workspace = await aWorkspace()
      const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
      const out = path.join(aFolder(), 'drafts')
      const result = await dispatch(
        workspace.host,
        'pack.build',
        { caseId, recipient: 'a2', profile: 'publication', formats: ['csv', 'json'], basis, out },
        stopping(when),
      )
      expect(result).toMatchObject(stopped)
      expect([count(workspace, 'packs'), count(workspace, 'pack_files'), existsSync(out)]).toEqual([
        0,
        0,
        false,
      ])
      expect(workspace.env.surprises).toEqual([])
    },
  )

  it('that comes too late is not heard: what is on record as released has left', async () => {
    const workspace = await aWorkspace()
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
    await addUser(workspace, 'Chris Chair', 'chair')
    const { packId, candidates } = await workspace.act('pack.build', {
      ...{ caseId, recipient: 'a2', profile: 'publication', formats: ['csv'], basis },
    })
    const decisions = candidates.map(({ id }) => ({
      ...{ candidate: id, decision: 'replace' as const, replacement: 'somebody' },
    }))
    await workspace.act('pack.review', { packId, decisions })
    const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
    await approvePack(chair, packId)
    const early = new AbortController()
    early.abort()
    const out = path.join(aFolder(), 'out')
    expect(
      await dispatch(chair.host, 'pack.release', { packId, out }, { signal: early.signal }),
    ).toMatchObject(stopped)
    expect([existsSync(out), count(chair, 'disclosures')]).toEqual([false, 0])
    const late = new AbortController()
    const released = dispatch(chair.host, 'pack.release', { packId, out }, { signal: late.signal })
    while (count(chair, 'disclosures') === 0) await new Promise((resolve) => setImmediate(resolve))
    late.abort()
    expect(await released).toMatchObject({ ok: true, value: { packId } })
    expect(await chair.act('disclosure.list', {})).toMatchObject([{ state: 'done' }])
  })
})

describe('a vault locked while something is under way', () => {
  it('takes nothing more in, not even when somebody else has opened it since', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    await addUser(workspace, 'Chris Chair', 'chair')
    const { chronology } = writeSmallFiles(aFolder())
    const importing = dispatch(workspace.host, 'chronology.import', {
      caseId,
      agencyId: 'a1',
      path: chronology,
    })
    await workspace.act('vault.lock', {})
    await workspace.act('vault.open', {
      ...{ dir: workspace.dir, user: 'Chris Chair', passphrase: passphraseOf('chair') },
    })
    expect(await importing).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(workspace.env.surprises).toEqual([])
    const again = await reopenedAs(workspace, 'Robin Vale', passphrase)
    expect((await again.act('chronology.list', { caseId })).total).toBe(0)
  })
})

describe('a read that could not be audited', () => {
  it('is audited the next time', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const db = workspace.host.session?.vault.db
    db?.exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'no'); END`)
    expect(await dispatch(workspace.host, 'case.show', { caseId })).toMatchObject({
      ...{ ok: false, error: { code: 'unexpected' } },
    })
    db?.exec('DROP TRIGGER temp.refuse')
    await workspace.act('case.show', { caseId })
    const { rows } = await workspace.act('audit.list', { record: caseId })
    expect(rows.map(({ action }) => action)).toContain('case.show')
  })
})
