import { isUnseen } from '../../inspect/word-runs.ts'
import { announce, type Story } from './story.ts'
import type { TextLook } from './styles.ts'

/** What makes text that is not hidden hard or impossible to see, or seem withdrawn. */
export type LookKind = 'white' | 'tiny' | 'struck'

export const kindsOfLook = (look: TextLook): readonly LookKind[] => [
  ...(isUnseen({ ...look, vanish: false, tiny: false }) ? (['white'] as const) : []),
  ...(look.tiny ? (['tiny'] as const) : []),
  ...(look.struck ? (['struck'] as const) : []),
]

const sentences: Readonly<Record<LookKind, string>> = {
  white: 'Text in the colour of the page, which its reader does not see, was read as part of the text',
  tiny: 'Text too small to be read on the page was read as part of the text',
  struck: 'Struck-out text was read as part of the text',
}

/** Takes in shown text with its look, so that each stretch of one look can be announced as a whole. */
export const takeLook = (story: Story, text: string, kinds: readonly LookKind[]): void => {
  for (const kind of ['white', 'tiny', 'struck'] as const) {
    const open = story.looks.get(kind)
    if (!kinds.includes(kind)) {
      if (open !== undefined && text.trim() !== '') settleLook(story, kind)
    } else story.looks.set(kind, (open ?? '') + text)
  }
}

const settleLook = (story: Story, kind: LookKind): void => {
  const text = story.looks.get(kind) ?? ''
  story.looks.delete(kind)
  if (text.trim() === '') return
  announce(story, kind === 'struck' ? 'struck-text' : 'hidden-text', `${sentences[kind]}: “${text.trim()}”.`)
}

/** Announces what is still gathered; called at the end of a paragraph. */
export const settleLooks = (story: Story): void => {
  for (const kind of [...story.looks.keys()]) settleLook(story, kind)
}
