import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { act } from '../../scripts/demo/act.ts'
import { createHost } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { manager, margaretCase, sample } from './prepared-vault.ts'

/** Adds the case of requirements section 7, scenario 12, to a vault that nobody has open. */
const addMargaretCase = async (dir: string): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sar-margaret-'))
  const file = path.join(folder, 'council.csv')
  const rows = margaretCase.events.map((event, n) => `${n + 1}/03/2024,"${event}"`)
  writeFileSync(file, ['Date,Event', ...rows].join('\n'))
  const host = createHost(nodeEnvironment())
  await act(host, 'vault.open', { dir, ...manager })
  const known = JSON.parse(readFileSync(sample('case.json'), 'utf8')) as object
  const { caseId } = await act(host, 'case.add', {
    case: { ...known, ref: 'CAL-SAR-MARGARET', working_title: margaretCase.title },
    roster: margaretCase.roster,
  })
  await act(host, 'chronology.import', { caseId, agencyId: 'a1', path: file })
  await act(host, 'vault.lock', {})
  rmSync(folder, { recursive: true, force: true })
}

await addMargaretCase(process.argv[2] ?? '')
