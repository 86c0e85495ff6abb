import type { MentionView } from '../../../workspace/contract/comments.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type MentionsSlice = {
  readonly mentions: Remote<readonly MentionView[]>
  readonly unreadMentions: number
  readonly countMentions: () => Promise<void>
  readonly loadMentions: () => Promise<void>
  readonly markMention: (mention: MentionView, read: boolean) => Promise<void>
}

export const mentionsSlice: Slice<MentionsSlice> = (set, get) => ({
  mentions: idle,
  unreadMentions: 0,
  countMentions: async () => {
    if (!get().session?.permissions.includes('chronology:comment')) return
    const result = await call('mention.count', {})
    if (result.ok) set({ unreadMentions: result.value.unread })
  },
  loadMentions: async () => {
    set((state) => ({ mentions: loadingFrom(state.mentions) }))
    set({ mentions: fromResult(await call('mention.list', { pseudonyms: hidesNames(get()) })) })
  },
  markMention: async ({ caseId, commentId }, read) => {
    const result = await call('mention.mark', { caseId, commentId, read })
    if (!result.ok) return get().toast('danger', result.error.message)
    await Promise.all([get().countMentions(), get().loadMentions()])
  },
})
