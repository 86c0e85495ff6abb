import { type ReactNode, useState } from 'react'
import {
  type DefaultValues,
  type FieldValues,
  type Resolver,
  useForm,
  type UseFormReturn,
} from 'react-hook-form'
import type { Failure } from '../domain/result.ts'
import { DraftNotice } from './draft-notice.tsx'
import { problemsOf } from './form-problems.ts'
import { Button } from './ui/button.tsx'
import { ErrorSummary, type Problem } from './ui/error-summary.tsx'
import type { IconName } from './ui/icon.tsx'
import { Notice } from './ui/notice.tsx'
import { useDraft } from './use-draft.ts'

/** Fetches what somebody else made of `what`, such as “this entry”. */
type Reload = { readonly what: string; readonly load: () => void }

export type DraftFormState = {
  readonly problems: readonly Problem[]
  readonly attempt: number
  readonly busy: boolean
  /** What the workspace said where somebody else had changed the record meanwhile, and how to fetch theirs. */
  readonly conflict: (Reload & { readonly message: string }) | null
  readonly restoredAt: string | null
  readonly send: () => void
  readonly startAgain: () => void
  /** Lets the typed text go. */
  readonly letGo: () => void
}

type Asked<Values extends FieldValues, Sent> = {
  readonly resolver: Resolver<Values, unknown, Sent>
  readonly defaults: Values
  readonly draftKey: string
  /** Keep only what differs from the defaults, so that what others change meanwhile is not put back. */
  readonly keepsChangesOnly?: boolean
  readonly idOf?: (path: string) => string
  readonly wordsFor?: Readonly<Record<string, string>>
  readonly save: (values: Sent, dirty: Readonly<Record<string, unknown>>) => Promise<Failure | null>
  readonly onDone?: () => void
  readonly reload?: Reload
}

/** A form whose text survives a lock, with its problems in one list, its own and the workspace's. */
export const useDraftForm = <Values extends FieldValues, Sent = Values>({
  resolver,
  defaults,
  draftKey,
  keepsChangesOnly = false,
  idOf,
  wordsFor,
  save,
  onDone,
  reload,
}: Asked<Values, Sent>): {
  readonly form: UseFormReturn<Values, unknown, Sent>
  readonly errorOf: (path: string) => string | undefined
  readonly state: DraftFormState
  readonly forgetFailure: () => void
} => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useForm<Values, unknown, Sent>({
    resolver,
    shouldFocusError: false,
    defaultValues: defaults as DefaultValues<Values>,
  })
  const draft = useDraft(form, draftKey, keepsChangesOnly ? defaults : undefined)
  const { errors, isSubmitting, submitCount, dirtyFields } = form.formState
  const conflict = reload && failure?.code === 'conflict' ? { ...reload, message: failure.message } : null
  const problems = problemsOf(errors, conflict ? null : failure, idOf, wordsFor)
  const submit = form.handleSubmit(async (values) => {
    const error = await save(values, dirtyFields)
    setFailure(error)
    if (error) return
    draft.discard()
    onDone?.()
  })
  return {
    form,
    errorOf: (path) => problems.find(({ field }) => field === path)?.message,
    state: {
      ...{ problems, attempt: submitCount, busy: isSubmitting, conflict, restoredAt: draft.restoredAt },
      send: () => {
        setFailure(null)
        void submit()
      },
      startAgain: () => {
        draft.discard()
        form.reset(defaults)
      },
      letGo: draft.discard,
    },
    forgetFailure: () => setFailure(null),
  }
}

/** The form around its fields: what is wrong, what was restored, and the two ways out of it. */
export const DraftForm = ({
  state,
  heading,
  className,
  send,
  icon,
  onCancel,
  children,
}: {
  readonly state: DraftFormState
  readonly heading?: ReactNode
  readonly className?: string
  /** What sending does, in words. */
  readonly send: string
  readonly icon?: IconName
  readonly onCancel: () => void
  readonly children: ReactNode
}) => (
  <form
    className={className === undefined ? 'form' : `form ${className}`}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      state.send()
    }}
  >
    {heading}
    <ErrorSummary problems={state.problems} attempt={state.attempt} />
    {state.conflict && (
      <Notice
        tone="warn"
        title={`Somebody else changed ${state.conflict.what} since you opened it`}
        live
        actions={<Button onPress={state.conflict.load}>Load their version, keep my text</Button>}
      >
        <p>{state.conflict.message} Nothing was overwritten. Your text is still here.</p>
      </Notice>
    )}
    <DraftNotice restoredAt={state.restoredAt} onDiscard={state.startAgain} />
    {children}
    <div className="form-actions">
      <Button kind="primary" type="submit" busy={state.busy} {...(icon === undefined ? {} : { icon })}>
        {send}
      </Button>
      <Button
        kind="quiet"
        onPress={() => {
          state.letGo()
          onCancel()
        }}
      >
        Cancel
      </Button>
    </div>
  </form>
)
