import { z } from 'zod'
import { roleSchema } from '../../domain/permissions/permissions.ts'
import type * as view from '../views.ts'
import { action, chosenPath, secret, shortText, type Action } from './action.ts'

export const createVaultSchema = z.object({
  dir: chosenPath,
  name: shortText,
  user: shortText,
  role: roleSchema.default('business-manager'),
  passphrase: secret,
})

export const openVaultSchema = z
  .object({
    dir: chosenPath,
    user: z.string().trim().min(1).max(200).optional(),
    passphrase: secret.optional(),
    recoveryKey: secret.optional(),
    /** Opens for reading only, even where something is wrong, so that what is wrong can be said. */
    forInspection: z.boolean().default(false),
  })
  .refine((v) => (v.passphrase === undefined) !== (v.recoveryKey === undefined), {
    message: 'Enter a passphrase or the recovery key',
    path: ['passphrase'],
  })

export const changePassphraseSchema = z.object({ current: secret, next: secret })
export const addUserSchema = z.object({ user: shortText, role: roleSchema, passphrase: secret })
export const vaultContract = {
  'vault.create': action<{ session: view.SessionView; recoveryKey: string }>()(
    'public',
    'none',
    'write',
    createVaultSchema,
  ),
  'vault.open': action<view.SessionView>()('public', 'none', 'write', openVaultSchema),
  'vault.peek': action<view.VaultPeek>()('public', 'none', 'none', z.object({ dir: chosenPath })),
  'vault.strength': action<{ score: number; acceptable: boolean; advice: string }>()(
    'public',
    'none',
    'none',
    z.object({ passphrase: z.string().max(1_000), hints: z.array(z.string().max(200)).max(20).default([]) }),
  ),
  'vault.session': action<view.SessionView>()('vault:use', 'none', 'none', z.object({})),
  'vault.lock': action<null>()('vault:use', 'none', 'write', z.object({})),
  'vault.verify': action<view.VaultCheck>()(
    'vault:verify',
    'none',
    'write',
    z.object({ independent: z.boolean().default(false) }),
  ),
  /** Of a vault that opening refuses: what is wrong with it. Nothing of a case is read. */
  'vault.verify-closed': action<view.VaultCheck>()('public', 'none', 'none', openVaultSchema),
  'vault.change-passphrase': action<null>()('vault:use', 'none', 'write', changePassphraseSchema),
  'vault.add-user': action<view.UserView & { readonly passphrase?: string }>()(
    'vault:manage',
    'none',
    'write',
    /** Without a passphrase one is made and answered, this once, for the new person to change. */
    addUserSchema.partial({ passphrase: true }),
  ),
  'vault.users': action<readonly view.UserView[]>()('vault:use', 'none', 'none', z.object({})),
} as const satisfies Readonly<Record<string, Action>>
