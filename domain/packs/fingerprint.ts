/**
 * A hash or an id in hex as pairs between colons, as certificates show theirs and `openssl dgst -c` prints: no run of
 * digits in it is long enough to be anybody's number by chance, and what leaves can be searched without exceptions.
 * Hyphens of a UUID are left out.
 */
export const fingerprintOf = (hex: string): string =>
  (hex.replaceAll('-', '').match(/.{1,2}/g) ?? []).join(':')
