import { type ReactNode, type RefObject, useEffect } from 'react'
import type { CaseView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { useMay, usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { counted } from '../../ui/words.ts'
import { AddFilter, FilterChips } from './add-filter.tsx'
import type { FilterSetting } from './filter-kinds.ts'
import { isNarrowed, noFilter } from './reading.ts'
import { useWording } from '../../use-wording.ts'

const useFilterSetting = (one: CaseView): FilterSetting => {
  const known = useStore((state) => state.entryChoices)
  const pseudonyms = usePseudonyms()
  const wording = useWording(one)
  // What was read with names must not stay on screen once they are hidden.
  const isCurrent = known !== null && known.caseId === one.id && known.pseudonyms === pseudonyms
  return { one, wording, choices: isCurrent ? known.value : null }
}

export const FilterBar = ({
  one,
  searchRef,
  onToGrid,
  tools,
}: {
  readonly one: CaseView
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onToGrid: () => void
  /** Ways of looking at what is found. */
  readonly tools?: ReactNode
}) => {
  const filter = useStore((state) => state.chronologyFilter)
  const change = useStore((state) => state.filterChronology)
  const found = useStore((state) => state.entriesFound)
  const setting = useFilterSetting(one)
  const startReading = useStore((state) => state.startReading)
  useEffect(() => void startReading(one.id), [startReading, one.id])
  const go = useStore((state) => state.go)
  const mayImport = useMay('chronology:import')
  const mayExport = useMay('chronology:export')
  const filtering = isNarrowed(filter)
  const toggle = (agencyId: string): void =>
    change({
      agencies: filter.agencies.includes(agencyId)
        ? filter.agencies.filter((id) => id !== agencyId)
        : [...filter.agencies, agencyId],
    })
  return (
    <div className="filters" role="search" aria-label="Chronology">
      <div className="filter-bar">
        <div className="filter-search">
          <Icon name="search" />
          <input
            ref={searchRef}
            type="search"
            className="input"
            aria-label="Search the chronology"
            placeholder="Search"
            value={filter.search}
            onChange={(event) => change({ search: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'ArrowDown') return
              event.preventDefault()
              event.stopPropagation()
              if (event.key === 'Escape' && filter.search !== '') return change({ search: '' })
              onToGrid()
            }}
          />
          {filter.search === '' && <kbd aria-hidden="true">/</kbd>}
        </div>
        <div className="filter-agencies" role="group" aria-label="Agencies">
          {one.agencyList.map((agency) => (
            <button
              type="button"
              key={agency.id}
              className="agency-toggle"
              aria-pressed={filter.agencies.includes(agency.id)}
              aria-label={`Only ${agency.name}`}
              title={agency.name}
              onClick={() => toggle(agency.id)}
            >
              <AgencyBadge agencyId={agency.id} agencies={one.agencyList} />
            </button>
          ))}
        </div>
        <AddFilter setting={setting} />
        <div className="filter-found">
          <span className="filter-count numbers" role="status">
            {counted(found, 'entry', 'entries')}
            {filtering ? ` of ${one.entries.toLocaleString('en-GB')}` : ''}
          </span>
          {filtering && <IconButton icon="close" label="Clear" onPress={() => change(noFilter)} />}
        </div>
        <div className="filter-tools">
          {tools}
          {mayExport && (
            <IconButton
              icon="send"
              label="Export the chronology"
              onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'export' })}
            />
          )}
          {mayImport && (
            <Button
              icon="import"
              className="filter-import"
              onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'import' })}
            >
              Import
            </Button>
          )}
        </div>
      </div>
      <FilterChips setting={setting} />
    </div>
  )
}
