import { flagTitles } from '../chronology/analysis.ts'
import { writeDay } from '../dates/calendar.ts'
import type { PackChoices } from './choices.ts'
import type { AgeWay, DateWay, NameWay, PackKind } from './profile.ts'

export const kindTitles: Readonly<Record<PackKind, string>> = {
  chronology: 'Combined chronology',
  contribution: 'Agencies’ reports',
}

export const dateTitles: Readonly<Record<DateWay, string>> = {
  exact: 'As the agency wrote them',
  month: 'By month',
  relative: 'As months before or after Day 0',
  shifted: 'All moved by the same number of weeks',
}

export const ageTitles: Readonly<Record<AgeWay, string>> = {
  exact: 'As recorded (over 89 is never given)',
  band: 'In the age bands of the national statistics',
}

export const nameTitles: Readonly<Record<NameWay, string>> = {
  role: 'By role alone',
  code: 'By role and code',
  name: 'By name',
}

const periodInWords = ({ from, to }: Pick<PackChoices, 'from' | 'to'>): string =>
  [from === null ? '' : `from ${writeDay(from)}`, to === null ? '' : `to ${writeDay(to)}`]
    .filter((part) => part !== '')
    .join(' ')

/**
 * What a builder chose within a profile, for the disclosure log (requirements section 5, profiles): each mark let in with its
 * basis. Label → words; `names` gives an agency's name and a person's pseudonym by their ids. Day 0 is never said.
 */
export const choicesInWords = (
  choices: PackChoices,
  names: { readonly agency: (id: string) => string; readonly person: (id: string) => string },
): Readonly<Record<string, string>> => {
  const { agencies, kinds, dates, ages, places, professionals, sensitive, person } = choices
  const period = periodInWords(choices)
  return {
    'What went in': kinds.map((kind) => kindTitles[kind]).join(', '),
    'Accounts of': agencies === null ? 'Every agency of the case' : agencies.map(names.agency).join(', '),
    ...(person === null ? {} : { Person: names.person(person) }),
    Period: period === '' ? 'The whole chronology' : `Entries ${period}`,
    Dates: dateTitles[dates],
    Ages: ageTitles[ages],
    Professionals: nameTitles[professionals],
    Places: nameTitles[places],
    ...(sensitive.length === 0 ? { 'Marked entries let in by choice': 'None' } : {}),
    ...Object.fromEntries(
      sensitive.map(({ flag, basis }) => [
        `Basis for entries marked ${flagTitles[flag].toLowerCase()}`,
        basis,
      ]),
    ),
  }
}

/**
 * The choices a pack's manifest carries to its recipient: agencies by their number alone, since a profile may replace their
 * names; no period unless dates are exact, since it would say more than they do; never Day 0, never a person.
 */
export const choicesForRecipient = (choices: PackChoices) => {
  const { agencies, kinds, from, to, dates, ages, places, professionals, sensitive } = choices
  return {
    ...{ kinds, agencies: agencies === null ? 'every' : agencies.length },
    ...(dates === 'exact' ? { from, to } : {}),
    ...{ dates, ages, professionals, places },
    sensitive: sensitive.map(({ flag, basis }) => ({ flag, basis })),
  }
}
