import { createCipheriv, createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ExpectedError } from '../../domain/result.ts'
import { canonicalJson } from './canonical-json.ts'
import type { VaultEnvironment } from './environment.ts'
import { productionDerivation, type KeyDerivation, type KdfParameters } from './key-derivation.ts'
import { replaceFile } from './replace-file.ts'
import { equalHex, macHex } from './vault-keys.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

const kdfSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().positive(),
  iterations: z.int().positive(),
  parallelism: z.int().positive(),
})

const slotSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['user', 'recovery']),
  /** Null for the recovery key. */
  user: z.string().min(1).nullable(),
  createdAt: z.string(),
  kdf: kdfSchema,
  salt: hex(16),
  nonce: hex(12),
  wrappedKey: hex(32),
  tag: hex(16),
})

const keySlotsSchema = z.strictObject({
  format: z.literal('sar-key-slots'),
  version: z.literal(1),
  vaultId: z.string().min(1),
  name: z.string().min(1),
  createdAt: z.string(),
  /** Counts every change of this file; the vault holds it too, so that an older file put back is noticed. */
  revision: z.int().positive(),
  /** The cost calibrated for the machine that made the vault. */
  kdf: kdfSchema,
  slots: z.array(slotSchema).min(1),
  mac: hex(32),
})

export type KeySlot = z.output<typeof slotSchema>
export type KeySlots = z.output<typeof keySlotsSchema>

export const keySlotsFile = 'keyslots.json'
const path = (dir: string) => join(dir, keySlotsFile)

export const derivationOf = (env: Pick<VaultEnvironment, 'derivation'>): KeyDerivation =>
  env.derivation ?? productionDerivation

/**
 * Reads a vault folder's key slots; nothing in them is secret, and nothing in them is trusted before `keySlotsAreGenuine`.
 * Throws `not-found` where the folder holds no vault, `invalid` where the file is damaged, newer than this app, or asks for
 * a cost below the floor.
 */
export const readKeySlots = (dir: string, derivation: KeyDerivation = productionDerivation): KeySlots => {
  let text: string
  try {
    text = readFileSync(path(dir), 'utf8')
  } catch {
    throw new ExpectedError('not-found', `There is no vault in this folder: ${keySlotsFile} is missing.`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damaged()
  }
  const version = z.looseObject({ version: z.int() }).safeParse(json)
  if (version.success && version.data.version > 1)
    throw new ExpectedError(
      'refused',
      `${keySlotsFile} was written by a newer version of SAR Workspace (version ${version.data.version}; this one knows version 1). Update the app and open the vault again.`,
    )
  const parsed = keySlotsSchema.safeParse(json)
  if (!parsed.success) throw damaged()
  if (![parsed.data, ...parsed.data.slots].every(({ kdf }) => derivation.accepts(kdf)))
    throw new ExpectedError(
      'refused',
      `${keySlotsFile} asks for a passphrase derivation outside the accepted cost, so it was changed by something other than this app. The vault was not opened.`,
    )
  return parsed.data
}

const damaged = () =>
  new ExpectedError('invalid', `${keySlotsFile} is damaged: it is not a key-slot file this app can read.`)

/** Wraps the data key for a passphrase or recovery key; AES-256-GCM, bound to vault, slot, user and derivation. */
export const wrapDataKey = async (args: {
  readonly vaultId: string
  readonly kind: KeySlot['kind']
  readonly user: string | null
  readonly secret: string
  readonly dataKey: Buffer
  readonly kdf: KdfParameters
  readonly env: VaultEnvironment
}): Promise<KeySlot> => {
  const { env } = args
  const salt = Buffer.from(env.randomBytes(16))
  const nonce = Buffer.from(env.randomBytes(12))
  const slot = {
    id: env.newId(),
    kind: args.kind,
    user: args.user,
    createdAt: env.now(),
    kdf: args.kdf,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
  }
  const wrappingKey = await derivationOf(env).derive(args.secret, salt, args.kdf)
  try {
    const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
    cipher.setAAD(boundTo(args.vaultId, slot))
    const wrapped = Buffer.concat([cipher.update(args.dataKey), cipher.final()])
    return { ...slot, wrappedKey: wrapped.toString('hex'), tag: cipher.getAuthTag().toString('hex') }
  } finally {
    wrappingKey.fill(0)
  }
}

/** The data key, or null where the secret is wrong or the slot was altered. One derivation either way. */
export const unwrapDataKey = async (
  vaultId: string,
  slot: KeySlot,
  secret: string,
  derivation: KeyDerivation,
): Promise<Buffer | null> => {
  const wrappingKey = await derivation.derive(secret, Buffer.from(slot.salt, 'hex'), slot.kdf)
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'hex'), {
      authTagLength: 16,
    })
    decipher.setAAD(boundTo(vaultId, slot))
    decipher.setAuthTag(Buffer.from(slot.tag, 'hex'))
    return Buffer.concat([decipher.update(Buffer.from(slot.wrappedKey, 'hex')), decipher.final()])
  } catch {
    return null
  } finally {
    wrappingKey.fill(0)
  }
}

const boundTo = (vaultId: string, slot: Pick<KeySlot, 'id' | 'kind' | 'user' | 'kdf' | 'salt'>) =>
  Buffer.from(
    canonicalJson({
      format: 'sar-key-slots',
      version: 1,
      vaultId,
      slot: slot.id,
      kind: slot.kind,
      user: slot.user,
      kdf: slot.kdf,
      salt: slot.salt,
    }),
    'utf8',
  )

const authenticated = (slots: Omit<KeySlots, 'mac'>) => canonicalJson({ ...slots, mac: undefined })

/** Seals the key slots with a MAC under the data key and writes them in one step. */
export const writeKeySlots = (dir: string, slots: Omit<KeySlots, 'mac'>, macKey: Buffer): KeySlots => {
  const sealed: KeySlots = { ...slots, mac: macHex(macKey, authenticated(slots)) }
  replaceFile(path(dir), `${JSON.stringify(sealed, null, 2)}\n`)
  return sealed
}

/** Whether the file is as this app wrote it: no slot added, removed, renamed or changed. */
export const keySlotsAreGenuine = (slots: KeySlots, macKey: Buffer): boolean =>
  equalHex(slots.mac, macHex(macKey, authenticated(slots)))

/**
 * What a person may see before the vault is open: its name, and the users to choose from in the order they were added.
 * Throws as `readKeySlots` does.
 */
export const peekVault = (dir: string): { readonly name: string; readonly users: readonly string[] } => {
  const { name, slots } = readKeySlots(dir, { ...productionDerivation, accepts: () => true })
  return { name, users: slots.flatMap(({ user }) => user ?? []) }
}

export const listVaultUsers = (dir: string): readonly string[] => peekVault(dir).users
