import { type KeyboardEvent, useId } from 'react'

export type Segment<Value extends string> = {
  readonly value: Value
  readonly label: string
  /** Shown beside the label: the key that chooses it from anywhere. */
  readonly keys?: string
}

/**
 * One of a few, or none yet: radio buttons side by side. Pressing the chosen one again, or Delete or Backspace, takes the
 * choice back.
 */
export const Segments = <Value extends string>({
  id,
  legend,
  options,
  value,
  onChange,
  isDisabled = false,
}: {
  readonly id: string
  readonly legend: string
  readonly options: readonly Segment<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly isDisabled?: boolean
}) => {
  const name = useId()
  const press = (event: KeyboardEvent): void => {
    if (value === null || (event.key !== 'Delete' && event.key !== 'Backspace')) return
    event.preventDefault()
    onChange(null)
  }
  return (
    <fieldset className="segments" id={id} tabIndex={-1} disabled={isDisabled}>
      <legend className="field-label">{legend}</legend>
      <div className="segments-row">
        {options.map((option) => (
          <label className="segment" key={option.value}>
            <input
              type="radio"
              name={name}
              className="segment-input"
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              onClick={() => value === option.value && onChange(null)}
              onKeyDown={press}
            />
            <span className="segment-label">
              {option.label}
              {option.keys && <kbd aria-hidden="true">{option.keys}</kbd>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
