import { useEffect, useRef } from 'react'
import type { EntryField } from '../../../domain/chronology/entry.ts'
import type { AgencyView, EntryView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Badge } from '../../ui/notice.tsx'
import { PanelTabs } from '../../ui/panel-tabs.tsx'
import { instantInWords } from '../../ui/words.ts'
import { isUncertain, meaningOf } from '../../date-words.ts'
import { fieldTitles } from './field-titles.ts'

const shownApart: ReadonlySet<string> = new Set(['event', 'date', 'time', 'ignore'])

const asideTitles: Readonly<Record<string, string>> = {
  'tracked-deletion': 'Deleted by tracked change: not part of the record',
  'tracked-insertion': 'Inserted by tracked change',
  'hidden-text': 'Hidden text in the file: not part of the record',
  comment: 'Comment in the file: not part of the record',
}

const Recorded = ({ entry }: { readonly entry: EntryView }) => (
  <div className="stack">
    {entry.hiddenRow && (
      <Badge tone="warn" icon="eye-off">
        This row is hidden in the agency’s file
      </Badge>
    )}
    <p className="reading as-written">{entry.event}</p>
    <dl className="facts">
      {Object.entries(entry.fields)
        .filter(([field, text]) => !shownApart.has(field) && text !== undefined && text.trim() !== '')
        .map(([field, text]) => (
          <div className="facts-row" key={field}>
            <dt>{fieldTitles[field as EntryField]}</dt>
            <dd className="as-written">{text}</dd>
          </div>
        ))}
    </dl>
    {entry.date.warnings.length > 0 && (
      <ul className="entry-warnings">
        {entry.date.warnings.map((warning) => (
          <li key={warning}>
            <Badge tone="warn">Date</Badge> {warning}
          </li>
        ))}
      </ul>
    )}
  </div>
)

const Imported = ({ entry, pseudonyms }: { readonly entry: EntryView; readonly pseudonyms: boolean }) => (
  <div className="stack">
    <div className="table-wrap">
      <table className="table source-cells">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">
              {pseudonyms ? 'As imported, with names hidden on screen' : 'As imported, never altered'}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.cells.map((cell, index) => (
            <tr key={`${index} ${cell.heading}`}>
              <th scope="row">
                {cell.heading === '' ? <span className="faint">No heading</span> : cell.heading}
                {cell.hidden && (
                  <span className="cell-hidden">
                    <Badge tone="warn" icon="eye-off">
                      Hidden column
                    </Badge>
                  </span>
                )}
              </th>
              <td className="as-written">
                {cell.text === '' ? <span className="faint">Blank</span> : cell.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {entry.aside.map((one, index) => (
      <blockquote className="aside" key={`${index} ${one.kind}`}>
        <p className="aside-kind">
          {asideTitles[one.kind] ?? `Set aside: ${one.kind.replaceAll('-', ' ')}`}
          {one.author ? `, by ${one.author}` : ''}
        </p>
        <p className={one.kind === 'tracked-deletion' ? 'as-written aside-deleted' : 'as-written'}>
          {one.text}
        </p>
      </blockquote>
    ))}
    <dl className="facts small">
      <dt>File</dt>
      <dd>{entry.source.file}</dd>
      <dt>Place</dt>
      <dd>{entry.source.where}</dd>
      <dt>Imported</dt>
      <dd>
        {instantInWords(entry.importedAt)} by {entry.importedBy}
      </dd>
      <dt>SHA-256 of the file</dt>
      <dd className="numbers">{entry.sourceSha256}</dd>
    </dl>
  </div>
)

const SameEvent = ({
  entry,
  onOpen,
}: {
  readonly entry: EntryView
  readonly onOpen: (id: string) => void
}) => {
  if (entry.links.length === 0)
    return <p className="quiet">No other agency’s entry looks like an account of this event.</p>
  return (
    <div className="stack">
      <p className="small quiet">
        Suggestions only. Nothing is joined or changed; two agencies on one event are two accounts.
      </p>
      {entry.links.map((link) => (
        <section className="suggestion" key={link.other.id}>
          <p className="suggestion-why">
            <Badge tone="plain" icon="help">
              Perhaps the same event
            </Badge>{' '}
            <span className="small">{link.reason}</span>
          </p>
          <div className="suggestion-pair">
            <div>
              <p className="small quiet">
                {entry.agency}, <span className="numbers">{entry.date.original}</span>
              </p>
              <p className="as-written">{entry.event}</p>
            </div>
            <div>
              <p className="small quiet">
                {link.other.agency}, <span className="numbers">{link.other.date}</span>
              </p>
              <p className="as-written">{link.other.event}</p>
            </div>
          </div>
          <Button kind="quiet" icon="right" onPress={() => onOpen(link.other.id)}>
            Open the other account
          </Button>
        </section>
      ))}
    </div>
  )
}

export const EntryPanel = ({
  agencies,
  onClose,
  onOpen,
}: {
  readonly agencies: readonly AgencyView[]
  readonly onClose: () => void
  readonly onOpen: (entryId: string) => void
}) => {
  const openEntry = useStore((state) => state.openEntry)
  const pseudonyms = usePseudonyms()
  const top = useRef<HTMLElement>(null)
  const openId = openEntry.state === 'ready' ? openEntry.value.id : ''
  useEffect(() => {
    if (openId === '') return undefined
    top.current?.parentElement?.scrollTo?.({ top: 0 })
    // After its tabs have been laid out: where the window is small the entry is below the list.
    const timer = setTimeout(() => top.current?.scrollIntoView?.({ block: 'nearest' }), 60)
    return () => clearTimeout(timer)
  }, [openId])
  return (
    <article className="entry" ref={top} aria-label="Entry">
      <RemoteView remote={openEntry} waiting="Opening the entry">
        {(entry) => (
          <>
            <header className="entry-head">
              <AgencyBadge agencyId={entry.agencyId} agencies={agencies} />
              <div className="grow">
                <h2 className={isUncertain(entry.date) ? 'date-uncertain' : undefined}>
                  {entry.date.original === '' ? 'No date' : entry.date.original}
                  {entry.fields.time && entry.fields.time !== entry.date.original
                    ? `, ${entry.fields.time}`
                    : ''}
                </h2>
                <p className="small quiet">
                  {meaningOf(entry.date)} · {entry.agency}
                </p>
              </div>
              <IconButton icon="close" label="Close and go back to the list" keys="Esc" onPress={onClose} />
            </header>
            <PanelTabs
              label="Entry"
              tabs={[
                { id: 'recorded', title: 'As recorded', body: <Recorded entry={entry} /> },
                {
                  id: 'imported',
                  title: 'Source as imported',
                  body: <Imported entry={entry} pseudonyms={pseudonyms} />,
                },
                {
                  id: 'same',
                  title: entry.links.length === 0 ? 'Same event?' : `Same event? ${entry.links.length}`,
                  body: <SameEvent entry={entry} onOpen={onOpen} />,
                },
              ]}
            />
          </>
        )}
      </RemoteView>
    </article>
  )
}
