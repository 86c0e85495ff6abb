import { type ReactNode, useEffect, useRef } from 'react'
import type { CandidateView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { Context, Question } from './question.tsx'
import type { PackDecision } from './slice.ts'

const became = (entity: string | null, words: string | null, people: readonly PeopleKeyEntry[]): string =>
  `Becomes “${people.find((one) => one.id === entity)?.pseudonym ?? words ?? ''}”`

/** What was decided, and whether the pack has it yet. */
const outcome = (
  candidate: CandidateView,
  taken: PackDecision | undefined,
  people: readonly PeopleKeyEntry[],
): string | null => {
  if (taken) {
    const what =
      taken.decision === 'keep'
        ? 'Not identifying'
        : became(taken.entity ?? null, taken.replacement ?? null, people)
    return `${what}. Not applied yet`
  }
  const { decision } = candidate
  if (!decision) return null
  const what =
    decision.decision === 'keep' ? 'Not identifying' : became(decision.entity, decision.replacement, people)
  return `${what}, said ${decision.by}`
}

export const Decisions = ({
  candidates,
  taken,
  people,
  activeId,
  busy,
  problem,
  notice,
  onActive,
  onApply,
  onUndo,
  onDecide,
}: {
  readonly candidates: readonly CandidateView[]
  readonly taken: readonly PackDecision[]
  readonly people: readonly PeopleKeyEntry[]
  readonly activeId: string | null
  readonly busy: boolean
  readonly problem: string | null
  readonly notice: ReactNode
  readonly onActive: (id: string) => void
  readonly onApply: () => void
  readonly onUndo: (id: string) => void
  readonly onDecide: (decision: PackDecision) => void
}) => {
  const whole = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const takenFor = (id: string): PackDecision | undefined => taken.find((one) => one.candidate === id)
  const left = candidates.filter((one) => one.decision === null && !takenFor(one.id))
  const at = candidates.findIndex((one) => one.id === activeId)
  const step = (by: number): void => {
    const next = candidates[Math.min(candidates.length - 1, Math.max(0, at + by))]
    if (next) onActive(next.id)
  }
  useShortcuts([
    { keys: 'j', run: () => step(1) },
    { keys: 'k', run: () => step(-1) },
    { keys: 'n', run: () => step(1) },
  ])
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    here?.scrollIntoView?.({ block: 'nearest' })
    if (here && document.activeElement === document.body) here.focus()
  }, [activeId])
  const complete = taken.length > 0 && left.length === 0
  useEffect(() => {
    if (complete) whole.current?.querySelector<HTMLElement>('.decisions-apply')?.focus()
  }, [complete])
  return (
    <section className="decisions" aria-label="Decisions" ref={whole}>
      <header className="decisions-head">
        <h3>Decisions</h3>
        <p className="decisions-left numbers" role="status">
          <strong>{left.length}</strong> of {candidates.length} left
        </p>
        {taken.length > 0 && (
          <Button
            kind={complete ? 'primary' : 'plain'}
            icon="check"
            className="decisions-apply"
            isDisabled={busy}
            onPress={onApply}
          >
            Apply {counted(taken.length, 'decision')}
          </Button>
        )}
      </header>
      {notice}
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {candidates.length === 0 && (
        <p className="decisions-none quiet">Nothing uncertain was found in this pack.</p>
      )}
      <ol ref={list}>
        {candidates.map((candidate) => {
          const mine = takenFor(candidate.id)
          const said = outcome(candidate, mine, people)
          const current = candidate.id === activeId
          return (
            <li key={candidate.id} data-decided={said !== null || undefined}>
              <button
                type="button"
                className="decision"
                aria-current={current ? 'true' : undefined}
                onClick={() => onActive(candidate.id)}
              >
                <Icon name={said ? 'check' : 'help'} label={said ? 'Decided' : 'To decide'} />
                <span className="grow">
                  <strong>{candidate.text}</strong>
                  <span className="small faint numbers"> {counted(candidate.places.length, 'place')}</span>
                  {said && <span className="decision-made small">{said}</span>}
                </span>
              </button>
              {current && mine && (
                <div className="question">
                  <Context candidate={candidate} />
                  <div>
                    <Button icon="back" onPress={() => onUndo(candidate.id)}>
                      Undo
                    </Button>
                  </div>
                </div>
              )}
              {current && !mine && (
                <Question
                  key={candidate.id}
                  candidate={candidate}
                  people={people}
                  busy={busy}
                  onDecide={onDecide}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
