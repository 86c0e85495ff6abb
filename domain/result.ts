/** Every way an action can fail that a user can do something about. `unexpected` is the one that is our fault. */
export type ErrorCode =
  | 'invalid' // bad input: what is wrong and where
  | 'not-found'
  | 'locked'
  | 'wrong-passphrase'
  | 'not-permitted'
  | 'conflict' // changed since you looked, or open elsewhere
  | 'refused' // a gate said no
  | 'unexpected'

export type FieldError = { readonly path: string; readonly message: string }

export type Failure = {
  readonly code: ErrorCode
  readonly message: string
  readonly fields: readonly FieldError[]
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (
  code: ErrorCode,
  message: string,
  fields: readonly FieldError[] = [],
): Result<never> => ({
  ok: false,
  error: { code, message, fields },
})

/** Thrown by readers, rules and queries to carry an expected failure up to the one door, which turns it into a `Result`. */
export class ExpectedError extends Error {
  readonly failure: Failure
  constructor(code: ErrorCode, message: string, fields: readonly FieldError[] = []) {
    super(message)
    this.name = 'ExpectedError'
    this.failure = { code, message, fields }
  }
}

export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${typeof value}`)
}
