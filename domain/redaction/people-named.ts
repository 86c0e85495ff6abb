import { foldText } from './fold-text.ts'
import { matchNames } from './match-names.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { settleOverlaps } from './settle-overlaps.ts'
import { tokenise } from './tokens.ts'

/**
 * Ids of the people of the key whom a text surely names, each once, in the order in which they come. Only names are looked
 * for, which is several times faster than redacting the text; a name that a person must settle counts for nobody.
 */
export const peopleNamedIn = (text: string, prepared: PreparedRoster): readonly string[] => {
  const tokens = tokenise(foldText(text).clean, (word) => prepared.words.has(word))
  return [
    ...new Set(
      settleOverlaps(matchNames(tokens, prepared, 'public')).flatMap(({ kind, verdict, entries }) => {
        const id =
          kind === 'PERSON' && verdict === 'replace' ? prepared.entries[entries[0] ?? -1]?.id : undefined
        return id === undefined ? [] : [id]
      }),
    ),
  ]
}
