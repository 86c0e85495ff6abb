import { useEffect, useState } from 'react'
import type { PairView } from '../../../../workspace/contract/same-events.ts'
import type { CaseView, EntryRow } from '../../../../workspace/views.ts'
import { DraftNotice } from '../../../draft-notice.tsx'
import { usePseudonyms } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { TextAreaField, TextField } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useTextDraft } from '../../../use-text-draft.ts'
import { Account, Differences } from './account.tsx'

/** Links the open entry with one that was not proposed: found by its words, read beside it, and linked with a reason. */
export const LinkOther = ({
  one,
  entryId,
  agencyId,
  onDone,
}: {
  readonly one: CaseView
  readonly entryId: string
  readonly agencyId: string
  readonly onDone: () => void
}) => {
  const { findEntries, comparePair, decideLink } = useStore.getState()
  const pseudonyms = usePseudonyms()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly EntryRow[] | null>(null)
  const [pair, setPair] = useState<PairView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const reason = useTextDraft(`link ${entryId}`)
  const others = one.agencyList.filter(({ id }) => id !== agencyId).map(({ id }) => id)
  const among = others.join(' ')
  useEffect(() => {
    if (words.trim().length < 2) {
      setFound(null)
      return undefined
    }
    let current = true
    const timer = setTimeout(() => {
      void findEntries(one.id, words, among.split(' '), pseudonyms).then((rows) => {
        if (current) setFound(rows)
      })
    }, 200)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [words, among, one.id, pseudonyms, findEntries])
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
          <TextField
            id="link-search"
            label="Find the other account"
            hint="Entries by other agencies. What one agency wrote in several entries stays its own account."
            autoComplete="off"
            autoFocus
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {found !== null && (
            <p className="small quiet" role="status">
              {found.length === 0 ? 'No entry by another agency matches.' : `${found.length} shown`}
            </p>
          )}
          <ul className="links-found">
            {found?.map((row) => (
              <li key={row.id}>
                <Button kind="quiet" className="links-found-one" onPress={() => void choose(row.id)}>
                  {row.date.original}, {row.agency}: {row.event.slice(0, 160)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <div className="accounts">
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
