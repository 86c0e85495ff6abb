import {
  type Analysis,
  flagTitles,
  observedThings,
  sensitivityFlags,
  type WrittenPart,
} from '../../../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { Choice, ChoiceGroup, TextAreaField, TextField } from '../../../ui/field.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { judgementSegments, observationSegments, partTitle } from './analysis-words.ts'

export type FieldsProps = {
  readonly values: Analysis
  readonly wording: CaseWording
  readonly kloes: CaseView['kloes']
  /** Texts that hold names this reader does not see. */
  readonly fixed: readonly WrittenPart[]
  readonly change: <Part extends keyof Analysis>(part: Part, value: Analysis[Part]) => void
  readonly errorOf: (path: string) => string | undefined
}

const withOrWithout = <Value,>(all: readonly Value[], one: Value, is: boolean): readonly Value[] =>
  is ? [...all, one] : all.filter((other) => other !== one)

const named = 'It holds a name that is hidden. Show names to change it, or write a comment.'

/** The parts of an analysis in the order in which an entry is judged: by keys first, words after. */
export const AnalysisFields = ({ values, wording, kloes, fixed, change, errorOf }: FieldsProps) => {
  const text = (part: WrittenPart) => ({
    id: part,
    label: partTitle(part, wording),
    value: values[part],
    readOnly: fixed.includes(part),
    hint: fixed.includes(part) ? named : undefined,
    error: errorOf(part),
    onChange: (event: { readonly target: { readonly value: string } }) => change(part, event.target.value),
  })
  return (
    <>
      <Segments
        id="judgement"
        legend={partTitle('judgement', wording)}
        options={judgementSegments(wording)}
        value={values.judgement}
        onChange={(judgement) => change('judgement', judgement)}
      />
      {kloes.length > 0 && (
        <ChoiceGroup id="kloes" legend={partTitle('kloes', wording)}>
          {kloes.map(({ n, text: full }) => (
            <Choice
              key={n}
              type="checkbox"
              label={wording.kloes[n] ?? `KLOE ${n}`}
              hint={full}
              checked={values.kloes.includes(n)}
              onChange={(event) =>
                change(
                  'kloes',
                  withOrWithout(values.kloes, n, event.target.checked).toSorted((a, b) => a - b),
                )
              }
            />
          ))}
        </ChoiceGroup>
      )}
      <div className="analysis-observed">
        {observedThings.map((thing) => (
          <Segments
            key={thing}
            id={thing}
            legend={partTitle(thing, wording)}
            options={observationSegments}
            value={values[thing]}
            onChange={(observation) => change(thing, observation)}
          />
        ))}
      </div>
      <TextAreaField rows={3} {...text('comment')} />
      <TextAreaField rows={2} {...text('significance')} />
      <div className="form-pair">
        <TextField autoComplete="off" {...text('policyExpected')} />
        <TextField autoComplete="off" {...text('evidence')} />
      </div>
      <ChoiceGroup
        id="flags"
        legend={partTitle('flags', wording)}
        hint="An entry marked here stays out of every pack whose recipient may not have it."
      >
        <div className="analysis-flags">
          {sensitivityFlags.map((flag) => (
            <Choice
              key={flag}
              type="checkbox"
              label={flagTitles[flag]}
              checked={values.flags.includes(flag)}
              onChange={(event) => {
                const flags = withOrWithout(values.flags, flag, event.target.checked)
                change(
                  'flags',
                  sensitivityFlags.filter((one) => flags.includes(one)),
                )
              }}
            />
          ))}
        </div>
      </ChoiceGroup>
      {values.flags.includes('other') && <TextField autoComplete="off" {...text('flagNote')} />}
    </>
  )
}
