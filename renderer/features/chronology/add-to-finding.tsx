import { useEffect, useState } from 'react'
import type { Failure } from '../../../domain/result.ts'
import { numbered } from '../../finding-badges.tsx'
import { useStore } from '../../store.ts'
import { valueOf } from '../../remote.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Waiting } from '../../ui/state-panel.tsx'
import { counted } from '../../ui/words.ts'
import { useTextDraft } from '../../use-text-draft.ts'

const another = 'new'

const problemOf = ({ fields, message }: Failure): readonly Problem[] =>
  fields.some(({ path }) => path === 'title')
    ? [{ field: 'add-to-title', message: 'Give the finding a title' }]
    : [{ field: null, message }]

const Form = ({
  caseId,
  recordIds,
  onClose,
}: {
  readonly caseId: string
  readonly recordIds: readonly string[]
  readonly onClose: () => void
}) => {
  const findings = useStore((state) => state.findings)
  const of = useStore((state) => state.findingsCase)
  const { loadFindings, addFinding, addToFinding } = useStore.getState()
  const [chosen, setChosen] = useState<string | null>(null)
  const title = useTextDraft(`finding-add/${caseId}/title`)
  const note = useTextDraft(`finding-add/${caseId}/note`)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  useEffect(() => void loadFindings(caseId), [loadFindings, caseId])
  const list = of === caseId ? valueOf(findings) : null
  if (list === null) return <Waiting label="Reading the findings" />
  const open = list.findings.filter(({ status }) => status !== 'withdrawn')
  const to = chosen ?? open.at(-1)?.id ?? another
  const refuse = (found: readonly Problem[]): void => {
    setProblems(found)
    setAttempt(attempt + 1)
  }
  const add = async (): Promise<void> => {
    if (to === another && title.text.trim() === '')
      return refuse([{ field: 'add-to-title', message: 'Give the finding a title' }])
    setBusy(true)
    const target = open.find(({ id }) => id === to)
    const ids = [...recordIds]
    const failure = target
      ? await addToFinding({ caseId, to: target, recordIds: ids, note: note.text })
      : await addFinding({ caseId, title: title.text, recordIds: ids, note: note.text }).then((made) =>
          'error' in made ? made.error : null,
        )
    setBusy(false)
    if (failure) return refuse(problemOf(failure))
    title.discard()
    note.discard()
    onClose()
  }
  const errorOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <SelectField
        id="add-to-finding"
        label="Which finding?"
        value={to}
        onChange={(event) => setChosen(event.target.value)}
      >
        {open.map((finding) => (
          <option key={finding.id} value={finding.id}>
            {numbered(finding.kind, finding.number)}: {finding.title}
          </option>
        ))}
        <option value={another}>A new finding</option>
      </SelectField>
      {to === another && (
        <TextField
          id="add-to-title"
          label="Its title"
          hint="In a few words. Everything else can follow."
          autoComplete="off"
          error={errorOf('add-to-title')}
          value={title.text}
          onChange={(event) => title.change(event.target.value)}
        />
      )}
      <TextAreaField
        id="add-to-note"
        label={recordIds.length === 1 ? 'Why is it evidence?' : 'Why are they evidence?'}
        optional
        value={note.text}
        onChange={(event) => note.change(event.target.value)}
      />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          Add {counted(recordIds.length, 'entry', 'entries')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** Makes entries evidence of a finding there is, or of a new one. */
export const AddToFinding = ({
  caseId,
  recordIds,
  open,
  onClose,
}: {
  readonly caseId: string
  readonly recordIds: readonly string[]
  readonly open: boolean
  readonly onClose: () => void
}) => (
  <Dialog
    title={`Add ${counted(recordIds.length, 'entry', 'entries')} to a finding`}
    open={open}
    onClose={onClose}
  >
    <Form caseId={caseId} recordIds={recordIds} onClose={onClose} />
  </Dialog>
)
