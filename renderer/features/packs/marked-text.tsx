import type { ReactNode } from 'react'
import type { PassageView } from '../../../workspace/views.ts'
import { reasonOf } from './kind-words.ts'

type Span = PassageView['spans'][number]

const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start)

/** Question marks inside one stretch of text that nothing replaces. */
const withQuestions = (
  passage: PassageView,
  from: number,
  to: number,
  active: string | null,
  reachable: boolean,
): ReactNode => {
  const inside = passage.candidates.filter((one) => one.start >= from && one.end <= to)
  const parts: ReactNode[] = []
  let at = from
  for (const one of [...inside].sort((a, b) => a.start - b.start)) {
    if (one.start < at) continue
    const text = passage.original.slice(one.start, one.end)
    parts.push(passage.original.slice(at, one.start))
    parts.push(
      <mark
        key={one.start}
        className="asked"
        data-active={(active !== null && text === active) || undefined}
        data-why={one.why}
        {...(reachable ? { tabIndex: 0 } : {})}
      >
        {text}
        <span className="visually-hidden"> (to decide: {one.why})</span>
      </mark>,
    )
    at = one.end
  }
  parts.push(passage.original.slice(at, to))
  return parts
}

/** Marks say why when the pointer or the focus is on them; only those of the passage in hand are stops of the Tab key. */
export const OriginalText = ({
  passage,
  active,
  reachable,
}: {
  readonly passage: PassageView
  readonly active: string | null
  readonly reachable: boolean
}) => {
  const parts: ReactNode[] = []
  let at = 0
  for (const span of inOrder(passage.spans)) {
    if (span.start < at) continue
    parts.push(<span key={`t${at}`}>{withQuestions(passage, at, span.start, active, reachable)}</span>)
    parts.push(
      <mark
        key={span.start}
        className="gone"
        data-why={reasonOf(span)}
        {...(reachable ? { tabIndex: 0 } : {})}
      >
        {passage.original.slice(span.start, span.end)}
        <span className="visually-hidden"> (replaced: {reasonOf(span)})</span>
      </mark>,
    )
    at = span.end
  }
  parts.push(<span key="rest">{withQuestions(passage, at, passage.original.length, active, reachable)}</span>)
  return <p className="as-written">{parts}</p>
}

export const RedactedText = ({ passage }: { readonly passage: PassageView }) => {
  const parts: ReactNode[] = []
  let made = ''
  let at = 0
  for (const span of inOrder(passage.spans)) {
    if (span.start < at) continue
    const kept = passage.original.slice(at, span.start)
    parts.push(kept)
    parts.push(
      <mark key={span.start} className="swapped" data-why={reasonOf(span)}>
        {span.replacement}
      </mark>,
    )
    made += kept + span.replacement
    at = span.end
  }
  parts.push(passage.original.slice(at))
  made += passage.original.slice(at)
  return <p className="as-written">{made === passage.redacted ? parts : passage.redacted}</p>
}
