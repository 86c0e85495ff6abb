import { searchableIn, searchKinds, type SearchKind } from './intruder-patterns.ts'
import type { Passage } from './project-pack.ts'

/** One thing to search for, with every place of the pack where it can be read. */
export type SearchItem = {
  /** The same for the same words in any pack of the case. */
  readonly id: string
  readonly kind: SearchKind
  readonly text: string
  readonly places: readonly {
    readonly passage: string
    readonly where: string
    /** In the passage's original, where the same words stand. */
    readonly start: number
    readonly end: number
    readonly before: string
    readonly after: string
  }[]
  /** More general words that could stand in its place; none where only a reader can find them. */
  readonly offers: readonly string[]
}

const contextLength = 60

/**
 * What a motivated intruder would search for in a pack as its recipient will read it: exact dates of death, named homes,
 * ages, numbers of children, rare work, events and conditions, what has been published, and long quotations. Only words
 * that stand in the original as they are: what has been replaced finds nobody.
 * Source: requirements, section 5, "Motivated-intruder checklist for SARs": press, inquest listings and reports to
 * prevent future deaths, obituaries, social media, CQC reports, council papers, other Boards' reviews, family statements.
 */
export const intruderChecklist = (passages: readonly Passage[]): readonly SearchItem[] => {
  const items = new Map<string, SearchItem>()
  for (const passage of passages) {
    const { redacted, original } = passage
    for (const { kind, start, end, offers } of searchableIn(redacted)) {
      const text = redacted.slice(start, end)
      const inOriginal = original.indexOf(text)
      if (inOriginal < 0) continue
      const id = `${kind} ${text.toLowerCase()}`
      const before = items.get(id)
      const place = {
        ...{ passage: passage.id, where: passage.where, start: inOriginal, end: inOriginal + text.length },
        before: redacted.slice(Math.max(0, start - contextLength), start),
        after: redacted.slice(end, end + contextLength),
      }
      items.set(id, { id, kind, text, offers, places: [...(before?.places ?? []), place] })
    }
  }
  return [...items.values()].sort(
    (a, b) => searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind) || (a.text < b.text ? -1 : 1),
  )
}
