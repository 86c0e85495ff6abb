import { type RefObject, useEffect, useRef } from 'react'
import type { Stop } from '../../../../domain/chronology/timeline/move.ts'
import { axisHeight } from '../../../../domain/chronology/timeline/picture.ts'
import type { TimelineView } from '../../../../workspace/contract/timeline.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { usePseudonyms } from '../../../permit.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { Split } from '../../../ui/split.tsx'
import { EntryPanel } from '../entry-panel.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { EmptyChronology, NothingFound } from '../nothing-here.tsx'
import { useShownEntry } from '../use-shown-entry.ts'
import '../chronology.css'
import { HeapPanel } from './heap-panel.tsx'
import { Legend } from './legend.tsx'
import { Overview } from './overview.tsx'
import { usePalette } from './palette.ts'
import { Plot } from './plot.tsx'
import { ReadingTable } from './reading-table.tsx'
import './timeline.css'
import { Toolbar } from './toolbar.tsx'
import { useLabels } from './use-labels.ts'
import { usePicture } from './use-picture.ts'
import { useSize } from './use-size.ts'

const unlaid = { width: 900, height: 480 }

const Shown = ({
  one,
  shown,
  gridRef,
  onOpen,
}: {
  readonly one: CaseView
  readonly shown: TimelineView
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly onOpen: (ids: readonly string[]) => void
}) => {
  const table = useStore((state) => state.timelineTable)
  const root = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const axis = useRef<HTMLDivElement>(null)
  const palette = usePalette(root)
  const boxSize = useSize(box)
  const axisSize = useSize(axis)
  const unit = palette?.unit ?? 1
  const size = boxSize && axisSize && { width: axisSize.width, height: boxSize.height - axisHeight(unit) - 2 }
  const { picture, record, first, setView } = usePicture(shown, one.agencyList, size ?? unlaid, unit)
  useLabels(picture)
  const open = ({ entries }: Stop): void => onOpen(entries.map((entry) => shown.entries.ids[entry] ?? ''))
  return (
    <div className="timeline" ref={root}>
      <Toolbar picture={picture} first={first} record={record} setView={setView} />
      <Overview picture={picture} record={record} setView={setView} />
      <Plot
        box={box}
        axisRef={axis}
        gridRef={gridRef}
        shown={shown}
        agencies={one.agencyList}
        picture={picture}
        size={size}
        palette={palette}
        first={first}
        setView={setView}
        onOpen={open}
      />
      {!table && <Legend picture={picture} palette={palette} />}
      {table && (
        <ReadingTable
          picture={picture}
          shown={shown}
          agencies={one.agencyList}
          onOpen={(entry) => onOpen([shown.entries.ids[entry] ?? ''])}
        />
      )}
    </div>
  )
}

/** The chronology in lanes by agency, from years to hours. */
export const TimelinePage = ({ one }: { readonly one: CaseView }) => {
  const timeline = useStore((state) => state.timeline)
  const filter = useStore((state) => state.chronologyFilter)
  const reading = useStore((state) => state.readingView)
  const heap = useStore((state) => state.timelineHeap)
  const sidePanel = useStore((state) => state.preferences.sidePanel)
  const {
    loadTimeline,
    loadTimelineLinks,
    beginChronology,
    showEntry,
    closeEntry,
    openHeap,
    read,
    prefer,
    moveToEntry,
  } = useStore.getState()
  const pseudonyms = usePseudonyms()
  const grid = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)

  const shown = timeline.state === 'ready' ? timeline.value : null
  useEffect(() => {
    const query = { ...filter, caseId: one.id, pseudonyms }
    const timer = setTimeout(
      () => {
        void loadTimeline(query)
        // The list beside: how many there are, and what comes before and after an entry.
        void beginChronology(query)
      },
      filter.search === '' ? 0 : 200,
    )
    return () => clearTimeout(timer)
  }, [filter, one.id, pseudonyms, loadTimeline, beginChronology])
  const isHere = shown !== null
  useEffect(() => {
    if (isHere) void loadTimelineLinks(one.id)
  }, [isHere, one.id, loadTimelineLinks])

  const isOpen = useShownEntry(pseudonyms)

  const openOne = (id: string): void => {
    const place = shown?.entries.ids.indexOf(id) ?? -1
    if (place !== -1) moveToEntry(place)
    void showEntry(id, pseudonyms)
  }
  const open = (ids: readonly string[]): void => {
    const [id] = ids
    if (id === undefined) return
    if (ids.length === 1) {
      openHeap(null)
      return openOne(id)
    }
    closeEntry()
    openHeap(ids)
  }
  const close = (): void => {
    if (isOpen) closeEntry()
    else openHeap(null)
    if (heap === null || !isOpen) grid.current?.focus()
  }
  useShortcuts([
    { keys: '/', run: () => search.current?.focus() },
    ...(isOpen
      ? [
          { keys: 'Escape', run: reading ? () => read(false) : close },
          { keys: 'v', run: () => read(!reading) },
        ]
      : heap === null
        ? []
        : [{ keys: 'Escape', run: close }]),
  ])
  const filtering =
    filter.search !== '' || filter.agencies.length > 0 || filter.from !== '' || filter.to !== ''
  return (
    <RemoteView
      remote={timeline}
      waiting="Drawing the timeline"
      retry={() => void loadTimeline({ ...filter, caseId: one.id, pseudonyms })}
    >
      {(value) =>
        value.entries.ids.length === 0 && !filtering ? (
          <EmptyChronology one={one} />
        ) : (
          <div className="chronology">
            <FilterBar one={one} searchRef={search} onToGrid={() => grid.current?.focus()} />
            <Split
              label="Width of the entry beside the timeline"
              alone={reading && isOpen}
              size={sidePanel}
              onSize={(size) => prefer({ sidePanel: size })}
              main={
                value.entries.ids.length === 0 ? (
                  <NothingFound />
                ) : (
                  <Shown one={one} shown={value} gridRef={grid} onOpen={open} />
                )
              }
              side={
                isOpen ? (
                  <EntryPanel one={one} onClose={close} onOpen={openOne} />
                ) : heap === null ? null : (
                  <HeapPanel ids={heap} agencies={one.agencyList} onOpen={openOne} onClose={close} />
                )
              }
            />
          </div>
        )
      }
    </RemoteView>
  )
}
