import { z } from 'zod'
import { packFormats } from '../../domain/packs/pack-document.ts'
import type * as view from '../views.ts'
import { action, chosenPath, type Action } from './action.ts'

export const statisticsContract = {
  'history.import': action<{ years: readonly string[]; added: number; unchanged: number; changed: number }>()(
    'history:import',
    'none',
    'write',
    z.object({ path: chosenPath }),
  ),
  'statistics.show': action<view.StatisticsView>()(
    'statistics:read',
    'none',
    'none',
    z.object({
      year: z
        .string()
        .regex(/^\d{4}-\d{2}$/, 'Enter a year as 2026-27')
        .optional(),
    }),
  ),
  'statistics.publish': action<{ releaseId: string; files: readonly { name: string; bytes: number }[] }>()(
    'statistics:publish',
    'none',
    'write',
    z.object({
      year: z.string().regex(/^\d{4}-\d{2}$/, 'Enter a year as 2026-27'),
      rule: z.literal('sac'),
      formats: z.array(z.enum(packFormats)).min(1),
      out: chosenPath,
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
