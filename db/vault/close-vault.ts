import { closeSync } from 'node:fs'
import type { Vault } from './vault.ts'
import { wipeVaultKeys } from './vault-keys.ts'

/** Closes a vault: folds the log into the file, wipes the keys, gives up ownership. Closing twice is harmless. */
export const closeVault = (vault: Vault): void => {
  const { state } = vault
  if (state.closed) return
  state.closed = true
  try {
    vault.db.close()
  } finally {
    closeSync(state.file)
    wipeVaultKeys(vault.keys)
    state.releaseLock()
  }
}
