import type {
  ConflictView,
  DifferenceView,
  SettlementView,
} from '../../../../workspace/contract/same-events.ts'
import { sentence } from '../../../ui/words.ts'

export const aspects = ['date', 'time', 'attendance', 'content', 'action'] as const
export const aspectTitles: Readonly<Record<DifferenceView['aspect'], string>> = {
  date: 'Date',
  time: 'Time',
  attendance: 'Attendance',
  content: 'Content',
  action: 'Action',
}

/** "Content: the number of hours"; what a person wrote down has no subject but its aspect. */
export const matterInWords = ({
  aspect,
  subject,
  noted = false,
}: Pick<DifferenceView, 'aspect' | 'subject'> & { readonly noted?: boolean }): string =>
  noted || subject === `the ${aspect}` ? aspectTitles[aspect] : `${aspectTitles[aspect]}: ${subject}`

/** How a matter was settled, in a sentence. */
export const settledInWords = (
  settled: SettlementView,
  { accounts }: Pick<ConflictView, 'accounts'>,
): string => {
  const preferred = accounts.find(({ recordId }) => recordId === settled.preferred)
  const what =
    settled.outcome === 'preferred'
      ? `The account by ${preferred?.agency ?? 'one agency'} is preferred`
      : settled.outcome === 'neither'
        ? 'Neither account is preferred'
        : 'Both can be so'
  return sentence(`${what}, says ${settled.by}: ${settled.reason}`)
}
