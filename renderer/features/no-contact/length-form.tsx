import { useEffect, useState } from 'react'
import type { NoContactView } from '../../../workspace/contract/no-contact.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { FieldMessage } from '../../ui/field.tsx'
import { counted } from '../../ui/words.ts'

/** From how many days a silence counts in this case. */
export const LengthForm = ({
  caseId,
  length,
  may,
}: {
  readonly caseId: string
  readonly length: NoContactView['length']
  readonly may: boolean
}) => {
  const setSilenceLength = useStore((state) => state.setSilenceLength)
  const [text, setText] = useState(String(length.days))
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => setText(String(length.days)), [length.days])
  if (!may)
    return (
      <p className="quiet">
        A silence counts from <strong>{counted(length.days, 'day')}</strong>.
      </p>
    )
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null
  const change = async (): Promise<void> => {
    if (days === null || days < 1) return setProblem('Enter a whole number of days')
    const error = await setSilenceLength({ caseId, days, version: length.version })
    setProblem(error === null ? null : (error.fields[0]?.message ?? error.message))
  }
  return (
    <form
      className="nc-length"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <label htmlFor="silence-length">A silence counts from</label>
      <input
        id="silence-length"
        className="input numbers"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : 'silence-length-error'}
        onChange={(event) => setText(event.target.value)}
      />
      <span>days</span>
      {days !== length.days && (
        <Button type="submit" icon="check">
          Use this length
        </Button>
      )}
      {problem !== null && <FieldMessage id="silence-length" message={problem} />}
    </form>
  )
}
