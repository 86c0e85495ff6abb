import { useEffect, useId, useState } from 'react'
import { parseDate } from '../domain/dates/parse-date.ts'
import { dayInWords } from './ui/words.ts'
import './date-field.css'

/** A day to begin or end at, typed as people write dates: "1 April 2021", "01/04/21", "April 2021", "2021". */
export const DateField = ({
  label,
  side,
  value,
  onChange,
}: {
  readonly label: string
  /** Which end of an imprecise date counts. */
  readonly side: 'earliest' | 'latest'
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (iso: string) => void
}) => {
  const id = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setText(value === '' ? '' : dayInWords(value, true))
    setWrong(false)
  }, [value])
  const take = (): void => {
    const written = text.trim()
    if (written === '' || (value !== '' && written === dayInWords(value, true))) {
      setWrong(false)
      // Leaving a field as it was is no change of it.
      if (written === '' && value !== '') onChange('')
      return
    }
    const found = parseDate(written)[side]
    setWrong(found === null)
    if (found !== null) onChange(found)
  }
  return (
    <span className="date-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={text}
        placeholder="Any date"
        title={wrong ? 'This date was not understood' : 'For example 1 April 2021, April 2021 or 2021'}
        aria-invalid={wrong || undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      {wrong && (
        <span className="date-field-wrong" role="alert">
          Not understood
        </span>
      )}
    </span>
  )
}
