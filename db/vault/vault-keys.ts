import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** The data key and what is derived from it. Wiped when the vault is closed. */
export type VaultKeys = {
  /** The raw 256-bit SQLCipher key. */
  readonly data: Buffer
  readonly audit: Buffer
  readonly keySlots: Buffer
}

/** Derives the MAC keys from the data key by HKDF-SHA-256 (RFC 5869), bound to the vault. */
export const deriveVaultKeys = (data: Buffer, vaultId: string): VaultKeys => {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', data, Buffer.from(vaultId, 'utf8'), `sar vault ${purpose} 1`, 32))
  return { data, audit: derive('audit'), keySlots: derive('key slots') }
}

export const wipeVaultKeys = (keys: VaultKeys): void => {
  keys.data.fill(0)
  keys.audit.fill(0)
  keys.keySlots.fill(0)
}

export const macHex = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex')

export const equalHex = (a: string, b: string): boolean => {
  const left = Buffer.from(a, 'hex')
  const right = Buffer.from(b, 'hex')
  return left.length === right.length && left.length > 0 && timingSafeEqual(left, right)
}
