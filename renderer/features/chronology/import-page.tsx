import { useEffect } from 'react'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { fileKind } from '../../names.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted } from '../../ui/words.ts'
import type { ImportFile } from './import-slice.ts'
import { ImportReview } from './import-review.tsx'
import { SourceList } from './source-list.tsx'
import './import.css'

export const ImportPage = ({ one }: { readonly one: CaseView }) => {
  const may = useMay('chronology:import')
  const files = useStore((state) => state.importFiles)
  const agencyId = useStore((state) => state.importAgency)
  const chooseAgency = useStore((state) => state.chooseImportAgency)
  const chooseFiles = useStore((state) => state.chooseFiles)
  const rehearse = useStore((state) => state.rehearseImport)
  const carryOut = useStore((state) => state.carryOutImport)
  const clear = useStore((state) => state.clearImport)
  const loadSources = useStore((state) => state.loadSources)
  const work = useStore((state) => state.work)
  const go = useStore((state) => state.go)
  const toast = useStore((state) => state.toast)
  const pseudonyms = usePseudonyms()
  useEffect(() => void loadSources(one.id), [loadSources, one.id, pseudonyms])
  const nameOf = (file: ImportFile, index: number): string =>
    pseudonyms ? (file.report?.asPseudonyms?.file ?? `${fileKind(file.name)} ${index + 1}`) : file.name
  useEffect(() => clear, [clear])
  const toChronology = (): void => go({ screen: 'case', caseId: one.id, tab: 'chronology' })
  if (!may)
    return (
      <Refused title="Importing is not part of your role" message={refusal('imports', 'chronology:import')} />
    )
  const ready = files.filter((file) => file.report !== null && !file.done)
  const unread = ready.filter((file) => !file.reread)
  const done = files.filter((file) => file.done)
  const agency = one.agencyList.find((other) => other.id === agencyId)
  const choose = async (): Promise<void> => {
    const chosen = await chooseFiles(
      'Choose chronology files',
      ['xlsx', 'xlsm', 'docx', 'csv', 'tsv', 'ods', 'pdf'],
      true,
    )
    if (chosen.length > 0) await rehearse(one.id, chosen)
  }
  const bringIn = async (): Promise<void> => {
    const worked = await carryOut(one.id)
    void loadSources(one.id)
    if (worked) toast('good', `${counted(ready.length, 'file')} imported.`)
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Import a chronology
          </h2>
          <p>Nothing is written until you have seen what each file holds and chosen to import it.</p>
        </div>
        <Button kind="quiet" icon="back" onPress={toChronology}>
          Back to the chronology
        </Button>
      </header>
      <div className="import-choose">
        <SelectField
          id="agency"
          label="Which agency sent it?"
          value={agencyId}
          onChange={(event) => chooseAgency(event.target.value)}
        >
          <option value="">Choose an agency</option>
          {one.agencyList.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </SelectField>
        <Button
          icon="file"
          kind={files.length === 0 ? 'primary' : 'plain'}
          isDisabled={agencyId === '' || work !== null}
          onPress={() => void choose()}
        >
          Choose files
        </Button>
        <span className="small quiet">Excel (.xlsx), Word (.docx) or CSV</span>
      </div>
      {files.length === 0 && agency && agency.sources > 0 && (
        <Notice tone="info">
          {agency.name} has {counted(agency.sources, 'file')} here already. A new version is compared with the
          last: you see what was added, changed and removed before anything is replaced.
        </Notice>
      )}
      {files.map((file, index) => (
        <ImportReview caseId={one.id} file={file} name={nameOf(file, index)} key={file.path} />
      ))}
      {ready.length > 0 && (
        <div className="import-decide">
          <p>
            <strong>
              {counted(
                ready.reduce((sum, file) => sum + (file.report?.rows.entries ?? 0), 0),
                'entry',
                'entries',
              )}
            </strong>{' '}
            from {counted(ready.length, 'file')} will stand in the chronology under{' '}
            {agency?.name ?? 'the agency'}.
            {unread.length > 0 && ' Columns were put right: read the file again first.'}
          </p>
          <Button
            kind="primary"
            icon="import"
            isDisabled={work !== null || unread.length > 0}
            onPress={() => void bringIn()}
          >
            Import {counted(ready.length, 'file')}
          </Button>
          <Button kind="quiet" onPress={() => chooseAgency(agencyId)}>
            Leave them out
          </Button>
        </div>
      )}
      {done.length > 0 && ready.length === 0 && (
        <Notice
          tone="good"
          title={`${counted(done.length, 'file')} imported`}
          live
          actions={
            <Button kind="primary" onPress={toChronology}>
              Read the chronology
            </Button>
          }
        />
      )}
      {files.length === 0 && one.agencyList.length === 0 && (
        <StatePanel icon="people" title="This case names no agency">
          <p>Agencies come with the case file.</p>
        </StatePanel>
      )}
      <section className="section">
        <h2>
          <Icon name="file" /> Files in this case
        </h2>
        <SourceList />
      </section>
    </div>
  )
}
