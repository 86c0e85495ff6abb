import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { isCalendarDate } from '../../../domain/case/plain-date.ts'
import { dayFrom } from '../../date-words.ts'
import { TextField } from '../../ui/field.tsx'
import { dayInWords } from '../../ui/words.ts'
import type { BuildValues } from './build-form.tsx'

/** A day among a pack's choices, typed as people write days; what is not understood stays as typed, for the form to refuse. */
export const DayChoice = ({
  form,
  name,
  label,
  side,
  hint,
  optional = false,
  error,
}: {
  readonly form: UseFormReturn<BuildValues>
  readonly name: 'from' | 'to' | 'dayZero'
  readonly label: string
  /** Which end of an imprecise date counts. */
  readonly side: 'earliest' | 'latest'
  readonly hint: string
  readonly optional?: boolean
  readonly error: string | undefined
}) => {
  const path = `choices.${name}` as const
  const value = useWatch({ control: form.control, name: path }) ?? ''
  const [typing, setTyping] = useState<string | null>(null)
  const take = (text: string): void => {
    setTyping(text)
    const written = text.trim()
    const day = written === '' ? null : dayFrom(written, side) || written
    form.setValue(path, day, { shouldDirty: true })
  }
  return (
    <TextField
      id={path}
      label={label}
      hint={hint}
      optional={optional}
      autoComplete="off"
      error={error}
      value={typing ?? (isCalendarDate(value) ? dayInWords(value, true) : value)}
      onChange={({ target }) => take(target.value)}
      onBlur={() => setTyping(null)}
    />
  )
}
