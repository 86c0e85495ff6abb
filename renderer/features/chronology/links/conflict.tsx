import { useState } from 'react'
import type {
  AccountView,
  ConflictView,
  SettlingOutcome,
} from '../../../../workspace/contract/same-events.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { DraftNotice } from '../../../draft-notice.tsx'
import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, ChoiceGroup, TextAreaField } from '../../../ui/field.tsx'
import { Badge, Notice } from '../../../ui/notice.tsx'
import { useReturnFocus } from '../../../ui/return-focus.ts'
import { useTextDraft } from '../../../use-text-draft.ts'
import { matterInWords, settledInWords } from './link-words.ts'

const Settle = ({
  one,
  conflict,
  onDone,
}: {
  readonly one: CaseView
  readonly conflict: ConflictView
  readonly onDone: () => void
}) => {
  const id = `${conflict.eventId} ${conflict.aspect} ${conflict.subject}`
  const [choice, setChoice] = useState('')
  const [problem, setProblem] = useState<{ readonly field: string; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const settle = useStore((state) => state.settleConflict)
  const draft = useTextDraft(`settle/${one.id}/${id}`)
  const send = async (): Promise<void> => {
    if (choice === '') return setProblem({ field: 'choice', message: 'Choose how it is settled' })
    if (draft.text.trim() === '')
      return setProblem({ field: 'reason', message: 'Say why, so that others can follow it' })
    setBusy(true)
    const outcome: SettlingOutcome = choice === 'neither' || choice === 'both' ? choice : 'preferred'
    const failure = await settle(one.id, {
      aspect: conflict.aspect,
      subject: conflict.subject,
      accounts: conflict.accounts.map(({ entryId }) => entryId),
      version: conflict.version,
      outcome,
      ...(outcome === 'preferred' ? { preferred: choice } : {}),
      reason: draft.text.trim(),
    })
    setBusy(false)
    if (failure !== null) return setProblem({ field: 'whole', message: failure.message })
    draft.discard()
    onDone()
  }
  const name = `settle ${id}`
  const option = (value: string, label: string, hint?: string) => (
    <Choice
      key={value}
      type="radio"
      name={name}
      value={value}
      label={label}
      hint={hint}
      checked={choice === value}
      onChange={() => setChoice(value)}
    />
  )
  return (
    <form
      className="form"
      aria-label={`Settle: ${matterInWords(conflict)}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {problem?.field === 'whole' && (
        <Notice tone="danger" live>
          <p>{problem.message}</p>
        </Notice>
      )}
      <DraftNotice restoredAt={draft.restoredAt} onDiscard={draft.discard} />
      <ChoiceGroup
        id={`choice ${id}`.replaceAll(' ', '-')}
        legend="Which account is preferred?"
        hint="Both accounts stay. This records how the review reads them."
        error={problem?.field === 'choice' ? problem.message : undefined}
      >
        {conflict.accounts.map((account) =>
          option(account.entryId, `${account.agency}, ${account.date}`, account.says),
        )}
        {option('neither', 'Neither', 'The record does not say which is right.')}
        {option('both', 'Both can be so', 'The accounts do not contradict one another.')}
      </ChoiceGroup>
      <TextAreaField
        id={`reason ${id}`.replaceAll(' ', '-')}
        label="Why"
        rows={2}
        value={draft.text}
        error={problem?.field === 'reason' ? problem.message : undefined}
        onChange={(event) => draft.change(event.target.value)}
      />
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          Record the resolution
        </Button>
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const eventStarts = ({ event }: AccountView): string =>
  event.length > 140 ? `${event.slice(0, 140).replace(/\s\S*$/, '')} …` : event

/** One matter in which accounts differ: what each says, and how it was settled or can be. */
export const Conflict = ({
  one,
  conflict,
  number,
  heading: Heading,
}: {
  readonly one: CaseView
  readonly conflict: ConflictView
  /** As it stands beside the words that differ, where they are in sight. */
  readonly number?: number
  readonly heading: 'h2' | 'h3'
}) => {
  const [settling, setSettling] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const settle = useStore((state) => state.settleConflict)
  const may = useMay('chronology:analyse')
  const opener = useReturnFocus(settling)
  const say = (outcome: 'open' | 'withdrawn'): void =>
    void settle(one.id, {
      aspect: conflict.aspect,
      subject: conflict.subject,
      accounts: conflict.accounts.map(({ entryId }) => entryId),
      version: conflict.version,
      outcome,
    }).then((failure) => setProblem(failure?.message ?? null))
  const open = conflict.state === 'open'
  return (
    <div className="conflict" role="group" aria-label={matterInWords(conflict)}>
      <Heading className="row">
        <Badge tone={open ? 'warn' : 'good'}>{open ? 'Unresolved' : 'Resolved'}</Badge>
        {number === undefined ? '' : `${number}. `}
        {matterInWords(conflict)}
        {conflict.noted && <span className="small quiet">written down by a person</span>}
      </Heading>
      {problem !== null && (
        <Notice tone="danger" live>
          <p>{problem}</p>
        </Notice>
      )}
      <dl className="positions">
        {conflict.accounts.map((account) => (
          <div key={account.recordId}>
            <dt>
              {account.agency}, <span className="numbers">{account.date}</span>
              {conflict.resolution?.preferred === account.recordId && ' (preferred)'}
            </dt>
            <dd>
              <strong className="as-written">{account.says}</strong>
              <span className="small quiet as-written">{eventStarts(account)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {conflict.resolution !== null && <p>{settledInWords(conflict.resolution, conflict)}</p>}
      {conflict.earlier !== null && (
        <p className="small">
          Settled before an account was linked or changed: {settledInWords(conflict.earlier, conflict)}
        </p>
      )}
      {may && conflict.confirmed && !settling && (
        <div className="row">
          {open ? (
            <Button ref={opener} onPress={() => setSettling(true)}>
              Settle it
            </Button>
          ) : (
            <Button kind="quiet" icon="back" onPress={() => say('open')}>
              Open it again
            </Button>
          )}
          {open && conflict.noted && (
            <Button kind="quiet" onPress={() => say('withdrawn')}>
              Withdraw it
            </Button>
          )}
        </div>
      )}
      {settling && <Settle one={one} conflict={conflict} onDone={() => setSettling(false)} />}
    </div>
  )
}
