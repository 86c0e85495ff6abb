import { prepareRoster, redact } from '../../../../domain/redaction/redact.ts'
import { makePassages, type Material, type Passage, type Planted } from './make-passages.ts'

export type Rate = { readonly right: number; readonly all: number }

export type Measured = {
  readonly passages: number
  /** Replaced by their own pseudonym, or asked about with them among the people it could be. */
  readonly key: Rate
  /** Replaced by their own pseudonym. */
  readonly keyReplaced: Rate
  readonly identifiers: Rate
  /** Replacements by pattern that lie on an identifier. */
  readonly identifierPrecision: Rate
  /** Unknown people asked about or replaced. */
  readonly unknown: Rate
  readonly places: Rate
  /** Questions that lie on a name or place. */
  readonly questionPrecision: Rate
  readonly misses: readonly string[]
  readonly falseFinds: readonly string[]
}

type Stretch = { readonly start: number; readonly end: number }

const covers = (item: Stretch, plant: Stretch): boolean => item.start <= plant.start && item.end >= plant.end
const touches = (item: Stretch, plant: Stretch): boolean => item.start < plant.end && item.end > plant.start

/** Whether several neighbouring findings together leave no letter or digit of what was planted. */
const coveredBy = (items: readonly Stretch[], plant: Stretch, text: string): boolean => {
  for (let i = plant.start; i < plant.end; i++) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(i))) continue
    if (!items.some((item) => item.start <= i && item.end > i)) return false
  }
  return true
}

const rate = (): { right: number; all: number } => ({ right: 0, all: 0 })
const count = (into: { right: number; all: number }, right: boolean): boolean => {
  into.all++
  if (right) into.right++
  return right
}

/** Redacts every passage with its key and counts what was found. */
export const measure = (seed: number, size: number, from: Material): Measured => {
  const { rosters, passages } = makePassages(seed, size, from)
  const prepared = rosters.map(prepareRoster)
  const counts = {
    key: rate(),
    keyReplaced: rate(),
    identifiers: rate(),
    identifierPrecision: rate(),
    unknown: rate(),
    places: rate(),
    questionPrecision: rate(),
  }
  const misses: string[] = []
  const falseFinds: string[] = []
  for (const passage of passages) {
    const key = prepared[passage.roster]
    if (!key) continue
    const { text, planted } = passage
    const { spans, candidates } = redact(text, key, { audience: 'public' })
    for (const plant of planted) {
      const own = spans.filter(({ entity }) => entity === plant.entity)
      const asked = candidates.filter(
        ({ entities }) => plant.entity !== null && (entities ?? []).includes(plant.entity),
      )
      const all = [...spans, ...candidates]
      const found = {
        key: () => {
          count(counts.keyReplaced, coveredBy(own, plant, text))
          return count(counts.key, coveredBy([...own, ...asked], plant, text))
        },
        identifier: () => count(counts.identifiers, coveredBy(spans, plant, text)),
        unknown: () => count(counts.unknown, coveredBy(all, nameOf(passage, plant), text)),
        place: () =>
          count(
            counts.places,
            all.some((item) => touches(item, plant)),
          ),
      }[plant.sort]()
      if (!found) misses.push(`${plant.sort} ${plant.kind}: ${shown(passage, plant)}`)
    }
    const identifiers = planted.filter(({ sort }) => sort === 'identifier')
    for (const span of spans) {
      if (span.source !== 'pattern') continue
      const right = identifiers.some(
        (plant) => touches(span, plant) && (covers(plant, span) || covers(span, plant)),
      )
      if (!count(counts.identifierPrecision, right))
        falseFinds.push(`span ${span.kind}: ${shown(passage, span)}`)
    }
    for (const question of candidates) {
      const right = planted.some((plant) => plant.sort !== 'identifier' && touches(question, plant))
      if (!count(counts.questionPrecision, right))
        falseFinds.push(`question ${question.kind}: ${shown(passage, question)}`)
    }
  }
  return { passages: passages.length, ...counts, misses, falseFinds }
}

/** The name itself, without its title: what must not stay unseen. */
const nameOf = ({ text }: Passage, plant: Planted): Stretch => {
  const titled = /^(?:Dr|Nurse|Sister|Cllr|PC|DS|Sgt|Prof|Rev|Mr|Mrs|Ms)\.? /.exec(
    text.slice(plant.start, plant.end),
  )
  return { start: plant.start + (titled?.[0].length ?? 0), end: plant.end }
}

const shown = ({ text }: Passage, { start, end }: Stretch): string =>
  `${text.slice(Math.max(0, start - 25), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`.replaceAll(
    '\n',
    '\u21b5',
  )

export const share = ({ right, all }: Rate): number => (all === 0 ? 1 : right / all)
