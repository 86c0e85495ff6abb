import { dispatch } from '../../workspace/dispatch.ts'
import type { ActionName, Input, Output } from '../../workspace/contract.ts'
import type { Host } from '../../workspace/host.ts'

/** Dispatch, with a failure thrown: the demonstration stops at the first. */
export const act = async <Name extends ActionName>(
  host: Host,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> => {
  const result = await dispatch(host, name, input)
  if (result.ok) return result.value
  const fields = result.error.fields.map(({ path, message }) => `${path}: ${message}`).join('; ')
  throw new Error(`${name} failed (${result.error.code}): ${result.error.message} ${fields}`)
}
