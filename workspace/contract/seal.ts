import { z } from 'zod'
import { action, secret, type Action } from './action.ts'

/** An age recipient of X25519: `age1` and 58 letters of Bech32. Older age programs know no other. */
export const ageKey = z
  .string()
  .trim()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/u, 'Give a key that begins with age1, as the recipient sent it')

/** How a pack is sealed when it leaves. Left out: files in a folder. */
export const sealSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zip'), passphrase: secret }),
  z.object({ kind: z.literal('age'), passphrase: secret }),
  z.object({ kind: z.literal('age-keys'), keys: z.array(ageKey).min(1, 'Give at least one key').max(20) }),
])

export const sealContract = {
  /** A passphrase nobody has used, to seal a pack with. It is kept nowhere. */
  'seal.make-passphrase': action<{ passphrase: string }>()('public', 'none', 'none', z.object({})),
} as const satisfies Readonly<Record<string, Action>>
