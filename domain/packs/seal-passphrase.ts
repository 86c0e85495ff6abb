/** Without letters and digits that are taken for one another when read out: no i, l, o, 0, 1. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = { count: 6, size: 4 } as const

/**
 * Makes a passphrase to be read out over the telephone: six groups of four, about 118 bits. `randomBytes` gives
 * cryptographically secure bytes; those that would favour some letters are passed over.
 */
export const makeSealPassphrase = (randomBytes: (count: number) => Uint8Array): string => {
  const fair = Math.floor(256 / alphabet.length) * alphabet.length
  let letters = ''
  while (letters.length < groups.count * groups.size)
    for (const byte of randomBytes(64)) if (byte < fair) letters += alphabet[byte % alphabet.length] ?? ''
  return Array.from({ length: groups.count }, (_, at) =>
    letters.slice(at * groups.size, (at + 1) * groups.size),
  ).join('-')
}
