import type { ParseArgsConfig } from 'node:util'
import type { ActionName, Input, Output } from '../contract.ts'

/** What a command hands back: the object for `--json`, the words for a person, and whether the answer was "no". */
export type Outcome = { readonly json: unknown; readonly text: string; readonly no?: boolean }

export type Options = NonNullable<ParseArgsConfig['options']>
export type Values = Readonly<Record<string, string | boolean | undefined>>

/** What a command may use. `act` is dispatch, with a failure thrown as `ExpectedError`. */
export type Tools = {
  readonly values: Values
  readonly positionals: readonly string[]
  /** The option that names who opens the vault. */
  readonly opener: 'user' | 'as'
  readonly act: <Name extends ActionName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** A secret from a file, a variable or a prompt without echo; null where none of them gives one. */
  readonly secret: (source: SecretSource) => Promise<string | null>
  readonly readInput: () => Promise<string>
  /** For `--json-lines`: one object a line on standard output. */
  readonly writeLine: (value: unknown) => void
}

export type SecretSource = {
  readonly fileOption: string
  readonly variable: string
  readonly prompt: string
}

export type Command = {
  readonly words: readonly string[]
  readonly summary: string
  readonly usage: string
  readonly example: string
  readonly options: Options
  /** How many files or other plain arguments it takes. */
  readonly positionals: readonly [least: number, most: number]
  /** 'open': the vault in `--vault` is opened first; 'check': the command opens it, as far as it can be; 'dir': it needs `--vault` only; 'none': no vault. */
  readonly vault: 'open' | 'check' | 'dir' | 'none'
  readonly run: (tools: Tools) => Promise<Outcome>
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
export const option = { text, flag }
