import { useEffect, useState } from 'react'
import type { Silence } from '../../../domain/chronology/account-for-silences.ts'
import type { Span } from '../../../domain/dates/calendar.ts'
import type { NoContactView, QueryView, SentLetterView } from '../../../workspace/contract/no-contact.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { heldBy, useMay, usePseudonyms } from '../../permit.ts'
import { Paper } from '../../paper.tsx'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Badge } from '../../ui/notice.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { Lanes } from './lanes.tsx'
import { LengthForm } from './length-form.tsx'
import { LetterPage } from './letter-page.tsx'
import { QueryList } from './query-list.tsx'
import { SilenceTable } from './silence-table.tsx'
import { silenceStates, spanInWords } from './silence-words.ts'
import { StatementForm, type Statement } from './statement-form.tsx'
import './no-contact.css'

type Open =
  | { readonly what: 'statement'; readonly agencyId: string; readonly span: Span }
  | { readonly what: 'answer'; readonly query: QueryView }
  | { readonly what: 'letter'; readonly letter: SentLetterView }

const Summary = ({ view }: { readonly view: NoContactView }) => {
  const silences = view.agencies.flatMap((agency) => agency.silences)
  const states = ['open', 'queried', 'declared'] as const satisfies readonly Silence['state'][]
  return (
    <p className="row numbers" role="status">
      <strong>{counted(silences.length, 'silence')}</strong>
      {states.map((state) => (
        <Badge tone={silenceStates[state].tone} key={state}>
          {silences.filter((silence) => silence.state === state).length}{' '}
          {silenceStates[state].title.toLowerCase()}
        </Badge>
      ))}
    </p>
  )
}

const NoContact = ({
  one,
  view,
  period,
  onAsk,
}: {
  readonly one: CaseView
  readonly view: NoContactView
  readonly period: Span
  readonly onAsk: (agencyId: string) => void
}) => {
  const may = useMay('chronology:import')
  const { recordStatement, recordAnswer, withdrawStatement, readLetter, toast } = useStore.getState()
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const withdraw = async (statementId: string): Promise<void> => {
    const error = await withdrawStatement(one.id, statementId)
    toast(error ? 'danger' : 'good', error?.message ?? 'Withdrawn. It stays on record as withdrawn.')
  }
  const read = async (letterId: string): Promise<void> => {
    const result = await readLetter(one.id, letterId)
    if (result.ok) setOpen({ what: 'letter', letter: result.value })
    else toast('danger', result.error.message)
  }
  const nameOf = (agencyId: string): string =>
    view.agencies.find((agency) => agency.agencyId === agencyId)?.agency ?? agencyId
  const save = async ({ kind, ...statement }: Statement) => {
    if (open?.what === 'answer') {
      const { id: queryId, version } = open.query
      const { saidBy, saidOn, means, note } = statement
      return recordAnswer({ caseId: one.id, queryId, version, kind, saidBy, saidOn, means, note })
    }
    return open?.what === 'statement'
      ? recordStatement({ caseId: one.id, agencyId: open.agencyId, ...statement })
      : null
  }
  return (
    <div className="page nc-page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            No contact
          </h2>
          <p>
            Stretches of the review period, {spanInWords(period)}, that no entry of an agency can touch,
            whatever its dates can mean. Each is stated by the agency or asked about.
          </p>
        </div>
        <LengthForm caseId={one.id} length={view.length} may={may} />
      </header>
      <Summary view={view} />
      <Lanes view={view} period={period} agencies={one.agencyList} />
      <SilenceTable
        view={view}
        agencies={one.agencyList}
        may={may}
        onAsk={onAsk}
        onState={(agencyId, span) => setOpen({ what: 'statement', agencyId, span })}
      />
      {!may && (
        <p className="quiet">Statements are recorded and queries written by {heldBy('chronology:import')}.</p>
      )}
      <QueryList
        view={view}
        agencies={one.agencyList}
        may={may}
        onAnswer={(query) => setOpen({ what: 'answer', query })}
        onRead={(letterId) => void read(letterId)}
        onWithdraw={(statementId) => void withdraw(statementId)}
      />
      <Dialog
        title={
          open?.what === 'letter'
            ? `Letter ${open.letter.letter} to ${nameOf(open.letter.agencyId)}`
            : open?.what === 'answer'
              ? `Answer to letter ${open.query.letter}`
              : `Statement of ${nameOf(open?.agencyId ?? '')}`
        }
        open={open !== null}
        wide={open?.what === 'letter'}
        onClose={close}
      >
        {open?.what === 'letter' && (
          <div className="stack">
            <p className="quiet">
              Saved {instantInWords(open.letter.askedAt)} by {open.letter.askedBy}.
            </p>
            <Paper paper={open.letter.document} label="The letter as it was saved" />
          </div>
        )}
        {(open?.what === 'answer' || open?.what === 'statement') && (
          <StatementForm
            draftKey={
              open.what === 'answer'
                ? `no-contact-answer/${open.query.id}`
                : `no-contact-statement/${one.id}/${open.agencyId}/${open.span.from}`
            }
            span={open.what === 'answer' ? open.query : open.span}
            answers={open.what === 'answer'}
            save={save}
            onCancel={close}
            onDone={() => {
              toast('good', open.what === 'answer' ? 'The answer is recorded.' : 'The statement is recorded.')
              close()
            }}
          />
        )}
      </Dialog>
    </div>
  )
}

/** Where each agency's record is silent, who accounts for it, and what to do about the rest. */
export const NoContactPage = ({ one }: { readonly one: CaseView }) => {
  const remote = useStore((state) => state.noContact)
  const load = useStore((state) => state.loadNoContact)
  const pseudonyms = usePseudonyms()
  const [asking, setAsking] = useState<string | null>(null)
  useEffect(() => void load(one.id), [load, one.id, pseudonyms])
  return (
    <RemoteView remote={remote} waiting="Looking for silences" retry={() => void load(one.id)}>
      {(view) =>
        view.period === null ? (
          <StatePanel icon="clock" title="This case has no review period">
            <p>
              A record is silent within the period under review. It comes with the case file, as its first and
              last day.
            </p>
          </StatePanel>
        ) : asking === null ? (
          <NoContact one={one} view={view} period={view.period} onAsk={setAsking} />
        ) : (
          <LetterPage
            key={asking}
            caseId={one.id}
            agencyId={asking}
            view={view}
            onBack={() => setAsking(null)}
          />
        )
      }
    </RemoteView>
  )
}
