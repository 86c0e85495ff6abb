import { z } from 'zod'
import type { ImpreciseDate } from '../../domain/dates/imprecise-date.ts'
import type { ProtectedTable } from '../../domain/disclosure/protect-sac.ts'
import type { Inspection } from '../../domain/packs/pack-document.ts'
import type { Leak } from '../../domain/redaction/redaction.ts'
import type * as view from '../views.ts'
import { action, chosenPath, secret, type Action } from './action.ts'

export const toolsContract = {
  'tool.redact': action<{ results: readonly view.RedactedText[] }>()(
    'public',
    'none',
    'none',
    z.object({
      roster: z.unknown(),
      audience: z.enum(['agencies', 'public']).default('public'),
      texts: z.array(z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() })),
    }),
  ),
  'tool.protect': action<{ answers: readonly ProtectedTable[] }>()(
    'public',
    'none',
    'none',
    z.object({ tables: z.array(z.unknown()).min(1) }),
  ),
  'tool.dates': action<{ dates: readonly ImpreciseDate[] }>()(
    'public',
    'none',
    'none',
    z.object({
      texts: z.array(
        z.object({
          text: z.string().max(10_000),
          default: z
            .string()
            .regex(/^\d{4}$/, 'Give the year as YYYY')
            .optional(),
        }),
      ),
    }),
  ),
  'tool.inspect': action<Inspection>()(
    'public',
    'none',
    'none',
    z.object({ path: chosenPath, /** What opens it, where it is sealed. */ passphrase: secret.optional() }),
  ),
  'tool.check-leaks': action<{ leaks: readonly Leak[] }>()(
    'public',
    'none',
    'none',
    z.object({
      roster: z.unknown(),
      /** Left out: that of the pack whose manifest vouches for the file, else `public`. */
      audience: z.enum(['agencies', 'public']).optional(),
      files: z.array(z.object({ path: chosenPath })).min(1, 'Name at least one file'),
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
