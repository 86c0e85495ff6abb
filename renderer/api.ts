import type { Result } from '../domain/result.ts'
import type { ActionName, Input, Output } from '../workspace/contract.ts'
import type { ShellInput, ShellName, ShellOutputs, WindowEvent } from '../workspace/contract/shell.ts'

/** What the preload script puts on the window: one call and one channel of events. */
export type Bridge = {
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly onEvent: (listener: (event: WindowEvent) => void) => () => void
}

declare global {
  interface Window {
    sar: Bridge
  }
}

const unreachable: Result<never> = {
  ok: false,
  error: {
    code: 'unexpected',
    message:
      'The workspace did not answer. Nothing was changed. Try again, or lock and open the vault again.',
    fields: [],
  },
}

const ask = async <T>(name: string, input: unknown): Promise<Result<T>> => {
  try {
    return (await window.sar.call(name, input)) as Result<T>
  } catch {
    return unreachable
  }
}

export const call = <Name extends ActionName>(
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> => ask(name, input)

export const askShell = <Name extends ShellName>(
  name: Name,
  input: ShellInput<Name>,
): Promise<Result<ShellOutputs[Name]>> => ask(name, input)

export const onEvent = (listener: (event: WindowEvent) => void): (() => void) => window.sar.onEvent(listener)
