import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createHost } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { act } from '../demo/act.ts'

/** Who opens a vault that the bench has made. */
export const benchUser = { user: 'Bench', passphrase: 'seven green kettles under the bridge' }

/**
 * What one file took: milliseconds, of the clock and of the processor; the most memory the process had held by then, and
 * what it still holds, in megabytes.
 */
export type ImportedFile = {
  readonly ms: number
  readonly processorMs: number
  readonly most: number
  readonly held: number
}

/**
 * Run as a program of its own, so that its memory is the import's: makes a vault and imports files into one case, the
 * agencies in turn; one line of JSON a file.
 */
const importAll = async (dir: string, files: readonly string[]): Promise<void> => {
  const env = nodeEnvironment()
  const host = createHost(env)
  await act(host, 'vault.create', { dir, name: 'Bench', ...benchUser })
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(env.sampleCaseFolder, name), 'utf8'))
  const { caseId } = await act(host, 'case.add', { case: read('case.json'), roster: read('roster.json') })
  for (const [n, file] of files.entries()) {
    const [began, worked] = [performance.now(), process.cpuUsage()]
    await act(host, 'chronology.import', { caseId, agencyId: `a${1 + (n % 5)}`, path: file })
    const ms = performance.now() - began
    const { user, system } = process.cpuUsage(worked)
    const most = process.resourceUsage().maxRSS / 1024
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    const held = (heapUsed + external) / 1024 / 1024
    const done: ImportedFile = { ms, processorMs: (user + system) / 1_000, most, held }
    console.log(JSON.stringify(done))
  }
  await act(host, 'vault.lock', {})
}

if (import.meta.main) await importAll(process.argv[2] ?? '', process.argv.slice(3))
