import { useEffect } from 'react'
import type { ImportWords } from '../../../../workspace/views.ts'
import { withoutFileName } from '../../../names.ts'
import { usePseudonyms } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge, Notice } from '../../../ui/notice.tsx'
import { Waiting } from '../../../ui/state-panel.tsx'
import { counted } from '../../../ui/words.ts'
import { readyToRead } from './choices.ts'
import { Differences } from './differences.tsx'
import { isRehearsed, type ImportFile } from './slice.ts'

const Outcome = ({ file, name }: { readonly file: ImportFile; readonly name: string }) => {
  const leaveOut = useStore((state) => state.leaveOutFile)
  const goStep = useStore((state) => state.goImportStep)
  const pseudonyms = usePseudonyms()
  const { report } = file
  const words: Pick<ImportWords, 'differences'> | null =
    report && (pseudonyms ? (report.asPseudonyms ?? null) : report)
  const isNew = report !== null && report.changed + report.removed + report.unchanged === 0
  return (
    <section className="import-file" aria-label={name}>
      <header className="row">
        <h3 className="grow">{name}</h3>
        {file.done ? (
          <Badge tone="good">Imported</Badge>
        ) : file.failure ? (
          <Badge tone="danger">Not imported</Badge>
        ) : (
          <Badge tone="info">Nothing written yet</Badge>
        )}
      </header>
      {file.failure && (
        <Notice
          tone="danger"
          title="Nothing from this file was imported"
          live
          actions={
            <Button kind="quiet" onPress={() => leaveOut(file.path)}>
              Leave it out
            </Button>
          }
        >
          <p>{pseudonyms ? withoutFileName(file.failure.message, file.name) : file.failure.message}</p>
          {file.choices.length > 0 && <p>Your choices for it are kept.</p>}
        </Notice>
      )}
      {!file.done && !file.failure && !readyToRead(file.choices) && (
        <Notice
          tone="warn"
          title="Its columns are not known yet"
          actions={
            <Button kind="quiet" onPress={() => goStep('columns', file.path)}>
              Choose its columns
            </Button>
          }
        />
      )}
      {report && words && isNew && (
        <p>
          <strong className="numbers">{counted(report.added, 'entry', 'entries')}</strong>{' '}
          {file.done ? 'were added' : 'will be added'}: the agency has no earlier version of this file here.
        </p>
      )}
      {report && words && !isNew && <Differences report={report} differences={words.differences} />}
      {!file.done && report && (
        <div className="row">
          <Button kind="quiet" onPress={() => goStep('preview', file.path)}>
            Look at its rows again
          </Button>
          <Button kind="quiet" onPress={() => leaveOut(file.path)}>
            Leave it out
          </Button>
        </div>
      )}
    </section>
  )
}

/** What importing does, file by file, before it is done and after. */
export const ImportStep = ({
  files,
  nameOf,
}: {
  readonly files: readonly ImportFile[]
  readonly nameOf: (file: ImportFile) => string
}) => {
  const rehearse = useStore((state) => state.rehearseImport)
  const working = useStore((state) => state.work !== null)
  const next = files.find(
    (file) => !file.done && file.failure === null && !isRehearsed(file) && readyToRead(file.choices),
  )
  useEffect(() => {
    if (next && !working) void rehearse(next.path)
  }, [next, working, rehearse])
  return (
    <>
      {files.map((file) => (
        <Outcome file={file} name={nameOf(file)} key={file.path} />
      ))}
      {next && <Waiting label="Working out what the files change" />}
    </>
  )
}
