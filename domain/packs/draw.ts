/**
 * Draws from a pack's own key, which never leaves the vault: 64 hex digits for each thing named, always the same within the
 * pack, and telling nothing of another pack's. Made in `workspace/packs/pack-secret.ts`.
 */
export type Draw = (what: string) => string

const weeksMost = 104
const weeksLeast = 4

/**
 * By how many days a pack moves all its dates: 4 to 104 whole weeks, forwards or backwards. Whole weeks, so that neither a
 * weekday in the text nor the lack of entries at weekends tells the shift.
 */
export const shiftDays = (draw: Draw): number => {
  const range = weeksMost - weeksLeast + 1
  const drawn = Number.parseInt(draw('shift').slice(0, 12), 16) % (range * 2)
  const weeks = weeksLeast + (drawn % range)
  return (drawn < range ? weeks : -weeks) * 7
}
