import type { KeyDerivation } from './key-derivation.ts'

/** What the vault needs from outside: time, ids, randomness and waiting are passed in, never taken. */
export type VaultEnvironment = {
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string
  readonly newId: () => string
  /** Cryptographically secure random bytes. */
  readonly randomBytes: (count: number) => Uint8Array
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Leave out: Argon2id at or above the floor. Only the tests' builders name another. */
  readonly derivation?: KeyDerivation
}
