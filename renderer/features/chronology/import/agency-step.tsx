import type { CaseView } from '../../../../workspace/views.ts'
import { withoutFileName } from '../../../names.ts'
import { usePseudonyms } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Badge, Notice } from '../../../ui/notice.tsx'
import { StatePanel } from '../../../ui/state-panel.tsx'
import { counted } from '../../../ui/words.ts'
import { importDraftKey } from './kept-import.ts'
import type { ImportFile } from './slice.ts'

const extensions = ['xlsx', 'xlsm', 'docx', 'docm', 'csv', 'tsv', 'txt', 'ods', 'pdf'] as const

const KeptChoices = () => {
  const kept = useStore((state) => state.keptImport)
  const clear = useStore((state) => state.clearImport)
  const caseId = useStore((state) => state.importCase)
  const at = useStore((state) => state.drafts[importDraftKey(caseId)]?.updatedAt)
  if (!kept) return null
  return (
    <Notice
      tone="info"
      live
      title="Your choices were kept"
      actions={
        <Button kind="quiet" onPress={clear}>
          Discard them
        </Button>
      }
    >
      <p>
        The columns you had chosen for {counted(kept.files.length, 'file')} are here
        {at ? ', and are taken up as soon as you choose the same files again' : ''}. A locked vault forgets
        where files are.
      </p>
    </Notice>
  )
}

/** Who sent it, and which files. */
export const AgencyStep = ({
  one,
  files,
  nameOf,
}: {
  readonly one: CaseView
  readonly files: readonly ImportFile[]
  readonly nameOf: (file: ImportFile) => string
}) => {
  const agencyId = useStore((state) => state.importAgency)
  const chooseAgency = useStore((state) => state.chooseImportAgency)
  const chooseFiles = useStore((state) => state.chooseFiles)
  const addFiles = useStore((state) => state.addImportFiles)
  const leaveOut = useStore((state) => state.leaveOutFile)
  const go = useStore((state) => state.go)
  const working = useStore((state) => state.work !== null)
  const pseudonyms = usePseudonyms()
  const agency = one.agencyList.find((other) => other.id === agencyId)
  const choose = async (): Promise<void> => {
    const chosen = await chooseFiles('Choose chronology files', extensions, true)
    if (chosen.length > 0) await addFiles(chosen)
  }
  if (one.agencyList.length === 0)
    return (
      <StatePanel icon="people" title="This case names no agency">
        <p>Agencies come with the case file.</p>
      </StatePanel>
    )
  return (
    <>
      <KeptChoices />
      <div className="import-choose">
        <SelectField
          id="agency"
          label="Which agency sent it?"
          value={agencyId}
          disabled={working}
          onChange={(event) => void chooseAgency(event.target.value)}
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
          isDisabled={agencyId === '' || working}
          onPress={() => void choose()}
        >
          {files.length === 0 ? 'Choose files' : 'Choose more files'}
        </Button>
        <Button
          kind="quiet"
          onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'templates' })}
        >
          Make a template for an agency
        </Button>
        <span className="small quiet">Excel, OpenDocument, Word, CSV, TSV, or a PDF that holds text</span>
      </div>
      {agency && agency.sources > 0 && files.every(({ done }) => !done) && (
        <Notice tone="info">
          {agency.name} has {counted(agency.sources, 'file')} here already. A new version is compared with the
          last: you see what was added, changed and removed before anything is replaced.
        </Notice>
      )}
      {files.length > 0 && (
        <ul className="import-files" aria-label="Files chosen">
          {files.map((file) => (
            <li key={file.path}>
              <span className="grow">{nameOf(file)}</span>
              {file.failure ? (
                <Badge tone="danger">Not readable</Badge>
              ) : file.done ? (
                <Badge tone="good">Imported</Badge>
              ) : (
                <Badge tone={file.look ? 'good' : 'plain'} {...(file.look ? {} : { icon: 'clock' as const })}>
                  {file.look ? 'Read' : 'Being read'}
                </Badge>
              )}
              <Button kind="quiet" isDisabled={working} onPress={() => leaveOut(file.path)}>
                {file.done ? 'Take off the list' : 'Leave it out'}
              </Button>
              {file.failure && (
                <Notice tone="danger" title="Nothing from this file was imported" live>
                  <p>
                    {pseudonyms ? withoutFileName(file.failure.message, file.name) : file.failure.message}
                  </p>
                </Notice>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
