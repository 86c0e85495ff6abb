import type { Profile } from './profile.ts'

export type Withholding<Entry> = {
  /** What a pack by this profile holds. */
  readonly open: readonly Entry[]
  readonly hiddenRows: readonly Entry[]
  readonly sensitive: readonly Entry[]
}

/**
 * Which entries of a chronology a profile lets through, and why the others are withheld: an agency had hidden their row in
 * its file, or the review has marked them as sensitive in a way that the profile does not let through. A mark that nobody
 * knows withholds too. Each entry stands in one of the three lists, in the order given.
 */
export const withholdEntries = <
  Entry extends { readonly hiddenRow: boolean; readonly flags: readonly string[] },
>(
  entries: readonly Entry[],
  profile: Pick<Profile, 'flags'>,
): Withholding<Entry> => {
  const allowed: ReadonlySet<string> = new Set(profile.flags)
  const isOpen = ({ flags }: Entry): boolean => flags.every((flag) => allowed.has(flag))
  const shown = entries.filter(({ hiddenRow }) => !hiddenRow)
  return {
    open: shown.filter(isOpen),
    hiddenRows: entries.filter(({ hiddenRow }) => hiddenRow),
    sensitive: shown.filter((entry) => !isOpen(entry)),
  }
}
