import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PairView } from '../../../../workspace/contract/same-events.ts'
import type { CaseView, EntryRow } from '../../../../workspace/views.ts'
import { DraftNotice } from '../../../draft-notice.tsx'
import { usePseudonyms } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { TextAreaField, TextField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { counted } from '../../../ui/words.ts'
import { useTextDraft } from '../../../use-text-draft.ts'
import { Account, Differences } from './account.tsx'

/** Links the open entry with one that was not proposed: found by its words, read beside it, and linked with a reason. */
export const LinkOther = ({
  one,
  entryId,
  recordId,
  agencyId,
  onDone,
}: {
  readonly one: CaseView
  readonly entryId: string
  readonly recordId: string
  readonly agencyId: string
  readonly onDone: () => void
}) => {
  const { findEntries, comparePair, decideLink } = useStore.getState()
  const pseudonyms = usePseudonyms()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<{ readonly rows: readonly EntryRow[]; readonly total: number } | null>(
    null,
  )
  const [pair, setPair] = useState<PairView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const reason = useTextDraft(`link/${one.id}/${recordId}`)
  const others = one.agencyList.filter(({ id }) => id !== agencyId).map(({ id }) => id)
  const among = others.join(' ')
  useEffect(() => {
    if (words.trim().length < 2) {
      setFound(null)
      return undefined
    }
    let current = true
    const timer = setTimeout(() => {
      void findEntries(one.id, words, among.split(' '), pseudonyms).then((answer) => {
        if (current) setFound(answer)
      })
    }, 200)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [words, among, one.id, pseudonyms, findEntries])
  const beside = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const isChosen = pair !== null
  const wasChosen = useRef(false)
  useEffect(() => {
    if (isChosen) beside.current?.focus()
    else if (wasChosen.current) search.current?.focus()
    wasChosen.current = isChosen
  }, [isChosen])
  /** Up and down through what was found, and back into the field. */
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    if (by === 0 || buttons.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    const at = buttons.findIndex((button) => button === document.activeElement) + by
    if (at < 0) search.current?.focus()
    else buttons[Math.min(at, buttons.length - 1)]?.focus()
  }
  const choose = async (other: string): Promise<void> => {
    const result = await comparePair(one.id, entryId, other, pseudonyms)
    setProblem(result.ok ? null : result.error.message)
    if (result.ok) setPair(result.value)
  }
  const link = async (): Promise<void> => {
    if (pair === null) return
    const failure = await decideLink(one.id, pair, 'confirmed', reason.text.trim())
    if (failure !== null) return setProblem(failure.message)
    reason.discard()
    onDone()
  }
  return (
    <form
      className="stack"
      aria-label="Link to another entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void link()
      }}
    >
      {problem !== null && (
        <Notice tone="danger" live>
          <p>{problem}</p>
        </Notice>
      )}
      {pair === null ? (
        <>
          <div onKeyDownCapture={move} className="stack">
            <TextField
              id="link-search"
              label="Find the other account"
              hint="Words or “a phrase” in an entry by another agency; arrow down goes into the list."
              autoComplete="off"
              autoFocus
              ref={search}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              onKeyDown={(event) => {
                // Nothing is chosen yet: Enter in the field sends nothing.
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
            {found !== null && (
              <p className="small quiet" role="status">
                {found.total === 0
                  ? 'No entry by another agency matches.'
                  : found.total > found.rows.length
                    ? `The first ${found.rows.length} of ${counted(found.total, 'entry', 'entries')}. Add words to find fewer.`
                    : counted(found.total, 'entry', 'entries')}
              </p>
            )}
            <ul className="links-found" ref={list}>
              {found?.rows.map((row) => (
                <li key={row.id}>
                  <Button kind="quiet" className="links-found-one" onPress={() => void choose(row.id)}>
                    <span className="links-found-when numbers">
                      {row.date.original}, {row.agency}
                    </span>
                    <span className="links-found-what">{row.event}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        </>
      ) : (
        <>
          <div
            className="accounts"
            ref={beside}
            tabIndex={-1}
            role="region"
            aria-label="The two accounts side by side"
          >
            {[pair.a, pair.b].map((account) => (
              <Account
                key={account.recordId}
                account={account}
                agencies={one.agencyList}
                differences={pair.differences}
              />
            ))}
          </div>
          <Differences differences={pair.differences} />
          <DraftNotice restoredAt={reason.restoredAt} onDiscard={reason.discard} />
          <TextAreaField
            id="link-why"
            label="Why are they one event?"
            rows={2}
            value={reason.text}
            onChange={(event) => reason.change(event.target.value)}
          />
        </>
      )}
      <div className="row">
        {pair !== null && (
          <>
            <Button kind="primary" type="submit" icon="link">
              Link them
            </Button>
            <Button kind="quiet" onPress={() => setPair(null)}>
              Choose another
            </Button>
          </>
        )}
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
