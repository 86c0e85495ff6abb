import { randomBytes, randomUUID } from 'node:crypto'
import { deriveArgon2id } from '../../db/vault/key-derivation.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import { createHost } from '../../workspace/host.ts'

/**
 * A process of its own that opens a vault, imports a file, and says "keeping" when the entries are about to be written; it
 * is meant to be killed while it writes them. Arguments: folder, passphrase, case id, file.
 */
const [dir = '', passphrase = '', caseId = '', path = ''] = process.argv.slice(2)

const host = createHost({
  now: () => new Date().toISOString(),
  newId: randomUUID,
  randomBytes: (count) => randomBytes(count),
  sleep: () => Promise.resolve(),
  derivation: {
    calibrate: () => Promise.reject(new Error('not here')),
    accepts: () => true,
    derive: deriveArgon2id,
  },
  sampleCaseFolder: '',
  onUnexpected: (_, error) => {
    throw error
  },
})

await dispatch(host, 'vault.open', { dir, passphrase })
// Pages spill to the log before the commit, as those of a far larger import do.
host.session?.vault.db.pragma('cache_size = 50')
const result = await dispatch(
  host,
  'chronology.import',
  { caseId, agencyId: 'a1', path },
  { progress: ({ what }) => void (what === 'Keeping the entries' && process.stdout.write('keeping\n')) },
)
process.stdout.write(result.ok ? 'kept\n' : `${result.error.message}\n`)
