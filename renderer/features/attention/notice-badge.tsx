import { noticeStateTitles } from '../../../domain/rights/notice.ts'
import type { NoticeView } from '../../../workspace/contract/disclosures.ts'
import { Badge } from '../../ui/notice.tsx'

export const NoticeBadge = ({ notice }: { readonly notice: NoticeView }) => {
  const title = noticeStateTitles[notice.state]
  if (notice.overdue) return <Badge tone="danger">To do, overdue</Badge>
  if (notice.state === 'to-do')
    return (
      <Badge tone="warn" icon="clock">
        {title}
      </Badge>
    )
  return <Badge tone={notice.state === 'acknowledged' ? 'good' : 'plain'}>{title}</Badge>
}
