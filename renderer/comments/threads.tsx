import { useCallback, useEffect, useRef } from 'react'
import type { PersonView, ThreadView } from '../../workspace/contract/comments.ts'
import { standing, subjectKey, type Subject } from './slice.ts'
import { heldBy, useMay, usePseudonyms } from '../permit.ts'
import { RemoteView } from '../remote-view.tsx'
import { useStore } from '../store.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useKeptFocus } from '../ui/return-focus.ts'
import { counted, instantInWords, sentence } from '../ui/words.ts'
import { Comment } from './comment.tsx'
import { ComposeButton } from './compose-button.tsx'
import './comments.css'

const Thread = ({
  caseId,
  draftsOf,
  thread,
  people,
}: {
  readonly caseId: string
  readonly draftsOf: string
  readonly thread: ThreadView
  readonly people: readonly PersonView[]
}) => {
  const may = useMay('chronology:comment')
  const { replyTo, resolveThread } = useStore.getState()
  const { resolved } = thread
  const summary = useRef<HTMLElement>(null)
  const settle = useRef<HTMLButtonElement>(null)
  useKeptFocus(resolved === null ? settle : summary, resolved === null)
  const body = (
    <>
      <ol className="thread-comments">
        {thread.comments.map((comment) => (
          <Comment
            key={comment.id}
            caseId={caseId}
            draftKey={`${draftsOf}/edit.${comment.id}`}
            comment={comment}
            people={people}
          />
        ))}
      </ol>
      {may && (
        <div className="row thread-actions">
          <ComposeButton
            title="Reply"
            draftKey={`${draftsOf}/reply.${thread.id}`}
            label="Your reply"
            sendLabel="Reply"
            people={people}
            send={(typed) => replyTo(caseId, thread.id, typed)}
          />
          <Button
            ref={settle}
            kind="quiet"
            icon={resolved ? 'back' : 'check'}
            onPress={() => void resolveThread(caseId, thread, resolved === null)}
          >
            {resolved ? 'Reopen' : 'Resolve'}
          </Button>
        </div>
      )}
    </>
  )
  return resolved ? (
    <li className="thread thread-resolved">
      <details>
        <summary ref={summary}>
          <Icon name="check" /> Resolved by {resolved.by}, {instantInWords(resolved.at)}
          <span className="faint"> · {counted(standing([thread]), 'comment')}</span>
        </summary>
        {body}
      </details>
    </li>
  ) : (
    <li className="thread">{body}</li>
  )
}

/** Everything said about an entry or a finding, in threads, and where to say more. */
export const Threads = ({
  caseId,
  kind,
  id,
}: Subject & {
  readonly caseId: string
}) => {
  const key = subjectKey({ kind, id })
  const what = `this ${kind}`
  const discussion = useStore((state) => state.discussion)
  const about = useStore((state) => state.discussionOf)
  const asked = useStore((state) => state.composeOn) === key
  const { loadDiscussion, openThread, compose } = useStore.getState()
  const may = useMay('chronology:comment')
  const pseudonyms = usePseudonyms()
  const load = useCallback(
    () => void loadDiscussion(caseId, { kind, id }),
    [loadDiscussion, caseId, kind, id],
  )
  useEffect(load, [load, pseudonyms])
  const onAsked = useCallback(() => compose(''), [compose])
  if (about !== key) return null
  return (
    <RemoteView remote={discussion} waiting="Reading the comments" retry={load}>
      {({ threads, people }) => (
        <div className="stack threads">
          {threads.length === 0 && (
            <p className="quiet">
              Nobody has commented on {what} yet. Comments stay inside the vault: they are in no pack.
              {!may && ` ${sentence(heldBy('chronology:comment'))} write them.`}
            </p>
          )}
          {threads.length > 0 && (
            <ol className="thread-list">
              {[...threads]
                .sort((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null))
                .map((thread) => (
                  <Thread
                    key={thread.id}
                    caseId={caseId}
                    draftsOf={`comment/${caseId}/${key}`}
                    thread={thread}
                    people={people}
                  />
                ))}
            </ol>
          )}
          {may && (
            <div>
              <ComposeButton
                key={key}
                title="Comment"
                icon="plus"
                kind="plain"
                keys="c"
                asked={asked}
                onAsked={onAsked}
                draftKey={`comment/${caseId}/${key}/new`}
                label={`Your comment on ${what}`}
                sendLabel="Comment"
                people={people}
                send={(typed) => openThread(caseId, { kind, id }, typed)}
              />
            </div>
          )}
        </div>
      )}
    </RemoteView>
  )
}
