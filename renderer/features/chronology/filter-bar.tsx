import type { RefObject } from 'react'
import type { CaseView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { DateField } from '../../date-field.tsx'
import { useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { counted } from '../../ui/words.ts'
import { noFilter } from './slice.ts'

export const FilterBar = ({
  one,
  searchRef,
  onToGrid,
}: {
  readonly one: CaseView
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onToGrid: () => void
}) => {
  const filter = useStore((state) => state.chronologyFilter)
  const change = useStore((state) => state.filterChronology)
  const total = useStore((state) => state.entryTotal)
  const go = useStore((state) => state.go)
  const mayImport = useMay('chronology:import')
  const mayExport = useMay('chronology:export')
  const filtering =
    filter.search !== '' || filter.agencies.length > 0 || filter.from !== '' || filter.to !== ''
  const toggle = (agencyId: string): void =>
    change({
      agencies: filter.agencies.includes(agencyId)
        ? filter.agencies.filter((id) => id !== agencyId)
        : [...filter.agencies, agencyId],
    })
  return (
    <div className="filter-bar" role="search" aria-label="Chronology">
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
      <DateField label="From" side="earliest" value={filter.from} onChange={(from) => change({ from })} />
      <DateField label="to" side="latest" value={filter.to} onChange={(to) => change({ to })} />
      {filtering && (
        <Button kind="quiet" icon="close" onPress={() => change(noFilter)}>
          Clear
        </Button>
      )}
      <span className="filter-count numbers" role="status">
        {counted(total ?? 0, 'entry', 'entries')}
        {filtering ? ` of ${one.entries.toLocaleString('en-GB')}` : ''}
      </span>
      {mayExport && (
        <IconButton
          icon="send"
          label="Export"
          onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'export' })}
        />
      )}
      {mayImport && (
        <Button
          icon="import"
          onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'import' })}
        >
          Import
        </Button>
      )}
    </div>
  )
}
