import type { ComponentProps, ReactNode } from 'react'
import { Input, TextArea as AriaTextArea } from 'react-aria-components'
import { Icon } from './icon.tsx'

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
}

const describedBy = ({ id, hint, error }: FieldProps): string | undefined => {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((one) => one !== '')
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A label, a hint, the message of what is wrong beside the control, and the control. */
export const Field = ({ children, ...field }: FieldProps & { readonly children: ReactNode }) => (
  <div className="field" data-invalid={field.error ? true : undefined}>
    <label className="field-label" htmlFor={field.id}>
      {field.label}
      {field.optional && <span className="faint"> (optional)</span>}
    </label>
    {field.hint && (
      <div className="field-hint" id={`${field.id}-hint`}>
        {field.hint}
      </div>
    )}
    {field.error && <FieldMessage id={field.id} message={field.error} />}
    {children}
  </div>
)

export const FieldMessage = ({ id, message }: { readonly id: string; readonly message: string }) => (
  <p className="field-error" id={`${id}-error`}>
    <Icon name="error" />
    <span>
      <span className="visually-hidden">Error: </span>
      {message}
    </span>
  </p>
)

export const TextField = ({
  id,
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & Omit<ComponentProps<typeof Input>, 'id' | 'className'>) => {
  const field = { id, label, hint, error, ...(optional === undefined ? {} : { optional }) }
  return (
    <Field {...field}>
      <Input
        {...input}
        id={id}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Field>
  )
}

export const TextAreaField = ({
  id,
  label,
  hint,
  error,
  optional,
  ...area
}: FieldProps & Omit<ComponentProps<typeof AriaTextArea>, 'id' | 'className'>) => {
  const field = { id, label, hint, error, ...(optional === undefined ? {} : { optional }) }
  return (
    <Field {...field}>
      <AriaTextArea
        rows={3}
        {...area}
        id={id}
        className="input input-area"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Field>
  )
}

export const SelectField = ({
  id,
  label,
  hint,
  error,
  optional,
  children,
  ...select
}: FieldProps & Omit<ComponentProps<'select'>, 'id' | 'className'>) => {
  const field = { id, label, hint, error, ...(optional === undefined ? {} : { optional }) }
  return (
    <Field {...field}>
      <span className="select">
        <select
          {...select}
          id={id}
          className="input"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(field)}
        >
          {children}
        </select>
        <Icon name="down" />
      </span>
    </Field>
  )
}

export const Choice = ({
  label,
  hint,
  type,
  ...input
}: { readonly label: ReactNode; readonly hint?: ReactNode; readonly type: 'checkbox' | 'radio' } & Omit<
  ComponentProps<'input'>,
  'type' | 'className'
>) => (
  <label className="choice">
    <input {...input} type={type} className="choice-input" />
    <span className="choice-text">
      {label}
      {hint && <span className="choice-hint">{hint}</span>}
    </span>
  </label>
)

export const ChoiceGroup = ({
  id,
  legend,
  hint,
  error,
  inline,
  children,
}: {
  readonly id: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly inline?: boolean
  readonly children: ReactNode
}) => (
  <fieldset
    className="field"
    id={id}
    tabIndex={-1}
    data-invalid={error ? true : undefined}
    aria-describedby={[hint ? `${id}-hint` : '', error ? `${id}-error` : ''].join(' ').trim() || undefined}
  >
    <legend className="field-label">{legend}</legend>
    {hint && (
      <div className="field-hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {error && <FieldMessage id={id} message={error} />}
    <div className={inline ? 'choices choices-inline' : 'choices'}>{children}</div>
  </fieldset>
)
