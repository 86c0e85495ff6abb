import { useEffect, useRef, useState } from 'react'
import {
  analysisDomainTitles,
  findingKindTitles,
  type FindingStatus,
} from '../../../domain/findings/finding.ts'
import type { FindingView } from '../../../workspace/contract/findings.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { Threads } from '../../comments/threads.tsx'
import { useCommentCount } from '../../comments/use-comment-count.ts'
import { FindingStatusBadge, numbered } from '../../finding-badges.tsx'
import { NamesFirst } from '../../names-first.tsx'
import { useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useKeptFocus } from '../../ui/return-focus.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { dayInWords, timeInWords } from '../../ui/words.ts'
import { Evidence } from './evidence.tsx'
import { FindingForm } from './form.tsx'
import { History } from './history.tsx'

const Tools = ({
  one,
  finding,
  onEdit,
}: {
  readonly one: CaseView
  readonly finding: FindingView
  readonly onEdit: () => void
}) => {
  const { saveFinding, toast } = useStore.getState()
  const { id: findingId, version, status, number } = finding
  const set = async (next: FindingStatus, done: string): Promise<void> => {
    const failure = await saveFinding({ caseId: one.id, findingId, version, status: next }, done)
    if (failure) toast('danger', failure.message)
  }
  const name = `Finding ${number}`
  if (status === 'withdrawn')
    return (
      <Button onPress={() => void set('draft', `${name} is a draft again.`)}>Bring it back as a draft</Button>
    )
  return (
    <>
      <Button icon="edit" onPress={onEdit}>
        Edit
      </Button>
      {status === 'draft' ? (
        <Button icon="check" onPress={() => void set('agreed', `${name} is noted as agreed by the panel.`)}>
          Agreed by panel
        </Button>
      ) : (
        <Button onPress={() => void set('draft', `${name} is a draft again.`)}>Back to draft</Button>
      )}
      <Button kind="quiet" onPress={() => void set('withdrawn', `${name} is withdrawn. Nothing is deleted.`)}>
        Withdraw
      </Button>
    </>
  )
}

const Facts = ({ one, finding }: { readonly one: CaseView; readonly finding: FindingView }) => (
  <dl className="finding-facts">
    <dt>Kind</dt>
    <dd>{findingKindTitles[finding.kind]}</dd>
    <dt>Domain</dt>
    <dd>
      {finding.domain === null ? (
        <span className="faint">Not placed yet</span>
      ) : (
        analysisDomainTitles[finding.domain]
      )}
    </dd>
    <dt>Answers</dt>
    <dd>
      {finding.kloes.length === 0 ? (
        <span className="faint">No key line of enquiry yet</span>
      ) : (
        <ol className="gap-lines">
          {finding.kloes.map((n) => (
            <li key={n}>
              <span className="gap-number numbers">{n}</span>
              <span>{one.kloes.find((kloe) => kloe.n === n)?.text ?? ''}</span>
            </li>
          ))}
        </ol>
      )}
    </dd>
    <dt>Added</dt>
    <dd>
      {dayInWords(finding.createdAt)} by {finding.createdBy}
    </dd>
  </dl>
)

const Shown = ({
  one,
  finding,
  onEdit,
  onBack,
}: {
  readonly one: CaseView
  readonly finding: FindingView
  readonly onEdit: () => void
  readonly onBack: () => void
}) => {
  const may = useMay('chronology:analyse')
  const title = useRef<HTMLHeadingElement>(null)
  useKeptFocus(title, finding.version, true)
  const comments = useCommentCount()({ kind: 'finding', id: finding.id }, finding.comments)
  const kept = useStore((state) => state.drafts[`finding/${one.id}/${finding.id}`])
  return (
    <article className="page finding" aria-labelledby="finding-title">
      <header className="finding-head">
        <Button kind="quiet" icon="back" onPress={onBack}>
          Back to the findings
        </Button>
        <p className="row finding-number">
          <span className="quiet numbers">{numbered(finding.kind, finding.number)}</span>
          <FindingStatusBadge status={finding.status} />
        </p>
        <h2 id="finding-title" data-page-title tabIndex={-1} ref={title}>
          {finding.title}
        </h2>
        {may && (
          <div className="row">
            <Tools one={one} finding={finding} onEdit={onEdit} />
          </div>
        )}
      </header>
      {may && kept && kept.text !== '' && (
        <Notice
          tone="info"
          actions={
            <Button kind="quiet" onPress={onEdit}>
              Go on writing
            </Button>
          }
        >
          <p>You began to change this finding at {timeInWords(kept.updatedAt)}. What you wrote is kept.</p>
        </Notice>
      )}
      <div className="finding-columns">
        <div className="finding-main">
          <section className="section" aria-labelledby="statement-title">
            <h3 id="statement-title">Statement</h3>
            {finding.statement === '' ? (
              <p className="quiet">No statement yet.</p>
            ) : (
              <p className="reading as-written">{finding.statement}</p>
            )}
          </section>
          <Evidence one={one} finding={finding} />
        </div>
        <div className="finding-side">
          <section className="section" aria-labelledby="about-title">
            <h3 id="about-title">About it</h3>
            <Facts one={one} finding={finding} />
          </section>
          <section className="section" aria-labelledby="comments-title">
            <h3 id="comments-title">
              Comments <span className="quiet numbers">{comments === 0 ? '' : comments}</span>
            </h3>
            <Threads caseId={one.id} kind="finding" id={finding.id} />
          </section>
          <section className="section" aria-labelledby="history-title">
            <h3 id="history-title">History</h3>
            <History caseId={one.id} finding={finding} />
          </section>
        </div>
      </div>
    </article>
  )
}

export const FindingPage = ({
  one,
  findingId,
  onBack,
}: {
  readonly one: CaseView
  readonly findingId: string
  readonly onBack: () => void
}) => {
  const finding = useStore((state) => state.finding)
  const of = useStore((state) => state.findingId)
  const load = useStore((state) => state.loadFinding)
  const compose = useStore((state) => state.compose)
  const mayName = useMay('people-key:read')
  const mayComment = useMay('chronology:comment')
  const pseudonyms = usePseudonyms()
  const [editing, setEditing] = useState(false)
  useEffect(() => void load(one.id, findingId), [load, one.id, findingId, pseudonyms])
  useShortcuts([
    ...(mayComment && !editing ? [{ keys: 'c', run: () => compose(`finding.${findingId}`) }] : []),
    ...(editing ? [] : [{ keys: 'Escape', run: onBack }]),
  ])
  if (of !== findingId) return null
  return (
    <RemoteView remote={finding} waiting="Opening the finding" retry={() => void load(one.id, findingId)}>
      {(found) => {
        if (!editing)
          return <Shown one={one} finding={found} onEdit={() => setEditing(true)} onBack={onBack} />
        const leave = (): void => setEditing(false)
        return (
          <div className="page">
            {found.projected && mayName ? (
              <NamesFirst what="This finding" onClose={leave} />
            ) : (
              <FindingForm one={one} finding={found} onDone={leave} />
            )}
          </div>
        )
      }}
    </RemoteView>
  )
}
