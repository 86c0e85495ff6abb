import { z } from 'zod'

/** `not-one`: capital letters that somebody has said are no abbreviation. Nothing is deleted. */
export const termStates = ['explained', 'not-one', 'removed'] as const
export type TermState = (typeof termStates)[number]

/** One abbreviation of a case's glossary; of one agency's use, or of everybody's. Requirements section 2. */
export const glossaryTermSchema = z
  .object({
    abbreviation: z.string().trim().min(1, 'Enter the abbreviation').max(40, 'Use at most 40 characters'),
    meaning: z.string().trim().max(300, 'Use at most 300 characters'),
    agencyId: z.string().min(1).max(100).nullable(),
    state: z.enum(termStates),
  })
  .refine(({ meaning, state }) => state === 'not-one' || meaning !== '', {
    path: ['meaning'],
    message: 'Enter what it means',
  })
export type GlossaryTerm = z.output<typeof glossaryTermSchema>

/** A word as it may stand for an abbreviation: letters and figures, parts joined by & or /. */
const word = /[\p{L}\p{N}]+(?:[&/][\p{L}\p{N}]+)*/gu

/** "MCAs" is of "MCA"; the s of a plural or a possessive is no part of an abbreviation. */
export const withoutPlural = (written: string): string =>
  /^(?=(?:[^\p{Lu}]*\p{Lu}){2}).*\p{Lu}s$/u.test(written) ? written.slice(0, -1) : written

export type ReadPiece = { readonly text: string; readonly meanings: readonly string[] }

/**
 * A text in pieces, each abbreviation of the glossary a piece of its own with what it can mean. Capitals count: "DNA" and
 * "Dna" are not the same. All pieces together are the text.
 * @param meanings what each abbreviation means, the likeliest first
 */
export const piecesOf = (
  text: string,
  meanings: ReadonlyMap<string, readonly string[]>,
): readonly ReadPiece[] => {
  if (meanings.size === 0) return [{ text, meanings: [] }]
  const pieces: ReadPiece[] = []
  let at = 0
  for (const match of text.matchAll(word)) {
    const [written] = match
    const known = meanings.get(written) ?? meanings.get(withoutPlural(written))
    if (known === undefined) continue
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), meanings: [] })
    pieces.push({ text: written, meanings: known })
    at = match.index + written.length
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), meanings: [] })
  return pieces
}

export const wordsWithPlaces = (text: string): readonly RegExpExecArray[] => [...text.matchAll(word)]
