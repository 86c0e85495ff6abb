import type { Judgement } from '../../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../../domain/chronology/case-wording.ts'
import type { Grouping } from '../../../domain/chronology/entry-list.ts'
import { assertNever } from '../../../domain/result.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { dayInWords } from '../../ui/words.ts'

export const groupingTitles: Readonly<Record<Grouping, string>> = {
  agency: 'Agency',
  month: 'Year and month',
  kloe: 'Key line of enquiry',
  judgement: 'Judgement',
}

const ofNone: Readonly<Record<Grouping, string>> = {
  agency: 'No agency',
  month: 'No date',
  kloe: 'No line of enquiry',
  judgement: 'Not judged',
}

/** What a group is called. */
export const groupTitle = (by: Grouping, key: string, one: CaseView, wording: CaseWording): string => {
  if (key === '') return ofNone[by]
  switch (by) {
    case 'agency':
      return one.agencyList.find(({ id }) => id === key)?.name ?? key
    case 'month':
      return dayInWords(`${key}-01`).replace(/^1 /, '')
    case 'kloe': {
      const text = one.kloes.find(({ n }) => String(n) === key)?.text
      const label = wording.kloes[key] ?? `KLOE ${key}`
      return text === undefined || text === label ? label : `${label}: ${text}`
    }
    case 'judgement':
      return wording.judgements[key as Judgement] ?? key
    default:
      return assertNever(by)
  }
}
