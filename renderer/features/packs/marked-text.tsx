import type { ReactNode } from 'react'
import type { PassageView } from '../../../workspace/views.ts'
import { reasonOf } from './kind-words.ts'

type Span = PassageView['spans'][number]

const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start)

/** Question marks inside one stretch of text that nothing replaces. */
const withQuestions = (passage: PassageView, from: number, to: number, active: string | null): ReactNode => {
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

/**
 * The original with what is replaced and what is asked about. A replacement says why when the pointer is on it, and is
 * opened by a click; in the passage in hand each is a stop of the Tab key.
 */
export const OriginalText = ({
  passage,
  active,
  opened,
  reachable,
  onOpen,
}: {
  readonly passage: PassageView
  readonly active: string | null
  /** Where the replacement that is open begins. */
  readonly opened: number | null
  readonly reachable: boolean
  readonly onOpen: (span: Span) => void
}) => {
  const parts: ReactNode[] = []
  let at = 0
  for (const span of inOrder(passage.spans)) {
    if (span.start < at) continue
    parts.push(<span key={`t${at}`}>{withQuestions(passage, at, span.start, active)}</span>)
    parts.push(
      <mark
        key={span.start}
        className="gone"
        data-why={reasonOf(span)}
        data-opened={span.start === opened || undefined}
        onClick={() => onOpen(span)}
        {...(reachable
          ? {
              role: 'button',
              tabIndex: 0,
              'aria-expanded': span.start === opened,
              onKeyDown: (event: React.KeyboardEvent) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                onOpen(span)
              },
            }
          : {})}
      >
        {passage.original.slice(span.start, span.end)}
        <span className="visually-hidden"> (replaced: {reasonOf(span)})</span>
      </mark>,
    )
    at = span.end
  }
  parts.push(<span key="rest">{withQuestions(passage, at, passage.original.length, active)}</span>)
  return (
    <p className="as-written original" data-passage={passage.id}>
      {parts}
    </p>
  )
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
