import type { IconName } from '../../ui/icon.tsx'

/** Something a person may do from anywhere: listed in the palette, with its keys on the shortcut sheet. */
export type Command = {
  readonly id: string
  readonly title: string
  readonly group: string
  readonly icon: IconName
  /** As the keyboard reports it, e.g. "Control+L". */
  readonly keys?: string
  readonly run: () => void
}

export const keysInWords = (keys: string): string =>
  keys.replace('Control', 'Ctrl').replaceAll('+', ' ').replace('ArrowUp', '↑').replace('ArrowDown', '↓')
