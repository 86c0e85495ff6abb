import { useState } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { counted } from '../../../ui/words.ts'
import { missingIn, readyToRead } from './choices.ts'
import { importSteps, isRehearsed, type ImportFile, type ImportStep } from './slice.ts'
import { stepTitles } from './step-bar.tsx'

const entriesOf = (files: readonly ImportFile[]): number =>
  files.reduce((sum, { report }) => sum + (report?.rows.entries ?? 0), 0)

const Cancel = () => {
  const cancel = useStore((state) => state.cancelImport)
  const toast = useStore((state) => state.toast)
  const count = useStore((state) => state.importFiles.filter(({ done }) => !done).length)
  const [asking, setAsking] = useState(false)
  if (count === 0) return null
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        Cancel the import
      </Button>
      <Dialog title="Cancel this import" open={asking} onClose={() => setAsking(false)}>
        <div className="stack">
          <p>
            {counted(count, 'file')} and what you chose for {count === 1 ? 'it' : 'them'} are let go. Nothing
            of {count === 1 ? 'it' : 'them'} has been written. To come back later instead, go back to the
            chronology: everything stays as it is.
          </p>
          <div className="row">
            <Button
              kind="danger"
              onPress={() => {
                setAsking(false)
                toast('info', 'The import was cancelled. Nothing was written.', cancel())
              }}
            >
              Cancel the import
            </Button>
            <Button onPress={() => setAsking(false)}>Go on with it</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

/** Why the next step cannot be taken yet; null where it can. */
const waitingFor = (step: ImportStep, file: ImportFile | undefined): string | null => {
  if (step === 'agency') return file ? null : 'Choose an agency and a file.'
  if (!file || file.choices.every(({ use }) => !use)) return 'Say which table is the chronology.'
  if (step === 'file') return null
  return file.choices.map(missingIn).find((missing) => missing !== null) ?? null
}

const Accept = ({ one, onDone }: { readonly one: CaseView; readonly onDone: () => void }) => {
  const files = useStore((state) => state.importFiles)
  const agencyId = useStore((state) => state.importAgency)
  const carryOut = useStore((state) => state.carryOutImport)
  const clear = useStore((state) => state.clearImport)
  const loadSources = useStore((state) => state.loadSources)
  const toast = useStore((state) => state.toast)
  const working = useStore((state) => state.work !== null)
  const agency = one.agencyList.find((other) => other.id === agencyId)
  const waiting = files.filter(({ done, failure }) => !done && failure === null)
  const ready = waiting.filter(isRehearsed)
  const done = files.filter((file) => file.done)
  if (done.length > 0 && waiting.length === 0)
    return (
      <Notice
        tone="good"
        title={`${counted(done.length, 'file')} imported`}
        live
        actions={
          <>
            <Button kind="quiet" onPress={clear}>
              Import something else
            </Button>
            <Button
              kind="primary"
              onPress={() => {
                clear()
                onDone()
              }}
            >
              Read the chronology
            </Button>
          </>
        }
      />
    )
  const bringIn = async (): Promise<void> => {
    const worked = await carryOut()
    void loadSources(one.id)
    if (worked) toast('good', `${counted(ready.length, 'file')} imported.`)
  }
  return (
    <div className="import-decide">
      <p>
        <strong className="numbers">{counted(entriesOf(ready), 'entry', 'entries')}</strong> from{' '}
        {counted(ready.length, 'file')} will stand in the chronology under {agency?.name ?? 'the agency'}. The
        columns are kept for the agency’s next file with the same headings.
      </p>
      <Button
        kind="primary"
        icon="import"
        isDisabled={working || ready.length === 0 || ready.length < waiting.length}
        onPress={() => void bringIn()}
      >
        Import {counted(waiting.length, 'file')}
      </Button>
    </div>
  )
}

/** The way back and on, and out. */
export const StepEnd = ({ one, onDone }: { readonly one: CaseView; readonly onDone: () => void }) => {
  const step = useStore((state) => state.importStep)
  const files = useStore((state) => state.importFiles)
  const path = useStore((state) => state.importPath)
  const goStep = useStore((state) => state.goImportStep)
  const working = useStore((state) => state.work !== null)
  const open = files.filter(({ look, done }) => look !== null && !done)
  const file = open.find((other) => other.path === path) ?? open[0]
  const at = importSteps.indexOf(step)
  const before = importSteps[at - 1]
  const unready = open.find((other) => other !== file && !readyToRead(other.choices))
  const missing = waitingFor(step, file)
  const next = (): void => {
    if (step === 'preview' && unready) goStep('file', unready.path)
    else goStep(importSteps[at + 1] ?? 'import', file?.path)
  }
  const nextTitle =
    step === 'preview' && unready ? 'Next file' : `Next: ${stepTitles[importSteps[at + 1] ?? 'import']}`
  return (
    <footer className="step-end">
      {step === 'import' && <Accept one={one} onDone={onDone} />}
      <div className="row">
        {before && file && (
          <Button icon="left" isDisabled={working} onPress={() => goStep(before, file.path)}>
            Back: {stepTitles[before]}
          </Button>
        )}
        {step !== 'import' && file && (
          <Button kind="primary" icon="right" isDisabled={working || missing !== null} onPress={next}>
            {nextTitle}
          </Button>
        )}
        {missing !== null && open.length > 0 && (
          <span className="small quiet" role="status">
            {missing}
          </span>
        )}
        <span className="grow" />
        <Cancel />
      </div>
    </footer>
  )
}
