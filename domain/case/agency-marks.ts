/** What an agency’s mark is made from. */
export type AgencyName = { readonly id: string; readonly name: string; readonly sector?: string }

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
export const agencyMarks = (
  agencies: readonly AgencyName[],
): ReadonlyMap<string, { readonly letter: string; readonly colour: number; readonly name: string }> => {
  const taken = new Set<string>()
  return new Map(
    agencies.map((agency, index) => {
      const letter = candidatesOf(agency).find((one) => one !== '' && !taken.has(one)) ?? String(index + 1)
      taken.add(letter)
      return [agency.id, { letter, colour: (index % 8) + 1, name: agency.name }]
    }),
  )
}
