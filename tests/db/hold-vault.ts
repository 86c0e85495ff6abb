import { randomBytes, randomUUID } from 'node:crypto'
import { insertEntries } from '../../db/entries.ts'
import { inTransaction } from '../../db/transaction.ts'
import { deriveArgon2id } from '../../db/vault/key-derivation.ts'
import { openVault } from '../../db/vault/open-vault.ts'

/**
 * A process of its own that opens a vault and holds it, or begins a large import and waits inside the transaction; says
 * "ready" and stays until it is killed. Arguments: folder, passphrase, "hold" or "import", case id, source id.
 */
const [dir = '', passphrase = '', what = 'hold', caseId = '', sourceId = ''] = process.argv.slice(2)

const vault = await openVault({
  dir,
  passphrase,
  env: {
    now: () => new Date().toISOString(),
    newId: randomUUID,
    randomBytes: (count) => randomBytes(count),
    sleep: () => Promise.resolve(),
    derivation: {
      calibrate: () => Promise.reject(new Error('not here')),
      accepts: () => true,
      derive: deriveArgon2id,
    },
  },
})

const ready = () => process.stdout.write('ready\n')

if (what === 'import')
  inTransaction(vault, () => {
    // Small enough that pages spill to the log before the commit, as a large import's do.
    vault.db.pragma('cache_size = 50')
    insertEntries(
      vault.db,
      Array.from({ length: 3_000 }, (_, n) => ({
        id: randomUUID(),
        caseId,
        agencyId: 'a1',
        sourceId,
        n: n + 1,
        sheet: 'Sheet1',
        row: n + 2,
        where: `Sheet1!${n + 2}`,
        date: { original: 'x', earliest: null, latest: null, precision: 'unknown' as const, warnings: [] },
        stored: 'text',
        sortKey: String(n).padStart(6, '0'),
        hiddenRow: false,
        declaredNoContact: false,
        fields: { event: `Entry ${n} ${'word '.repeat(100)}` },
        rowHash: '00'.repeat(32),
        createdAt: '2026-11-24T09:00:00.000Z',
        cells: [],
        aside: [],
      })),
    )
    ready()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
else {
  ready()
  setInterval(() => undefined, 60_000)
}
