import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { TextArea } from 'react-aria-components'
import { roleTitles } from '../../domain/permissions/permissions.ts'
import { mentionAt } from '../../domain/discussion/comment-text.ts'
import type { Failure } from '../../domain/result.ts'
import type { PersonView } from '../../workspace/contract/comments.ts'
import { useStore } from '../store.ts'
import { Button } from '../ui/button.tsx'
import { FieldMessage } from '../ui/field.tsx'
import { counted } from '../ui/words.ts'

const nothingYet: Failure = { code: 'invalid', message: 'Write something first', fields: [] }

/**
 * Where a comment is written. What is typed is kept in the vault as it is typed and survives a lock; `@` offers the
 * people who may be mentioned. Escape closes it and keeps the text.
 */
export const Composer = ({
  draftKey,
  label,
  sendLabel,
  initial = '',
  hint,
  people,
  send,
  onClose,
}: {
  readonly draftKey: string
  readonly label: string
  readonly sendLabel: string
  /** What stands there before anything is typed. */
  readonly initial?: string
  readonly hint?: string
  readonly people: readonly PersonView[]
  readonly send: (typed: string) => Promise<Failure | null>
  readonly onClose: () => void
}) => {
  const id = useId()
  const listId = `${id}-people`
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(() => useStore.getState().drafts[draftKey]?.text ?? initial)
  const [caret, setCaret] = useState(text.length)
  const [chosen, setChosen] = useState(0)
  const [refusedAt, setRefusedAt] = useState(-1)
  const [writing, setWriting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const wanted = useRef<number | null>(null)
  const { noteDraft, flushDrafts, discardDraft } = useStore.getState()

  useEffect(() => {
    const area = box.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
    return () => void flushDrafts()
  }, [flushDrafts])
  useLayoutEffect(() => {
    if (wanted.current === null) return
    box.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })

  const found = mentionAt(text, caret, people)
  const offer = writing && found !== null && found.from !== refusedAt ? found : null
  const offered = offer?.people ?? []
  const inHand = Math.min(chosen, offered.length - 1)

  const change = (next: string, at: number): void => {
    setText(next)
    setCaret(at)
    setChosen(0)
    setFailure(null)
    noteDraft(draftKey, next)
  }
  const mention = (person: PersonView): void => {
    if (!offer) return
    const before = `${text.slice(0, offer.from)}@${person.name} `
    wanted.current = before.length
    change(before + text.slice(caret).replace(/^ /, ''), before.length)
  }
  const close = async (): Promise<void> => {
    await flushDrafts()
    onClose()
  }
  const discard = (): void => {
    const letGo = text
    void discardDraft(draftKey)
    onClose()
    useStore.getState().toast('info', 'What you wrote is let go.', async () => {
      noteDraft(draftKey, letGo)
      await flushDrafts()
    })
  }
  const submit = async (): Promise<void> => {
    if (busy) return
    if (text.trim() === '') {
      setFailure(nothingYet)
      return box.current?.focus()
    }
    setBusy(true)
    const error = await send(text)
    setBusy(false)
    if (error) {
      setFailure(error)
      return box.current?.focus()
    }
    await discardDraft(draftKey)
    onClose()
  }
  const press = (event: KeyboardEvent): void => {
    const { key } = event
    const take = (run: () => void): void => {
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return take(() => void submit())
    if (offer) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key]
      if (step !== undefined) return take(() => setChosen((inHand + step + offered.length) % offered.length))
      const person = offered[inHand]
      if (key === 'Enter' && person) return take(() => mention(person))
      if (key === 'Escape') return take(() => setRefusedAt(offer.from))
    }
    if (key === 'Escape') take(() => void close())
  }
  const noteCaret = (): void => setCaret(box.current?.selectionStart ?? text.length)
  return (
    <div className="composer field" data-invalid={failure ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint ?? 'Type @ to mention somebody.'}
      </p>
      {failure && <FieldMessage id={id} message={failure.message} />}
      <TextArea
        ref={box}
        id={id}
        className="input input-area"
        rows={4}
        value={text}
        maxLength={10_000}
        // What is typed after sending would go with the box.
        readOnly={busy}
        aria-describedby={failure ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={failure ? true : undefined}
        aria-autocomplete="list"
        aria-controls={offer ? listId : undefined}
        aria-activedescendant={offer ? `${listId}-${inHand}` : undefined}
        onChange={(event) => change(event.target.value, event.target.selectionStart)}
        onSelect={noteCaret}
        onFocus={() => setWriting(true)}
        onBlur={() => setWriting(false)}
        onKeyDown={press}
      />
      {offer && (
        <ul className="mention-list" id={listId} role="listbox" aria-label="People to mention">
          {offered.map((person, at) => (
            <li
              key={person.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === inHand}
              className="mention-option"
              onPointerDown={(event) => {
                // The text keeps the focus.
                event.preventDefault()
                mention(person)
              }}
            >
              <span>{person.name}</span>
              <span className="faint small">{roleTitles[person.role]}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {offer
          ? `${counted(offered.length, 'person', 'people')} to mention, ${offered[inHand]?.name ?? ''} in hand. Arrows choose, Enter takes.`
          : ''}
      </p>
      <div className="row composer-actions">
        <Button kind="primary" keys="Ctrl ↵" busy={busy} onPress={() => void submit()}>
          {sendLabel}
        </Button>
        <Button kind="quiet" onPress={() => void close()}>
          {text.trim() === '' ? 'Close' : 'Keep for later'}
        </Button>
        {text.trim() !== '' && text !== initial && (
          <Button kind="quiet" onPress={discard}>
            Discard
          </Button>
        )}
      </div>
    </div>
  )
}
