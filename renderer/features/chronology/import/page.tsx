import { useEffect, useRef, useState } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { fileKind, withoutFileName } from '../../../names.ts'
import { refusal, useMay, usePseudonyms } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Refused } from '../../../ui/state-panel.tsx'
import { AgencyStep } from './agency-step.tsx'
import { readyToRead } from './choices.ts'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import { HiddenNotice } from './hidden-notice.tsx'
import { ImportStep } from './import-step.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { PreviewStep } from './preview-step.tsx'
import { SourceList } from './source-list.tsx'
import { StepBar } from './step-bar.tsx'
import { StepEnd } from './step-end.tsx'
import type { ImportFile } from './slice.ts'
import './import.css'

const Step = ({
  one,
  file,
  files,
  nameOf,
}: {
  readonly one: CaseView
  readonly file: ImportFile | undefined
  readonly files: readonly ImportFile[]
  readonly nameOf: (file: ImportFile) => string
}) => {
  const step = useStore((state) => state.importStep)
  if (step === 'import') return <ImportStep files={files} nameOf={nameOf} />
  if (step === 'agency' || !file) return <AgencyStep one={one} files={files} nameOf={nameOf} />
  switch (step) {
    case 'file':
      return <FileStep file={file} key={file.path} />
    case 'columns':
      return <ColumnsStep file={file} key={file.path} />
    case 'preview':
      return <PreviewStep file={file} key={file.path} />
  }
}

const FileBar = ({
  files,
  file,
  nameOf,
}: {
  readonly files: readonly ImportFile[]
  readonly file: ImportFile
  readonly nameOf: (file: ImportFile) => string
}) => {
  const step = useStore((state) => state.importStep)
  const goStep = useStore((state) => state.goImportStep)
  const readable = files.filter(({ look, done }) => look !== null && !done)
  if (readable.length < 2) return <h3 className="import-name">{nameOf(file)}</h3>
  return (
    <nav className="file-bar" aria-label="Files of this import">
      {readable.map((other) => (
        <button
          type="button"
          key={other.path}
          className="file-tab"
          aria-current={other.path === file.path ? 'true' : undefined}
          onClick={() => goStep(step, other.path)}
        >
          {nameOf(other)}{' '}
          {readyToRead(other.choices) ? (
            <Icon name="check" label="columns known" />
          ) : (
            <Icon name="warning" label="columns missing" />
          )}
        </button>
      ))}
    </nav>
  )
}

/** The import of files of one agency, from the file as it is to what stands in the chronology. Nothing is written before its last step. */
export const ImportPage = ({ one }: { readonly one: CaseView }) => {
  const may = useMay('chronology:import')
  const files = useStore((state) => state.importFiles)
  const path = useStore((state) => state.importPath)
  const step = useStore((state) => state.importStep)
  const ofCase = useStore((state) => state.importCase === one.id)
  const begin = useStore((state) => state.beginImport)
  const showAgain = useStore((state) => state.showImportAgain)
  const loadSources = useStore((state) => state.loadSources)
  const go = useStore((state) => state.go)
  const pseudonyms = usePseudonyms()
  const body = useRef<HTMLElement>(null)
  const [shownAs, setShownAs] = useState(pseudonyms)
  useEffect(() => begin(one.id), [begin, one.id])
  useEffect(() => void loadSources(one.id), [loadSources, one.id, pseudonyms])
  useEffect(() => {
    if (shownAs === pseudonyms) return
    setShownAs(pseudonyms)
    void showAgain()
  }, [shownAs, pseudonyms, showAgain])
  useEffect(() => {
    if (step === 'agency') return
    body.current?.focus({ preventScroll: true })
    body.current?.closest('.case-body')?.scrollTo?.({ top: 0 })
  }, [step, path])
  const toChronology = (): void => go({ screen: 'case', caseId: one.id, tab: 'chronology' })
  if (!may)
    return (
      <Refused title="Importing is not part of your role" message={refusal('imports', 'chronology:import')} />
    )
  if (!ofCase) return null
  const nameOf = (file: ImportFile): string =>
    pseudonyms ? (file.look?.file ?? `${fileKind(file.name)} ${files.indexOf(file) + 1}`) : file.name
  const file = files.find((other) => other.path === path && other.look !== null)
  const ofOneFile = step !== 'agency' && step !== 'import' && file
  return (
    <div className="page import-page">
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
      <StepBar />
      <section className="import-body" ref={body} tabIndex={-1} aria-label="This step">
        {ofOneFile && <FileBar files={files} file={file} nameOf={nameOf} />}
        {ofOneFile && <KeptNotice file={file} />}
        {step !== 'agency' && pseudonyms && <HiddenNotice />}
        {ofOneFile && file.failure && (
          <Notice tone="danger" title="The file cannot be read so" live>
            <p>{pseudonyms ? withoutFileName(file.failure.message, file.name) : file.failure.message}</p>
            <p>Your choices are kept. Put the columns right, or leave the file out.</p>
          </Notice>
        )}
        <Step one={one} file={file} files={files} nameOf={nameOf} />
      </section>
      <StepEnd one={one} onDone={toChronology} />
      {step === 'agency' && (
        <section className="section">
          <h2>
            <Icon name="file" /> Files in this case
          </h2>
          <SourceList caseId={one.id} />
        </section>
      )}
    </div>
  )
}
