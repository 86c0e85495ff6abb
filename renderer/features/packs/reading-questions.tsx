import { useRef, useState } from 'react'
import type { BlindQuestion, SecondReadingView } from '../../../workspace/contract/second-reading.ts'
import type { PackView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { Context } from './context.tsx'
import { putInWords } from './decision-words.ts'
import { PersonChoice } from './person-choice.tsx'
import { useSteps } from './use-steps.ts'
import { WordsChoice } from './words-choice.tsx'

type Answer = {
  readonly decision: 'keep' | 'replace'
  readonly entity?: string
  readonly replacement?: string
  readonly reason: string
}

const Ways = ({
  question,
  people,
  busy,
  onAnswer,
}: {
  readonly question: BlindQuestion
  readonly people: readonly PeopleKeyEntry[]
  readonly busy: boolean
  readonly onAnswer: (answer: Answer) => void
}) => {
  const [way, setWay] = useState<'person' | 'words' | null>(null)
  const [place, setPlace] = useState(question.places[0]?.passage ?? '')
  const [note, setNote] = useState('')
  const answer = (given: Omit<Answer, 'reason'>): void => {
    if (!busy) onAnswer({ ...given, reason: note.trim() })
  }
  useShortcuts([
    { keys: '1', run: () => setWay('person') },
    { keys: '3', run: () => setWay('words') },
    { keys: '4', run: () => answer({ decision: 'keep' }) },
  ])
  return (
    <div className="question">
      <Context candidate={question} place={place} onPlace={setPlace} />
      <div className="question-ways">
        <Button keys="1" aria-expanded={way === 'person'} onPress={() => setWay('person')}>
          This is somebody in the key
        </Button>
        {way === 'person' && (
          <PersonChoice
            people={people}
            likely={question.entities}
            busy={busy}
            onChoose={(entity) => answer({ decision: 'replace', entity })}
          />
        )}
        <Button keys="3" aria-expanded={way === 'words'} onPress={() => setWay('words')}>
          Put other words in its place
        </Button>
        {way === 'words' && (
          <WordsChoice busy={busy} onChoose={(replacement) => answer({ decision: 'replace', replacement })} />
        )}
        <Button keys="4" isDisabled={busy} onPress={() => answer({ decision: 'keep' })}>
          Not identifying
        </Button>
      </div>
      <TextField
        id="reading-note"
        label="Why"
        optional
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </div>
  )
}

/** The questions of a pack for its second reader, one open at a time. */
export const ReadingQuestions = ({
  pack,
  view,
}: {
  readonly pack: PackView
  readonly view: Extract<SecondReadingView, { readonly state: 'reads' }>
}) => {
  const people = useStore((state) => state.packPeople)
  const read = useStore((state) => state.readSecond)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const { questions } = view
  const active =
    questions.find(({ id }) => id === activeId) ?? questions.find(({ mine }) => mine === null) ?? null
  useSteps(list, questions, active?.id, setActiveId)
  const send = async (question: string, answer: Answer): Promise<void> => {
    setBusy(true)
    const error = await read({ packId: pack.id, question, ...answer })
    setBusy(false)
    setProblem(error?.fields[0]?.message ?? error?.message ?? null)
    if (!error) setActiveId(null)
  }
  return (
    <section className="searches" aria-label="Second reading">
      <header className="searches-head">
        <h3>Read without what was decided</h3>
        <p className="numbers" role="status">
          <strong>{view.unread}</strong> left
        </p>
      </header>
      <p className="small quiet">
        The first reader’s decisions are not shown to you before you have answered every question. An answer
        stands once it is given.
      </p>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <ol ref={list}>
        {questions.map((question) => (
          <li key={question.id} data-decided={question.mine !== null || undefined}>
            <button
              type="button"
              className="decision"
              aria-current={question.id === active?.id ? 'true' : undefined}
              onClick={() => setActiveId(question.id)}
            >
              <Icon
                name={question.mine ? 'check' : 'help'}
                label={question.mine ? 'Answered' : 'To answer'}
              />
              <span className="grow">
                <strong>{question.text}</strong>
                <span className="small faint numbers"> {counted(question.places.length, 'place')}</span>
                {question.mine && (
                  <span className="decision-made small">{putInWords(question.mine, people)}</span>
                )}
              </span>
            </button>
            {question.id === active?.id && question.mine === null && (
              <Ways
                key={question.id}
                question={question}
                people={people}
                busy={busy}
                onAnswer={(answer) => void send(question.id, answer)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
