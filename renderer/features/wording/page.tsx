import { zodResolver } from '@hookform/resolvers/zod'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { judgements, judgementTitles } from '../../../domain/chronology/analysis.ts'
import {
  caseWordingSchema,
  type CaseWording,
  type ColumnPlace,
  columnPlaces,
  columnRules,
  wordingOf,
} from '../../../domain/chronology/case-wording.ts'
import type { Failure } from '../../../domain/result.ts'
import type { WordingView } from '../../../workspace/contract/wording.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { problemsOf } from '../../form-problems.ts'
import { heldBy, useMay } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FieldMessage, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useDraft } from '../../use-draft.ts'
import { useWording } from '../../use-wording.ts'
import './wording.css'

type Values = z.input<typeof caseWordingSchema>

const valuesOf = ({ columns, judgements: called, kloes }: CaseWording): Values => ({
  columns: columns.map((column) => ({ ...column, places: [...column.places] })),
  judgements: { ...called },
  kloes: { ...kloes },
})

const placeTitles: Readonly<Record<ColumnPlace, string>> = {
  grid: 'List',
  export: 'Working chronology',
  template: 'Agencies’ template',
}

type Rule = { readonly can: readonly ColumnPlace[]; readonly always?: readonly ColumnPlace[] }

const WordingForm = ({
  one,
  view,
  may,
  saveButton,
}: {
  readonly one: CaseView
  readonly view: WordingView
  readonly may: boolean
  readonly saveButton: RefObject<HTMLButtonElement | null>
}) => {
  const { saveWording, loadWording } = useStore.getState()
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm<Values, unknown, CaseWording>({
    resolver: zodResolver(caseWordingSchema),
    shouldFocusError: false,
    defaultValues: valuesOf(view.wording),
  })
  const draft = useDraft(form, `wording/${one.id}`)
  const columns = useFieldArray({ control: form.control, name: 'columns', keyName: 'key' })
  const watched = form.watch('columns')
  const { errors, isSubmitting, submitCount } = form.formState
  const conflict = failure?.code === 'conflict'
  const problems = problemsOf(errors, conflict ? null : failure, (path) => path.replace(/^wording\./, ''))
  const errorOf = (path: string): string | undefined => problems.find(({ field }) => field === path)?.message
  const submit = form.handleSubmit(async (typed) => {
    const error = await saveWording(one.id, view.version, typed)
    setFailure(error)
    if (error === null) draft.discard()
  })
  const moved = useRef<{ readonly column: string; readonly by: 1 | -1 } | null>(null)
  const move = (from: number, by: 1 | -1): void => {
    moved.current = { column: columns.fields[from]?.id ?? '', by }
    columns.move(from, from + by)
  }
  useEffect(() => {
    if (!moved.current) return
    // The focus goes with the column, so that it can be moved on, and back from either end.
    const { column, by } = moved.current
    moved.current = null
    const buttons = [by, -by].map((way) => document.getElementById(`move-${way}-${column}`))
    buttons.find((button) => button instanceof HTMLButtonElement && !button.disabled)?.focus()
  }, [columns.fields])
  return (
    <form
      className="wording"
      noValidate
      aria-label="Columns and wording"
      onSubmit={(event) => {
        setFailure(null)
        void submit(event)
      }}
    >
      <ErrorSummary problems={problems} attempt={submitCount} />
      {conflict && (
        <Notice
          tone="warn"
          title="Somebody else changed these since you opened them"
          live
          actions={
            <Button onPress={() => void loadWording(one.id).then(() => setFailure(null))}>
              Load their version, keep mine here
            </Button>
          }
        >
          <p>Nothing was overwritten. What you changed is still here, and saving again puts it in place.</p>
        </Notice>
      )}
      <DraftNotice
        restoredAt={draft.restoredAt}
        onDiscard={() => {
          draft.discard()
          form.reset(valuesOf(view.wording))
        }}
      />
      <fieldset className="wording-columns" disabled={!may}>
        <legend className="field-label">Columns, in order</legend>
        <div className="table-wrap" tabIndex={0} role="region" aria-label="Columns, in order">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Heading in this case</th>
                {columnPlaces.map((place) => (
                  <th scope="col" key={place}>
                    {placeTitles[place]}
                  </th>
                ))}
                {may && (
                  <th scope="col">
                    <span className="visually-hidden">Move</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {columns.fields.map((column, at) => {
                const rule: Rule = columnRules[column.id]
                const usual = columnRules[column.id].heading
                const path = `columns.${at}.heading` as const
                const problem = errorOf(path)
                return (
                  <tr key={column.key}>
                    <th scope="row">
                      {usual}
                      <span className="quiet small">
                        {columnRules[column.id].of === 'agency' ? ', the agency’s' : ', the review’s'}
                      </span>
                    </th>
                    <td>
                      {problem && <FieldMessage id={path} message={problem} />}
                      <input
                        className="input"
                        id={path}
                        aria-label={`Heading of ${usual}`}
                        aria-invalid={problem ? true : undefined}
                        aria-describedby={problem ? `${path}-error` : undefined}
                        autoComplete="off"
                        {...form.register(path)}
                      />
                    </td>
                    {columnPlaces.map((place) => (
                      <td key={place}>
                        {rule.can.includes(place) ? (
                          <input
                            type="checkbox"
                            className="choice-input"
                            aria-label={`${usual} in: ${placeTitles[place]}`}
                            disabled={rule.always?.includes(place) ?? false}
                            checked={
                              (rule.always?.includes(place) ?? false) ||
                              (watched[at]?.places.includes(place) ?? false)
                            }
                            onChange={(event) => {
                              const others = (watched[at]?.places ?? []).filter((other) => other !== place)
                              form.setValue(
                                `columns.${at}.places`,
                                event.target.checked ? [...others, place] : others,
                                { shouldDirty: true },
                              )
                            }}
                          />
                        ) : (
                          <span className="faint" aria-label="Cannot stand here">
                            –
                          </span>
                        )}
                      </td>
                    ))}
                    {may && (
                      <td className="wording-move">
                        <IconButton
                          id={`move--1-${column.id}`}
                          icon="up"
                          label={`Move ${usual} up`}
                          isDisabled={at === 0}
                          onPress={() => move(at, -1)}
                        />
                        <IconButton
                          id={`move-1-${column.id}`}
                          icon="down"
                          label={`Move ${usual} down`}
                          isDisabled={at === columns.fields.length - 1}
                          onPress={() => move(at, 1)}
                        />
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </fieldset>
      <fieldset className="wording-words" disabled={!may}>
        <legend className="field-label">What judgements are called</legend>
        {judgements.map((judgement) => (
          <TextField
            key={judgement}
            id={`judgements.${judgement}`}
            label={judgementTitles[judgement]}
            autoComplete="off"
            error={errorOf(`judgements.${judgement}`)}
            {...form.register(`judgements.${judgement}`)}
          />
        ))}
      </fieldset>
      {one.kloes.length > 0 && (
        <fieldset className="wording-lines" disabled={!may}>
          <legend className="field-label">Short labels of the key lines of enquiry</legend>
          {one.kloes.map(({ n, text }) => (
            <TextField
              key={n}
              id={`kloes.${n}`}
              label={`Line ${n}`}
              hint={text}
              autoComplete="off"
              error={errorOf(`kloes.${n}`)}
              {...form.register(`kloes.${n}`)}
            />
          ))}
        </fieldset>
      )}
      {may && (
        <div className="form-actions">
          <Button ref={saveButton} kind="primary" type="submit" icon="check" busy={isSubmitting}>
            Save
          </Button>
          <Button kind="quiet" onPress={() => form.reset(valuesOf(wordingOf({}, one.kloes)))}>
            Put the usual ones in
          </Button>
        </div>
      )}
    </form>
  )
}

/** Which columns the list, the working chronology and the agencies' template show, and the case's own words. */
export const WordingPage = ({ one }: { readonly one: CaseView }) => {
  useWording(one)
  const wording = useStore((state) => state.wording)
  const load = useStore((state) => state.loadWording)
  const may = useMay('chronology:analyse')
  const version = valueOf(wording)?.version
  const before = useRef(version)
  const saveButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const saved = before.current !== undefined && before.current !== version
    before.current = version
    // The form is made anew from what is saved; the button pressed has the focus again.
    if (saved && document.activeElement === document.body) saveButton.current?.focus()
  }, [version])
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Columns and wording
          </h2>
          <p>
            This case’s own columns, headings and words. Nothing that is stored changes. Everybody reads
            these, so no name of the people key can stand in them.
            {!may && ` They are changed by ${heldBy('chronology:analyse')}.`}
          </p>
        </div>
      </header>
      <RemoteView remote={wording} waiting="Reading the columns and wording" retry={() => void load(one.id)}>
        {(view) => <WordingForm key={view.version} {...{ one, view, may, saveButton }} />}
      </RemoteView>
    </div>
  )
}
