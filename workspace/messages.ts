import type { Result } from '../domain/result.ts'
import type { Progress } from './contract.ts'

/** What main and the workspace process say to each other. Plain data only. */
export type ToWorkspace =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number }

export type FromWorkspace =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
