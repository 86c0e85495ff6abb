import { useState } from 'react'
import type { PassageView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Choice, TextField } from '../../ui/field.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { sentence } from '../../ui/words.ts'
import { kindWords, sourceWords } from './kind-words.ts'
import type { TakenPassage } from './taken.ts'

type Span = PassageView['spans'][number]

/** One replacement opened: what, whose and why; and, where only a pattern or a guess says so, the way back. */
export const Replacement = ({
  caseId,
  passage,
  span,
  people,
  busy,
  onTake,
  onClose,
}: {
  readonly caseId: string
  readonly passage: PassageView
  readonly span: Span
  readonly people: readonly PeopleKeyEntry[]
  readonly busy: boolean
  readonly onTake: (decision: TakenPassage) => void
  readonly onClose: () => void
}) => {
  const go = useStore((state) => state.go)
  const [reason, setReason] = useState('')
  const [everywhere, setEverywhere] = useState(false)
  const [tried, setTried] = useState(false)
  useShortcuts([{ keys: 'Escape', run: onClose }])
  const person = people.find(({ id }) => id === span.entity)
  const restore = (): void => {
    setTried(true)
    if (reason.trim() === '' || busy) return
    onTake({
      ...{ passage: passage.id, start: span.start, end: span.end },
      ...{ decision: 'keep', reason: reason.trim(), everywhere },
    })
  }
  return (
    <section className="review-aside" aria-label="Replacement">
      <header className="review-aside-head">
        <h4>Replaced</h4>
        <IconButton icon="close" label="Close" keys="Esc" onPress={onClose} />
      </header>
      <dl className="facts">
        <dt>Words</dt>
        <dd className="as-written">{passage.original.slice(span.start, span.end)}</dd>
        <dt>Becomes</dt>
        <dd>{span.replacement}</dd>
        <dt>Kind</dt>
        <dd>{sentence(kindWords[span.kind])}</dd>
        <dt>Why</dt>
        <dd>{sentence(sourceWords[span.source])}</dd>
        <dt>Whose</dt>
        <dd>{person ? `${person.pseudonym}, ${person.name}` : 'Nobody’s in the people key'}</dd>
        <dt>Where</dt>
        <dd>{passage.where}</dd>
      </dl>
      {(span.source === 'pattern' || span.source === 'name-model') && (
        <form
          className="question-more"
          onSubmit={(event) => {
            event.preventDefault()
            restore()
          }}
        >
          <TextField
            id="restore-reason"
            label="Why these words identify nobody"
            autoComplete="off"
            value={reason}
            error={tried && reason.trim() === '' ? 'Say why these words may stay' : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          <Choice
            type="checkbox"
            label="In the whole case"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.target.checked)}
          />
          <Button type="submit" isDisabled={busy}>
            Leave these words readable
          </Button>
        </form>
      )}
      {span.source === 'roster' && (
        <p className="small quiet">
          What is in the people key is replaced in every pack. It changes only with the key.{' '}
          <Button
            kind="quiet"
            className="button-link"
            onPress={() => go({ screen: 'case', caseId, tab: 'people-key' })}
          >
            Open the people key
          </Button>
        </p>
      )}
      {span.source === 'decision' && (
        <p className="small quiet">
          A reader decided this. It stands among the decisions, where it can be taken back.
        </p>
      )}
    </section>
  )
}
