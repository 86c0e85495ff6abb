import { useEffect, useRef } from 'react'
import type { CaseView } from '../../../workspace/views.ts'
import { usePseudonyms, useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Split } from '../../ui/split.tsx'
import { Failed, StatePanel, Waiting } from '../../ui/state-panel.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Grid } from './grid.tsx'
import { Ribbon } from './ribbon.tsx'
import { noFilter } from './slice.ts'
import './chronology.css'

const Empty = ({ one }: { readonly one: CaseView }) => {
  const go = useStore((state) => state.go)
  const mayImport = useMay('chronology:import')
  return (
    <StatePanel
      icon="import"
      title="The combined chronology begins with the agencies’ own"
      actions={
        mayImport && (
          <Button
            kind="primary"
            onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'import' })}
          >
            Import a chronology
          </Button>
        )
      }
    >
      <p>
        Import each agency’s Excel, Word or CSV file. Every row is accounted for, hidden content is announced,
        and the original text of each cell is kept.
      </p>
      {!mayImport && <p>The business manager or the review author imports the files.</p>}
    </StatePanel>
  )
}

const NothingFound = () => {
  const filter = useStore((state) => state.filterChronology)
  return (
    <StatePanel
      icon="search"
      title="No entry matches"
      actions={<Button onPress={() => filter(noFilter)}>Clear search and filters</Button>}
    >
      <p>Try fewer words, more agencies or a wider period.</p>
    </StatePanel>
  )
}

export const ChronologyPage = ({ one }: { readonly one: CaseView }) => {
  const filter = useStore((state) => state.chronologyFilter)
  const query = useStore((state) => state.chronologyQuery)
  const total = useStore((state) => state.entryTotal)
  const failure = useStore((state) => state.chronologyFailure)
  const openEntry = useStore((state) => state.openEntry)
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

  const invalidated = query === null
  useEffect(() => {
    const timer = setTimeout(
      () => void begin({ ...filter, caseId: one.id, pseudonyms }),
      filter.search === '' || invalidated ? 0 : 200,
    )
    return () => clearTimeout(timer)
  }, [begin, filter, one.id, pseudonyms, invalidated])
  const begun = total !== null
  useEffect(() => {
    if (begun) void loadDensity(one.id)
  }, [loadDensity, one.id, begun])
  const openId = openEntry.state === 'ready' ? openEntry.value.id : null
  const shownAs = useRef(pseudonyms)
  useEffect(() => {
    if (shownAs.current === pseudonyms) return
    shownAs.current = pseudonyms
    if (openId !== null) void showEntry(openId, pseudonyms)
  }, [pseudonyms, openId, showEntry])

  const close = (): void => {
    closeEntry()
    grid.current?.focus()
  }
  const isOpen = openEntry.state !== 'idle'
  useShortcuts([
    { keys: '/', run: () => search.current?.focus() },
    ...(isOpen
      ? [
          { keys: 'Escape', run: reading ? () => read(false) : close },
          { keys: 'v', run: () => read(!reading) },
        ]
      : []),
  ])

  const filtering =
    filter.search !== '' || filter.agencies.length > 0 || filter.from !== '' || filter.to !== ''
  if (failure && total === null)
    return (
      <Failed message={failure.message} retry={() => void begin({ ...filter, caseId: one.id, pseudonyms })} />
    )
  if (total === null) return <Waiting label="Reading the chronology" />
  if (total === 0 && !filtering) return <Empty one={one} />
  return (
    <div className="chronology">
      <Ribbon agencies={one.agencyList} period={one.reviewPeriod} />
      <FilterBar one={one} searchRef={search} onToGrid={() => grid.current?.focus()} />
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
        main={
          total === 0 ? (
            <NothingFound />
          ) : (
            <Grid
              ref={grid}
              agencies={one.agencyList}
              onOpen={(entryId) => void showEntry(entryId, pseudonyms)}
            />
          )
        }
        side={
          !isOpen ? null : (
            <EntryPanel
              caseId={one.id}
              agencies={one.agencyList}
              onClose={close}
              onOpen={(entryId) => void showEntry(entryId, pseudonyms)}
            />
          )
        }
      />
    </div>
  )
}
