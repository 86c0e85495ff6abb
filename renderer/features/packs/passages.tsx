import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PassageView } from '../../../workspace/views.ts'
import { Choice } from '../../ui/field.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { OriginalText, RedactedText } from './marked-text.tsx'

export type OpenedSpan = { readonly passage: string; readonly start: number }

const startsIn = (passage: PassageView | undefined): readonly number[] =>
  (passage?.spans ?? []).map(({ start }) => start).sort((a, b) => a - b)

/** The original beside what the recipient will read, passage by passage; both columns are one row, so they cannot drift. */
export const Passages = ({
  passages,
  asked,
  inHand,
  opened,
  onInHand,
  onOpen,
}: {
  readonly passages: readonly PassageView[]
  /** The words of the question in hand. */
  readonly asked: string | null
  readonly inHand: string | null
  readonly opened: OpenedSpan | null
  readonly onInHand: (passage: string) => void
  readonly onOpen: (span: OpenedSpan) => void
}) => {
  const [all, setAll] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () =>
      all
        ? passages
        : passages.filter((one) => one.spans.length > 0 || one.candidates.length > 0 || one.id === inHand),
    [all, passages, inHand],
  )
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => 120,
    overscan: 4,
    getItemKey: (index) => shown[index]?.id ?? index,
  })
  const index = inHand === null ? -1 : shown.findIndex((one) => one.id === inHand)
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'center' })
  }, [index, virtual])
  const step = (by: number): void => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, index + by))]
    if (next) onInHand(next.id)
  }
  /** The next replacement from the passage in hand on, and the first again after the last. */
  const openNext = (): void => {
    const after = opened?.passage === inHand ? opened.start : -1
    const [here] = startsIn(shown[index]).filter((start) => start > after)
    if (inHand !== null && here !== undefined) return onOpen({ passage: inHand, start: here })
    const next = [...shown.slice(index + 1), ...shown.slice(0, index + 1)].find(
      ({ spans }) => spans.length > 0,
    )
    const [start] = startsIn(next)
    if (next && start !== undefined) onOpen({ passage: next.id, start })
  }
  useShortcuts([
    { keys: ']', run: () => step(1) },
    { keys: '[', run: () => step(-1) },
    { keys: 'o', run: openNext },
  ])
  return (
    <section className="passages" aria-label="Original beside what the recipient will read">
      <header className="passages-head">
        <h3>Original</h3>
        <h3>What the recipient will read</h3>
        <div className="passages-filter">
          <span className="small quiet numbers">
            {counted(shown.length, 'passage')} of {passages.length.toLocaleString('en-GB')}
          </span>
          <Choice
            type="checkbox"
            label="Also those with nothing to replace"
            checked={all}
            onChange={(event) => setAll(event.target.checked)}
          />
        </div>
      </header>
      <div className="passages-scroll" ref={box} tabIndex={0} role="region" aria-label="Passages">
        <div className="passages-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const passage = shown[item.index]
            return passage ? (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                data-active={item.index === index || undefined}
                className="passage"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <p className="passage-where small faint numbers">{passage.where}</p>
                <OriginalText
                  passage={passage}
                  active={asked}
                  opened={opened?.passage === passage.id ? opened.start : null}
                  reachable={item.index === index}
                  onOpen={({ start }) => onOpen({ passage: passage.id, start })}
                />
                <RedactedText passage={passage} />
              </div>
            ) : null
          })}
        </div>
      </div>
    </section>
  )
}
