import { useEffect, useRef, useState } from 'react'
import type {
  AccountSince,
  CommentPartView,
  CommentView,
  PersonView,
  WordingView,
} from '../../workspace/contract/comments.ts'
import { fieldTitles } from '../../domain/chronology/field-titles.ts'
import { NamesFirst } from '../names-first.tsx'
import { useMay, usePseudonyms } from '../permit.ts'
import { useStore } from '../store.ts'
import { Button } from '../ui/button.tsx'
import { Badge } from '../ui/notice.tsx'
import { useKeptFocus, useReturnFocus } from '../ui/return-focus.ts'
import { dayInWords, instantInWords, listed } from '../ui/words.ts'
import { Composer } from './composer.tsx'

/** A comment's words, with whoever is mentioned marked; the reader's own name more than others. */
export const CommentText = ({ parts }: { readonly parts: readonly CommentPartView[] }) => {
  const me = useStore((state) => state.session?.userId)
  return (
    <p className="as-written comment-text">
      {parts.map((part, at) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <span className="mention" data-me={part.userId === me || undefined} key={at}>
            @{part.name}
          </span>
        ),
      )}
    </p>
  )
}

const typedOf = (parts: readonly CommentPartView[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : `@${part.name}`)).join('')

const Since = ({ since }: { readonly since: AccountSince }) => (
  <p className="comment-since">
    <Badge tone="warn">
      {since.kind === 'removed' ? 'The account is gone' : 'The account changed since'}
    </Badge>
    <span className="small">
      {since.kind === 'removed'
        ? 'The agency’s newest file does not have this entry any more.'
        : `A file imported on ${dayInWords(since.at)} changed: ${listed(since.fields.map((field) => fieldTitles[field].toLowerCase()))}.`}
    </span>
  </p>
)

const Earlier = ({ caseId, comment }: { readonly caseId: string; readonly comment: CommentView }) => {
  const [wordings, setWordings] = useState<readonly WordingView[] | null>(null)
  const [problem, setProblem] = useState('')
  const pseudonyms = usePseudonyms()
  useEffect(() => {
    let gone = false
    void useStore
      .getState()
      .wordingsOf(caseId, comment.id)
      .then((result) => {
        if (gone) return
        if (result.ok) setWordings(result.value.slice(0, -1))
        else setProblem(result.error.message)
      })
    return () => {
      gone = true
    }
  }, [caseId, comment.id, comment.version, pseudonyms])
  if (problem !== '') return <p role="alert">{problem}</p>
  return (
    <ol className="earlier" aria-label="Earlier wordings">
      {(wordings ?? []).map((wording) => (
        <li key={wording.writtenAt}>
          <p className="small quiet">As written {instantInWords(wording.writtenAt)}</p>
          <CommentText parts={wording.parts} />
        </li>
      ))}
    </ol>
  )
}

export const Comment = ({
  caseId,
  draftKey,
  comment,
  people,
}: {
  readonly caseId: string
  readonly draftKey: string
  readonly comment: CommentView
  readonly people: readonly PersonView[]
}) => {
  const may = useMay('chronology:comment')
  const mayName = useMay('people-key:read')
  const { editComment, withdrawComment } = useStore.getState()
  const [editing, setEditing] = useState(false)
  const [earlier, setEarlier] = useState(false)
  const edit = useReturnFocus(editing)
  const putBack = useRef<HTMLButtonElement>(null)
  const { author, own, withdrawnAt, editedAt } = comment
  useKeptFocus(withdrawnAt === null ? edit : putBack, withdrawnAt)
  if (withdrawnAt !== null)
    return (
      <li className="comment comment-withdrawn">
        <p className="small quiet">
          {author.name} withdrew a comment of {instantInWords(comment.writtenAt)}.
        </p>
        {own && may && (
          <Button
            ref={putBack}
            kind="quiet"
            className="button-link"
            onPress={() => void withdrawComment(caseId, comment, false)}
          >
            Put it back
          </Button>
        )}
      </li>
    )
  return (
    <li className="comment">
      <p className="comment-head">
        <strong>{author.name}</strong>{' '}
        <span className="small quiet">{instantInWords(comment.writtenAt)}</span>
        {editedAt !== null && (
          <Button
            kind="quiet"
            className="button-link small"
            aria-expanded={earlier}
            onPress={() => setEarlier(!earlier)}
          >
            Edited {instantInWords(editedAt)}
          </Button>
        )}
      </p>
      {earlier && <Earlier caseId={caseId} comment={comment} />}
      {editing && comment.projected && mayName ? (
        <NamesFirst what="Your comment" onClose={() => setEditing(false)} />
      ) : editing ? (
        <Composer
          draftKey={draftKey}
          label="Your comment"
          sendLabel="Save"
          initial={typedOf(comment.parts)}
          {...(comment.projected
            ? { hint: 'Names you typed stand here as pseudonyms, and are kept so if you save.' }
            : {})}
          people={people}
          send={(typed) => editComment(caseId, comment, typed)}
          onClose={() => setEditing(false)}
        />
      ) : (
        <CommentText parts={comment.parts} />
      )}
      {comment.since && <Since since={comment.since} />}
      {own && may && !editing && (
        <p className="row comment-own">
          <Button ref={edit} kind="quiet" className="button-link small" onPress={() => setEditing(true)}>
            Edit
          </Button>
          <Button
            kind="quiet"
            className="button-link small"
            onPress={() => void withdrawComment(caseId, comment, true)}
          >
            Withdraw
          </Button>
        </p>
      )}
    </li>
  )
}
