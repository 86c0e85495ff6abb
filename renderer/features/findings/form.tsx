import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import {
  analysisDomains,
  analysisDomainTitles,
  findingKinds,
  findingKindTitles,
} from '../../../domain/findings/finding.ts'
import { findingFields, type FindingView } from '../../../workspace/contract/findings.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { numbered } from '../../finding-badges.tsx'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup, SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useKeptFocus } from '../../ui/return-focus.ts'

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
  const heading = useRef<HTMLHeadingElement>(null)
  useKeptFocus(heading, finding?.version ?? 0, true)
  const { form, errorOf, state, forgetFailure } = useDraftForm<Values>({
    resolver: zodResolver(formSchema),
    defaults: valuesOf(finding),
    draftKey: `finding/${one.id}/${finding?.id ?? 'new'}`,
    keepsChangesOnly: true,
    wordsFor,
    save: async ({ domain, kloes, ...values }, dirty) => {
      const all = { ...values, domain: domain === '' ? null : domain, kloes: kloes.map(Number) }
      if (finding === null) {
        const made = await addFinding({ caseId: one.id, ...all })
        if ('error' in made) return made.error
        onDone(made.id)
        return null
      }
      // Only what was changed: what is read here in pseudonyms must not be kept in them.
      const changed = Object.fromEntries(Object.entries(all).filter(([field]) => Boolean(dirty[field])))
      const error = await saveFinding(
        { caseId: one.id, findingId: finding.id, version: finding.version, ...changed },
        finding.status === 'agreed' && Object.keys(changed).length > 0
          ? `Finding ${finding.number} is saved, and a draft again: the panel agreed other words.`
          : `Finding ${finding.number} is saved.`,
      )
      if (error === null) onDone()
      return error
    },
    ...(finding && { reload: { what: 'this finding', load: () => void loadFinding(one.id, finding.id) } }),
  })
  const { reset } = form
  const version = useRef(finding?.version)
  useEffect(() => {
    if (finding === null || version.current === finding.version) return
    version.current = finding.version
    // Somebody else's version: what was changed here stays, the rest is theirs.
    reset(valuesOf(finding), { keepDirtyValues: true })
    forgetFailure()
  }, [finding, reset, forgetFailure])
  return (
    <DraftForm
      state={state}
      heading={
        <h2 data-page-title tabIndex={-1} ref={heading}>
          {finding ? `Edit ${numbered(finding.kind, finding.number).toLowerCase()}` : 'Add a finding'}
        </h2>
      }
      send={finding ? 'Save' : 'Add the finding'}
      onCancel={onDone}
    >
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
    </DraftForm>
  )
}
