import { z } from 'zod'
import type * as view from '../views.ts'
import { action, isoDate, type Action } from './action.ts'

export const recordsContract = {
  'audit.list': action<{ total: number; rows: readonly view.AuditRow[] }>()(
    'audit:read',
    'none',
    'read',
    z.object({
      from: isoDate.optional(),
      record: z.string().max(200).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(500),
    }),
  ),
  'audit.verify': action<{ ok: boolean; entries: number; problems: readonly string[] }>()(
    'vault:verify',
    'none',
    'write',
    z.object({}),
  ),

  'draft.save': action<null>()(
    'vault:use',
    'none',
    'none',
    z.object({ key: z.string().min(1).max(300), text: z.string().max(200_000) }),
  ),
  'draft.list': action<readonly { key: string; text: string; updatedAt: string }[]>()(
    'vault:use',
    'none',
    'none',
    z.object({}),
  ),
  'draft.discard': action<null>()('vault:use', 'none', 'none', z.object({ key: z.string().min(1).max(300) })),
} as const satisfies Readonly<Record<string, Action>>
