import { useEffect, useState } from 'react'
import type { CaseView } from '../../../workspace/views.ts'
import { AgencyBadge } from '../../agency-badge.tsx'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { withoutFileName } from '../../names.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { ReadingView } from './reading-view.tsx'
import './contributions.css'

const AddReport = ({ one }: { readonly one: CaseView }) => {
  const chooseFiles = useStore((state) => state.chooseFiles)
  const add = useStore((state) => state.addContribution)
  const [agencyId, setAgencyId] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const pseudonyms = usePseudonyms()
  const choose = async (): Promise<void> => {
    setProblem(null)
    const [file] = await chooseFiles('Choose a report', ['docx', 'pdf', 'txt', 'xlsx', 'ods', 'csv'])
    if (!file) return
    setBusy(true)
    const message = (await add(one.id, agencyId, file.path))?.message ?? null
    setProblem(message !== null && pseudonyms ? withoutFileName(message, file.name) : message)
    setBusy(false)
  }
  return (
    <section className="section">
      <div className="import-choose">
        <SelectField
          id="report-agency"
          label="Add a report from"
          value={agencyId}
          onChange={(event) => setAgencyId(event.target.value)}
        >
          <option value="">Choose an agency</option>
          {one.agencyList.map((agency) => (
            <option value={agency.id} key={agency.id}>
              {agency.name}
            </option>
          ))}
        </SelectField>
        <Button icon="file" isDisabled={agencyId === ''} busy={busy} onPress={() => void choose()}>
          Choose a file
        </Button>
      </div>
      {problem && (
        <Notice tone="danger" title="The report was not added" live>
          <p>{problem}</p>
        </Notice>
      )}
    </section>
  )
}

export const ContributionsPage = ({
  one,
  item,
}: {
  readonly one: CaseView
  readonly item: string | undefined
}) => {
  const mayRead = useMay('contribution:read')
  const mayAdd = useMay('contribution:add')
  const pseudonyms = usePseudonyms()
  const contributions = useStore((state) => state.contributions)
  const load = useStore((state) => state.loadContributions)
  const go = useStore((state) => state.go)
  useEffect(() => {
    if (mayRead) void load(one.id)
  }, [load, one.id, mayRead, pseudonyms])
  useListKeys('tbody th .button')
  if (!mayRead)
    return (
      <Refused
        title="The agencies’ reports are not shown to you"
        message={refusal('the reports', 'contribution:read')}
      />
    )
  const open = (id?: string): void =>
    go({ screen: 'case', caseId: one.id, tab: 'contributions', ...(id === undefined ? {} : { item: id }) })
  if (item !== undefined) return <ReadingView one={one} contributionId={item} onBack={() => open()} />
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Contributions
          </h2>
          <p>The agencies’ own reports. The file is kept encrypted as it came, and its text is read.</p>
        </div>
      </header>
      {mayAdd && <AddReport one={one} />}
      <RemoteView
        remote={contributions}
        waiting="Reading the list of reports"
        retry={() => void load(one.id)}
      >
        {(found) =>
          found.length === 0 ? (
            <StatePanel icon="file" title="No report has come in yet">
              <p>
                Individual management reviews and agency reports stand here. Choose the agency that sent one,
                then its Word, PDF or text file.
              </p>
            </StatePanel>
          ) : (
            <div className="table-wrap">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Report</th>
                    <th scope="col">From</th>
                    <th scope="col" className="number">
                      Words
                    </th>
                    <th scope="col">Announced</th>
                    <th scope="col">Added</th>
                  </tr>
                </thead>
                <tbody>
                  {found.map((report) => (
                    <tr key={report.id}>
                      <th scope="row">
                        <Button kind="quiet" className="button-link" onPress={() => open(report.id)}>
                          {report.fileName}
                        </Button>
                        {report.unreadPages.length > 0 && (
                          <p className="small">
                            <Icon name="warning" /> {counted(report.unreadPages.length, 'page')} to write out
                          </p>
                        )}
                      </th>
                      <td>
                        <AgencyBadge agencyId={report.agencyId} agencies={one.agencyList} />{' '}
                        {report.agencyName}
                      </td>
                      <td className="number">{report.words.toLocaleString('en-GB')}</td>
                      <td>
                        {report.announced.length === 0
                          ? 'Nothing'
                          : counted(report.announced.length, 'thing')}
                      </td>
                      <td>
                        {instantInWords(report.addedAt)} by {report.addedBy}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </RemoteView>
    </div>
  )
}
