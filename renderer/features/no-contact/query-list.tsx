import type {
  NoContactView,
  QueryState,
  QueryView,
  StatementView,
} from '../../../workspace/contract/no-contact.ts'
import type { AgencyView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Badge, type Tone } from '../../ui/notice.tsx'
import { counted, dayInWords, instantInWords, listed } from '../../ui/words.ts'
import { kindWords, saidInWords, spanInWords } from './silence-words.ts'

const states: Readonly<Record<QueryState, { readonly tone: Tone; readonly title: string }>> = {
  unsent: { tone: 'warn', title: 'Begun, not written' },
  waiting: { tone: 'info', title: 'Waiting for an answer' },
  'to-follow': { tone: 'info', title: 'Records to follow' },
  received: { tone: 'info', title: 'Records received' },
  declared: { tone: 'good', title: 'No contact stated' },
  filled: { tone: 'good', title: 'Closed by an import' },
}

const Agency = ({
  agencyId,
  view,
  agencies,
}: {
  readonly agencyId: string
  readonly view: NoContactView
  readonly agencies: readonly AgencyView[]
}) => (
  <span className="nc-agency">
    <AgencyBadge agencyId={agencyId} agencies={agencies} />
    {view.agencies.find((agency) => agency.agencyId === agencyId)?.agency}
  </span>
)

const Said = ({
  statement,
  may,
  onWithdraw,
}: {
  readonly statement: StatementView
  readonly may: boolean
  readonly onWithdraw: (id: string) => void
}) => (
  <li>
    <span className={statement.withdrawn ? 'nc-withdrawn' : undefined}>
      {kindWords[statement.kind]}: {saidInWords(statement)}.
    </span>
    {statement.note !== '' && <span className="as-written"> {statement.note}</span>}{' '}
    <span className="small quiet">
      {statement.withdrawn
        ? `Withdrawn by ${statement.withdrawn.by}, ${instantInWords(statement.withdrawn.at)}`
        : `Recorded by ${statement.recordedBy}, ${instantInWords(statement.recordedAt)}`}
    </span>
    {may && statement.withdrawn === null && (
      <Button
        kind="quiet"
        aria-label={`Withdraw: ${kindWords[statement.kind]}, ${spanInWords(statement)}`}
        onPress={() => onWithdraw(statement.id)}
      >
        Withdraw
      </Button>
    )}
  </li>
)

const Where = ({ query }: { readonly query: QueryView }) => (
  <>
    {query.overdue ? (
      <Badge tone="warn" icon="clock">
        Overdue
      </Badge>
    ) : (
      <Badge tone={states[query.state].tone}>{states[query.state].title}</Badge>
    )}
    {query.filledBy && (
      <p className="small">
        {counted(query.filledBy.entries, 'entry', 'entries')} of this agency now stand in the period, the last
        of them from {query.filledBy.file}, imported {instantInWords(query.filledBy.importedAt)} by{' '}
        {query.filledBy.importedBy}.
      </p>
    )}
    {query.state !== 'unsent' &&
      query.stillAsked.length > 0 &&
      spanInWords(query.stillAsked[0] ?? query) !== spanInWords(query) && (
        <p className="small">Still open: {listed(query.stillAsked.map(spanInWords))}.</p>
      )}
  </>
)

/** The letters that were sent and what became of each period they asked about. */
export const QueryList = ({
  view,
  agencies,
  may,
  onAnswer,
  onRead,
  onWithdraw,
}: {
  readonly view: NoContactView
  readonly agencies: readonly AgencyView[]
  readonly may: boolean
  readonly onAnswer: (query: QueryView) => void
  readonly onRead: (letterId: string) => void
  readonly onWithdraw: (statementId: string) => void
}) => (
  <section className="section">
    <h3>Queries</h3>
    {view.queries.length === 0 ? (
      <p className="quiet">No agency has been asked about a silence yet.</p>
    ) : (
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Queries">
        <table className="table nc-table">
          <thead>
            <tr>
              <th scope="col">Letter</th>
              <th scope="col">Agency</th>
              <th scope="col">Period asked about</th>
              <th scope="col">Answer due</th>
              <th scope="col">Where it stands</th>
              {may && (
                <th scope="col">
                  <span className="visually-hidden">What to do</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {view.queries.map((query) => (
              <tr key={query.id}>
                <th scope="row">
                  <Button
                    kind="quiet"
                    className="button-link"
                    aria-label={`Read letter ${query.letter}`}
                    onPress={() => onRead(query.letterId)}
                  >
                    {query.letter}
                  </Button>
                </th>
                <td>
                  <Agency agencyId={query.agencyId} view={view} agencies={agencies} />
                </td>
                <td className="numbers">
                  {spanInWords(query)}
                  <p className="small quiet">
                    Asked {instantInWords(query.askedAt)} by {query.askedBy}
                  </p>
                </td>
                <td className="numbers nc-day">{dayInWords(query.replyBy, true)}</td>
                <td>
                  <Where query={query} />
                  {query.statements.length > 0 && (
                    <ul className="nc-parts">
                      {query.statements.map((statement) => (
                        <Said key={statement.id} statement={statement} may={may} onWithdraw={onWithdraw} />
                      ))}
                    </ul>
                  )}
                </td>
                {may && (
                  <td>
                    {query.state !== 'unsent' && (
                      <Button
                        kind="quiet"
                        aria-label={`Record an answer to letter ${query.letter}, ${spanInWords(query)}`}
                        onPress={() => onAnswer(query)}
                      >
                        Record an answer…
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {view.statements.length > 0 && (
      <>
        <h3>Statements taken down</h3>
        <ul className="nc-statements">
          {view.agencies.flatMap(({ agencyId }) => {
            const own = view.statements.filter((statement) => statement.agencyId === agencyId)
            return own.map((statement) => (
              <li key={statement.id}>
                <Agency agencyId={agencyId} view={view} agencies={agencies} />
                <span className="numbers">{spanInWords(statement)}</span>
                <ul className="nc-parts">
                  <Said statement={statement} may={may} onWithdraw={onWithdraw} />
                </ul>
              </li>
            ))
          })}
        </ul>
      </>
    )}
  </section>
)
