import { useEffect } from 'react'
import type { AuditRow } from '../../../workspace/views.ts'
import { DateField } from '../../date-field.tsx'
import { refusal, useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { happenedInWords } from './action-words.ts'
import { auditPage } from './slice.ts'
import './audit.css'

const detailOf = (detail: AuditRow['detail']): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')

const Check = () => {
  const check = useStore((state) => state.auditCheck)
  if (check.state === 'ready')
    return check.value.ok ? (
      <Notice tone="good" title="The record is whole" live>
        <p className="numbers">
          {counted(check.value.entries, 'entry', 'entries')} checked, each sealed to the one before it.
        </p>
      </Notice>
    ) : (
      <Notice tone="danger" title="The record has been altered or damaged" live>
        <ul>
          {check.value.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    )
  if (check.state === 'failed')
    return (
      <Notice tone="danger" live>
        {check.error.message}
      </Notice>
    )
  return null
}

export const AuditPage = () => {
  const may = useMay('audit:read')
  const mayVerify = useMay('vault:verify')
  const audit = useStore((state) => state.audit)
  const filter = useStore((state) => state.auditFilter)
  const check = useStore((state) => state.auditCheck)
  const load = useStore((state) => state.loadAudit)
  const verify = useStore((state) => state.verifyAudit)
  useEffect(() => {
    if (may) void load({ offset: 0 })
  }, [load, may])
  if (!may)
    return (
      <Refused
        title="The audit record is not shown to you"
        message={refusal('the audit record', 'audit:read')}
      />
    )
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 data-page-title tabIndex={-1}>
            Audit
          </h1>
          <p>
            Who looked at or changed what, and when. Nothing here can be edited, and an alteration would show.
          </p>
        </div>
        {mayVerify && (
          <Button icon="shield" busy={check.state === 'loading'} onPress={() => void verify()}>
            Verify now
          </Button>
        )}
      </header>
      <Check />
      <div className="audit-filter" role="search" aria-label="Audit record">
        <DateField
          label="From"
          side="earliest"
          value={filter.from}
          onChange={(from) => void load({ from, offset: 0 })}
        />
        <label className="date-field audit-record">
          Record
          <input
            className="input"
            placeholder="Reference of a record"
            value={filter.record}
            onChange={(event) => void load({ record: event.target.value, offset: 0 })}
          />
        </label>
        {(filter.from !== '' || filter.record !== '') && (
          <Button kind="quiet" icon="close" onPress={() => void load({ from: '', record: '', offset: 0 })}>
            Clear
          </Button>
        )}
      </div>
      <RemoteView remote={audit} waiting="Reading the audit record" retry={() => void load({})}>
        {(found) =>
          found.rows.length === 0 ? (
            <StatePanel icon="audit" title="Nothing was recorded that matches">
              <p>Clear the filter to see the whole record.</p>
            </StatePanel>
          ) : (
            <>
              <div className="table-wrap">
                <table className="table audit-table">
                  <thead>
                    <tr>
                      <th scope="col" className="number">
                        No.
                      </th>
                      <th scope="col">When</th>
                      <th scope="col">Who</th>
                      <th scope="col">What</th>
                      <th scope="col">Record</th>
                      <th scope="col">Detail</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.rows.map((row) => (
                      <tr key={row.seq}>
                        <td className="number quiet">{row.seq}</td>
                        <td className="audit-when">{instantInWords(row.at)}</td>
                        <td>{row.user}</td>
                        <th scope="row" title={row.action}>
                          {happenedInWords(row)}
                        </th>
                        <td>
                          {row.record && (
                            <Button
                              kind="quiet"
                              className="button-link"
                              onPress={() => void load({ record: row.record ?? '', offset: 0 })}
                            >
                              <span className="visually-hidden">Only record </span>
                              {row.record.length > 13 ? `${row.record.slice(0, 12)}…` : row.record}
                            </Button>
                          )}
                          {row.version !== null && <span className="faint"> v{row.version}</span>}
                        </td>
                        <td className="small audit-detail">{detailOf(row.detail)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <nav className="row" aria-label="Pages of the record">
                <span className="quiet numbers">
                  {(filter.offset + 1).toLocaleString('en-GB')} to{' '}
                  {(filter.offset + found.rows.length).toLocaleString('en-GB')} of{' '}
                  {found.total.toLocaleString('en-GB')}
                </span>
                {found.total > auditPage && (
                  <>
                    <Button
                      isDisabled={filter.offset === 0}
                      onPress={() => void load({ offset: Math.max(0, filter.offset - auditPage) })}
                    >
                      Previous
                    </Button>
                    <Button
                      isDisabled={filter.offset + found.rows.length >= found.total}
                      onPress={() => void load({ offset: filter.offset + auditPage })}
                    >
                      Next
                    </Button>
                  </>
                )}
              </nav>
            </>
          )
        }
      </RemoteView>
    </div>
  )
}
