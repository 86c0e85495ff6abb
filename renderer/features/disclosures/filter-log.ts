import { disclosureKindTitles } from '../../../domain/packs/disclosure-words.ts'
import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'

export const states = {
  '': 'Any state',
  'no-receipt': 'No receipt yet',
  withdrawn: 'Withdrawn',
  prepared: 'Begun, not finished',
} as const
export type LogState = keyof typeof states

export type LogFilter = {
  readonly words: string
  readonly caseId: string
  readonly kind: string
  readonly state: LogState
}

export const noFilter: LogFilter = { words: '', caseId: '', kind: '', state: '' }

const isIn = (one: DisclosureView, state: LogState): boolean => {
  switch (state) {
    case '':
      return true
    case 'no-receipt':
      return one.receipt === null && one.kind === 'pack'
    case 'withdrawn':
      return one.withdrawn !== null
    case 'prepared':
      return one.state === 'prepared'
  }
}

export const filterLog = (
  all: readonly DisclosureView[],
  { words, caseId, kind, state }: LogFilter,
): readonly DisclosureView[] => {
  const wanted = words.toLowerCase().split(/\s+/)
  return all.filter((one) => {
    if ((caseId !== '' && one.caseId !== caseId) || (kind !== '' && one.kind !== kind)) return false
    if (!isIn(one, state)) return false
    const text = [
      ...(one.isNamed ? [] : [one.recipient]),
      ...[one.sentTo, one.caseTitle, disclosureKindTitles[one.kind], one.basis.purpose, one.basis.power],
    ]
      .join(' ')
      .toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
