import { z } from 'zod'
import type { Progress } from '../contract.ts'

/**
 * What the window asks of the main process itself: dialogs and windows, never case data.
 * Kept here so that one file names everything a window can ask for.
 */
export const shellContract = {
  'shell.choose-files': z.object({
    title: z.string().max(200),
    multiple: z.boolean().default(false),
    extensions: z.array(z.string().max(10)).max(20).default([]),
  }),
  'shell.choose-folder': z.object({ title: z.string().max(200), create: z.boolean().default(false) }),
  /** Vaults opened before on this computer: folder and the name shown, most recent first. */
  'shell.recent-vaults': z.object({}),
  'shell.sample-vault-folder': z.object({}),
  'shell.copy': z.object({ text: z.string().max(10_000) }),
  'shell.lock-settings': z.object({}),
  /** Cancels the running long action of this window. */
  'shell.cancel': z.object({}),
} as const
export type ShellName = keyof typeof shellContract
export type ShellInput<Name extends ShellName> = z.input<(typeof shellContract)[Name]>
export type ShellOutputs = {
  'shell.choose-files': readonly { path: string; name: string }[]
  'shell.choose-folder': { path: string; name: string } | null
  'shell.recent-vaults': readonly { path: string; name: string; lastOpened: string }[]
  'shell.sample-vault-folder': { path: string; passphrase: string; exists: boolean }
  'shell.copy': null
  'shell.lock-settings': { idleMinutes: number }
  'shell.cancel': null
}

/** The one channel of events a window listens to. */
export type WindowEvent =
  | { readonly type: 'locked'; readonly why: 'asked' | 'idle' | 'screen-lock' | 'suspend' | 'fault' }
  | { readonly type: 'lock-soon'; readonly seconds: number }
  | { readonly type: 'progress'; readonly progress: Progress }
