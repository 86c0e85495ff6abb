import { useEffect } from 'react'
import type { MentionView, SubjectView } from '../../../workspace/contract/comments.ts'
import { CommentText } from '../../comments/comment.tsx'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Badge } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import './mentions.css'

const placeOf = (subject: SubjectView): string =>
  subject.kind === 'finding'
    ? `finding ${subject.number}, ${subject.title}`
    : `the entry of ${subject.date === '' ? 'no date' : subject.date}, ${subject.agency}`

const Mention = ({ mention }: { readonly mention: MentionView }) => {
  const { markMention, go, goToEntry } = useStore.getState()
  const { caseId, subject, readAt } = mention
  const open = (): void => {
    if (readAt === null) void markMention(mention, true)
    if (subject.kind === 'finding') go({ screen: 'case', caseId, tab: 'analysis', item: subject.findingId })
    else goToEntry({ caseId, recordId: subject.recordId, entryId: subject.entryId }, 'comments')
  }
  return (
    <li className="mention-item" data-unread={readAt === null || undefined}>
      <p className="row mention-head">
        {readAt === null && (
          <Badge tone="info" icon="mention">
            Unread
          </Badge>
        )}
        <strong>{mention.author}</strong>
        <span className="quiet">
          {mention.caseTitle}, on {placeOf(subject)}
        </span>
        <span className="small quiet numbers">{instantInWords(mention.at)}</span>
        {mention.resolved && (
          <Badge tone="plain" icon="check">
            Resolved
          </Badge>
        )}
      </p>
      <CommentText parts={mention.parts} />
      <p className="row">
        <Button className="mention-open" icon="comment" onPress={open}>
          Open the thread
        </Button>
        <Button kind="quiet" onPress={() => void markMention(mention, readAt === null)}>
          {readAt === null ? 'Mark as read' : 'Mark as unread'}
        </Button>
      </p>
    </li>
  )
}

/** What colleagues asked or told this person, across the cases they may comment on. */
export const MentionsPage = () => {
  const may = useMay('chronology:comment')
  const mentions = useStore((state) => state.mentions)
  const load = useStore((state) => state.loadMentions)
  const unread = useStore((state) => state.unreadMentions)
  const pseudonyms = usePseudonyms()
  useEffect(() => {
    if (may) void load()
  }, [may, load, pseudonyms])
  useListKeys('.mention-open')
  if (!may)
    return (
      <Refused title="Nobody can mention you" message={refusal('comments on a case', 'chronology:comment')} />
    )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 data-page-title tabIndex={-1}>
            Mentions
          </h1>
          <p>Comments in which a colleague named you, on every case you may comment on.</p>
        </div>
        <span className="quiet numbers" role="status">
          {unread === 0 ? 'Nothing unread' : `${unread.toLocaleString('en-GB')} unread`}
        </span>
      </header>
      <RemoteView remote={mentions} waiting="Reading what mentions you" retry={() => void load()}>
        {(found) =>
          found.length === 0 ? (
            <StatePanel icon="mention" title="Nobody has mentioned you yet">
              <p>
                When somebody types @ and your name in a comment on an entry or a finding, it stands here
                until you have read it.
              </p>
            </StatePanel>
          ) : (
            <>
              <ul className="mention-items">
                {found.map((mention) => (
                  <Mention key={mention.commentId} mention={mention} />
                ))}
              </ul>
              <p className="visually-hidden">{counted(found.length, 'mention')} in all</p>
            </>
          )
        }
      </RemoteView>
    </div>
  )
}
