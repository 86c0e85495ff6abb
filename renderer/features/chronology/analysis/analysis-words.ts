import {
  type Analysis,
  flagTitles,
  type Judgement,
  judgements,
  type Observation,
  observations,
  observationTitles,
  partTitles,
  type SensitivityFlag,
} from '../../../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import { listed, sentence } from '../../../ui/words.ts'
import type { Segment } from '../../../ui/segments.tsx'

/** The keys that judge the open entry from anywhere, in the order of the judgements; 0 takes the judgement back. */
export const judgementSegments = (wording: CaseWording): readonly Segment<Judgement>[] =>
  judgements.map((value, at) => ({ value, label: wording.judgements[value], keys: String(at + 1) }))

export const observationSegments: readonly Segment<Observation>[] = observations.map((value) => ({
  value,
  label: observationTitles[value],
}))

export const partTitle = (part: keyof Analysis, wording: CaseWording): string =>
  (part === 'flags' || part === 'flagNote'
    ? undefined
    : wording.columns.find((column) => column.id === part)?.heading) ?? partTitles[part]

/** One value of one part, in the words of the case; an empty one as nothing. */
export const valueInWords = (
  part: keyof Analysis,
  value: Analysis[keyof Analysis],
  wording: CaseWording,
): string => {
  if (value === null || value === '') return ''
  if (part === 'judgement') return wording.judgements[value as Judgement]
  if (part === 'kloes')
    return listed((value as readonly number[]).map((n) => wording.kloes[n] ?? `KLOE ${n}`))
  if (part === 'flags')
    return sentence(
      listed((value as readonly SensitivityFlag[]).map((flag) => flagTitles[flag].toLowerCase())),
    )
  return part === 'adultSeen' || part === 'spokenAlone' || part === 'voiceHeard' || part === 'capacity'
    ? observationTitles[value as Observation]
    : String(value)
}
