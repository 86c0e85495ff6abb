import { useEffect, useRef } from 'react'
import type { AgencyView } from '../../../../workspace/views.ts'
import { AgencyBadge } from '../../../agency-badge.tsx'
import { useStore } from '../../../store.ts'
import { IconButton } from '../../../ui/button.tsx'
import { useListKeys } from '../../../ui/list-keys.ts'
import { counted } from '../../../ui/words.ts'
import { dateWords } from './place-words.ts'

const most = 200

/** Entries that stand at one place of the timeline, to choose from. */
export const HeapPanel = ({
  ids,
  agencies,
  onOpen,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly agencies: readonly AgencyView[]
  readonly onOpen: (entryId: string) => void
  readonly onClose: () => void
}) => {
  const words = useStore((state) => state.timelineWords)
  const need = useStore((state) => state.needWords)
  const list = useRef<HTMLUListElement>(null)
  useListKeys('.timeline-heap-entry')
  useEffect(() => void need(ids.slice(0, most)), [ids, need])
  useEffect(() => list.current?.querySelector('button')?.focus(), [ids])
  const [first] = ids
  const agency = first === undefined ? undefined : words.get(first)?.agency
  return (
    <section className="timeline-heap" aria-label="Entries at this place">
      <header className="entry-head">
        <div className="grow">
          <h2>{counted(ids.length, 'entry', 'entries')} close together</h2>
          <p className="small quiet">{agency}</p>
        </div>
        <IconButton icon="close" label="Close and go back to the timeline" keys="Esc" onPress={onClose} />
      </header>
      <ul ref={list}>
        {ids.slice(0, most).map((id) => {
          const row = words.get(id)
          return (
            <li key={id}>
              <button type="button" className="timeline-heap-entry" onClick={() => onOpen(id)}>
                <span className="timeline-heap-date numbers">
                  {row && <AgencyBadge agencyId={row.agencyId} agencies={agencies} />}
                  {row ? dateWords(row) : 'Being read'}
                </span>
                <span className="cell-lines">{row?.event}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {ids.length > most && (
        <p className="small quiet">
          The first {most} of {ids.length.toLocaleString('en-GB')}. Zoom in to part them.
        </p>
      )}
    </section>
  )
}
