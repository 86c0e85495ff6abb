import { useState } from 'react'
import type { CaseView, SensitiveCategory } from '../../../workspace/views.ts'
import { useMay, heldBy } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { useTextDraft } from '../../use-text-draft.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { DraftNotice } from '../../draft-notice.tsx'
import { listed, sentence } from '../../ui/words.ts'

const categoryTitles: Readonly<Record<SensitiveCategory, string>> = {
  ethnicity: 'Ethnicity',
  religion: 'Religion or belief',
  health: 'Health',
  'sexual-orientation': 'Sexual orientation',
  'gender-identity': 'Gender identity',
  unclassified: 'Not classified, kept apart until somebody does',
  'criminal-offence': 'Criminal offences or allegations',
}

type Adult = CaseView['adults'][number]
type Asking = { readonly adult: Adult; readonly category: SensitiveCategory }

const RevealForm = ({
  caseId,
  asking,
  onShown,
  onClose,
}: {
  readonly caseId: string
  readonly asking: Asking
  readonly onShown: (values: readonly string[]) => void
  readonly onClose: () => void
}) => {
  const reveal = useStore((state) => state.reveal)
  const draft = useTextDraft(`reveal/${caseId}`)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const show = async (): Promise<void> => {
    setBusy(true)
    const answer = await reveal(asking.adult.id, asking.category, draft.text)
    setBusy(false)
    if ('error' in answer) {
      setProblem(answer.error.fields[0]?.message ?? answer.error.message)
      return setAttempt((n) => n + 1)
    }
    draft.discard()
    onShown(answer.values)
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void show()
      }}
    >
      <p>
        You are about to see the {categoryTitles[asking.category].toLowerCase()} recorded for{' '}
        {asking.adult.code}. The look is written to the audit record with your name, the time and your reason.
        The value is shown until you leave this page.
      </p>
      <ErrorSummary attempt={attempt} problems={problem ? [{ field: 'reason', message: problem }] : []} />
      <DraftNotice restoredAt={draft.restoredAt} onDiscard={draft.discard} />
      <TextAreaField
        id="reason"
        label="Why do you need to see this?"
        error={problem ?? undefined}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        autoFocus
      />
      <div className="form-actions">
        <Button kind="primary" type="submit" icon="eye" busy={busy}>
          Reveal and log
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

export const Adults = ({ one }: { readonly one: CaseView }) => {
  const mayReveal = useMay('sensitive:reveal')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [shown, setShown] = useState<Readonly<Record<string, readonly string[]>>>({})
  const keyOf = (adult: Adult, category: SensitiveCategory): string => `${adult.id} ${category}`
  return (
    <section className="section">
      <h2>Adults</h2>
      <p className="small quiet">
        Sensitive information: hidden.
        {mayReveal
          ? ' Each reveal needs a reason and is logged.'
          : ` It can be revealed by ${heldBy('sensitive:reveal')}.`}
      </p>
      {one.adults.map((adult) => (
        <div className="adult" key={adult.id}>
          <h3>
            {adult.code}
            {adult.outcome && <span className="quiet adult-outcome"> {adult.outcome}</span>}
          </h3>
          {adult.sensitive.length === 0 ? (
            <p className="quiet">No sensitive information is recorded.</p>
          ) : (
            <dl className="sensitive">
              {adult.sensitive.map((category) => {
                const values = shown[keyOf(adult, category)]
                return (
                  <div key={category}>
                    <dt>{categoryTitles[category]}</dt>
                    <dd>
                      {values ? (
                        <span role="status">{sentence(listed(values))}</span>
                      ) : mayReveal ? (
                        <Button
                          kind="quiet"
                          aria-label={`Reveal ${categoryTitles[category].toLowerCase()} of ${adult.code}`}
                          onPress={() => setAsking({ adult, category })}
                        >
                          Reveal…
                        </Button>
                      ) : (
                        <span className="quiet">Hidden</span>
                      )}
                    </dd>
                  </div>
                )
              })}
            </dl>
          )}
        </div>
      ))}
      <Dialog
        title={asking ? `Reveal: ${categoryTitles[asking.category]}` : ''}
        open={asking !== null}
        onClose={() => setAsking(null)}
      >
        {asking && (
          <RevealForm
            caseId={one.id}
            asking={asking}
            onClose={() => setAsking(null)}
            onShown={(values) => {
              setShown({ ...shown, [keyOf(asking.adult, asking.category)]: values })
              setAsking(null)
            }}
          />
        )}
      </Dialog>
    </section>
  )
}
