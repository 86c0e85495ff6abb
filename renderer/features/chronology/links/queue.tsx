import { useEffect, useRef, useState } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { StatePanel } from '../../../ui/state-panel.tsx'
import { useTextDraft } from '../../../use-text-draft.ts'
import { PairAccounts } from './account.tsx'
import { proposalInHand } from './slice.ts'

/** The pairs to decide, one at a time, side by side. Left for later, a pair comes again after the rest. */
export const Queue = ({ one, total }: { readonly one: CaseView; readonly total: number }) => {
  const at = useStore((state) => state.proposalAt)
  const pair = useStore(proposalInHand)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const decide = useStore((state) => state.decideLink)
  const undo = useStore((state) => state.undoLink)
  const canUndo = useStore((state) => state.linksDecided.some(({ caseId }) => caseId === one.id))
  const may = useMay('chronology:analyse')
  const note = useTextDraft(`link-reason/${one.id}`)
  const whole = useRef<HTMLElement>(null)
  const { stepProposal, offerPairActions } = useStore.getState()
  const key = pair ? `${pair.a.recordId} ${pair.b.recordId}` : ''
  useEffect(() => {
    if (key !== '') whole.current?.focus()
  }, [key])

  const run = async (work: () => Promise<{ readonly message: string } | null>): Promise<void> => {
    if (busy) return
    setBusy(true)
    const failure = await work()
    setBusy(false)
    setProblem(failure?.message ?? null)
  }
  const say = (decision: 'confirmed' | 'rejected'): void => {
    if (!pair || !may) return
    void run(async () => {
      const failure = await decide(one.id, pair, decision, note.text.trim())
      if (failure === null) note.discard()
      return failure
    })
  }
  const step = (by: number): void => {
    setProblem(null)
    void stepProposal(one.id, by)
  }
  const takeBack = (): void => void run(() => undo(one.id))
  useShortcuts([
    { keys: 'c', run: () => say('confirmed') },
    { keys: 'r', run: () => say('rejected') },
    { keys: 'n', run: () => step(1) },
    { keys: 'j', run: () => step(1) },
    { keys: 'k', run: () => step(-1) },
    ...(may && canUndo ? [{ keys: 'u', run: takeBack }] : []),
  ])
  const latest = useRef({ say, step })
  useEffect(() => {
    latest.current = { say, step }
  })
  const offers = may && pair !== null
  useEffect(() => {
    if (!offers) return undefined
    offerPairActions({
      confirm: () => latest.current.say('confirmed'),
      reject: () => latest.current.say('rejected'),
      next: () => latest.current.step(1),
    })
    return () => offerPairActions(null)
  }, [offers, offerPairActions])
  const undoButton = may && canUndo && (
    <Button keys="u" icon="back" onPress={takeBack}>
      Undo the last
    </Button>
  )
  if (!pair)
    return (
      <StatePanel icon="check" title="No pair is waiting for a decision" actions={undoButton}>
        <p>
          Accounts by different agencies that look like one event are listed here. Others can be linked from
          the Links tab of an entry.
        </p>
      </StatePanel>
    )
  return (
    <section className="link-pair" aria-label="Pair to decide" ref={whole} tabIndex={-1}>
      <header className="link-pair-head">
        <p className="numbers small quiet" role="status">
          {(at + 1).toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} to decide
        </p>
        <h2>Are these one event?</h2>
        <p>{pair.reason}</p>
      </header>
      <PairAccounts pair={pair} agencies={one.agencyList} problem={problem} />
      {may ? (
        <>
          <TextField
            id="link-reason"
            label="Why"
            hint="Both accounts stay as they are, whatever you decide."
            optional
            autoComplete="off"
            value={note.text}
            onChange={(event) => note.change(event.target.value)}
          />
          <div className="row link-decide">
            <Button kind="primary" keys="c" icon="check" busy={busy} onPress={() => say('confirmed')}>
              One event
            </Button>
            <Button keys="r" icon="close" busy={busy} onPress={() => say('rejected')}>
              Different events
            </Button>
            <Button kind="quiet" keys="n" icon="right" onPress={() => step(1)}>
              Decide later
            </Button>
            {undoButton}
          </div>
        </>
      ) : (
        <p className="small quiet">
          The business manager, the review author or the chair decides whether accounts are one event.
        </p>
      )}
    </section>
  )
}
