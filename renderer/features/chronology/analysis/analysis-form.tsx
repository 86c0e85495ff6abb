import { zodResolver } from '@hookform/resolvers/zod'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import {
  type Analysis,
  analysisSchema,
  changedParts,
  judgements,
} from '../../../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import type { Failure } from '../../../../domain/result.ts'
import type { AnalysisView } from '../../../../workspace/contract/analysis.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { DraftNotice } from '../../../draft-notice.tsx'
import { problemsOf } from '../../../form-problems.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { instantInWords } from '../../../ui/words.ts'
import { AccountChanged } from './account.tsx'
import { AnalysisFields } from './analysis-fields.tsx'
import { Suggestions } from './suggestions.tsx'
import { differing, draftKey, keptParts, useAnalysisDraft } from './use-analysis-draft.ts'

type Values = z.input<typeof analysisSchema>

const copyOf = (analysis: Analysis): Values => ({
  ...analysis,
  kloes: [...analysis.kloes],
  flags: [...analysis.flags],
})

/**
 * The analysis of one entry. What is typed is kept as a draft, saved with Ctrl Enter, and saved on going on to another entry
 * or tab; where it cannot be saved then, the draft stays and that is said.
 */
export const AnalysisForm = ({
  one,
  view,
  wording,
  pseudonyms,
}: {
  readonly one: CaseView
  readonly view: AnalysisView
  readonly wording: CaseWording
  readonly pseudonyms: boolean
}) => {
  const { recordId, analysis: saved } = view
  const key = draftKey(one.id, recordId)
  const { saveAnalysis, loadAnalysis, toast } = useStore.getState()
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm<Values, unknown, Analysis>({
    resolver: zodResolver(analysisSchema),
    shouldFocusError: false,
    defaultValues: copyOf({ ...saved, ...keptParts(key)?.parts }),
  })
  const values = form.watch() as Analysis
  const { isDirty, changes, restoredAt, forget } = useAnalysisDraft(key, saved, values)
  const { errors, isSubmitting, submitCount } = form.formState
  const conflict = failure?.code === 'conflict'
  const problems = problemsOf(errors, conflict ? null : failure, (path) => path.replace(/^change\./, ''))
  const change = <Part extends keyof Analysis>(part: Part, value: Analysis[Part]): void =>
    form.setValue(part, value as never, { shouldDirty: true, shouldValidate: submitCount > 0 })

  // What is saved may change under the form, by its own saving or somebody else's: what was typed since stays.
  const base = useRef(saved)
  useEffect(() => {
    if (base.current === saved) return
    const typed = differing(base.current, form.getValues())
    base.current = saved
    form.reset(copyOf({ ...saved, ...typed }))
  }, [form, saved])

  const send = async (checked: Analysis, confirm = false): Promise<Failure | null> =>
    saveAnalysis({
      ...{ caseId: one.id, recordId, version: view.version, pseudonyms, confirm },
      change: differing(saved, checked),
    })
  const save = form.handleSubmit(async (checked) => {
    const error = changedParts(saved, checked).length === 0 ? null : await send(checked)
    setFailure(error)
    if (error === null) forget()
  })
  const submit = (): void => {
    setFailure(null)
    void save()
  }

  const leave = useRef<() => void>(() => undefined)
  useEffect(() => {
    leave.current = () => {
      if (!isDirty || isSubmitting) return
      const checked = analysisSchema.safeParse(values)
      const unsaved = (why: string): void =>
        toast('warn', `The analysis you left is kept as a draft and not saved. ${why}`)
      if (!checked.success) return unsaved(checked.error.issues[0]?.message ?? '')
      if (changedParts(saved, checked.data).length === 0) return
      void send(checked.data).then((error) =>
        error ? unsaved(error.message) : void useStore.getState().discardDraft(key),
      )
    }
  })
  useEffect(() => () => leave.current(), [])

  useShortcuts([
    ...judgements.map((judgement, at) => ({
      keys: String(at + 1),
      run: () => change('judgement', judgement),
    })),
    { keys: '0', run: () => change('judgement', null) },
    { keys: 'Control+Enter', run: submit },
  ])
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      className="form analysis-form"
      noValidate
      aria-label="Analysis"
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary problems={problems} attempt={submitCount} />
      {conflict && (
        <Notice
          tone="warn"
          title="Somebody else changed this analysis since you opened it"
          live
          actions={
            <Button onPress={() => void loadAnalysis(one.id, recordId).then(() => setFailure(null))}>
              Load theirs, keep what I changed
            </Button>
          }
        >
          <p>Nothing was overwritten. What you changed is still here.</p>
        </Notice>
      )}
      <DraftNotice
        restoredAt={isDirty ? restoredAt : null}
        onDiscard={() => {
          forget()
          form.reset(copyOf(saved))
        }}
      />
      {view.accountChanged && (
        <AccountChanged
          changes={view.accountChanged}
          confirm={() => void send(saved, true).then(setFailure)}
        />
      )}
      <Suggestions
        suggestions={view.suggestions}
        values={values}
        wording={wording}
        take={({ part, value }) => change(part, value as never)}
      />
      <AnalysisFields
        values={values}
        wording={wording}
        kloes={one.kloes}
        fixed={view.namesHiddenIn}
        change={change}
        errorOf={(path) => problems.find(({ field }) => field === path)?.message}
      />
      <div className="form-actions analysis-actions">
        <Button kind="primary" type="submit" icon="check" keys="Ctrl Enter" busy={isSubmitting}>
          Save
        </Button>
        <span className="small quiet" role="status">
          {isDirty
            ? `${Object.keys(changes).length} not saved yet; saved when you go on`
            : view.changedAt && view.changedBy !== null
              ? `Saved ${instantInWords(view.changedAt)} by ${view.changedBy}`
              : 'Nothing said of this entry yet'}
        </span>
      </div>
    </form>
  )
}
