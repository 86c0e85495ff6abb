import { type ReactNode, useEffect, useRef } from 'react'
import type { CandidateView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { AliasOffer } from './alias-offer.tsx'
import { Context } from './context.tsx'
import { decidedInWords, takenInWords } from './decision-words.ts'
import { Question } from './question.tsx'
import { isAnswer, isAnswered, leftOf, type Taken, takenId } from './taken.ts'
import { useSteps } from './use-steps.ts'

type Reviewed = {
  readonly caseId: string
  readonly candidates: readonly CandidateView[]
  readonly taken: readonly Taken[]
  readonly people: readonly PeopleKeyEntry[]
  readonly active: CandidateView | null
  readonly place: string
  readonly busy: boolean
  readonly onActive: (id: string) => void
  readonly onPlace: (passage: string) => void
  readonly onUndo: (id: string) => void
  readonly onDecide: (decision: Taken) => void
}

/** One question, or one decision, of the queue. */
const Item = ({
  candidate,
  ...review
}: Omit<Reviewed, 'candidates'> & { readonly candidate: CandidateView }) => {
  const { taken, people, caseId, busy, place, onActive, onPlace, onUndo, onDecide } = review
  const mine = taken.filter(isAnswer).filter((one) => one.candidate === candidate.id)
  const said = [
    ...mine.map((one) => takenInWords(one, people)),
    ...(mine.length > 0 ? [] : [decidedInWords(candidate, people)]),
  ].filter((one) => one !== null)
  const isDone = isAnswered(candidate, taken)
  const isCurrent = candidate.id === review.active?.id
  const left = candidate.places.filter(({ passage }) => !mine.some((one) => one.place === passage))
  return (
    <li data-decided={isDone || undefined}>
      <button
        type="button"
        className="decision"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onActive(candidate.id)}
      >
        <Icon name={isDone ? 'check' : 'help'} label={isDone ? 'Decided' : 'To decide'} />
        <span className="grow">
          <strong>{candidate.text}</strong>
          <span className="small faint numbers"> {counted(candidate.places.length, 'place')}</span>
          {said.map((one) => (
            <span className="decision-made small" key={one}>
              {one}
            </span>
          ))}
        </span>
      </button>
      {isCurrent && (
        <>
          {mine.map((one) => (
            <div className="question" key={takenId(one)}>
              <AliasOffer caseId={caseId} people={people} entity={one.entity} text={candidate.text} />
              <div>
                <Button icon="back" keys="u" onPress={() => onUndo(takenId(one))}>
                  Undo
                </Button>
              </div>
            </div>
          ))}
          {mine.length === 0 && candidate.decision !== null && (
            <div className="question">
              <Context candidate={candidate} place={place} onPlace={onPlace} />
              <AliasOffer
                caseId={caseId}
                people={people}
                entity={candidate.decision.entity}
                text={candidate.text}
              />
              <div>
                <Button
                  icon="back"
                  isDisabled={busy}
                  onPress={() => onDecide({ candidate: candidate.id, decision: 'withdraw', reason: '' })}
                >
                  Take this decision back
                </Button>
              </div>
            </div>
          )}
          {!isDone && mine.every((one) => one.decision !== 'withdraw') && (
            <Question
              key={`${candidate.id} ${mine.length}`}
              candidate={{ ...candidate, places: left }}
              caseId={caseId}
              people={people}
              busy={busy}
              place={left.some(({ passage }) => passage === place) ? place : (left[0]?.passage ?? '')}
              onPlace={onPlace}
              onDecide={onDecide}
            />
          )}
        </>
      )}
    </li>
  )
}

export const Decisions = ({
  problem,
  notice,
  asides,
  onApply,
  onMark,
  ...review
}: Reviewed & {
  readonly problem: string | null
  readonly notice: ReactNode
  /** What is open above the queue: a replacement looked at, or words being marked. */
  readonly asides: ReactNode
  readonly onApply: () => void
  readonly onMark: () => void
}) => {
  const { candidates, taken, people, active, busy, onActive, onUndo } = review
  const whole = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const left = leftOf(candidates, taken)
  const step = useSteps(list, candidates, active?.id, onActive)
  useShortcuts([
    { keys: 'n', run: () => step(1) },
    { keys: 'm', run: onMark },
    {
      keys: 'u',
      run: () => {
        const last = taken.at(-1)
        if (last) onUndo(takenId(last))
      },
    },
  ])
  const isComplete = taken.length > 0 && left.length === 0
  useEffect(() => {
    if (isComplete) whole.current?.querySelector<HTMLElement>('.decisions-apply')?.focus()
  }, [isComplete])
  const marked = taken.filter((one) => !isAnswer(one))
  return (
    <section className="decisions" aria-label="Decisions" ref={whole}>
      <header className="decisions-head">
        <h3>Decisions</h3>
        <p className="decisions-left numbers" role="status">
          <strong>{left.length}</strong> of {candidates.length} left
        </p>
        {taken.length > 0 && (
          <Button
            kind={isComplete ? 'primary' : 'plain'}
            icon="check"
            className="decisions-apply"
            isDisabled={busy}
            onPress={onApply}
          >
            Apply {counted(taken.length, 'decision')}
          </Button>
        )}
        <Button kind="quiet" icon="edit" keys="m" className="decisions-mark" onPress={onMark}>
          Mark words that were missed
        </Button>
      </header>
      {notice}
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {asides}
      {candidates.length === 0 && (
        <p className="decisions-none quiet">Nothing uncertain was found in this pack.</p>
      )}
      {marked.length > 0 && (
        <ul className="decisions-marked" aria-label="Words you marked or gave back">
          {marked.map((one) => (
            <li key={takenId(one)}>
              <span className="grow small">
                {takenInWords(one, people)}
                {one.reason ? `: ${one.reason}` : ''}
              </span>
              <Button kind="quiet" icon="back" onPress={() => onUndo(takenId(one))}>
                Undo
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ol ref={list}>
        {candidates.map((candidate) => (
          <Item key={candidate.id} candidate={candidate} {...review} />
        ))}
      </ol>
    </section>
  )
}
