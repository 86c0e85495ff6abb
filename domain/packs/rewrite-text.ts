import { monthNames } from '../dates/calendar.ts'
import { findDecided, readDecisions } from '../redaction/decisions.ts'
import { foldText, originalRange } from '../redaction/fold-text.ts'
import type { PreparedRoster } from '../redaction/prepare-roster.ts'
import type { Candidate, Redaction, RedactionDecision, RedactionSpan } from '../redaction/redaction.ts'
import type { AgeWay } from './profile.ts'
import { ageBand, findAges } from './find-ages.ts'
import { findDates, type DateInText } from './find-dates.ts'
import { monthOf, shownDate, type DateWriting } from './shown-date.ts'

type Piece = {
  readonly start: number
  readonly end: number
  readonly kind: 'DATE' | 'AGE'
  /** Null where a person must say what stands there. */
  readonly replacement: string | null
  readonly why: string
}

/**
 * Goes on from a redaction to the dates and ages inside the text, which are written as the pack writes its own: by month,
 * relative to Day 0, shifted, or in a band. What cannot be converted is a candidate, so that a person decides. What
 * somebody decided to keep stays; what redaction replaced stays replaced, only a known date of death is written anew.
 */
export const rewriteText = (
  original: string,
  redaction: Redaction,
  how: { readonly dates: DateWriting; readonly ages: AgeWay },
  decided: { readonly decisions: readonly RedactionDecision[]; readonly prepared: PreparedRoster },
): Redaction => {
  if (how.dates.way === 'exact' && how.ages === 'exact') return redaction
  const folded = foldText(original)
  const kept = findDecided(folded.clean, readDecisions(decided.decisions, decided.prepared)).filter(
    ({ phrase }) => phrase.decision === 'keep',
  )
  const pieces = [
    ...(how.dates.way === 'exact'
      ? []
      : findDates(folded.clean).flatMap((found) => datePiece(found, folded.clean, how.dates))),
    ...(how.ages === 'exact' ? [] : findAges(folded.clean).map(agePiece)),
  ]
    .filter(({ start, end }) => !kept.some((place) => place.start <= start && end <= place.end))
    .map((piece) => ({ ...piece, ...originalRange(folded, piece.start, piece.end) }))
  return joined(original, redaction, pieces)
}

const inSentence = (shown: string): string =>
  shown.replace(/^(?:About|Before|After|Within)/, (word) => word.toLowerCase())

const unplaced = 'It tells a date that the pack does not give, and cannot be converted.'

const datePiece = (found: DateInText, text: string, dates: DateWriting): readonly Piece[] => {
  const { start, end, date, holds } = found
  const put = (replacement: string | null): readonly Piece[] => [
    { start, end, kind: 'DATE', replacement, why: replacement === null ? unplaced : '' },
  ]
  if (dates.way === 'month') {
    if (holds !== 'day') return holds === 'feast' ? put(null) : []
    if (date?.earliest) return put(monthOf(date.earliest))
    const named = /[A-Z][a-z]{2,8}|[a-z]{3,9}/.exec(text.slice(start, end).replace(/^\w+day\b/i, ''))?.[0]
    const full = named === undefined ? undefined : monthNamed(named)
    return put(full ?? null)
  }
  return put(date === null ? null : inSentence(shownDate(date, dates)))
}

const monthNamed = (word: string): string | undefined =>
  word.length < 3
    ? undefined
    : monthNames.find((name) => name.toLowerCase().startsWith(word.toLowerCase().slice(0, 3)))

const agePiece = ({
  start,
  end,
  years,
}: {
  readonly start: number
  readonly end: number
  readonly years: number | null
}): Piece => ({
  start,
  end,
  kind: 'AGE',
  replacement: years === null ? null : `[${ageBand(years)}]`,
  why: years === null ? 'It tells a year of birth, and the pack gives ages in bands.' : '',
})

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

/** A piece stands where redaction left the text, or in place of its own replacement of the same kind. */
const joined = (original: string, { spans, candidates }: Redaction, pieces: readonly Piece[]): Redaction => {
  const isOpen = (piece: Piece): boolean =>
    !spans.some(
      (span) => overlaps(span, piece) && !(span.kind === piece.kind && span.source !== 'decision'),
    ) &&
    !candidates.some((one) => overlaps(one, piece) && !(piece.start <= one.start && one.end <= piece.end))
  const open = pieces.filter(isOpen)
  const isFree = (one: { start: number; end: number }): boolean => !open.some((piece) => overlaps(piece, one))
  const made: RedactionSpan[] = open.flatMap(({ start, end, kind, replacement }) =>
    replacement === null
      ? []
      : [{ start, end, kind, replacement, confidence: 1, source: 'pattern' as const }],
  )
  const asked: Candidate[] = open.flatMap(({ start, end, kind, replacement, why }) =>
    replacement === null ? [{ start, end, kind, confidence: 0.5, why }] : [],
  )
  const all = [...spans.filter(isFree), ...made].sort((a, b) => a.start - b.start)
  return {
    text: applySpans(original, all),
    spans: all,
    candidates: [...candidates.filter(isFree), ...asked].sort((a, b) => a.start - b.start),
  }
}

/** The text with its replacements in place. `spans` are in order and apart. */
export const applySpans = (original: string, spans: readonly RedactionSpan[]): string => {
  let done = 0
  const parts: string[] = []
  for (const { start, end, replacement } of spans) {
    parts.push(original.slice(done, start), replacement)
    done = end
  }
  return [...parts, original.slice(done)].join('')
}
