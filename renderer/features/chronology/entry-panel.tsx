import { type ReactNode, useEffect, useRef } from 'react'
import type { CaseView, EntryView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { Threads } from '../../comments/threads.tsx'
import { useCommentCount } from '../../comments/use-comment-count.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { IconButton } from '../../ui/button.tsx'
import { PanelTabs } from '../../ui/panel-tabs.tsx'
import { isUncertain, meaningOf } from '../../date-words.ts'
import { AnalysisTab } from './analysis/analysis-tab.tsx'
import { EntryFindings, useFindingCount } from './entry-findings.tsx'
import { EntryHistory } from './entry-history.tsx'
import { Recorded } from './entry-recorded.tsx'
import { Imported } from './entry-source.tsx'
import { useFoundKeys } from './use-found.ts'
import { LinksTab } from './links/links-tab.tsx'

type Tab = { readonly id: string; readonly title: string; readonly body: ReactNode }

const withCount = (title: string, count: number): string => (count === 0 ? title : `${title} ${count}`)

/** The parts of an entry, in this order: as recorded, analysis, links, comments, findings, source, history. */
const tabsOf = (
  one: CaseView,
  entry: EntryView,
  counts: { readonly comments: number; readonly findings: number },
  onOpen: (entryId: string) => void,
): readonly Tab[] => [
  { id: 'recorded', title: 'As recorded', body: <Recorded entry={entry} /> },
  { id: 'analysis', title: 'Analysis', body: <AnalysisTab one={one} entry={entry} /> },
  {
    id: 'links',
    title: withCount('Links', entry.linked),
    body: <LinksTab one={one} entryId={entry.id} agencyId={entry.agencyId} onOpen={onOpen} />,
  },
  {
    id: 'comments',
    title: withCount('Comments', counts.comments),
    body: <Threads caseId={one.id} kind="entry" id={entry.recordId} />,
  },
  {
    id: 'findings',
    title: withCount('Findings', counts.findings),
    body: <EntryFindings caseId={one.id} recordId={entry.recordId} />,
  },
  { id: 'source', title: 'Source', body: <Imported entry={entry} /> },
  { id: 'history', title: 'History', body: <EntryHistory entry={entry} /> },
]

/** One entry beside the list, below it, or alone as a page to read. Its tab stays from entry to entry. */
export const EntryPanel = ({
  one,
  onClose,
  onOpen,
}: {
  readonly one: CaseView
  readonly onClose: () => void
  readonly onOpen: (entryId: string) => void
}) => {
  const openEntry = useStore((state) => state.openEntry)
  const active = useStore((state) => state.activeEntry)
  const total = useStore((state) => state.entryTotal) ?? 0
  const tab = useStore((state) => state.entryTab)
  const reading = useStore((state) => state.readingView)
  const commentCount = useCommentCount()
  const findingCount = useFindingCount()
  const { stepEntry, showEntryTab, read } = useStore.getState()
  useFoundKeys()
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
    <article className={reading ? 'entry entry-reading' : 'entry'} ref={top} aria-label="Entry">
      <RemoteView remote={openEntry} waiting="Opening the entry">
        {(entry) => (
          <>
            <header className="entry-head">
              <AgencyBadge agencyId={entry.agencyId} agencies={one.agencyList} />
              <h2 className={isUncertain(entry.date) ? 'date-uncertain' : undefined}>
                {entry.date.original === '' ? 'No date' : entry.date.original}
                {entry.fields.time && entry.fields.time !== entry.date.original
                  ? `, ${entry.fields.time}`
                  : ''}
              </h2>
              <div className="entry-tools">
                <span className="small quiet numbers">
                  {(active + 1).toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
                </span>
                <IconButton
                  icon="up"
                  label="Previous entry"
                  keys="k"
                  isDisabled={active === 0}
                  onPress={() => void stepEntry(-1)}
                />
                <IconButton
                  icon="down"
                  label="Next entry"
                  keys="j"
                  isDisabled={active >= total - 1}
                  onPress={() => void stepEntry(1)}
                />
                <IconButton
                  icon={reading ? 'panel' : 'expand'}
                  label={reading ? 'Beside the list' : 'Read alone'}
                  keys="v"
                  onPress={() => read(!reading)}
                />
                <IconButton icon="close" label="Close and go back to the list" keys="Esc" onPress={onClose} />
              </div>
              <p className="entry-when">
                {meaningOf(entry.date)} · {entry.agency}
              </p>
            </header>
            <PanelTabs
              label="Entry"
              tabs={tabsOf(
                one,
                entry,
                {
                  comments: commentCount({ kind: 'entry', id: entry.recordId }, entry.comments),
                  findings: findingCount(entry.recordId, entry.findings),
                },
                onOpen,
              )}
              selected={tab}
              onSelect={showEntryTab}
            />
          </>
        )}
      </RemoteView>
    </article>
  )
}
