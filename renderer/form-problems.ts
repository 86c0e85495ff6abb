import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { Failure } from '../domain/result.ts'
import type { Problem } from './ui/error-summary.tsx'

const flatten = (errors: object, prefix: string): readonly Problem[] =>
  Object.entries(errors).flatMap(([name, error]: [string, unknown]) => {
    if (name === 'ref' || typeof error !== 'object' || error === null) return []
    const path = prefix === '' ? name : `${prefix}.${name}`
    const message = 'message' in error && typeof error.message === 'string' ? error.message : null
    return message === null ? flatten(error, path) : [{ field: path, message }]
  })

/** Sentences the contract or the schema library uses for any field; a form knows better words. */
const isGeneral = (message: string): boolean =>
  /^(Enter this|Choose a file or folder|Enter a passphrase|Too small|Too big|Invalid)/.test(message)

/** What a form's own check found, and what the workspace refused, as lines that lead to fields, in the order of `wordsFor`. */
export const problemsOf = <Values extends FieldValues>(
  errors: FieldErrors<Values>,
  failure: Failure | null,
  idOf: (path: string) => string = (path) => path,
  wordsFor: Readonly<Record<string, string>> = {},
): readonly Problem[] => {
  const order = Object.keys(wordsFor)
  const own = flatten(errors, '')
    .map(({ field, message }) => {
      const id = idOf(field ?? '')
      return { field: id, message: isGeneral(message) ? (wordsFor[id] ?? message) : message }
    })
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  if (failure === null) return own
  const refused = failure.fields.map((field) => ({ field: idOf(field.path), message: field.message }))
  return [...own, ...(refused.length > 0 ? refused : [{ field: null, message: failure.message }])]
}
