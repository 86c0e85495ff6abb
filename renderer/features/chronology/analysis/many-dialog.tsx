import { useState } from 'react'
import { useForm } from 'react-hook-form'
import {
  flagTitles,
  judgements,
  observations,
  observationTitles,
  observedThings,
  sensitivityFlags,
} from '../../../../domain/chronology/analysis.ts'
import type { Failure } from '../../../../domain/result.ts'
import type { AnalysisPreview } from '../../../../workspace/contract/analysis.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { DraftNotice } from '../../../draft-notice.tsx'
import { problemsOf } from '../../../form-problems.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '../../../ui/field.tsx'
import { counted } from '../../../ui/words.ts'
import { useDraft } from '../../../use-draft.ts'
import { useWording } from '../../../use-wording.ts'
import { partTitle } from './analysis-words.ts'
import { ManyReview } from './many-review.tsx'
import { changeOf, manyTexts, type ManyValues, nothingChanged } from './many-values.ts'

const InOrOutOptions = ({ put, take }: { readonly put: string; readonly take: string }) => (
  <>
    <option value="leave">Leave as it is</option>
    <option value="add">{put}</option>
    <option value="remove">{take}</option>
  </>
)

/** One change of every entry selected: put together, looked over in numbers, then made. */
export const ManyDialog = ({
  one,
  recordIds,
  onClose,
}: {
  readonly one: CaseView
  readonly recordIds: readonly string[]
  readonly onClose: () => void
}) => {
  const { previewAnalyses, saveAnalyses } = useStore.getState()
  const wording = useWording(one)
  const [preview, setPreview] = useState<AnalysisPreview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const form = useForm<ManyValues>({ defaultValues: nothingChanged })
  const draft = useDraft(form, `analysis-many/${one.id}`)
  const values = form.watch()
  const change = changeOf(values)
  const isEmpty = Object.keys(change).length === 0
  const { isSubmitting } = form.formState
  const problems = problemsOf({}, failure, (path) => path.replace(/^change\./, ''))
  const refuse = (error: Failure): void => {
    setFailure(error)
    setAttempt((before) => before + 1)
  }
  const look = async (): Promise<void> => {
    setFailure(null)
    const result = await previewAnalyses(one.id, recordIds, change)
    if (result.ok) setPreview(result.value)
    else refuse(result.error)
  }
  const make = async (found: AnalysisPreview): Promise<void> => {
    setFailure(null)
    const error = await saveAnalyses(one.id, found.records, change)
    if (error) {
      setPreview(null)
      return refuse(error)
    }
    draft.discard()
    onClose()
  }
  const changing = preview === null ? 0 : preview.total - preview.unchanged
  return (
    <Dialog
      title={`Analyse ${counted(recordIds.length, 'selected entry', 'selected entries')}`}
      open
      onClose={onClose}
      wide
    >
      <form
        className="form analysis-many"
        noValidate
        onSubmit={(event) => void form.handleSubmit(() => (preview ? make(preview) : look()))(event)}
      >
        <ErrorSummary problems={problems} attempt={attempt} />
        {preview ? (
          <ManyReview preview={preview} wording={wording} />
        ) : (
          <>
            <DraftNotice
              restoredAt={draft.restoredAt}
              onDiscard={() => {
                draft.discard()
                form.reset(nothingChanged)
              }}
            />
            <p className="quiet">Only what you give here changes.</p>
            <div className="analysis-many-grid">
              <SelectField
                id="many-judgement"
                label={partTitle('judgement', wording)}
                {...form.register('judgement')}
              >
                <option value="leave">Leave as it is</option>
                {judgements.map((judgement) => (
                  <option value={judgement} key={judgement}>
                    {wording.judgements[judgement]}
                  </option>
                ))}
                <option value="clear">No judgement</option>
              </SelectField>
              {observedThings.map((thing) => (
                <SelectField
                  key={thing}
                  id={`many-${thing}`}
                  label={partTitle(thing, wording)}
                  {...form.register(`observed.${thing}`)}
                >
                  <option value="leave">Leave as it is</option>
                  {observations.map((observation) => (
                    <option value={observation} key={observation}>
                      {observationTitles[observation]}
                    </option>
                  ))}
                  <option value="clear">Take the answer out</option>
                </SelectField>
              ))}
            </div>
            {one.kloes.length > 0 && (
              <fieldset className="analysis-many-lines">
                <legend className="field-label">{partTitle('kloes', wording)}</legend>
                {one.kloes.map(({ n, text }) => (
                  <SelectField
                    key={n}
                    id={`many-kloe-${n}`}
                    label={wording.kloes[n] ?? `KLOE ${n}`}
                    hint={text}
                    {...form.register(`kloes.${n}`)}
                  >
                    <InOrOutOptions put="Put it on" take="Take it off" />
                  </SelectField>
                ))}
              </fieldset>
            )}
            <details>
              <summary>Sensitivity and texts</summary>
              <div className="analysis-many-grid">
                {sensitivityFlags.map((flag) => (
                  <SelectField
                    key={flag}
                    id={`many-flag-${flag}`}
                    label={flagTitles[flag]}
                    {...form.register(`flags.${flag}`)}
                  >
                    <InOrOutOptions put="Mark so" take="Take the mark off" />
                  </SelectField>
                ))}
              </div>
              {values.flags.other === 'add' && (
                <TextField
                  id="flagNote"
                  label="What makes it sensitive"
                  autoComplete="off"
                  error={problems.find(({ field }) => field === 'flagNote')?.message}
                  {...form.register('flagNote')}
                />
              )}
              {manyTexts.map((text) => (
                <TextAreaField
                  key={text}
                  id={`many-${text}`}
                  label={partTitle(text, wording)}
                  hint="Left empty, what is there stays."
                  rows={2}
                  {...form.register(`texts.${text}`)}
                />
              ))}
            </details>
          </>
        )}
        <div className="form-actions">
          {preview === null ? (
            <>
              <Button kind="primary" type="submit" isDisabled={isEmpty} busy={isSubmitting}>
                Look over what will change
              </Button>
              <Button
                kind="quiet"
                onPress={() => {
                  draft.discard()
                  onClose()
                }}
              >
                Cancel
              </Button>
            </>
          ) : (
            <>
              <Button
                kind="primary"
                type="submit"
                icon="check"
                isDisabled={changing === 0}
                busy={isSubmitting}
                autoFocus
              >
                Change {counted(changing, 'entry', 'entries')}
              </Button>
              <Button kind="quiet" icon="back" onPress={() => setPreview(null)}>
                Back
              </Button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  )
}
