/** What an agency’s mark is made from. */
export type AgencyName = { readonly id: string; readonly name: string; readonly sector?: string }

/** How an agency is told apart: a letter, and a colour from 1 to 8. */
export type AgencyMark = { readonly letter: string; readonly colour: number; readonly name: string }

const candidatesOf = (agency: AgencyName): readonly string[] => [
  ...(agency.sector ?? '')
    .toUpperCase()
    .replace(/^NHS /, '')
    .split(/[^A-Z]+/)
    .map((word) => word.charAt(0)),
  ...agency.name.toUpperCase().replace(/[^A-Z]/g, ''),
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
]

/** One letter for each agency of a case, from its sector where free, and one of eight colours; the same on every screen. */
export const agencyMarks = (agencies: readonly AgencyName[]): ReadonlyMap<string, AgencyMark> => {
  const taken = new Set<string>()
  return new Map(
    agencies.map((agency, index) => {
      const letter = candidatesOf(agency).find((one) => one !== '' && !taken.has(one)) ?? String(index + 1)
      taken.add(letter)
      return [agency.id, { letter, colour: (index % 8) + 1, name: agency.name }]
    }),
  )
}

/** The eight colours on paper, as RRGGBB; white letters on each have a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const agencyColours = [
  '1B5F9E',
  'A8420A',
  '1C6B52',
  '8A3D77',
  '6F5A00',
  '3F4A8A',
  '7C3A35',
  '4A5560',
] as const
