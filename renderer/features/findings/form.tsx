import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import {
  analysisDomains,
  analysisDomainTitles,
  findingKinds,
  findingKindTitles,
} from '../../../domain/findings/finding.ts'
import type { Failure } from '../../../domain/result.ts'
import { findingFields, type FindingView } from '../../../workspace/contract/findings.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { numbered } from '../../finding-badges.tsx'
import { problemsOf } from '../../form-problems.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useKeptFocus } from '../../ui/return-focus.ts'
import { useDraft } from '../../use-draft.ts'

/** As controls hold it: boxes and lists know texts only. */
const formSchema = z.object({
  title: findingFields.shape.title,
  statement: findingFields.shape.statement,
  kind: findingFields.shape.kind,
  domain: z.enum(['', ...analysisDomains]),
  kloes: z.array(z.string()),
})
type Values = z.input<typeof formSchema>

const valuesOf = (finding: FindingView | null): Values => ({
  title: finding?.title ?? '',
  statement: finding?.statement ?? '',
  kind: finding?.kind ?? 'finding',
  domain: finding?.domain ?? '',
  kloes: (finding?.kloes ?? []).map(String),
})

const wordsFor = { title: 'Give the finding a title' }

export const FindingForm = ({
  one,
  finding,
  onDone,
}: {
  readonly one: CaseView
  readonly finding: FindingView | null
  readonly onDone: (findingId?: string) => void
}) => {
  const { addFinding, saveFinding, loadFinding } = useStore.getState()
  const [failure, setFailure] = useState<Failure | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useKeptFocus(heading, finding?.version ?? 0, true)
  const begunWith = valuesOf(finding)
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(formSchema),
    shouldFocusError: false,
    defaultValues: begunWith,
  })
  const draft = useDraft(form, `finding/${one.id}/${finding?.id ?? 'new'}`, begunWith)
  const { reset } = form
  const version = useRef(finding?.version)
  useEffect(() => {
    if (finding === null || version.current === finding.version) return
    version.current = finding.version
    // Somebody else's version: what was changed here stays, the rest is theirs.
    reset(valuesOf(finding), { keepDirtyValues: true })
    setFailure(null)
  }, [finding, reset])
  const { errors, isSubmitting, submitCount, dirtyFields } = form.formState
  const conflict = failure?.code === 'conflict'
  const problems = problemsOf(errors, conflict ? null : failure, undefined, wordsFor)
  const errorOf = (path: string): string | undefined => problems.find((one) => one.field === path)?.message
  const save = form.handleSubmit(async ({ domain, kloes, ...values }) => {
    const all = { ...values, domain: domain === '' ? null : domain, kloes: kloes.map(Number) }
    // Only what was changed: what is read here in pseudonyms must not be kept in them.
    const changed = Object.fromEntries(
      Object.entries(all).filter(([field]) => Boolean(dirtyFields[field as keyof typeof all])),
    )
    const made = finding ? null : await addFinding({ caseId: one.id, ...all })
    const error = finding
      ? await saveFinding(
          { caseId: one.id, findingId: finding.id, version: finding.version, ...changed },
          finding.status === 'agreed' && Object.keys(changed).length > 0
            ? `Finding ${finding.number} is saved, and a draft again: the panel agreed other words.`
            : `Finding ${finding.number} is saved.`,
        )
      : made && 'error' in made
        ? made.error
        : null
    setFailure(error)
    if (error) return
    draft.discard()
    onDone(made && 'id' in made ? made.id : undefined)
  })
  const leave = (): void => {
    draft.discard()
    onDone()
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        setFailure(null)
        void save(event)
      }}
    >
      <h2 data-page-title tabIndex={-1} ref={heading}>
        {finding ? `Edit ${numbered(finding.kind, finding.number).toLowerCase()}` : 'Add a finding'}
      </h2>
      <ErrorSummary problems={problems} attempt={submitCount} />
      {conflict && failure && finding && (
        <Notice
          tone="warn"
          title="Somebody else changed this finding since you opened it"
          live
          actions={
            <Button onPress={() => void loadFinding(one.id, finding.id)}>
              Load their version, keep my text
            </Button>
          }
        >
          <p>{failure.message} Nothing was overwritten. Your text is still here.</p>
        </Notice>
      )}
      <DraftNotice
        restoredAt={draft.restoredAt}
        onDiscard={() => {
          draft.discard()
          form.reset(valuesOf(finding))
        }}
      />
      {finding?.projected && (
        <Notice tone="plain">
          <p>
            Names stand here as pseudonyms. What you change is kept as you see it; the rest stays as it was.
          </p>
        </Notice>
      )}
      <TextField
        id="title"
        label="Title"
        autoComplete="off"
        error={errorOf('title')}
        {...form.register('title')}
      />
      <ChoiceGroup id="kind" legend="What is it so far?" inline>
        {findingKinds.map((kind) => (
          <Choice
            key={kind}
            type="radio"
            value={kind}
            label={findingKindTitles[kind]}
            {...form.register('kind')}
          />
        ))}
      </ChoiceGroup>
      <TextAreaField
        id="statement"
        label="Statement"
        optional
        rows={6}
        hint="What the review concludes, apart from what the agencies recorded."
        error={errorOf('statement')}
        {...form.register('statement')}
      />
      <SelectField id="domain" label="Domain" optional {...form.register('domain')}>
        <option value="">Not placed yet</option>
        {analysisDomains.map((domain) => (
          <option key={domain} value={domain}>
            {analysisDomainTitles[domain]}
          </option>
        ))}
      </SelectField>
      {one.kloes.length > 0 && (
        <ChoiceGroup
          id="kloes"
          legend="Which key lines of enquiry does it answer?"
          hint="A question answers none until it has become a finding or a theme."
        >
          {one.kloes.map((kloe) => (
            <Choice
              key={kloe.n}
              type="checkbox"
              value={String(kloe.n)}
              label={`${kloe.n}. ${kloe.text}`}
              {...form.register('kloes')}
            />
          ))}
        </ChoiceGroup>
      )}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={isSubmitting}>
          {finding ? 'Save' : 'Add the finding'}
        </Button>
        <Button kind="quiet" onPress={leave}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
