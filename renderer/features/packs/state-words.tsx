import type { PackState } from '../../../workspace/views.ts'
import { Badge, type Tone } from '../../ui/notice.tsx'
import type { IconName } from '../../ui/icon.tsx'

const words: Readonly<
  Record<PackState, { readonly tone: Tone; readonly icon: IconName; readonly text: string }>
> = {
  'needs-review': { tone: 'warn', icon: 'help', text: 'Needs review' },
  ready: { tone: 'info', icon: 'check', text: 'Ready for approval' },
  approved: { tone: 'good', icon: 'check', text: 'Approved' },
  prepared: { tone: 'warn', icon: 'clock', text: 'Release not finished' },
  released: { tone: 'plain', icon: 'send', text: 'Released' },
  void: { tone: 'danger', icon: 'close', text: 'Void' },
}

export const PackStateBadge = ({ state }: { readonly state: PackState }) => (
  <Badge tone={words[state].tone} icon={words[state].icon}>
    {words[state].text}
  </Badge>
)
