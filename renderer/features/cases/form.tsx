import { useState } from 'react'
import type { Failure } from '../../../domain/result.ts'
import { fileKind, withoutFileName } from '../../names.ts'
import { usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FieldMessage } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'

type Chosen = { readonly path: string; readonly name: string } | null

const FileChoice = ({
  id,
  label,
  hint,
  chosen,
  error,
  onChoose,
  pseudonyms,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly chosen: Chosen
  readonly error: string | undefined
  readonly onChoose: () => void
  readonly pseudonyms: boolean
}) => (
  <div className="field" data-invalid={error ? true : undefined}>
    <span className="field-label">{label}</span>
    <span className="field-hint">{hint}</span>
    {error && <FieldMessage id={id} message={error} />}
    <div className="row">
      <Button id={id} icon="file" onPress={onChoose} aria-label={`${label}: choose a file`}>
        Choose a file
      </Button>
      {chosen ? (
        <span className="row">
          <Icon name="check" /> {pseudonyms ? `${fileKind(chosen.name)} chosen` : chosen.name}
        </span>
      ) : (
        <span className="quiet">None chosen</span>
      )}
    </div>
  </div>
)

export const AddCasePage = () => {
  const addCase = useStore((state) => state.addCase)
  const chooseFiles = useStore((state) => state.chooseFiles)
  const back = useStore((state) => state.back)
  const [caseFile, setCaseFile] = useState<Chosen>(null)
  const [rosterFile, setRosterFile] = useState<Chosen>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const pseudonyms = usePseudonyms()
  const shown = (message: string): string =>
    [caseFile, rosterFile].reduce(
      (text, file) => (file && pseudonyms ? withoutFileName(text, file.name) : text),
      message,
    )
  const missing =
    attempt === 0
      ? []
      : [
          ...(caseFile ? [] : [{ field: 'case-file', message: 'Choose the file that describes the case' }]),
          ...(rosterFile ? [] : [{ field: 'roster-file', message: 'Choose the file with the people key' }]),
        ]
  const problems = [...missing, ...(failure ? [{ field: null, message: shown(failure.message) }] : [])]
  const choose = async (title: string, keep: (chosen: Chosen) => void): Promise<void> => {
    const [file] = await chooseFiles(title, ['json'])
    if (file) keep(file)
  }
  const add = async (): Promise<void> => {
    setAttempt((n) => n + 1)
    setFailure(null)
    if (!caseFile || !rosterFile) return
    setBusy(true)
    setFailure(await addCase(caseFile.path, rosterFile.path))
    setBusy(false)
  }
  return (
    <div className="page">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <header>
          <h1 data-page-title tabIndex={-1}>
            Add a case
          </h1>
          <p className="quiet">
            Both files are read and checked first. If anything is wrong, nothing is added.
          </p>
        </header>
        <ErrorSummary problems={problems} attempt={attempt} />
        <FileChoice
          id="case-file"
          label="The case"
          hint="A JSON file with the reference, code name, dates, decision, lines of enquiry and agencies."
          pseudonyms={pseudonyms}
          chosen={caseFile}
          error={missing.find((one) => one.field === 'case-file')?.message}
          onChoose={() => void choose('Choose the case file', setCaseFile)}
        />
        <FileChoice
          id="roster-file"
          label="The people key"
          hint="A JSON file with each person, place and organisation, their other names and their pseudonym."
          pseudonyms={pseudonyms}
          chosen={rosterFile}
          error={missing.find((one) => one.field === 'roster-file')?.message}
          onChoose={() => void choose('Choose the people key file', setRosterFile)}
        />
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy}>
            Add the case
          </Button>
          <Button kind="quiet" onPress={back}>
            Cancel
          </Button>
        </div>
      </form>
    </div>
  )
}
