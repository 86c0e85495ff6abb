import type { AgencySilences, NoContactView } from '../../../workspace/contract/no-contact.ts'
import type { Silence } from '../../../domain/chronology/account-for-silences.ts'
import type { Span } from '../../../domain/dates/calendar.ts'
import type { AgencyView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/notice.tsx'
import { counted, dayInWords, sentence } from '../../ui/words.ts'
import { silenceStates, spanInWords, stretchInWords } from './silence-words.ts'

type Row = { readonly agency: AgencySilences; readonly silence: Silence; readonly first: boolean }

const Known = ({ view, agency, silence }: Row & { readonly view: NoContactView }) => (
  <>
    <Badge tone={silenceStates[silence.state].tone}>{silenceStates[silence.state].title}</Badge>
    <ul className="nc-parts">
      {silence.stretches.map((stretch) => {
        const words = stretchInWords(stretch, view, agency.agencyId)
        return (
          <li key={stretch.from}>
            {silence.stretches.length === 1
              ? sentence(words)
              : `${spanInWords(stretch)}, ${counted(stretch.days, 'day')}: ${words}`}
          </li>
        )
      })}
    </ul>
  </>
)

/** Every silence, agency by agency: when, how long, what is known of it, and what can be done about it. */
export const SilenceTable = ({
  view,
  agencies,
  may,
  onAsk,
  onState,
}: {
  readonly view: NoContactView
  readonly agencies: readonly AgencyView[]
  readonly may: boolean
  readonly onAsk: (agencyId: string) => void
  readonly onState: (agencyId: string, span: Span) => void
}) => (
  <div className="table-wrap" tabIndex={0} role="region" aria-label="Silences by agency">
    <table className="table nc-table">
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Period without contact</th>
          <th scope="col" className="number">
            Days
          </th>
          <th scope="col">What is known</th>
          {may && (
            <th scope="col">
              <span className="visually-hidden">What to do</span>
            </th>
          )}
        </tr>
      </thead>
      {view.agencies.map((agency) => {
        const { agencyId, silences } = agency
        const head = (
          <th scope="rowgroup" rowSpan={Math.max(1, silences.length)}>
            <span className="nc-agency">
              <AgencyBadge agencyId={agencyId} agencies={agencies} />
              <span>
                {agency.agency}
                <span className="nc-entries small quiet">
                  {agency.entries === 0 ? 'No chronology yet' : counted(agency.entries, 'entry', 'entries')}
                </span>
                {may && silences.some(({ state }) => state !== 'declared') && (
                  <Button
                    kind="quiet"
                    icon="send"
                    onPress={() => onAsk(agencyId)}
                    aria-label={`Write a query to ${agency.agency}`}
                  >
                    Write a query
                  </Button>
                )}
              </span>
            </span>
          </th>
        )
        if (silences.length === 0)
          return (
            <tbody key={agencyId}>
              <tr>
                {head}
                <td colSpan={may ? 4 : 3} className="quiet">
                  No silence of {counted(view.length.days, 'day')} or more
                </td>
              </tr>
            </tbody>
          )
        return (
          <tbody key={agencyId}>
            {silences.map((silence, index) => {
              const unstated = silence.stretches.filter(({ state }) => !state.startsWith('stated'))
              const [from, to] = [unstated[0]?.from, unstated.at(-1)?.to]
              return (
                <tr key={silence.from}>
                  {index === 0 && head}
                  <td className="numbers">
                    <span className="nc-day">{dayInWords(silence.from, true)} to</span>{' '}
                    <span className="nc-day">{dayInWords(silence.to, true)}</span>
                  </td>
                  <td className="number">{silence.days.toLocaleString('en-GB')}</td>
                  <td>
                    <Known view={view} agency={agency} silence={silence} first={index === 0} />
                  </td>
                  {may && (
                    <td>
                      {from !== undefined && to !== undefined && (
                        <Button
                          kind="quiet"
                          aria-label={`Record a statement of ${agency.agency}, ${spanInWords({ from, to })}`}
                          onPress={() => onState(agencyId, { from, to })}
                        >
                          Record a statement…
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        )
      })}
    </table>
  </div>
)
