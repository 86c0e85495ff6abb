import type { Failure, Result } from '../../../domain/result.ts'
import type { Input, Output } from '../../../workspace/contract.ts'
import type { NoticeLetter, NoticeView } from '../../../workspace/contract/disclosures.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type AttentionSlice = {
  readonly notices: Remote<readonly NoticeView[]>
  readonly loadNotices: () => Promise<void>
  readonly noticeLetter: (noticeId: string) => Promise<Result<NoticeLetter>>
  readonly sendNotice: (input: Input<'notice.send'>) => Promise<Result<Output<'notice.send'>>>
  readonly settleNotice: (input: Input<'notice.settle'>) => Promise<Failure | null>
}

export const attentionSlice: Slice<AttentionSlice> = (set, get) => ({
  notices: idle,
  loadNotices: async () => {
    set((state) => ({ notices: loadingFrom(state.notices) }))
    set({ notices: fromResult(await call('notice.list', {})) })
  },
  noticeLetter: (noticeId) => call('notice.letter', { noticeId }),
  sendNotice: async (input) => {
    const result = await get().during('Writing the letter and opening its files again', () =>
      call('notice.send', input),
    )
    if (result.ok) await get().loadNotices()
    return result
  },
  settleNotice: async (input) => {
    const result = await call('notice.settle', input)
    await get().loadNotices()
    if (!result.ok) return result.error
    get().toast('good', 'Recorded.')
    return null
  },
})
