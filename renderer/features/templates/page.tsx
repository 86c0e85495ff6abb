import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import {
  templateFormats,
  type TemplateFormat,
  type TemplateReport,
  type TemplateReview,
} from '../../../workspace/contract/template.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { refusal, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { Choice, ChoiceGroup, TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Refused } from '../../ui/state-panel.tsx'
import { counted, dayInWords } from '../../ui/words.ts'
import { useDraft } from '../../use-draft.ts'
import { WordsFindings } from '../../words-findings.tsx'

type Values = {
  agencyIds: string[]
  formats: TemplateFormat[]
  instructions: string
  namesNobody: string[]
}

const formatTitles: Readonly<Record<TemplateFormat, string>> = { xlsx: 'Excel', docx: 'Word' }
const quietMilliseconds = 300

const Holds = ({ review }: { readonly review: TemplateReview }) => (
  <section className="section" aria-label="What a template holds">
    <h3>What a template holds</h3>
    <dl className="facts">
      <dt>Period asked about</dt>
      <dd>
        {dayInWords(review.period.from)} to {dayInWords(review.period.to)}
      </dd>
      <dt>Columns</dt>
      <dd>{review.columns.join(', ')}</dd>
    </dl>
    <details>
      <summary>How it is to be filled in</summary>
      <div className="stack">
        {review.sections.map(({ heading, items }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            <ul className="sheet-list">
              {items.map((item, index) => (
                <li key={`${index} ${item}`}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  </section>
)

const Made = ({ report }: { readonly report: TemplateReport }) => (
  <Notice tone="good" title={`${counted(report.files.length, 'template')} saved`} live>
    <p>The files have neutral names. This is which is whose:</p>
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">File</th>
          </tr>
        </thead>
        <tbody>
          {report.files.map(({ name, agency }) => (
            <tr key={name}>
              <th scope="row">{agency}</th>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Notice>
)

const TemplateForm = ({ one }: { readonly one: CaseView }) => {
  const remote = useStore((state) => state.templateReview)
  const work = useStore((state) => state.work)
  const { reviewTemplate, makeTemplates, chooseFolder } = useStore.getState()
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [made, setMade] = useState<TemplateReport | null>(null)
  const defaults: Values = {
    agencyIds: one.agencyList.map(({ id }) => id),
    formats: ['xlsx'],
    instructions: '',
    namesNobody: [],
  }
  const form = useForm<Values>({ defaultValues: defaults })
  const draft = useDraft(form, `template/${one.id}`)
  const { agencyIds, formats, instructions, namesNobody } = {
    ...defaults,
    ...useWatch({ control: form.control }),
  }
  useEffect(() => {
    const timer = setTimeout(
      () => void reviewTemplate({ caseId: one.id, instructions }),
      instructions === '' ? 0 : quietMilliseconds,
    )
    return () => clearTimeout(timer)
  }, [reviewTemplate, one.id, instructions])
  const found =
    remote.state === 'ready' ? remote.value.found.filter(({ text }) => !namesNobody.includes(text)) : []
  const problems: readonly Problem[] = [
    ...(agencyIds.length === 0 ? [{ field: 'agencyIds', message: 'Choose at least one agency' }] : []),
    ...(formats.length === 0 ? [{ field: 'formats', message: 'Choose at least one format' }] : []),
    ...(found.length > 0 ? [{ field: 'instructions', message: 'Something here may identify somebody' }] : []),
  ]
  const shown = attempt === 0 ? [] : [...problems, ...refused]
  const errorOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.message
  const make = async (): Promise<void> => {
    setRefused([])
    setMade(null)
    setAttempt((n) => n + 1)
    if (problems.length > 0) return
    const folder = await chooseFolder('Choose the folder for the templates', true)
    if (!folder) return
    const order = { caseId: one.id, agencyIds, formats, instructions, namesNobody }
    const result = await makeTemplates({ ...order, out: folder.path })
    if (!result.ok) {
      const { fields, message } = result.error
      setRefused(
        fields.length > 0
          ? fields.map(({ path, message: said }) => ({ field: path, message: said }))
          : [{ field: null, message }],
      )
      return setAttempt((n) => n + 1)
    }
    draft.discard()
    setMade(result.value)
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <ErrorSummary problems={shown} attempt={attempt} />
      <DraftNotice
        restoredAt={draft.restoredAt}
        onDiscard={() => {
          draft.discard()
          form.reset(defaults)
        }}
      />
      <ChoiceGroup id="agencyIds" legend="For which agencies?" error={errorOf('agencyIds')}>
        {one.agencyList.map(({ id, name }) => (
          <Choice key={id} type="checkbox" value={id} label={name} {...form.register('agencyIds')} />
        ))}
      </ChoiceGroup>
      <ChoiceGroup id="formats" legend="Formats" inline error={errorOf('formats')}>
        {templateFormats.map((format) => (
          <Choice
            key={format}
            type="checkbox"
            value={format}
            label={formatTitles[format]}
            {...form.register('formats')}
          />
        ))}
      </ChoiceGroup>
      <TextAreaField
        id="instructions"
        label="For this review"
        optional
        rows={4}
        hint="Stands before the usual instructions: what to look for, by when. A line is a point. Name nobody."
        error={errorOf('instructions')}
        {...form.register('instructions')}
      />
      <WordsFindings
        found={found}
        where="in the instructions"
        onReplace={({ text, replacement }) =>
          form.setValue('instructions', form.getValues('instructions').replaceAll(text, replacement ?? ''))
        }
        onKeep={(text) => form.setValue('namesNobody', [...namesNobody, text])}
      />
      <RemoteView
        remote={remote}
        waiting="Looking up the columns"
        retry={() => void reviewTemplate({ caseId: one.id, instructions })}
      >
        {(review) => (
          <>
            <Holds review={review} />
            <section className="section" aria-label="Before this leaves">
              <h3>Before this leaves</h3>
              <ul className="consequences">
                <li>
                  {counted(agencyIds.length * formats.length, 'file')} for{' '}
                  {counted(agencyIds.length, 'agency', 'agencies')}, empty but for examples, with the case
                  reference, the period and these instructions. They name nobody.
                </li>
                <li>
                  How each comes back is kept here, so that its import needs no mapping whatever the headings.
                </li>
                <li>
                  Every file is opened again and searched for everything in the people key, and the saving is
                  logged.
                </li>
              </ul>
            </section>
            {made && <Made report={made} />}
            <div className="form-actions">
              <Button kind="primary" type="submit" icon="file" busy={work !== null}>
                Choose a folder and save
              </Button>
            </div>
          </>
        )}
      </RemoteView>
    </form>
  )
}

/** Templates for agencies to fill their chronology in with, in the case's own columns. */
export const TemplatesPage = ({ one }: { readonly one: CaseView }) => {
  const may = useMay('chronology:import')
  const go = useStore((state) => state.go)
  if (!may)
    return (
      <Refused
        title="Templates are not part of your role"
        message={refusal('templates for agencies', 'chronology:import')}
      />
    )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Make a template for an agency
          </h2>
          <p>An agency fills it in and sends it back. It is read without asking what its columns hold.</p>
        </div>
        <Button
          kind="quiet"
          icon="back"
          onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'import' })}
        >
          To the import
        </Button>
      </header>
      <TemplateForm one={one} />
    </div>
  )
}
