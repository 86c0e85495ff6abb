import { monthName } from '../dates/calendar.ts'

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const

/** December, January and February are one winter, named by both its years. */
const seasonOf = (year: number, month: number): string => {
  const season = seasons[Math.floor((month % 12) / 3)] ?? 'winter'
  if (season !== 'winter') return `${season} ${year}`
  const first = month === 12 ? year : year - 1
  return `winter ${first}–${String((first + 1) % 100).padStart(2, '0')}`
}

/** An exact day made a month or a season: "14 March 2021" → "March 2021", "spring 2021". Without a year, the month alone. */
export const generaliseDate = (date: {
  readonly year: number | null
  readonly month: number
}): readonly string[] =>
  date.year === null
    ? [monthName(date.month)]
    : [`${monthName(date.month)} ${date.year}`, seasonOf(date.year, date.month)]

/** An exact age made a band of ten years: 83 → "in their 80s", "aged 80 to 89". */
export const generaliseAge = (age: number): readonly string[] => {
  const decade = Math.floor(age / 10) * 10
  return age < 10
    ? ['a child']
    : age < 18
      ? ['a teenager']
      : [`in their ${decade}s`, `aged ${decade} to ${decade + 9}`]
}

/** Last word of a name → the kind of place it is. */
const kindsOfPlace: Readonly<Record<string, string>> = {
  hospital: 'a hospital',
  infirmary: 'a hospital',
  hospice: 'a hospice',
  surgery: 'a GP practice',
  practice: 'a GP practice',
  pharmacy: 'a pharmacy',
  school: 'a school',
  college: 'a college',
  academy: 'a school',
  church: 'a place of worship',
  chapel: 'a place of worship',
  mosque: 'a place of worship',
  temple: 'a place of worship',
  synagogue: 'a place of worship',
  gurdwara: 'a place of worship',
  home: 'a care home',
  house: 'supported accommodation',
  lodge: 'a care home',
  manor: 'a care home',
  court: 'supported accommodation',
  hostel: 'a hostel',
  hotel: 'a hotel',
  inn: 'a public house',
  arms: 'a public house',
  prison: 'a prison',
  centre: 'a local centre',
  club: 'a local club',
  library: 'a library',
  station: 'a station',
  bridge: 'a bridge',
  park: 'a park',
}

/** A named place made a kind of place, by the noun that closes its name; none where that says nothing. */
export const generalisePlace = (name: string): readonly string[] => {
  const last = /\p{L}+$/u.exec(name.trim())?.[0].toLowerCase() ?? ''
  const kind = Object.hasOwn(kindsOfPlace, last) ? kindsOfPlace[last] : undefined
  return kind === undefined ? [] : [kind]
}

export const placeNouns: readonly string[] = Object.keys(kindsOfPlace)
