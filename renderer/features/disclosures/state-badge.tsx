import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { Badge } from '../../ui/notice.tsx'

export const StateBadge = ({ one }: { readonly one: DisclosureView }) => {
  if (one.withdrawn) return <Badge tone="danger">Withdrawn</Badge>
  if (one.state === 'prepared')
    return (
      <Badge tone="warn" icon="clock">
        Begun, not finished
      </Badge>
    )
  return one.receipt === null ? <Badge tone="good">Released</Badge> : <Badge tone="good">Received</Badge>
}
