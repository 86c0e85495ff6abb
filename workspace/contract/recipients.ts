import { z } from 'zod'
import { isPersonKind, recipientKinds, type RecipientKind } from '../../domain/recipients/recipient.ts'
import { action, id, isoDate, type Action } from './action.ts'

export type RecipientView = {
  readonly id: string
  readonly kind: RecipientKind
  readonly caseId: string | null
  readonly caseTitle: string | null
  /** What it is, without a name, where this person may not read who it is. */
  readonly name: string
  /** The name is a person's, and stands there. */
  readonly isNamed: boolean
  readonly address: string
  readonly email: string
  readonly contactRole: string
  readonly successor: { readonly id: string; readonly name: string; readonly on: string } | null
  /** Names of those in whose place it stands. */
  readonly predecessors: readonly string[]
  readonly agencies: readonly RecipientAgency[]
  readonly version: number
}

export type RecipientAgency = {
  readonly caseId: string
  readonly caseTitle: string
  readonly agencyId: string
  readonly name: string
}

export type RegisterView = {
  readonly recipients: readonly RecipientView[]
  /** Agencies of cases nobody has said yet which organisation they are, with the one that has the same name. */
  readonly unlinked: readonly (RecipientAgency & { readonly proposal: string | null })[]
}

const email = z
  .string()
  .trim()
  .max(300)
  .refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'Enter an email address')

const details = {
  name: z.string().trim().min(1, 'Enter the name').max(300),
  address: z.string().trim().max(1_000).default(''),
  email: email.default(''),
  contactRole: z.string().trim().max(200).default(''),
}

export const successionSchema = z.object({ id, on: isoDate }).nullable().default(null)

export const newRecipientSchema = z
  .object({ kind: z.enum(recipientKinds), ...details, caseId: id.nullable().default(null) })
  .refine(({ kind, caseId }) => isPersonKind(kind) === (caseId !== null), {
    message: 'Say which review this person belongs to; an organisation belongs to none',
    path: ['caseId'],
  })

export const recipientsContract = {
  'recipient.list': action<RegisterView>()('recipient:read', 'none', 'none', z.object({})),
  'recipient.add': action<{ readonly recipientId: string }>()(
    'recipient:edit',
    'none',
    'write',
    newRecipientSchema,
  ),
  'recipient.save': action<{ readonly version: number }>()(
    'recipient:edit',
    'none',
    'write',
    z.object({
      recipientId: id,
      version: z.int().min(1),
      ...details,
      successor: successionSchema,
    }),
  ),
  'recipient.link-agency': action<null>()(
    'recipient:edit',
    'caseId',
    'write',
    z.object({ caseId: id, agencyId: id, recipientId: id.nullable() }),
  ),
} as const satisfies Readonly<Record<string, Action>>
