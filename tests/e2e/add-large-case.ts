import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { act } from '../../scripts/demo/act.ts'
import { createHost } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { largeCase, manager, sample } from './prepared-vault.ts'

/** Adds a case to a vault that nobody has open, with a chronology as long as a long review's, and one row in so many with its word. */
const addLargeCase = async (dir: string): Promise<void> => {
  const { title, ref, entries, word, everyNth } = largeCase
  const lines = Array.from({ length: entries }, (_, n) => {
    const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(n / 4))).toISOString().slice(0, 10).split('-')
    const seen = n % everyNth === 0 ? ` A ${word} stood in the window.` : ''
    const event = `Visit ${n + 1} to the flat; the door was answered and tea was offered.${seen}`
    return [`V${n + 1}`, day.toReversed().join('/'), `${8 + (n % 4)}:15`, event, 'Noted on file'].join(',')
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'sar-large-'))
  const file = path.join(folder, 'visits.csv')
  writeFileSync(file, ['Ref,Date,Time,Event,Action', ...lines].join('\n'))
  const host = createHost(nodeEnvironment())
  await act(host, 'vault.open', { dir, ...manager })
  const known = JSON.parse(readFileSync(sample('case.json'), 'utf8')) as object
  const { caseId } = await act(host, 'case.add', {
    case: { ...known, ref, working_title: title },
    roster: { entries: [] },
  })
  await act(host, 'chronology.import', { caseId, agencyId: 'a1', path: file })
  await act(host, 'vault.lock', {})
  rmSync(folder, { recursive: true, force: true })
}

await addLargeCase(process.argv[2] ?? '')
