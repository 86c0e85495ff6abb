import {
  type FindingKind,
  findingKindTitles,
  type FindingStatus,
  findingStatusTitles,
} from '../domain/findings/finding.ts'
import type { IconName } from './ui/icon.tsx'
import { Badge, type Tone } from './ui/notice.tsx'

const looks: Readonly<Record<FindingStatus, readonly [Tone, IconName]>> = {
  draft: ['plain', 'edit'],
  agreed: ['good', 'check'],
  withdrawn: ['plain', 'close'],
}

export const FindingStatusBadge = ({ status }: { readonly status: FindingStatus }) => {
  const [tone, icon] = looks[status]
  return (
    <Badge tone={tone} icon={icon}>
      {findingStatusTitles[status]}
    </Badge>
  )
}

/** "Finding 3", "Question 4": what it is, with its number in the case. */
export const numbered = (kind: FindingKind, number: number): string => `${findingKindTitles[kind]} ${number}`
