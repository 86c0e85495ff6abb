import { useEffect } from 'react'
import { noticeCauseTitles } from '../../../domain/rights/notice.ts'
import type { NoticeView } from '../../../workspace/contract/disclosures.ts'
import { refusal, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { valueOf } from '../../remote.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted, listed, dayInWords } from '../../ui/words.ts'
import { NoticeBadge } from './notice-badge.tsx'
import { NoticePage } from './notice-page.tsx'
import { ReportsDue } from './reports-due.tsx'
import './attention.css'

const Rows = ({
  title,
  notices,
  open,
}: {
  readonly title: string
  readonly notices: readonly NoticeView[]
  readonly open: (id: string) => void
}) => (
  <section className="section" aria-label={title}>
    <h2>{title}</h2>
    <div className="table-wrap">
      <table className="table attention-table">
        <thead>
          <tr>
            <th scope="col">Recipient</th>
            <th scope="col">Why</th>
            <th scope="col">Review</th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="visually-hidden">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <tr key={notice.id}>
              <th scope="row">
                {notice.recipient}
                {notice.sendTo !== '' && (
                  <span className="attention-note">Goes to {notice.sendTo}, which stands in its place</span>
                )}
              </th>
              <td>{noticeCauseTitles[notice.cause]}</td>
              <td>{notice.caseTitle}</td>
              <td className="numbers">{dayInWords(notice.due, true)}</td>
              <td>
                <NoticeBadge notice={notice} />
              </td>
              <td>
                <Button
                  kind="quiet"
                  icon="right"
                  aria-label={`Open notice ${notice.n} to ${notice.recipient}`}
                  onPress={() => open(notice.id)}
                >
                  Open
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const waitingWords = (notices: number, reports: number): string =>
  listed([
    ...(notices > 0 ? [counted(notices, 'notice')] : []),
    ...(reports > 0 ? [counted(reports, 'report')] : []),
  ])

/** What is due across cases: notices owed to those who were sent what has since been rectified or withdrawn. */
export const AttentionPage = ({ item }: { readonly item: string | undefined }) => {
  const may = useMay('disclosure:read')
  const notices = useStore((state) => state.notices)
  const load = useStore((state) => state.loadNotices)
  const go = useStore((state) => state.go)
  useEffect(() => {
    if (may) void load()
  }, [load, may])
  const reports = useStore((state) => (valueOf(state.reportsDue) ?? []).length)
  useListKeys('tbody .button')
  if (!may)
    return <Refused title="Nothing waits for you here" message={refusal('notices', 'disclosure:read')} />
  return (
    <RemoteView remote={notices} waiting="Reading what is due" retry={() => void load()}>
      {(all) => {
        const one = all.find(({ id }) => id === item)
        if (one) return <NoticePage notice={one} onBack={() => go({ screen: 'attention' })} />
        const due = all.filter(({ state }) => state === 'to-do')
        const waiting = all.filter(({ state }) => state === 'sent')
        const settled = all.filter(({ state }) => state !== 'to-do' && state !== 'sent')
        const open = (id: string): void => go({ screen: 'attention', item: id })
        return (
          <div className="page">
            <header className="page-head">
              <div>
                <h1 data-page-title tabIndex={-1}>
                  Attention
                </h1>
                <p>
                  Notices owed to those who were sent what has since been rectified or withdrawn, and
                  published reports to be taken down.
                </p>
              </div>
              <span className="quiet numbers" role="status">
                {due.length + reports === 0 ? 'Nothing to do' : `${waitingWords(due.length, reports)} to do`}
              </span>
            </header>
            <ReportsDue />
            {all.length === 0 && reports === 0 && (
              <StatePanel icon="check" title="Nothing is due">
                <p>
                  When an entry is corrected or a pack is withdrawn, everybody who was sent it is listed here
                  with the letter to send and the day it is due.
                </p>
              </StatePanel>
            )}
            {due.length > 0 && <Rows title="To do" notices={due} open={open} />}
            {waiting.length > 0 && <Rows title="Sent, not acknowledged yet" notices={waiting} open={open} />}
            {settled.length > 0 && <Rows title="Settled" notices={settled} open={open} />}
          </div>
        )
      }}
    </RemoteView>
  )
}
