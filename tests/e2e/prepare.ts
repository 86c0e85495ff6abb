import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from '../../scripts/app-build.ts'
import { act } from '../../scripts/demo/act.ts'
import { approve } from '../../scripts/demo/approve.ts'
import { defaultPackBasis } from '../../workspace/contract/packs.ts'
import { createHost, type Host } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import type { CandidateView } from '../../workspace/views.ts'
import { chair, chronologies, manager, panelMember, sample } from './prepared-vault.ts'

const json = (name: string): unknown => JSON.parse(readFileSync(sample(name), 'utf8'))

const openedBy = async (dir: string, who: typeof manager): Promise<Host> => {
  const host = createHost(nodeEnvironment())
  await act(host, 'vault.open', { dir, ...who })
  return host
}

const withheld = (candidates: readonly CandidateView[]) =>
  candidates
    .filter(({ decision }) => decision === null)
    .map(({ id }) => ({ candidate: id, decision: 'replace' as const, replacement: '[withheld]', reason: '' }))

/**
 * A vault as it looks in the middle of a review, made through the one door: everything imported, one pack released,
 * another whose questions are open, earlier years counted.
 */
const prepareVault = async (dir: string, released: string): Promise<void> => {
  const host = createHost(nodeEnvironment())
  await act(host, 'vault.create', { dir, name: 'Calderwick Board', ...manager })
  await act(host, 'vault.add-user', { ...chair, role: 'chair' })
  const panel = await act(host, 'vault.add-user', { ...panelMember, role: 'panel-member' })
  const { caseId } = await act(host, 'case.add', { case: json('case.json'), roster: json('roster.json') })
  await act(host, 'case.team-add', { caseId, userId: panel.id })
  for (const [agencyId, file] of chronologies)
    await act(host, 'chronology.import', { caseId, agencyId, path: sample(file) })
  await act(host, 'contribution.add', { caseId, agencyId: 'a6', path: sample('imr-home-care-provider.docx') })
  await act(host, 'contribution.add', { caseId, agencyId: 'a5', path: sample('imr-housing-provider.docx') })
  await act(host, 'history.import', { path: sample('history.json') })
  const build = (recipient: string) =>
    act(host, 'pack.build', {
      caseId,
      recipient,
      profile: 'partner-agency',
      formats: ['docx'],
      basis: defaultPackBasis,
    })
  await build('a5')
  const first = await build('a2')
  await act(host, 'pack.review', { packId: first.packId, decisions: withheld(first.candidates) })
  await act(host, 'vault.lock', {})
  const second = await openedBy(dir, chair)
  await approve(second, first.packId)
  await act(second, 'pack.release', { packId: first.packId, out: released })
  await act(second, 'vault.lock', {})
}

const [, , folder = ''] = process.argv
await buildIfStale((sentence) => void process.stderr.write(`${sentence}\n`))
await prepareVault(path.join(folder, 'prepared'), path.join(folder, 'released'))
