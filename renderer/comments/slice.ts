import type { Failure, Result } from '../../domain/result.ts'
import { fromTyped } from '../../domain/discussion/comment-text.ts'
import type { ThreadList, ThreadView, WordingView } from '../../workspace/contract/comments.ts'
import { call } from '../api.ts'
import { hidesNames } from '../names.ts'
import { fromResult, idle, loadingFrom, type Remote, valueOf } from '../remote.ts'
import type { Slice } from '../store.ts'

/** What is talked about: an entry, by its record, or a finding. */
export type Subject = { readonly kind: 'entry' | 'finding'; readonly id: string }

export const subjectKey = ({ kind, id }: Subject): string => `${kind}.${id}`

const asked = ({ kind, id }: Subject) => (kind === 'entry' ? { recordId: id } : { findingId: id })

export type CommentsSlice = {
  readonly discussion: Remote<ThreadList>
  /** What `discussion` is about. */
  readonly discussionOf: string
  /** The subject whose new comment is to take the focus, as soon as it is on the page. */
  readonly composeOn: string
  readonly compose: (key: string) => void
  readonly loadDiscussion: (caseId: string, subject: Subject) => Promise<void>
  readonly openThread: (caseId: string, subject: Subject, typed: string) => Promise<Failure | null>
  readonly replyTo: (caseId: string, threadId: string, typed: string) => Promise<Failure | null>
  readonly editComment: (
    caseId: string,
    comment: { readonly id: string; readonly version: number },
    typed: string,
  ) => Promise<Failure | null>
  readonly withdrawComment: (
    caseId: string,
    comment: { readonly id: string; readonly version: number },
    withdrawn: boolean,
  ) => Promise<void>
  readonly resolveThread: (
    caseId: string,
    thread: { readonly id: string; readonly version: number },
    resolved: boolean,
  ) => Promise<void>
  readonly wordingsOf: (caseId: string, commentId: string) => Promise<Result<readonly WordingView[]>>
}

/** Comments that stand, withdrawn ones left out. */
export const standing = (threads: readonly ThreadView[]): number =>
  threads.flatMap(({ comments }) => comments).filter(({ withdrawnAt }) => withdrawnAt === null).length

export const commentsSlice: Slice<CommentsSlice> = (set, get) => {
  let about: { readonly caseId: string; readonly subject: Subject } | null = null
  const again = async (): Promise<void> => {
    if (about) await get().loadDiscussion(about.caseId, about.subject)
  }
  /** What was typed, with those who may be mentioned by their ids. */
  const kept = (typed: string): string => fromTyped(typed, valueOf(get().discussion)?.people ?? [])
  const after = async (result: Result<unknown>): Promise<Failure | null> => {
    if (!result.ok) return result.error
    await again()
    // An answer to somebody has been read by whoever wrote it.
    await get().countMentions()
    return null
  }
  const told = async (result: Result<unknown>, done: string, undo: () => Promise<void>): Promise<void> => {
    const { toast } = get()
    await again()
    if (result.ok) toast('good', done, undo)
    else toast('danger', result.error.message)
  }
  return {
    discussion: idle,
    discussionOf: '',
    composeOn: '',
    compose: (composeOn) => set({ composeOn }),
    loadDiscussion: async (caseId, subject) => {
      about = { caseId, subject }
      const key = subjectKey(subject)
      set((state) => ({
        discussionOf: key,
        discussion:
          state.discussionOf === key ? loadingFrom(state.discussion) : { state: 'loading', previous: null },
      }))
      const result = await call('comment.list', {
        caseId,
        subject: asked(subject),
        pseudonyms: hidesNames(get()),
      })
      if (get().discussionOf === key) set({ discussion: fromResult(result) })
    },
    openThread: async (caseId, subject, typed) =>
      after(await call('comment.open-thread', { caseId, subject: asked(subject), text: kept(typed) })),
    replyTo: async (caseId, threadId, typed) =>
      after(await call('comment.reply', { caseId, threadId, text: kept(typed) })),
    editComment: async (caseId, { id, version }, typed) =>
      after(await call('comment.edit', { caseId, commentId: id, version, text: kept(typed) })),
    withdrawComment: async (caseId, { id, version }, withdrawn) =>
      told(
        await call('comment.withdraw', { caseId, commentId: id, version, withdrawn }),
        withdrawn
          ? 'The comment is withdrawn. Its text is not shown any more.'
          : 'The comment is shown again.',
        () => get().withdrawComment(caseId, { id, version: version + 1 }, !withdrawn),
      ),
    resolveThread: async (caseId, { id, version }, resolved) =>
      told(
        await call('comment.resolve', { caseId, threadId: id, version, resolved }),
        resolved ? 'The thread is resolved.' : 'The thread is open again.',
        () => get().resolveThread(caseId, { id, version: version + 1 }, !resolved),
      ),
    wordingsOf: (caseId, commentId) =>
      call('comment.history', { caseId, commentId, pseudonyms: hidesNames(get()) }),
  }
}
