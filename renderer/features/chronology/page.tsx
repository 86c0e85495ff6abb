import { useEffect, useRef } from 'react'
import type { CaseView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Split } from '../../ui/split.tsx'
import { Failed, Waiting } from '../../ui/state-panel.tsx'
import { SelectionBar } from './analysis/selection-bar.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Grid } from './grid.tsx'
import { EmptyChronology, NothingFound } from './nothing-here.tsx'
import { isNarrowed } from './reading.ts'
import { ColumnsMenu, ReadingMenu } from './reading-menu.tsx'
import { Ribbon } from './ribbon.tsx'
import { SavedViewsMenu } from './saved-views-menu.tsx'
import { useShownEntry } from './use-shown-entry.ts'
import { useWaysIn } from './use-ways-in.ts'
import './chronology.css'

/** A search waits this long for the next letter. */
const typingMilliseconds = 80

export const ChronologyPage = ({ one }: { readonly one: CaseView }) => {
  const filter = useStore((state) => state.chronologyFilter)
  const group = useStore((state) => state.grouping)
  const order = useStore((state) => state.listOrder)
  const readingCase = useStore((state) => state.readingCase)
  const startReading = useStore((state) => state.startReading)
  const query = useStore((state) => state.chronologyQuery)
  const total = useStore((state) => state.entryTotal)
  const failure = useStore((state) => state.chronologyFailure)
  const begin = useStore((state) => state.beginChronology)
  const showEntry = useStore((state) => state.showEntry)
  const closeEntry = useStore((state) => state.closeEntry)
  const reading = useStore((state) => state.readingView)
  const read = useStore((state) => state.read)
  const loadDensity = useStore((state) => state.loadDensity)
  const sidePanel = useStore((state) => state.preferences.sidePanel)
  const prefer = useStore((state) => state.prefer)
  const pseudonyms = usePseudonyms()
  const grid = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)

  useEffect(() => void startReading(one.id), [startReading, one.id])
  const invalidated = query === null
  useEffect(() => {
    if (readingCase !== one.id) return undefined
    const timer = setTimeout(
      () => void begin({ ...filter, caseId: one.id, pseudonyms }),
      filter.search === '' || invalidated ? 0 : typingMilliseconds,
    )
    return () => clearTimeout(timer)
  }, [begin, filter, group, order, one.id, readingCase, pseudonyms, invalidated])
  const begun = total !== null
  useEffect(() => {
    if (begun) void loadDensity(one.id)
  }, [loadDensity, one.id, begun])
  const isOpen = useShownEntry(pseudonyms)

  useWaysIn()
  const close = (): void => {
    closeEntry()
    grid.current?.focus()
  }
  useShortcuts([
    { keys: '/', run: () => search.current?.focus() },
    ...(isOpen
      ? [
          { keys: 'Escape', run: reading ? () => read(false) : close },
          { keys: 'v', run: () => read(!reading) },
          { keys: 'a', run: () => useStore.getState().showEntryTab('analysis') },
          { keys: 'r', run: () => useStore.getState().showEntryTab('recorded') },
        ]
      : []),
  ])

  if (failure && total === null)
    return (
      <Failed message={failure.message} retry={() => void begin({ ...filter, caseId: one.id, pseudonyms })} />
    )
  if (total === null) return <Waiting label="Reading the chronology" />
  if (total === 0 && !isNarrowed(filter)) return <EmptyChronology one={one} />
  return (
    <div className="chronology">
      <Ribbon agencies={one.agencyList} period={one.reviewPeriod} />
      <FilterBar
        one={one}
        searchRef={search}
        onToGrid={() => grid.current?.focus()}
        tools={
          <>
            <SavedViewsMenu one={one} />
            <ReadingMenu />
            <ColumnsMenu one={one} />
          </>
        }
      />
      <SelectionBar one={one} />
      {failure && (
        <p className="chronology-problem" role="alert">
          {failure.message}
        </p>
      )}
      <Split
        label="Width of the entry beside the list"
        alone={reading && isOpen}
        size={sidePanel}
        onSize={(size) => prefer({ sidePanel: size })}
        main={total === 0 ? <NothingFound /> : <Grid ref={grid} one={one} />}
        side={
          !isOpen ? null : (
            <EntryPanel one={one} onClose={close} onOpen={(entryId) => void showEntry(entryId, pseudonyms)} />
          )
        }
      />
    </div>
  )
}
