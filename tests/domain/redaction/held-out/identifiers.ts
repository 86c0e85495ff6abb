import type { IdentifierKind } from '../../../../domain/redaction/redaction.ts'
import { streets, towns } from './names.ts'

export type Random = () => number
export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(Math.floor(random() * 10))).join('')
const letters = (random: Random, count: number, from = 'ABCDEFGHJKLMNPRSTVWXY'): string =>
  Array.from({ length: count }, () => from.charAt(Math.floor(random() * from.length))).join('')
const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))
const two = (value: number): string => String(value).padStart(2, '0')

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** NHS numbers of the range kept for tests (999), one in five mistyped. */
const nhs = (random: Random): string => {
  for (;;) {
    const nine = `999${digits(random, 6)}`
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check === 10) continue
    const last = random() < 0.2 ? (check + 3) % 10 : check
    const number = nine + String(last)
    return pick(random, [
      number,
      `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
      `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
    ])
  }
}

const birthday = (random: Random): string => {
  const [day, month, year] = [between(random, 1, 28), between(random, 1, 12), between(random, 1925, 1999)]
  const name = months[month - 1] ?? ''
  return pick(random, [
    `${two(day)}/${two(month)}/${year}`,
    `${day}.${month}.${String(year).slice(2)}`,
    `${day} ${name} ${year}`,
    `${day}${day === 1 || day === 21 ? 'st' : day === 2 || day === 22 ? 'nd' : day === 3 || day === 23 ? 'rd' : 'th'} ${name} ${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day} ${name.slice(0, 3)} ${year}`,
  ])
}

const postcode = (random: Random): string => {
  const area = pick(random, ['B', 'CV', 'DN', 'EX', 'LE', 'M', 'NE', 'SA', 'SW', 'WV', 'YO', 'G', 'BT', 'LL'])
  const code = `${area}${between(random, 1, 29)} ${between(random, 1, 9)}${letters(random, 2, 'ABDEFGHJLNPQRSTUWXYZ')}`
  return pick(random, [code, code, code.replace(' ', ''), code.toLowerCase()])
}

const phone = (random: Random): string =>
  pick(random, [
    `07700 900${digits(random, 3)}`,
    `07700900${digits(random, 3)}`,
    `01632 960${digits(random, 3)}`,
    `(01632) 960${digits(random, 3)}`,
    `0121 496 0${digits(random, 3)}`,
    `020 7946 0${digits(random, 3)}`,
    `+44 7700 900${digits(random, 3)}`,
    `+44 (0)1632 960${digits(random, 3)}`,
    `0808 157 0${digits(random, 3)}`,
  ])

export type Make = {
  readonly kind: IdentifierKind
  readonly make: (random: Random) => string
  readonly frames: readonly string[]
}

/** Each kind's values, and sentences with "@" where the value stands. */
export const identifierMakers: readonly Make[] = [
  {
    kind: 'NHS_NUMBER',
    make: nhs,
    frames: [
      'NHS number @ was on the form.',
      'The record for @ was opened.',
      'NHS no. @, allergies nil known.',
      'Two patients were mixed up; the right one is NHS @.',
    ],
  },
  {
    kind: 'CHI_NUMBER',
    make: (r) =>
      `${two(between(r, 1, 28))}${two(between(r, 1, 12))}${digits(r, 2)}${pick(r, ['', ' '])}${digits(r, 4)}`,
    frames: ['CHI @ on the Scottish letter.', 'Her CHI number is @.'],
  },
  {
    kind: 'NI_NUMBER',
    make: (r) => {
      const [a, b] = [`${pick(r, ['AB', 'JG', 'QQ', 'PX', 'SE'])}`, digits(r, 6)]
      return pick(r, [
        `${a}${b}C`,
        `${a} ${b.slice(0, 2)} ${b.slice(2, 4)} ${b.slice(4)} D`,
        `${a.toLowerCase()}${b}b`,
      ])
    },
    frames: [
      'NINO @ quoted by the job centre.',
      'His National Insurance number is @.',
      'Benefit claim under @ was closed.',
    ],
  },
  {
    kind: 'POSTCODE',
    make: postcode,
    frames: [
      'The ambulance was sent to @.',
      'Moved out of area (@).',
      'Postcode @ is outside the catchment.',
    ],
  },
  {
    kind: 'PHONE',
    make: phone,
    frames: [
      'Rang @ with no reply.',
      'Contact on @ after six.',
      'Tel: @',
      'Voicemail left on @.',
      'Next of kin @, try mornings.',
    ],
  },
  {
    kind: 'EMAIL',
    make: (r) =>
      `${letters(r, 4, 'abcdefghijklm')}.${letters(r, 6, 'nopqrstuvw')}${pick(r, ['', '1', '77'])}@${pick(r, ['example.com', 'example.org', 'mail.example.net', 'nhs.example.uk'])}`,
    frames: ['Emailed @ for the notes.', 'Reply to @ by Friday.', 'Copied to @;'],
  },
  {
    kind: 'VEHICLE',
    make: (r) =>
      pick(r, [
        `${letters(r, 2, 'ABDFGKLMNPRSVWY')}${pick(r, ['12', '15', '19', '62', '67', '71'])} ${letters(r, 3, 'BCDFGHJKLMNPRSTVWXZ')}`,
        `${letters(r, 2, 'ABDFGKLMNPRSVWY')}${pick(r, ['09', '64', '70'])}${letters(r, 3, 'BCDFGHJKLMNPRSTVWXZ')}`,
        `${letters(r, 1, 'HJKLMNPR')}${between(r, 100, 899)} ${letters(r, 3, 'BCDFGHJKLMNPRSTVWXZ')}`,
      ]),
    frames: ['A silver car @ was outside.', 'Vehicle registration @ seized.', 'The van, @, left at speed.'],
  },
  {
    kind: 'CRIME_NUMBER',
    make: (r) =>
      pick(r, [
        `${digits(r, 2)}/${digits(r, 6)}/${pick(r, ['19', '20', '21', '22', '23'])}`,
        `${digits(r, 2)}${letters(r, 2)}${digits(r, 5)}${pick(r, ['20', '21', '22'])}`,
        `${pick(r, ['08', '11', '2014'])}/${digits(r, 7)}${letters(r, 1)}`,
      ]),
    frames: ['Crime number @ was issued.', 'Recorded under crime ref @.', 'Police reference @ (theft).'],
  },
  {
    kind: 'COLLAR_NUMBER',
    make: (r) => digits(r, 4).replace(/^0/, '3'),
    frames: [
      'PC @ attended and left a card.',
      'Body-worn video of PCSO @ viewed.',
      'Statement taken by DC @.',
      'Collar number @ on the notebook.',
    ],
  },
  {
    kind: 'PROFESSIONAL_ID',
    make: (r) =>
      pick(r, [
        `SW${digits(r, 5)}`,
        `${digits(r, 2)}${letters(r, 1, 'ABCDEFGHI')}${digits(r, 4)}${letters(r, 1, 'EOSW')}`,
      ]),
    frames: ['Registration @ checked.', 'Signed, @.', 'The regulator confirmed @.'],
  },
  {
    kind: 'PROFESSIONAL_ID',
    make: (r) => `7${digits(r, 6)}`,
    frames: ['GMC @ signed the certificate.', 'Doctor, GMC number @, declined to comment.'],
  },
  {
    kind: 'CASE_NUMBER',
    make: (r) => pick(r, [digits(r, 7).replace(/^0/, '4'), digits(r, 8).replace(/^0/, '2')]),
    frames: [
      'Mosaic ID @ closed.',
      'Case number @ reopened.',
      'MRN @ on the wristband.',
      'RiO number @ merged.',
      'LAS @ refers.',
      'Hospital no: @',
      'Tenancy reference @ ended.',
    ],
  },
  {
    kind: 'CASE_NUMBER',
    make: (r) =>
      pick(r, [
        `SG/${between(r, 2018, 2024)}/${digits(r, 4)}`,
        `ASC-${digits(r, 6)}`,
        `REF${digits(r, 6)}`,
        `W${digits(r, 7)}`,
      ]),
    frames: ['Our ref @.', 'Filed under reference @.', 'Safeguarding concern ref: @'],
  },
  {
    kind: 'CASE_NUMBER',
    make: (r) =>
      `${between(r, 100, 999)} of ${two(between(r, 1, 28))}/${two(between(r, 1, 12))}/${between(r, 2018, 2024)}`,
    frames: ['Police log @ was closed.', 'See incident @ for the welfare check.'],
  },
  {
    kind: 'PASSPORT',
    make: (r) => digits(r, 9).replace(/^0/, '5'),
    frames: ['Passport number @ held in the safe.', 'Her passport, passport no @, had expired.'],
  },
  {
    kind: 'DRIVING_LICENCE',
    make: (r) =>
      `${letters(r, 5)}${digits(r, 1)}${pick(r, ['01', '52', '11'])}${pick(r, ['04', '17', '28'])}${digits(r, 1)}${letters(r, 2)}9${letters(r, 2)}`,
    frames: ['Driving licence @ surrendered.', 'DVLA wrote about @.'],
  },
  {
    kind: 'BANK_ACCOUNT',
    make: (r) => `${digits(r, 2)}-${digits(r, 2)}-${digits(r, 2)}`,
    frames: ['Sort code @ given over the telephone.'],
  },
  {
    kind: 'BANK_ACCOUNT',
    make: (r) => digits(r, 8),
    frames: ['Account number @ was emptied.', 'Bank account no. @ frozen.'],
  },
  {
    kind: 'CARD',
    make: (r) => `4${digits(r, 3)} ${digits(r, 4)} ${digits(r, 4)} ${digits(r, 4)}`,
    frames: ['Card @ used at a cash machine.', 'The long number @ was written on the fridge.'],
  },
  {
    kind: 'UPRN',
    make: (r) => `1000${digits(r, 8)}`,
    frames: ['UPRN @ on the housing file.', 'Property UPRN: @'],
  },
  {
    kind: 'URL',
    make: (r) =>
      `https://www.example.${pick(r, ['org', 'com'])}/${letters(r, 5, 'abcdefgh')}/${digits(r, 4)}`,
    frames: ['The appeal at @ was taken down.', 'Posted on @ by a stranger.'],
  },
  {
    kind: 'IP_ADDRESS',
    make: (r) => `192.0.2.${between(r, 1, 254)}`,
    frames: ['Logged in from @ at night.', 'The order came from IP @.'],
  },
  {
    kind: 'COORDINATES',
    make: (r) => `5${between(r, 0, 5)}.${digits(r, 4)}, -${between(r, 0, 4)}.${digits(r, 4)}`,
    frames: ['Found at @ by a walker.', 'Phone located at @.'],
  },
  {
    kind: 'DATE_OF_BIRTH',
    make: birthday,
    frames: [
      'DOB @.',
      'Date of birth: @',
      'Born on @ in the old workhouse.',
      'Adult (d.o.b. @) known since school.',
    ],
  },
  {
    kind: 'AGE',
    make: (r) => String(between(r, 90, 103)),
    frames: [
      'She was aged @ and frail.',
      'A @-year-old lodger was also at home.',
      'His sister is @ years old.',
    ],
  },
  {
    kind: 'ADDRESS',
    make: (r) =>
      `${pick(r, ['', '', 'Flat 3, ', 'Flat 12, '])}${between(r, 2, 198)}${pick(r, ['', '', 'a'])} ${pick(r, streets)}`,
    frames: ['Lived at @ until the fire.', 'Visit to @ at noon.', `Moved from @, ${towns[0] ?? ''}.`],
  },
]
