import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CandidateView, PassageView } from '../../../workspace/views.ts'
import { Choice } from '../../ui/field.tsx'
import { counted } from '../../ui/words.ts'
import { OriginalText, RedactedText } from './marked-text.tsx'

/** The original beside what the recipient will read, passage by passage; both columns are one row, so they cannot drift. */
export const Passages = ({
  passages,
  active,
}: {
  readonly passages: readonly PassageView[]
  readonly active: CandidateView | null
}) => {
  const [all, setAll] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () => (all ? passages : passages.filter((one) => one.spans.length > 0 || one.candidates.length > 0)),
    [all, passages],
  )
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => 120,
    overscan: 4,
    getItemKey: (index) => shown[index]?.id ?? index,
  })
  const place = active?.places[0]?.passage
  const index = place === undefined ? -1 : shown.findIndex((one) => one.id === place)
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'center' })
  }, [index, virtual])
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
                  active={active?.text ?? null}
                  reachable={item.index === index}
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
