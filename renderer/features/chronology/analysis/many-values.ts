import type {
  AnalysisChange,
  Judgement,
  Observation,
  ObservedThing,
  SensitivityFlag,
  WrittenPart,
} from '../../../../domain/chronology/analysis.ts'

/** What a change of many does with one value: leaves it, takes it out, or puts another in. */
type OneOf<Value extends string> = 'leave' | 'clear' | Value
type InOrOut = 'leave' | 'add' | 'remove'

export const manyTexts = [
  'significance',
  'comment',
  'policyExpected',
  'evidence',
] as const satisfies readonly WrittenPart[]

export type ManyValues = {
  judgement: OneOf<Judgement>
  observed: Record<ObservedThing, OneOf<Observation>>
  /** By number of the line. */
  kloes: Record<string, InOrOut>
  flags: Partial<Record<SensitivityFlag, InOrOut>>
  flagNote: string
  /** An empty text leaves what is there. */
  texts: Record<(typeof manyTexts)[number], string>
}

export const nothingChanged: ManyValues = {
  judgement: 'leave',
  observed: { adultSeen: 'leave', spokenAlone: 'leave', voiceHeard: 'leave', capacity: 'leave' },
  kloes: {},
  flags: {},
  flagNote: '',
  texts: { significance: '', comment: '', policyExpected: '', evidence: '' },
}

const valueOf = <Value extends string>(said: OneOf<Value>): Value | null =>
  said === 'clear' || said === 'leave' ? null : said

const those = (choices: Readonly<Record<string, InOrOut | undefined>>, wanted: InOrOut): readonly string[] =>
  Object.keys(choices).filter((one) => choices[one] === wanted)

/** The change that was put together; nothing in it where everything is left as it is. */
export const changeOf = (values: ManyValues): AnalysisChange => {
  const lists = {
    addKloes: those(values.kloes, 'add').map(Number),
    removeKloes: those(values.kloes, 'remove').map(Number),
    addFlags: those(values.flags, 'add') as readonly SensitivityFlag[],
    removeFlags: those(values.flags, 'remove') as readonly SensitivityFlag[],
  }
  return {
    ...(values.judgement === 'leave' ? {} : { judgement: valueOf(values.judgement) }),
    ...Object.fromEntries(
      Object.entries(values.observed)
        .filter(([, said]) => said !== 'leave')
        .map(([thing, said]) => [thing, valueOf(said)]),
    ),
    ...Object.fromEntries(Object.entries(lists).filter(([, all]) => all.length > 0)),
    ...(lists.addFlags.includes('other') ? { flagNote: values.flagNote } : {}),
    ...Object.fromEntries(Object.entries(values.texts).filter(([, text]) => text.trim() !== '')),
  }
}
