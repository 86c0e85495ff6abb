import { useRef } from 'react'
import { useFieldArray, type UseFormReturn, useWatch } from 'react-hook-form'
import {
  sectionTitles,
  wordsOfSection,
  type ReportKind,
  type ReportState,
  type SectionTopic,
} from '../../../domain/reports/report.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, TextAreaField, TextField } from '../../ui/field.tsx'
import { counted } from '../../ui/words.ts'
import { RecommendationFields } from './recommendation-fields.tsx'

type ReportForm = UseFormReturn<ReportState>
type ErrorOf = (path: string) => string | undefined

const rowsOf: Readonly<Partial<Record<SectionTopic, number>>> = {
  account: 14,
  findings: 14,
  recommendations: 2,
}
const accountHint =
  'Filled by month from entries that are evidence of a finding, or judged good practice or a missed opportunity.'

/** The id of a section its author adds: none that was used before. */
const nextOwn = (sections: ReportState['sections']): string => {
  const used = sections.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0))
  return `own-${Math.max(0, ...used) + 1}`
}

const Section = ({
  form,
  errorOf,
  at,
  last,
  onMove,
  onFill,
  onRemove,
}: {
  readonly form: ReportForm
  readonly errorOf: ErrorOf
  readonly at: number
  readonly last: boolean
  readonly onMove: (to: number) => void
  readonly onFill: () => void
  readonly onRemove: () => void
}) => {
  const section = useWatch({ control: form.control, name: `sections.${at}` })
  const recommendations = useWatch({ control: form.control, name: 'recommendations' })
  const name = section.heading === '' ? 'this section' : section.heading
  const isOwn = section.topic === 'own'
  return (
    <section className="report-section" data-out={section.included ? undefined : true} aria-label={name}>
      <div className="row report-section-tools">
        <Choice
          type="checkbox"
          label={<span>In the report</span>}
          aria-label={`${name}: in the report`}
          {...form.register(`sections.${at}.included`)}
        />
        <span className="small quiet numbers grow">
          {counted(wordsOfSection(section, recommendations), 'word')}
        </span>
        <Button
          kind="quiet"
          icon="up"
          aria-label={`Move ${name} up`}
          isDisabled={at === 0}
          onPress={() => onMove(at - 1)}
        />
        <Button
          kind="quiet"
          icon="down"
          aria-label={`Move ${name} down`}
          isDisabled={last}
          onPress={() => onMove(at + 1)}
        />
        {isOwn ? (
          <Button kind="quiet" icon="close" onPress={onRemove}>
            Remove
          </Button>
        ) : (
          section.topic !== 'recommendations' && (
            <Button kind="quiet" onPress={onFill}>
              Fill from the case
            </Button>
          )
        )}
      </div>
      <TextField
        id={`sections.${at}.heading`}
        label="Heading"
        autoComplete="off"
        error={errorOf(`sections.${at}.heading`)}
        {...form.register(`sections.${at}.heading`)}
      />
      <TextAreaField
        id={`sections.${at}.text`}
        label={isOwn || section.topic !== 'recommendations' ? 'Text' : 'Before the table'}
        rows={rowsOf[section.topic] ?? 5}
        {...(section.topic === 'account' && section.text === '' ? { hint: accountHint } : {})}
        error={errorOf(`sections.${at}.text`)}
        {...form.register(`sections.${at}.text`)}
      />
      {section.topic === 'recommendations' && <RecommendationFields form={form} errorOf={errorOf} />}
    </section>
  )
}

/** The sections of a report: reordered, left out, added, filled from the case again. */
export const SectionFields = ({
  caseId,
  kind,
  form,
  errorOf,
}: {
  readonly caseId: string
  readonly kind: ReportKind
  readonly form: ReportForm
  readonly errorOf: ErrorOf
}) => {
  const { suggestReport, toast } = useStore.getState()
  const sections = useFieldArray({ control: form.control, name: 'sections', keyName: 'key' })
  const list = useRef<HTMLDivElement>(null)
  const focusOn = (at: number): void =>
    queueMicrotask(() => document.getElementById(`sections.${at}.heading`)?.focus())
  const move = (from: number, to: number): void => {
    sections.move(from, to)
    focusOn(to)
  }
  const fill = async (at: number): Promise<void> => {
    const { topic, heading } = form.getValues(`sections.${at}`)
    const found = await suggestReport(caseId, kind)
    if (!found.ok) return toast('danger', found.error.message)
    const fresh = found.value.sections.find((section) => section.topic === topic)?.text ?? ''
    const before = form.getValues(`sections.${at}.text`)
    const put = (text: string): void =>
      form.setValue(`sections.${at}.text`, text, { shouldDirty: true, shouldTouch: true })
    if (fresh === before) return toast('info', `${heading} says what the case holds already.`)
    put(fresh)
    toast('good', `${heading} is filled from the case.`, () => {
      put(before)
      return Promise.resolve()
    })
  }
  return (
    <div className="report-sections" ref={list}>
      {sections.fields.map((field, at) => (
        <Section
          key={field.key}
          form={form}
          errorOf={errorOf}
          at={at}
          last={at === sections.fields.length - 1}
          onMove={(to) => move(at, to)}
          onFill={() => void fill(at)}
          onRemove={() => {
            sections.remove(at)
            focusOn(Math.max(0, at - 1))
          }}
        />
      ))}
      <div>
        <Button
          icon="plus"
          onPress={() => {
            const id = nextOwn(form.getValues('sections'))
            sections.append({ id, topic: 'own', heading: '', text: '', included: true })
          }}
        >
          Add a section
        </Button>
      </div>
      <p className="small quiet">
        A section without text is not printed. {sectionTitles.recommendations} stand in a table.
      </p>
    </div>
  )
}
