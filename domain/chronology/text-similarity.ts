/** The words of a text in small letters, without marks; "Mrs Hargreave's" gives "mrs" and "hargreave". */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2019]s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** How alike two texts are, 0 to 1: twice the words in common over all words (Dice), counting repeats. */
export const similarity = (a: readonly string[], b: readonly string[]): number => {
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length)
}

/** A word without its commonest English endings, so that "emailed" and "email" meet. Not for display. */
export const stemOf = (word: string): string => {
  for (const ending of ['ings', 'ing', 'ed', 'es', 's'])
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length)
  return word
}

/** Words that say nothing about what happened. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'the and for that this with from was were are been being had has have her his him she they them their its our your who ' +
    'whom what when where which why how not nor but all any some one two then than there here out off into onto over under ' +
    'after before about also again only just very more most said says say told tell asked ask did does done will would can ' +
    'could should may might must shall well still because while until upon per via who same other another each both mrs miss ' +
    'since during between already yet even though although'
  ).split(' '),
)
