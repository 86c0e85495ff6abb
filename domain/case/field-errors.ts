import type { z } from 'zod'
import { ExpectedError, type FieldError } from '../result.ts'

const shownAtOnce = 3

/** zod's issues as field errors: dotted paths, our own sentences, never the value that was found. */
export const fieldErrors = (error: z.ZodError): readonly FieldError[] =>
  error.issues.map((issue) => ({
    path: issue.path.map(String).join('.') || '(file)',
    message: issue.message,
  }))

/** An `invalid` failure that names the file, the first places at fault and how many more there are. */
export const invalidFile = (file: string, fields: readonly FieldError[]): ExpectedError => {
  const first = fields.slice(0, shownAtOnce).map((field) => `${field.path}: ${field.message}`)
  const more = fields.length - first.length
  const rest = more > 0 ? `; and ${more} more` : ''
  return new ExpectedError('invalid', `${file} cannot be used: ${first.join('; ')}${rest}.`, fields)
}
