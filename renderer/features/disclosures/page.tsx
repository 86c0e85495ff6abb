import { useEffect, useState } from 'react'
import { disclosureKindTitles } from '../../../domain/packs/disclosure-words.ts'
import type { DisclosureView } from '../../../workspace/contract/disclosures.ts'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted } from '../../ui/words.ts'
import { ByHandForm } from './by-hand-form.tsx'
import { DisclosureDetail } from './detail.tsx'
import { ExportForm } from './export-form.tsx'
import { filterLog, type LogFilter, type LogState, noFilter, states } from './filter-log.ts'
import { DisclosureItem } from './list.tsx'
import './disclosures.css'

const Pick = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, title: string])[]
  readonly onChange: (value: string) => void
}) => (
  <span className="select">
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(([id, title]) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
    <Icon name="down" />
  </span>
)

const Filters = ({
  all,
  filter,
  onChange,
}: {
  readonly all: readonly DisclosureView[]
  readonly filter: LogFilter
  readonly onChange: (filter: LogFilter) => void
}) => (
  <div className="row" role="search" aria-label="The disclosure log">
    <div className="filter-search disclosure-search">
      <Icon name="search" />
      <input
        id="disclosure-search"
        type="search"
        className="input"
        aria-label="Search the disclosure log"
        placeholder="Recipient, purpose or power"
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
    </div>
    <Pick
      label="Review"
      value={filter.caseId}
      options={[
        ['', 'Every review'],
        ...new Map(all.map(({ caseId, caseTitle }) => [caseId, [caseId, caseTitle] as const])).values(),
      ]}
      onChange={(caseId) => onChange({ ...filter, caseId })}
    />
    <Pick
      label="What left"
      value={filter.kind}
      options={[['', 'Anything'], ...Object.entries(disclosureKindTitles)]}
      onChange={(kind) => onChange({ ...filter, kind })}
    />
    <Pick
      label="State"
      value={filter.state}
      options={Object.entries(states)}
      onChange={(state) => onChange({ ...filter, state: state as LogState })}
    />
  </div>
)

const Log = ({
  all,
  open,
}: {
  readonly all: readonly DisclosureView[]
  readonly open: (id: string) => void
}) => {
  const [filter, setFilter] = useState(noFilter)
  const pseudonyms = usePseudonyms()
  useListKeys('.disclosure summary')
  useShortcuts([{ keys: '/', run: () => document.getElementById('disclosure-search')?.focus() }])
  const found = filterLog(all, filter)
  return (
    <>
      <Filters all={all} filter={filter} onChange={setFilter} />
      <p className="quiet numbers" role="status">
        {counted(found.length, 'disclosure')}
        {found.length === all.length ? '' : ` of ${all.length}`}
      </p>
      {found.length === 0 ? (
        <StatePanel
          icon="search"
          title="No disclosure matches"
          actions={<Button onPress={() => setFilter(noFilter)}>Show all</Button>}
        />
      ) : (
        <ul className="disclosures">
          {found.map((one) => (
            <DisclosureItem one={one} pseudonyms={pseudonyms} onOpen={() => open(one.id)} key={one.id} />
          ))}
        </ul>
      )}
    </>
  )
}

export const DisclosuresPage = ({ item }: { readonly item: string | undefined }) => {
  const may = useMay('disclosure:read')
  const mayRecord = useMay('disclosure:record')
  const mayExport = useMay('disclosure:export')
  const disclosures = useStore((state) => state.disclosures)
  const load = useStore((state) => state.loadDisclosures)
  const go = useStore((state) => state.go)
  useEffect(() => {
    if (may && item === undefined) void load()
  }, [load, may, item])
  if (!may)
    return (
      <Refused
        title="The disclosure log is not shown to you"
        message={refusal('the disclosure log', 'disclosure:read')}
      />
    )
  const open = (id: string): void => go({ screen: 'disclosures', item: id })
  const back = (): void => go({ screen: 'disclosures' })
  if (item === 'by-hand' && mayRecord) return <ByHandForm onDone={back} />
  if (item === 'export' && mayExport) return <ExportForm onDone={back} />
  if (item !== undefined) return <DisclosureDetail disclosureId={item} onBack={back} />
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 data-page-title tabIndex={-1}>
            Disclosures
          </h1>
          <p>Everything that has left this vault: to whom, why, on what basis, and who agreed.</p>
        </div>
        <div className="row">
          {mayExport && (
            <Button icon="send" onPress={() => open('export')}>
              Export the log
            </Button>
          )}
          {mayRecord && (
            <Button icon="plus" onPress={() => open('by-hand')}>
              Record one by hand
            </Button>
          )}
        </div>
      </header>
      <RemoteView remote={disclosures} waiting="Reading the disclosure log" retry={() => void load()}>
        {(found) =>
          found.length === 0 ? (
            <StatePanel icon="send" title="Nothing has left this vault">
              <p>
                When an approved pack is released from a case, it is logged here before its files are written.
                So is every letter, template, picture and working copy. What is told by telephone or in a
                meeting is recorded by hand.
              </p>
            </StatePanel>
          ) : (
            <Log all={found} open={open} />
          )
        }
      </RemoteView>
    </div>
  )
}
