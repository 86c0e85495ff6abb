import type { Announcement, SourceRow } from '../../../domain/chronology/source-table.ts'
import type { LookKind } from './looks.ts'
import type { ListNumbers } from './numbering.ts'
import type { StyleSheet, TextLook } from './styles.ts'

export type Aside = NonNullable<SourceRow['aside']>[number]

/** Who tracked a change, and whether it was part of a move. */
export type Tracked = {
  readonly kind: 'insertion' | 'deletion'
  readonly author: string
  readonly moved: boolean
}

export type Note = { readonly author: string; readonly text: string }

/** What all parts of a document share while it is read. */
export type DocumentContext = {
  readonly fileName: string
  readonly styles: StyleSheet
  readonly lists: ListNumbers
  readonly comments: ReadonlyMap<string, Note>
  readonly footnotes: ReadonlyMap<string, string>
  readonly endnotes: ReadonlyMap<string, string>
  readonly announced: Announcement[]
  readonly seenComments: Set<string>
  /** Texts of footnotes and endnotes in the order they are referred to. */
  readonly notesInOrder: string[]
  /** Whether the text gets a mark, `[1]`, where a note is referred to. A chronology's cells stay as they are. */
  readonly marksNotes: boolean
}

type Trace = Tracked | { readonly kind: 'hidden' }

/** One run of reading: where it is, and what has been met there that is not plain text. */
export type Story = {
  readonly context: DocumentContext
  where: string
  /** Verbatim text kept aside since last taken. */
  asides: Aside[]
  /** Inside a field: `instruction` is not shown, `result` is. */
  readonly fields: ('instruction' | 'result')[]
  /** Set inside an inserted row, whose insertion is announced once as a whole. */
  insideInsertedRow: boolean
  pending: { readonly trace: Trace; text: string } | undefined
  readonly openComments: Map<string, string>
  /** Shown text of an unusual look gathered so far, by what is unusual. */
  readonly looks: Map<LookKind, string>
  /** What stands behind the text: the shading of the cell being read. */
  behind: TextLook
  /** Texts of the text boxes anchored in the paragraph being read. */
  boxes: string[]
}

export const startStory = (context: DocumentContext, where: string): Story => ({
  context,
  where,
  asides: [],
  fields: [],
  insideInsertedRow: false,
  pending: undefined,
  openComments: new Map(),
  looks: new Map(),
  behind: {},
  boxes: [],
})

export const announce = (
  story: Story,
  kind: Announcement['kind'],
  detail: string,
  where = story.where,
): void => {
  story.context.announced.push({ kind, where, detail })
}

const by = (author: string): string => (author === '' ? '' : ` by ${author}`)

export const announceDeletion = (story: Story, tracked: Tracked, text: string): void => {
  const verb = tracked.moved ? 'Moved away' : 'Deleted'
  const detail = `${verb}${by(tracked.author)} as a tracked change, read as accepted and so left out: “${text}”.`
  announce(story, 'tracked-deletion', detail)
  story.asides.push({ kind: 'tracked-deletion', text, ...(tracked.author && { author: tracked.author }) })
}

export const announceInsertion = (story: Story, tracked: Tracked, text: string): void => {
  const verb = tracked.moved ? 'Moved here' : 'Inserted'
  announce(
    story,
    'tracked-insertion',
    `${verb}${by(tracked.author)} as a tracked change, read as accepted: “${text}”.`,
  )
}

/** Announces the tracked or hidden text gathered so far; called wherever it ends. */
export const settle = (story: Story): void => {
  const { pending } = story
  story.pending = undefined
  if (pending === undefined || pending.text.trim() === '') return
  const { trace, text } = pending
  if (trace.kind === 'hidden') {
    announce(story, 'hidden-text', `Hidden text, left out of the entry and kept aside: “${text}”.`)
    story.asides.push({ kind: 'hidden-text', text })
  } else if (trace.kind === 'deletion') announceDeletion(story, trace, text)
  else if (!story.insideInsertedRow) announceInsertion(story, trace, text)
}

const isSame = (a: Trace, b: Trace): boolean =>
  a.kind === b.kind &&
  (a.kind === 'hidden' || b.kind === 'hidden' || (a.author === b.author && a.moved === b.moved))

/** Takes in a piece of text and gives back the part of it that is shown: all of it, or nothing. */
export const takeText = (
  story: Story,
  text: string,
  tracked: Tracked | undefined,
  isHidden: boolean,
): string => {
  if (text === '' || story.fields.includes('instruction')) return ''
  const trace: Trace | undefined =
    tracked?.kind === 'deletion' ? tracked : isHidden ? { kind: 'hidden' } : tracked
  if (story.pending && !(trace && isSame(story.pending.trace, trace))) settle(story)
  if (trace) {
    if (story.pending) story.pending.text += text
    else story.pending = { trace, text }
  }
  if (trace && trace.kind !== 'insertion') return ''
  for (const [id, anchored] of story.openComments) story.openComments.set(id, anchored + text)
  return text
}

/** Announces the comment that is anchored here and keeps it aside. */
export const takeComment = (story: Story, id: string): void => {
  const comment = story.context.comments.get(id)
  if (comment === undefined || story.context.seenComments.has(id)) return
  story.context.seenComments.add(id)
  const anchored = story.openComments.get(id) ?? ''
  story.openComments.delete(id)
  const on = anchored.trim() === '' ? '' : ` on “${anchored.trim()}”`
  announce(story, 'comment', `Comment${by(comment.author)}${on}: “${comment.text}”.`)
  story.asides.push({
    kind: 'comment',
    text: comment.text,
    ...(comment.author && { author: comment.author }),
  })
}

/** Announces the footnote or endnote referred to here, keeps it aside, and gives the mark that stands for it in the text. */
export const takeNote = (
  story: Story,
  kind: 'footnote' | 'endnote',
  id: string,
  isShown: boolean,
): string => {
  const { footnotes, endnotes, notesInOrder, marksNotes } = story.context
  const text = (kind === 'footnote' ? footnotes : endnotes).get(id)
  if (text === undefined || text === '') return ''
  const name = kind === 'footnote' ? 'A footnote' : 'An endnote'
  if (!isShown) {
    announce(story, 'hidden-text', `${name} whose mark is hidden or deleted was left out: “${text}”.`)
    story.asides.push({ kind: 'hidden-text', text })
    return ''
  }
  const mark = marksNotes ? `[${notesInOrder.length + 1}]` : ''
  notesInOrder.push(marksNotes ? `${mark} ${text}` : text)
  announce(story, 'header-footer-text', `${name} reads: “${text}”.`)
  story.asides.push({ kind, text })
  return mark
}
