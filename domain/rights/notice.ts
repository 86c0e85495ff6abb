import { assertNever } from '../result.ts'

/** Why a recipient is owed a notice. UK GDPR Art 19 for a rectification; good order for what was withdrawn or replaced. */
export const noticeCauses = ['withdrawn', 'corrected', 'rectified'] as const
export type NoticeCause = (typeof noticeCauses)[number]

/** Outcomes of Art 19: notified (sent, then acknowledged), impossible, disproportionate effort. */
export const noticeStates = ['to-do', 'sent', 'acknowledged', 'impossible', 'disproportionate'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeStateTitles: Readonly<Record<NoticeState, string>> = {
  'to-do': 'To do',
  sent: 'Sent',
  acknowledged: 'Acknowledged',
  impossible: 'Impossible',
  disproportionate: 'Disproportionate effort',
}

export const noticeCauseTitles: Readonly<Record<NoticeCause, string>> = {
  withdrawn: 'Pack withdrawn',
  corrected: 'Pack replaced by a corrected one',
  rectified: 'Record rectified',
}

/**
 * Days a notice may take. Art 19 says "communicate" without a term: one month, as for the request it answers (Art 12(3)),
 * is the latest; a pack that should not be relied on is called back within a week.
 */
export const daysToNotify = (cause: NoticeCause): number => {
  switch (cause) {
    case 'rectified':
      return 28
    case 'withdrawn':
    case 'corrected':
      return 7
    default:
      return assertNever(cause)
  }
}

/** Where a notice may go from where it is. What was settled can be taken up again by sending the letter after all. */
export const nextStates = (state: NoticeState): readonly NoticeState[] => {
  switch (state) {
    case 'to-do':
      return ['sent', 'impossible', 'disproportionate']
    case 'sent':
      return ['acknowledged', 'impossible']
    case 'impossible':
    case 'disproportionate':
      return ['sent']
    case 'acknowledged':
      return []
    default:
      return assertNever(state)
  }
}
