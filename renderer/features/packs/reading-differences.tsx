import { useState } from 'react'
import type {
  ReaderAnswer,
  ReadingDifference,
  SecondReadingView,
} from '../../../workspace/contract/second-reading.ts'
import type { PackView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { putInWords } from './decision-words.ts'

const said = (answer: ReaderAnswer, people: readonly PeopleKeyEntry[]): string =>
  `${putInWords(answer, people)}, said ${answer.by}${answer.reason === '' ? '' : `: ${answer.reason}`}`

const Difference = ({
  difference,
  people,
  busy,
  onSettle,
}: {
  readonly difference: ReadingDifference
  readonly people: readonly PeopleKeyEntry[]
  readonly busy: boolean
  readonly onSettle: (chosen: 'first' | 'second', reason: string) => void
}) => {
  const { id, text, places, first, second, settlement } = difference
  const [reason, setReason] = useState('')
  const settle = (chosen: 'first' | 'second'): void => {
    if (reason.trim() !== '') onSettle(chosen, reason.trim())
  }
  return (
    <li className="question" data-decided={settlement !== null || undefined}>
      <h4>{text}</h4>
      {places.slice(0, 1).map((place) => (
        <div className="context" key={place.passage}>
          <p className="as-written">
            {place.before}
            <mark className="asked">{text}</mark>
            {place.after}
          </p>
          <p className="small faint">
            {place.where}
            {places.length > 1 && `, and ${counted(places.length - 1, 'more place')}`}
          </p>
        </div>
      ))}
      <dl className="reading-answers">
        <dt>First reader</dt>
        <dd>
          {first.length === 0
            ? 'Nothing about just these words'
            : first.map((answer) => said(answer, people)).join('; ')}
        </dd>
        <dt>Second reader</dt>
        <dd>{said(second, people)}</dd>
        {settlement && (
          <>
            <dt>Settled</dt>
            <dd>
              As the {settlement.chosen} reader decided, said {settlement.by} on{' '}
              {instantInWords(settlement.at)}: {settlement.reason}
            </dd>
          </>
        )}
      </dl>
      {!settlement && (
        <>
          <TextField
            id={`settle-${id}`}
            label="Why it is settled so"
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="row">
            <Button isDisabled={busy || reason.trim() === ''} onPress={() => settle('first')}>
              As the first reader decided
            </Button>
            <Button isDisabled={busy || reason.trim() === ''} onPress={() => settle('second')}>
              As the second reader decided
            </Button>
          </div>
        </>
      )}
    </li>
  )
}

/** Both readings side by side: how often they agree, and where they do not. */
export const ReadingDifferences = ({
  pack,
  view,
}: {
  readonly pack: PackView
  readonly view: Extract<SecondReadingView, { readonly state: 'compared' }>
}) => {
  const people = useStore((state) => state.packPeople)
  const work = useStore((state) => state.work)
  const settle = useStore((state) => state.settleReading)
  const [problem, setProblem] = useState<string | null>(null)
  const { total, agreed, unsettled, differences } = view
  return (
    <section className="searches" aria-label="Second reading">
      <header className="searches-head">
        <h3>Two readings compared</h3>
        <p className="numbers" role="status">
          {total === 0
            ? 'There was no question to read'
            : `The readers agreed in ${agreed} of ${counted(total, 'question')}, ${Math.floor((100 * agreed) / total)}%`}
          {unsettled > 0 && `; ${counted(unsettled, 'difference')} to settle`}
        </p>
      </header>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {differences.length > 0 && (
        <ol>
          {differences.map((difference) => (
            <Difference
              key={difference.id}
              difference={difference}
              people={people}
              busy={work !== null}
              onSettle={(chosen, reason) =>
                void settle({ packId: pack.id, question: difference.id, chosen, reason }).then((error) =>
                  setProblem(error?.fields[0]?.message ?? error?.message ?? null),
                )
              }
            />
          ))}
        </ol>
      )}
    </section>
  )
}
