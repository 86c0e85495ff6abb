import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Once before all tests, by plain Node: the app as its sources are now, and a vault with a case, which tests copy. */
const setUp = (): (() => void) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sar-e2e-'))
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'prepare.ts'), folder], { stdio: 'inherit' })
  process.env['SAR_E2E_VAULT'] = path.join(folder, 'prepared')
  return () => rmSync(folder, { recursive: true, force: true })
}

export default setUp
