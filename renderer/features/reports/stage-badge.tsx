import type { PublicationStage } from '../../../domain/reports/publication.ts'
import { Badge, type Tone } from '../../ui/notice.tsx'
import type { IconName } from '../../ui/icon.tsx'

const words: Readonly<Record<PublicationStage, readonly [Tone, IconName, string]>> = {
  undecided: ['plain', 'edit', 'Draft'],
  withheld: ['plain', 'eye-off', 'Withheld'],
  decided: ['info', 'clock', 'To be published'],
  published: ['good', 'check', 'Published'],
  'withdraw-soon': ['warn', 'clock', 'Withdraw soon'],
  'withdraw-now': ['danger', 'warning', 'To be taken down'],
  'taken-down': ['plain', 'check', 'Taken down'],
}

export const StageBadge = ({ stage }: { readonly stage: PublicationStage }) => {
  const [tone, icon, text] = words[stage]
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  )
}
