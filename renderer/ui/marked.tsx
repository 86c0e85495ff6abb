import { memo, type ReactNode } from 'react'

export type MarkedPart = { readonly start: number; readonly end: number }

/** What of some parts lies in a piece of their text, counted from where the piece begins. */
export const partsWithin = (
  parts: readonly MarkedPart[],
  begin: number,
  length: number,
): readonly MarkedPart[] =>
  parts.flatMap(({ start, end }) => {
    const within = { start: Math.max(0, start - begin), end: Math.min(length, end - begin) }
    return within.start < within.end ? [within] : []
  })

/** A text with parts of it marked; parts are in order and apart. */
export const Marked = memo(
  ({ text, parts }: { readonly text: string; readonly parts: readonly MarkedPart[] }) => {
    if (parts.length === 0) return text
    const shown: ReactNode[] = []
    let at = 0
    for (const { start, end } of parts) {
      if (start > at) shown.push(text.slice(at, start))
      shown.push(
        <mark className="found" key={start}>
          {text.slice(start, end)}
        </mark>,
      )
      at = end
    }
    return [...shown, text.slice(at)]
  },
)
Marked.displayName = 'Marked'
