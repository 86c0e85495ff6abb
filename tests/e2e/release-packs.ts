import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { act } from '../../scripts/demo/act.ts'
import { approve } from '../../scripts/demo/approve.ts'
import { defaultPackBasis } from '../../workspace/contract/packs.ts'
import { createHost, type Host } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { chair, manager } from './prepared-vault.ts'

const openedBy = async (dir: string, who: typeof manager): Promise<Host> => {
  const host = createHost(nodeEnvironment())
  await act(host, 'vault.open', { dir, ...who })
  return host
}

/** Releases a pack to each of these agencies, of a prepared vault that nobody has open. */
const releaseTo = async (dir: string, agencies: readonly string[]): Promise<void> => {
  const first = await openedBy(dir, manager)
  const [one] = await act(first, 'case.list', {})
  const packIds: string[] = []
  for (const recipient of agencies) {
    const { packId, candidates } = await act(first, 'pack.build', {
      ...{ caseId: one?.id ?? '', recipient, profile: 'partner-agency', formats: ['docx'] },
      basis: defaultPackBasis,
    })
    const open = candidates.filter(({ decision }) => decision === null)
    if (open.length > 0)
      await act(first, 'pack.review', {
        packId,
        decisions: open.map(({ id }) => ({
          ...{ candidate: id, decision: 'replace' as const, replacement: '[withheld]', reason: '' },
        })),
      })
    packIds.push(packId)
  }
  await act(first, 'vault.lock', {})
  const second = await openedBy(dir, chair)
  for (const packId of packIds) {
    await approve(second, packId)
    const out = path.join(mkdtempSync(path.join(tmpdir(), 'sar-released-')), 'pack')
    await act(second, 'pack.release', { packId, out })
  }
  await act(second, 'vault.lock', {})
}

const [, , dir = '', ...agencies] = process.argv
await releaseTo(dir, agencies)
