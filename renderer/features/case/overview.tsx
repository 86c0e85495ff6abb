import type { CaseView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { counted, dayInWords, sentence } from '../../ui/words.ts'
import { Adults } from './adults.tsx'
import { TeamForm } from './team-form.tsx'

const missingFrom = (agency: CaseView['agencyList'][number]): readonly string[] => [
  ...(agency.sources === 0 ? ['chronology'] : []),
  ...(agency.contributions === 0 ? ['report'] : []),
]

const Agencies = ({ one }: { readonly one: CaseView }) => (
  <section className="section">
    <h2>Agencies</h2>
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">Sector</th>
            <th scope="col" className="number">
              Entries
            </th>
            <th scope="col" className="number">
              Files
            </th>
            <th scope="col" className="number">
              Reports
            </th>
            <th scope="col">Not here yet</th>
          </tr>
        </thead>
        <tbody>
          {one.agencyList.map((agency) => {
            const missing = missingFrom(agency)
            return (
              <tr key={agency.id}>
                <th scope="row">
                  <span className="agency-name">
                    <AgencyBadge agencyId={agency.id} agencies={one.agencyList} />
                    {agency.name}
                  </span>
                </th>
                <td className="quiet">{agency.sector}</td>
                <td className="number">{agency.entries}</td>
                <td className="number">{agency.sources}</td>
                <td className="number">{agency.contributions}</td>
                <td>
                  {missing.length === 0 ? (
                    <span className="quiet">Nothing missing</span>
                  ) : (
                    sentence(missing.join(' and '))
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  </section>
)

const KeyDates = ({ one }: { readonly one: CaseView }) => {
  const { start, end } = one.reviewPeriod
  return (
    <section className="section">
      <h2>Key dates</h2>
      <ol className="key-dates numbers">
        {one.keyDates.map((key) => (
          <li key={`${key.what}${key.date}`}>
            <span className="key-date">{dayInWords(key.date, true)}</span>
            <span>{sentence(key.what)}</span>
          </li>
        ))}
      </ol>
      {(start !== null || end !== null) && (
        <p className="quiet numbers">
          Period under review: {start === null ? 'open' : dayInWords(start)} to{' '}
          {end === null ? 'open' : dayInWords(end)}
        </p>
      )}
    </section>
  )
}

export const Overview = ({ one }: { readonly one: CaseView }) => (
  <div className="page overview">
    <div className="overview-main">
      {one.decision && (
        <section className="section">
          <h2>Decision</h2>
          <p className="overview-decision">
            <Icon name="check" />
            <span>
              <strong>{sentence(one.decision.outcome)}</strong>
              <br />
              {one.decision.basis}
            </span>
          </p>
        </section>
      )}
      <Agencies one={one} />
      {one.kloes.length > 0 && (
        <section className="section">
          <h2>Key lines of enquiry</h2>
          <ol className="kloes">
            {one.kloes.map((kloe) => (
              <li key={kloe.n}>
                <span className="kloe-number numbers">{kloe.n}</span>
                <span className="reading">{kloe.text}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {one.parallelProcesses.length > 0 && (
        <section className="section">
          <h2>Parallel processes</h2>
          <div className="table-wrap">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Process</th>
                  <th scope="col">Status</th>
                  <th scope="col">Effect on this review</th>
                </tr>
              </thead>
              <tbody>
                {one.parallelProcesses.map((process) => (
                  <tr key={`${process.type}${process.status}`}>
                    <th scope="row">{sentence(process.type)}</th>
                    <td>{sentence(process.status)}</td>
                    <td>{sentence(process.effect)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </div>
    <div className="overview-side">
      <KeyDates one={one} />
      <Adults one={one} />
      {one.abuseTypes.length > 0 && (
        <section className="section">
          <h2>Types of abuse or neglect</h2>
          <ul className="plain-list">
            {one.abuseTypes.map((type, index) => (
              <li key={type}>
                {type}
                {index === 0 && one.abuseTypes.length > 1 ? (
                  <span className="faint small"> primary</span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <TeamForm one={one} />
    </div>
    <p className="visually-hidden">{counted(one.entries, 'entry', 'entries')} in the combined chronology</p>
  </div>
)
